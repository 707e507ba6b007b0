import { availableParallelism } from 'node:os';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Piscina } from 'piscina';
import type { Analysis } from '../../nlp/analyze.ts';
import type { Fingerprint } from '../../nlp/compare.ts';
import { AppError } from '../errors.ts';

export interface ReviewToAnalyse {
  title?: string | undefined;
  text: string;
  rating?: number | undefined;
}

/** What to tag with; `mark` tells one from another, so that a worker prepares each once. */
export interface TaxonomyToApply {
  mark: string;
  features: readonly { id: string; words: readonly string[] }[];
}

export interface AnalyseTask {
  reviews: readonly ReviewToAnalyse[];
  taxonomy: TaxonomyToApply;
}

export interface AnalysedText {
  analysis: Analysis;
  fingerprint: Fingerprint;
}

export interface AnalysedReview extends AnalysedText {
  /** Mark of the taxonomy. */
  taggedWith: string;
}

export interface AnalysePool {
  /** Tags and fingerprints reviews in worker threads; answers in order. @throws AppError `overloaded` when the queue is full */
  analyse(reviews: readonly ReviewToAnalyse[]): Promise<AnalysedReview[]>;
  close(): Promise<void>;
}

/** Texts a task: large enough that passing them on costs little, small enough to share the work. */
const TASK_SIZE = 100;

/** @param taxonomy what to tag with now; asked for once a call */
export function createAnalysePool(taxonomy: () => Promise<TaxonomyToApply>): AnalysePool {
  const ext = extname(fileURLToPath(import.meta.url));
  const pool = new Piscina<AnalyseTask, AnalysedText[]>({
    filename: new URL(`./analyse-worker${ext}`, import.meta.url).href,
    minThreads: 1,
    maxThreads: Math.max(1, availableParallelism() - 1),
    maxQueue: 1000,
    ...(ext === '.ts' ? { execArgv: ['--import', 'tsx'] } : {}),
  });
  return {
    async analyse(reviews) {
      if (reviews.length === 0) return [];
      const { mark, features } = await taxonomy();
      const tasks: AnalyseTask[] = [];
      for (let at = 0; at < reviews.length; at += TASK_SIZE) {
        tasks.push({ reviews: reviews.slice(at, at + TASK_SIZE), taxonomy: { mark, features } });
      }
      try {
        const analysed = (await Promise.all(tasks.map((task) => pool.run(task)))).flat();
        return analysed.map((text) => ({ ...text, taggedWith: mark }));
      } catch (cause) {
        if (cause instanceof Error && /queue is at limit/i.test(cause.message)) {
          const detail = 'More reviews are waiting for analysis than fit; try again in a moment.';
          throw new AppError('overloaded', 503, detail, { cause, retryAfterSeconds: 2 });
        }
        throw cause;
      }
    },
    close: () => pool.destroy(),
  };
}
