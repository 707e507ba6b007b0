import type { AnalysedReview } from '../analysis/analyse-pool.ts';
import type { ReviewStore } from './review-store.ts';

/**
 * Which of the texts, by their hash, are stored with their look-up keys already, so that a review with that text needs
 * none of its own. Of many reviews with one text only the first are asked.
 */
export async function textsWithKeys(
  store: Pick<ReviewStore, 'holdersOfExact' | 'textsKeptBy'>,
  analysed: readonly AnalysedReview[],
): Promise<Set<string>> {
  const holders = await store.holdersOfExact(analysed.map(({ fingerprint }) => fingerprint.exact));
  return store.textsKeptBy([...holders.values()].flat());
}
