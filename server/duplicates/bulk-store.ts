import type { Connection } from 'mongoose';
import type { BulkState } from '../contract/moderation-bulk.ts';
import { ensureCollection } from '../db/ensure-collection.ts';
import type { Session } from '../db/transaction.ts';
import type { BulkRowState, StoredBulk } from './bulk-model.ts';

export interface BulkStore {
  prepare(): Promise<void>;
  add(bulk: StoredBulk, rows: readonly BulkRowState[], session: Session): Promise<void>;
  byId(id: number, session?: Session): Promise<StoredBulk | null>;
  /** In the order of the queue. */
  rows(bulk: number): Promise<BulkRowState[]>;
  /** Bulks that are not finished: their servers may have been killed. */
  unfinished(): Promise<number[]>;
  /** The next rows that wait to be decided. */
  waiting(bulk: number, limit: number): Promise<BulkRowState[]>;
  /** The next rows whose decision waits to be taken back, the last decided first. */
  standing(bulk: number, limit: number): Promise<BulkRowState[]>;
  countDecided(bulk: number, session: Session): Promise<number>;
  setRow(
    id: string,
    fields: Partial<Pick<BulkRowState, 'result' | 'why' | 'decision' | 'undo'>>,
    session?: Session,
  ): Promise<void>;
  /** Lets those that could not be taken back wait again. Answers how many wait. */
  reopenUndo(bulk: number, session: Session): Promise<number>;
  /** False where it is in another state by now. */
  move(id: number, from: BulkState, fields: Partial<StoredBulk>, session?: Session): Promise<boolean>;
}

export function createBulkStore(connection: Connection): BulkStore {
  const bulks = connection.collection<StoredBulk>('bulks');
  const rows = connection.collection<BulkRowState>('bulk_rows');
  const within = (session?: Session) => (session ? { session } : {});
  const toUndo = { result: 'decided' as const, undo: null };
  return {
    async prepare() {
      await Promise.all([ensureCollection(connection, 'bulks'), ensureCollection(connection, 'bulk_rows')]);
      await rows.createIndex({ bulk: 1, n: 1 });
      await bulks.createIndex({ state: 1 });
    },
    async add(bulk, states, session) {
      await bulks.insertOne({ ...bulk }, { session });
      if (states.length > 0) await rows.insertMany([...states], { session });
    },
    byId: (id, session) => bulks.findOne({ _id: id }, within(session)),
    rows: (bulk) => rows.find({ bulk }).sort({ n: 1 }).toArray(),
    async unfinished() {
      const open = await bulks.find({ state: { $in: ['running', 'undoing'] } }).toArray();
      return open.map(({ _id }) => _id);
    },
    waiting: (bulk, limit) => rows.find({ bulk, result: 'waiting' }).sort({ n: 1 }).limit(limit).toArray(),
    standing: (bulk, limit) =>
      rows
        .find({ bulk, ...toUndo })
        .sort({ n: -1 })
        .limit(limit)
        .toArray(),
    countDecided: (bulk, session) => rows.countDocuments({ bulk, result: 'decided' }, { session }),
    async setRow(id, fields, session) {
      await rows.updateOne({ _id: id }, { $set: fields }, within(session));
    },
    async reopenUndo(bulk, session) {
      await rows.updateMany({ bulk, 'undo.result': 'failed' }, { $set: { undo: null } }, { session });
      return rows.countDocuments({ bulk, ...toUndo }, { session });
    },
    async move(id, from, fields, session) {
      const { matchedCount } = await bulks.updateOne({ _id: id, state: from }, { $set: fields }, within(session));
      return matchedCount === 1;
    },
  };
}
