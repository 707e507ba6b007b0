import type { Session } from '../db/transaction.ts';
import type { RebuildClusters } from '../duplicates/rebuild-clusters.ts';
import type { ChangeReviews } from './change-reviews.ts';
import type { StoredReview } from './review-model.ts';
import type { ReviewChange } from './review-store.ts';

/**
 * Changes reviews inside the caller's transaction, and the clusters of those whose status is another now: a cluster
 * leaves out what is removed, and counts one that is seen before one that is held. Answers the reviews as they then are,
 * in order.
 */
export type ChangeStatus = (changes: readonly ReviewChange[], session: Session) => Promise<StoredReview[]>;

export const createChangeStatus =
  ({ changeReviews, rebuild }: { changeReviews: ChangeReviews; rebuild: RebuildClusters }): ChangeStatus =>
  async (changes, session) => {
    await changeReviews(changes, session);
    const seeds = changes.filter(hasMoved).map(({ after }) => after._id);
    const rebuilt = new Map(
      (seeds.length > 0 ? await rebuild({ seeds, session }) : []).map((review) => [review._id, review]),
    );
    return changes.map(({ after }) => rebuilt.get(after._id) ?? after);
  };

/** Whether the status of a stored review is another after the change. */
export const hasMoved = ({ before, after }: ReviewChange): boolean => before !== null && before.status !== after.status;
