import mongoose, { type Connection } from 'mongoose';
import type { DeliveredEvent } from '../contract/webhooks.ts';
import { ensureCollection } from '../db/ensure-collection.ts';
import type { Session } from '../db/transaction.ts';

/** What an event tells of: ids, of which the payload is made when it is sent, or what is `told` as it is. */
export interface EventSubject {
  reviews?: number[];
  pairs?: { a: number; b: number }[];
  decision?: number;
  told?: object;
}

/** Something that has happened, written in the transaction that made it happen. `_id` is the id of the event. */
export interface OutboxRow {
  _id: string;
  type: DeliveredEvent;
  at: Date;
  subject: EventSubject;
  /** The only webhook that is told of it; undefined: those that ask for such events. */
  to?: number;
  /** When its deliveries were laid out; null: not yet. */
  expandedAt: Date | null;
}

export interface OutboxStore {
  prepare(): Promise<void>;
  add(rows: readonly OutboxRow[], session: Session): Promise<void>;
  /** Rows whose deliveries are to be laid out, oldest first. */
  unexpanded(limit: number): Promise<OutboxRow[]>;
  markExpanded(ids: readonly string[], at: Date): Promise<void>;
  byId(id: string): Promise<OutboxRow | null>;
}

/** A day longer than the deliveries made of them. */
const KEPT_SECONDS = 31 * 86_400;

/** In the order of time, and unique for all servers. */
export const newEventId = () => `evt_${new mongoose.mongo.ObjectId().toHexString()}`;

export function createOutboxStore(connection: Connection): OutboxStore {
  const outbox = connection.collection<OutboxRow>('outbox');
  return {
    async prepare() {
      await ensureCollection(connection, 'outbox');
      await outbox.createIndex({ expandedAt: 1, _id: 1 });
      await outbox.createIndex({ at: 1 }, { expireAfterSeconds: KEPT_SECONDS });
    },
    async add(rows, session) {
      await outbox.insertMany([...rows], { session });
    },
    // Only what no failover can take back may be told to anybody.
    unexpanded: (limit) =>
      outbox.find({ expandedAt: null }, { readConcern: 'majority' }).sort({ _id: 1 }).limit(limit).toArray(),
    async markExpanded(ids, at) {
      await outbox.updateMany({ _id: { $in: [...ids] } }, { $set: { expandedAt: at } });
    },
    byId: (id) => outbox.findOne({ _id: id }),
  };
}
