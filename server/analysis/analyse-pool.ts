import type { Analysis } from '../../nlp/analyze.ts';
import type { Fingerprint } from '../../nlp/compare.ts';
import type { CheckFinding } from '../screening/run-checks.ts';
import { type CheckModes, DEFAULT_MODES, type StoredFlag, toFlag } from '../screening/stored-flag.ts';
import type { WorkerPool } from './worker-pool.ts';

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
  /** What the screening has against it. */
  findings?: CheckFinding[];
  /** Title and text with personal data masked, where they hold any. */
  maskedWords?: { title: string | null; text: string } | undefined;
}

export interface AnalysedReview extends AnalysedText {
  /** Mark of the taxonomy. */
  taggedWith: string;
  /** The findings with what the settings make of them. */
  flags?: StoredFlag[];
}

export interface AnalysePool {
  /** Tags and fingerprints reviews in worker threads; answers in order. @throws AppError `overloaded` when the queue is full */
  analyse(reviews: readonly ReviewToAnalyse[]): Promise<AnalysedReview[]>;
}

/** Texts a task: large enough that passing them on costs little, small enough to share the work. */
const TASK_SIZE = 100;

/** @param taxonomy what to tag with now; @param modes what the checks do now; both asked for once a call */
export function createAnalysePool(
  workers: WorkerPool,
  taxonomy: () => Promise<TaxonomyToApply>,
  modes: () => Promise<CheckModes> = async () => DEFAULT_MODES,
): AnalysePool {
  return {
    async analyse(reviews) {
      if (reviews.length === 0) return [];
      const [{ mark, features }, modesNow] = await Promise.all([taxonomy(), modes()]);
      const tasks: AnalyseTask[] = [];
      for (let at = 0; at < reviews.length; at += TASK_SIZE) {
        tasks.push({ reviews: reviews.slice(at, at + TASK_SIZE), taxonomy: { mark, features } });
      }
      const analysed = await Promise.all(
        tasks.map((task) => workers.run<AnalysedText[]>('analyse-worker', 'analyseReviews', task)),
      );
      return analysed.flat().map((text) => ({
        ...text,
        taggedWith: mark,
        flags: (text.findings ?? []).map((finding) => toFlag(finding, modesNow)),
      }));
    },
  };
}
