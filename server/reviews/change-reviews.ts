import type { RollupStore } from '../analytics/rollup-store.ts';
import type { Session } from '../db/transaction.ts';
import { keepErased } from './erased-review.ts';
import type { ReviewChange, ReviewStore } from './review-store.ts';

/**
 * The only way a stored review changes: the review and the aggregates that follow from it, in one transaction. That is
 * why aggregates cannot drift, whatever is killed when.
 */
export type ChangeReviews = (changes: readonly ReviewChange[], session: Session) => Promise<void>;

export const createChangeReviews =
  (store: Pick<ReviewStore, 'write'>, rollups: Pick<RollupStore, 'apply'>): ChangeReviews =>
  async (changes, session) => {
    if (changes.length === 0) return;
    const kept = changes.map(({ before, after }) => ({ before, after: keepErased(before, after) }));
    await store.write(kept, session);
    await rollups.apply(kept, session);
  };
