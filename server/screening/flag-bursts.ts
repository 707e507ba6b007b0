import type { AnalysedReview } from '../analysis/analyse-pool.ts';
import { findBursts } from './find-bursts.ts';
import { type CheckModes, toFlag } from './stored-flag.ts';

/** Adds to the flags of a batch what only shows in all of it. */
export type FlagBursts = (
  reviews: readonly { author: string | null; date: string | null }[],
  analysed: readonly AnalysedReview[],
) => Promise<AnalysedReview[]>;

export const createFlagBursts =
  (modes: () => Promise<CheckModes>): FlagBursts =>
  async (reviews, analysed) => {
    const bursts = findBursts(reviews, analysed);
    if (bursts.size === 0) return [...analysed];
    const modesNow = await modes();
    return analysed.map((review, place) => {
      const finding = bursts.get(place);
      return finding ? { ...review, flags: [...(review.flags ?? []), toFlag(finding, modesNow)] } : review;
    });
  };
