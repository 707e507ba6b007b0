import type { Session } from '../db/transaction.ts';
import type { ClusterStore } from '../duplicates/cluster-store.ts';
import type { RebuildClusters } from '../duplicates/rebuild-clusters.ts';
import type { ChangeReviews } from './change-reviews.ts';
import type { StoredReview } from './review-model.ts';
import type { ReviewChange, ReviewStore } from './review-store.ts';

export interface ReplaceDeps {
  store: Pick<ReviewStore, 'heirOfExact'>;
  clusters: Pick<ClusterStore, 'removePairsOf' | 'standingPairsOf'>;
  changeReviews: ChangeReviews;
  rebuild: RebuildClusters;
}

export interface ContentChange {
  before: StoredReview;
  after: StoredReview;
  /** Whether what the pairs of the review were found on is another now: they go, and the caller has it looked up anew. */
  isLookedUp: boolean;
}

/**
 * Replaces what a stored review says, inside the caller's transaction. The look-up keys of a text that it no longer has
 * pass to another review with that text. Answers the review as it then is.
 */
export type ReplaceContent = (change: ContentChange, session: Session) => Promise<StoredReview>;

export const createReplaceContent =
  ({ store, clusters, changeReviews, rebuild }: ReplaceDeps): ReplaceContent =>
  async ({ before, after, isLookedUp }, session) => {
    const changes: ReviewChange[] = [{ before, after }];
    const hasNewText = before.exact !== after.exact;
    const heir =
      hasNewText && before.bands.length > 0 ? await store.heirOfExact(before.exact, before._id, session) : null;
    if (heir && heir.bands.length === 0) changes.push({ before: heir, after: { ...heir, bands: before.bands } });
    await changeReviews(changes, session);
    if (!isLookedUp) return after;

    const neighbours = (await clusters.standingPairsOf([after._id], session)).flatMap((pair) => [pair.a, pair.b]);
    await clusters.removePairsOf([after._id], session);
    const rebuilt = await rebuild({ seeds: [after._id, ...neighbours], session });
    return rebuilt.find((other) => other._id === after._id) ?? after;
  };
