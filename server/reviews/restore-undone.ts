import type { Session } from '../db/transaction.ts';
import type { ClusterStore } from '../duplicates/cluster-store.ts';
import { importId as publicImportId } from '../public-ids.ts';
import type { EventStore } from './event-store.ts';
import type { StoredReview } from './review-model.ts';
import type { ReviewChange, ReviewStore } from './review-store.ts';
import { isUndone } from './undone-review.ts';

/** A review is not what it was when the transaction was prepared: it has to be prepared again. */
export class ChangedMeanwhile extends Error {}

/**
 * Lets reviews of an undone import come in again as if for the first time, under their old ids: their pairs are found
 * anew, and nothing that imports did to them before can be taken back any more.
 * @param reviews as they are to be stored, by id
 * @throws ChangedMeanwhile
 */
export type RestoreUndone = (reviews: ReadonlyMap<number, StoredReview>, session: Session) => Promise<ReviewChange[]>;

export const createRestoreUndone =
  (deps: {
    store: Pick<ReviewStore, 'byIds'>;
    clusters: Pick<ClusterStore, 'removePairsOf'>;
    events: Pick<EventStore, 'add' | 'closeUpdatesOf'>;
  }): RestoreUndone =>
  async (reviews, session) => {
    if (reviews.size === 0) return [];
    const ids = [...reviews.keys()];
    const stored = await deps.store.byIds(ids, session);
    if (stored.length < ids.length || !stored.every(isUndone)) throw new ChangedMeanwhile();
    const changes = stored.map((before) => {
      const review = reviews.get(before._id) as StoredReview;
      return { before, after: { ...review, createdAt: before.createdAt, version: before.version + 1 } };
    });
    await deps.clusters.removePairsOf(ids, session);
    await deps.events.closeUpdatesOf(ids, session);
    await deps.events.add(
      changes.map(({ after }) => ({
        review: after._id,
        at: after.updatedAt,
        actor: 'source',
        event: 'imported-again' as const,
        detail: after.importId === null ? null : publicImportId(after.importId),
        version: after.version,
      })),
      session,
    );
    return changes;
  };
