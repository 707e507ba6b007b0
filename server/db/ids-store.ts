import type { Connection } from 'mongoose';
import { ensureCollection } from './ensure-collection.ts';
import type { Session } from './transaction.ts';

export type IdSequence =
  | 'reviews'
  | 'clusters'
  | 'decisions'
  | 'imports'
  | 'webhooks'
  | 'pulls'
  | 'views'
  | 'shares'
  | 'alerts'
  | 'firings'
  | 'bulks'
  | 'held-decisions'
  | 'erasures'
  | 'notes'
  | 'users'
  | 'api-keys';

/** Hands out whole numbers from 1, unique for all servers of a database; numbers of a failed write stay unused. */
export interface IdsStore {
  /** The first of `count` consecutive numbers. */
  allocate(sequence: IdSequence, count?: number): Promise<number>;
  /** The same inside a transaction, gapless. */
  next(sequence: IdSequence, session: Session): Promise<number>;
  prepare(): Promise<void>;
}

interface CounterRow {
  _id: IdSequence;
  last: number;
}

export function createIdsStore(connection: Connection): IdsStore {
  const counters = connection.collection<CounterRow>('counters');
  const advance = async (sequence: IdSequence, count: number, session?: Session) => {
    const row = await counters.findOneAndUpdate(
      { _id: sequence },
      { $inc: { last: count } },
      { upsert: true, returnDocument: 'after', ...(session ? { session } : {}) },
    );
    return (row?.last ?? count) - count + 1;
  };
  return {
    prepare: () => ensureCollection(connection, 'counters'),
    allocate: (sequence, count = 1) => advance(sequence, count),
    next: (sequence, session) => advance(sequence, 1, session),
  };
}
