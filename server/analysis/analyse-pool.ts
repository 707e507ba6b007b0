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

export interface AnalysedReview {
  analysis: Analysis;
  fingerprint: Fingerprint;
}

export interface AnalysePool {
  /** Tags and fingerprints reviews in worker threads; answers in order. @throws AppError `overloaded` when the queue is full */
  analyse(reviews: readonly ReviewToAnalyse[]): Promise<AnalysedReview[]>;
  close(): Promise<void>;
}

/** Texts a task: large enough that passing them on costs little, small enough to share the work. */
const TASK_SIZE = 100;

export function createAnalysePool(): AnalysePool {
  const ext = extname(fileURLToPath(import.meta.url));
  const pool = new Piscina<ReviewToAnalyse[], AnalysedReview[]>({
    filename: new URL(`./analyse-worker${ext}`, import.meta.url).href,
    minThreads: 1,
    maxThreads: Math.max(1, availableParallelism() - 1),
    maxQueue: 1000,
    ...(ext === '.ts' ? { execArgv: ['--import', 'tsx'] } : {}),
  });
  return {
    async analyse(reviews) {
      const tasks: ReviewToAnalyse[][] = [];
      for (let at = 0; at < reviews.length; at += TASK_SIZE) tasks.push(reviews.slice(at, at + TASK_SIZE));
      try {
        return (await Promise.all(tasks.map((task) => pool.run(task)))).flat();
      } catch (cause) {
        if (cause instanceof Error && /queue is at limit/i.test(cause.message)) {
          throw new AppError(
            'overloaded',
            503,
            'More reviews are waiting for analysis than fit; try again in a moment.',
            {
              cause,
              retryAfterSeconds: 2,
            },
          );
        }
        throw cause;
      }
    },
    close: () => pool.destroy(),
  };
}
