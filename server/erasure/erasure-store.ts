import type { Connection } from 'mongoose';
import { ensureCollection } from '../db/ensure-collection.ts';
import type { Session } from '../db/transaction.ts';
import type { Person } from './person.ts';

/** An erasure. Whose it is goes when it is done. */
export interface StoredErasure {
  _id: number;
  state: 'running' | 'done';
  person: (Person & { reviewIds: number[] }) | null;
  /** Reviews up to this id have been looked at. */
  after: number;
  /** Reviews that it has erased. */
  reviews: number[];
  touched: { what: string; count: number }[];
  actor: string;
  startedAt: Date;
  finishedAt: Date | null;
}

export type ErasureStore = ReturnType<typeof createErasureStore>;

export function createErasureStore(connection: Connection) {
  const rows = connection.collection<StoredErasure>('erasures');
  return {
    async prepare(): Promise<void> {
      await ensureCollection(connection, 'erasures');
      await rows.createIndex({ state: 1, _id: 1 });
    },
    async add(erasure: StoredErasure, session: Session): Promise<void> {
      await rows.insertOne({ ...erasure }, { session });
    },
    byId: (id: number): Promise<StoredErasure | null> => rows.findOne({ _id: id }),
    nextRunning: (): Promise<StoredErasure | null> => rows.findOne({ state: 'running' }, { sort: { _id: 1 } }),
    /** In the transaction of what was erased. */
    async note(id: number, { after, reviews }: { after: number; reviews: readonly number[] }, session: Session) {
      await rows.updateOne(
        { _id: id },
        { $set: { after }, $addToSet: { reviews: { $each: [...reviews] } } },
        { session },
      );
    },
    async finish(id: number, { touched, at }: { touched: StoredErasure['touched']; at: Date }): Promise<void> {
      await rows.updateOne({ _id: id }, { $set: { state: 'done', person: null, touched, finishedAt: at } });
    },
    /** Newest first. */
    page: (before: number | undefined, limit: number): Promise<StoredErasure[]> =>
      rows
        .find(before === undefined ? {} : { _id: { $lt: before } })
        .sort({ _id: -1 })
        .limit(limit)
        .toArray(),
  };
}
