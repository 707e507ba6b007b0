import type { Connection } from 'mongoose';
import { ensureCollection } from '../db/ensure-collection.ts';
import type { Session } from '../db/transaction.ts';
import { type LogEntry, type LogHead, nextRow, type StoredLogRow } from './log-chain.ts';

interface HeadRow extends LogHead {
  _id: 'head';
}

export interface LogStore {
  prepare(): Promise<void>;
  /** Adds a row in the transaction of what it tells of. Transactions that add at once make each other start again. */
  append(entry: LogEntry, session: Session): Promise<StoredLogRow>;
  head(): Promise<LogHead | null>;
  /** In order, those behind the number. */
  page(after: number, limit: number): Promise<StoredLogRow[]>;
  /** All, in order. */
  all(): AsyncIterable<StoredLogRow>;
}

export function createLogStore(connection: Connection): LogStore {
  const rows = connection.collection<StoredLogRow>('decision_log');
  const heads = connection.collection<HeadRow>('decision_log_head');
  return {
    async prepare() {
      await Promise.all([
        ensureCollection(connection, 'decision_log'),
        ensureCollection(connection, 'decision_log_head'),
      ]);
    },
    async append(entry, session) {
      const row = nextRow(await heads.findOne({ _id: 'head' }, { session }), entry);
      await rows.insertOne({ ...row }, { session });
      await heads.updateOne({ _id: 'head' }, { $set: { seq: row._id, hash: row.hash } }, { session, upsert: true });
      return row;
    },
    async head() {
      const row = await heads.findOne({ _id: 'head' });
      return row && { seq: row.seq, hash: row.hash };
    },
    page: (after, limit) =>
      rows
        .find({ _id: { $gt: after } })
        .sort({ _id: 1 })
        .limit(limit)
        .toArray(),
    all: () => rows.find({}, { batchSize: 1000 }).sort({ _id: 1 }),
  };
}
