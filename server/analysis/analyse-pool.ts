import { createHash } from 'node:crypto';
import type { Analysis } from '../../nlp/analyze.ts';
import type { Fingerprint } from '../../nlp/compare.ts';
import type { CheckFinding } from '../screening/run-checks.ts';
import { type CheckModes, DEFAULT_MODES, type StoredFlag, toFlag } from '../screening/stored-flag.ts';
import { runEach } from './run-each.ts';
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
  /**
   * Tags and fingerprints reviews in worker threads; answers in order. A text that breaks its thread comes back untagged,
   * with a finding that holds it. @throws AppError `overloaded` when the queue is full
   */
  analyse(reviews: readonly ReviewToAnalyse[]): Promise<AnalysedReview[]>;
}

/** Texts a task: large enough that passing them on costs little, small enough to share the work. */
const TASK_SIZE = 100;

/** Of a text that nothing could be found out about: it is stored as it came, is a copy of nothing, and waits for a person. */
const notAnalysed = ({ text }: ReviewToAnalyse): AnalysedText => ({
  analysis: { language: 'und', sentiment: { label: 'neutral', score: 0 }, features: {}, mentions: [] },
  fingerprint: { exact: createHash('sha256').update(text).digest('hex').slice(0, 32), bands: [], generic: false },
  findings: [
    {
      check: 'unreadable',
      detail: 'The analysis broke off: the review is stored as it came and is not tagged.',
      spans: [],
      failed: true,
    },
  ],
});

/**
 * @param taxonomy what to tag with now; @param modes what the checks do now; both asked for once a call
 * @param onBroken told of each text that broke its thread
 */
export function createAnalysePool(
  workers: WorkerPool,
  taxonomy: () => Promise<TaxonomyToApply>,
  modes: () => Promise<CheckModes> = async () => DEFAULT_MODES,
  onBroken?: (error: unknown) => void,
): AnalysePool {
  return {
    async analyse(reviews) {
      if (reviews.length === 0) return [];
      const [{ mark, features }, modesNow] = await Promise.all([taxonomy(), modes()]);
      const analyse = (some: readonly ReviewToAnalyse[]) =>
        workers.run<AnalysedText[]>('analyse-worker', 'analyseReviews', {
          reviews: some,
          taxonomy: { mark, features },
        } satisfies AnalyseTask);
      const tasks: (readonly ReviewToAnalyse[])[] = [];
      for (let at = 0; at < reviews.length; at += TASK_SIZE) tasks.push(reviews.slice(at, at + TASK_SIZE));
      const analysed = await Promise.all(
        tasks.map((task) =>
          runEach(task, analyse, (review, error) => {
            onBroken?.(error);
            return notAnalysed(review);
          }),
        ),
      );
      return analysed.flat().map((text) => ({
        ...text,
        taggedWith: mark,
        flags: (text.findings ?? []).map((finding) => toFlag(finding, modesNow)),
      }));
    },
  };
}
