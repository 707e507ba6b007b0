import type { Connection } from 'mongoose';
import { ensureCollection } from '../db/ensure-collection.ts';
import type { Session } from '../db/transaction.ts';
import type { StoredReview } from './review-model.ts';
import type { StoredContent } from './stored-content.ts';

/** Something that happened to a review after it came in. */
export interface ReviewEvent {
  review: number;
  at: Date;
  actor: string;
  event:
    | 'updated'
    | 'status-changed'
    | 'tags-corrected'
    | 'correction-taken-back'
    | 'tags-checked'
    | 'tags-unchecked'
    | 'removed'
    | 'kept'
    | 'not-duplicate'
    | 'restored'
    | 'import-undone'
    | 'import-redone'
    | 'imported-again'
    | 'erased';
  detail: string | null;
  version: number;
  /** The import that changed the review, and whose undo takes that back. */
  import?: number;
  /** Of `updated`: what the review said before; while the update is undone, what it says with it. */
  former?: StoredContent;
  /** Of `updated`: it is taken back. */
  undone?: boolean;
  /** Of `import-undone`: what redoing it puts back. */
  was?: Pick<StoredReview, 'status' | 'statusReason' | 'copyOf'>;
}

/** An update of a review, one of the chain that its content follows from. */
export type UpdateEvent = ReviewEvent & { _id: unknown };

export type EventStore = ReturnType<typeof createEventStore>;

export function createEventStore(connection: Connection) {
  const events = connection.collection<ReviewEvent>('review_events');
  return {
    async prepare(): Promise<void> {
      await ensureCollection(connection, 'review_events');
      await events.createIndex({ review: 1, at: 1 });
      await events.createIndex({ import: 1, review: 1 }, { partialFilterExpression: { import: { $gt: 0 } } });
    },
    async add(rows: readonly ReviewEvent[], session: Session): Promise<void> {
      if (rows.length > 0)
        await events.insertMany(
          rows.map((row) => ({ ...row })),
          { session },
        );
    },
    /** Oldest first, without the contents. */
    async of(review: number): Promise<ReviewEvent[]> {
      return events.find({ review }).project<ReviewEvent>({ former: 0 }).sort({ at: 1, _id: 1 }).toArray();
    },

    /** Reviews behind `after` that an import updated, in the order of their ids: some, at least one. */
    async reviewsUpdatedBy(
      importId: number,
      { undone, after, limit }: { undone: boolean; after: number; limit: number },
    ): Promise<number[]> {
      const rows = await events
        .find({ ...updatesBy(importId, undone), review: { $gt: after } })
        .project<Pick<ReviewEvent, 'review'>>({ _id: 0, review: 1 })
        .sort({ review: 1 })
        .limit(limit)
        .toArray();
      return [...new Set(rows.map(({ review }) => review))];
    },
    async countReviewsUpdatedBy(importId: number, undone: boolean): Promise<number> {
      const [sum] = await events
        .aggregate<{ reviews: number }>([
          { $match: updatesBy(importId, undone) },
          { $group: { _id: '$review' } },
          { $count: 'reviews' },
        ])
        .toArray();
      return sum?.reviews ?? 0;
    },
    /** When an import updated some of the reviews, without what was taken back. */
    async updatesAmong(importId: number, reviews: readonly number[]): Promise<Pick<ReviewEvent, 'review' | 'at'>[]> {
      return events
        .find({ ...updatesBy(importId, false), review: { $in: [...reviews] } })
        .project<Pick<ReviewEvent, 'review' | 'at'>>({ _id: 0, review: 1, at: 1 })
        .toArray();
    },
    /** All updates of the reviews with the contents, oldest first. */
    async updatesOf(reviews: readonly number[], session?: Session): Promise<UpdateEvent[]> {
      return events
        .find({ review: { $in: [...reviews] }, event: 'updated' }, session ? { session } : {})
        .sort({ review: 1, version: 1 })
        .toArray();
    },
    /** Stores what taking updates back, or again, has changed of them. */
    async putUpdates(changed: readonly UpdateEvent[], session: Session): Promise<void> {
      if (changed.length === 0) return;
      await events.bulkWrite(
        changed.map(({ _id, former, undone = false }) => ({
          updateOne: { filter: { _id: _id as never }, update: { $set: { former: former as StoredContent, undone } } },
        })),
        { session, ordered: false },
      );
    },
    /** What an undo found of the reviews that the import had created. */
    async undoneBy(importId: number, reviews: readonly number[], session: Session): Promise<ReviewEvent[]> {
      return events
        .find({ import: importId, event: 'import-undone', review: { $in: [...reviews] } }, { session })
        .sort({ review: 1, version: 1 })
        .toArray();
    },
    /** The reviews begin anew: what imports did to them before can no longer be taken back. */
    async closeUpdatesOf(reviews: readonly number[], session: Session): Promise<void> {
      await events.updateMany({ review: { $in: [...reviews] } }, { $unset: { import: 1 } }, { session });
    },
  };
}

const updatesBy = (importId: number, undone: boolean) => ({
  import: importId,
  event: 'updated' as const,
  undone: undone ? true : { $ne: true },
});
