import type { RollupStore } from '../analytics/rollup-store.ts';
import type { Session } from '../db/transaction.ts';
import type { ReviewChange, ReviewStore } from './review-store.ts';

/**
 * The only way a stored review changes: the review and the aggregates that follow from it, in one transaction. That is
 * why aggregates cannot drift, whatever is killed when.
 */
export type ChangeReviews = (changes: readonly ReviewChange[], session: Session, attempt: number) => Promise<void>;

export const createChangeReviews =
  (store: Pick<ReviewStore, 'write'>, rollups: Pick<RollupStore, 'apply'>): ChangeReviews =>
  async (changes, session, attempt) => {
    if (changes.length === 0) return;
    await store.write(changes, session);
    await rollups.apply(changes, session, attempt);
  };
