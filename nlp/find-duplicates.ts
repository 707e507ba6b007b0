import type { ComparedReview, Comparison } from './compare.ts';
import { findClusters } from './duplicates/find-clusters.ts';

export interface FoundPair extends Comparison {
  a: string;
  b: string;
}

export interface FoundCluster {
  members: string[];
  pairs: FoundPair[];
}

/**
 * All clusters of copies among the reviews, in memory: the command line's `duplicates` and the evaluation use it.
 * @param options.paraphrases whether to look for rewordings too, which takes some twenty times as long; these need the
 *   `features` of the reviews
 */
export function findDuplicates(
  reviews: readonly (ComparedReview & { id: string })[],
  options: { paraphrases: boolean } = { paraphrases: true },
): FoundCluster[] {
  return findClusters(reviews, options);
}
