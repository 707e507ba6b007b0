import type { Connection } from 'mongoose';
import { ensureCollection } from '../db/ensure-collection.ts';
import type { Session } from '../db/transaction.ts';

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
    | 'restored';
  detail: string | null;
  version: number;
}

export type EventStore = ReturnType<typeof createEventStore>;

export function createEventStore(connection: Connection) {
  const events = connection.collection<ReviewEvent>('review_events');
  return {
    async prepare(): Promise<void> {
      await ensureCollection(connection, 'review_events');
      await events.createIndex({ review: 1, at: 1 });
    },
    async add(rows: readonly ReviewEvent[], session: Session): Promise<void> {
      if (rows.length > 0)
        await events.insertMany(
          rows.map((row) => ({ ...row })),
          { session },
        );
    },
    /** Oldest first. */
    async of(review: number): Promise<ReviewEvent[]> {
      return events.find({ review }).sort({ at: 1, _id: 1 }).toArray();
    },
  };
}
