import type { AnalysedReview, AnalysePool } from '../analysis/analyse-pool.ts';
import { toLookedUp } from './intake-result.ts';
import type { LookUp, LookUpOutcome } from './look-up.ts';
import type { StoredReview } from './review-model.ts';
import type { ReviewStore } from './review-store.ts';

/** Looks up the copies of reviews as they are stored, under their journal entry. Twice does no harm. */
export type LookUpStored = (
  entry: string,
  ids: readonly number[],
) => Promise<LookUpOutcome & { reviews: StoredReview[] }>;

export const createLookUpStored =
  (deps: { store: Pick<ReviewStore, 'byIds'>; pool: AnalysePool; lookUp: LookUp }): LookUpStored =>
  async (entry, ids) => {
    const reviews = await deps.store.byIds(ids);
    const analysed = await deps.pool.analyse(reviews.map(({ text }) => ({ text })));
    const lookedUp = reviews.map((review, index) => toLookedUp(review, analysed[index] as AnalysedReview));
    return { reviews, ...(await deps.lookUp({ entry, lookedUp })) };
  };
