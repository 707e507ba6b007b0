import type { Connection } from 'mongoose';
import { ensureCollection } from '../db/ensure-collection.ts';
import type { Session } from '../db/transaction.ts';

/**
 * Reviews that are stored but whose copies were not looked up yet: written with the reviews, taken out after the
 * look-up. What a killed server leaves here is looked up later, by whoever comes first; twice does no harm.
 */
export interface LookupJournalStore {
  add(ids: readonly number[], at: Date, session: Session): Promise<string>;
  done(entry: string): Promise<void>;
  /** Entries from before `before`, oldest first. */
  open(before: Date): Promise<{ entry: string; ids: number[] }[]>;
  prepare(): Promise<void>;
}

interface JournalRow {
  _id: string;
  ids: number[];
  at: Date;
}

export function createLookupJournalStore(connection: Connection): LookupJournalStore {
  const journal = connection.collection<JournalRow>('lookups');
  return {
    async prepare() {
      await ensureCollection(connection, 'lookups');
    },
    async add(ids, at, session) {
      const entry = `${at.getTime()}-${ids[0]}`;
      await journal.insertOne({ _id: entry, ids: [...ids], at }, { session });
      return entry;
    },
    async done(entry) {
      await journal.deleteOne({ _id: entry });
    },
    async open(before) {
      const rows = await journal
        .find({ at: { $lt: before } })
        .sort({ at: 1 })
        .toArray();
      return rows.map((row) => ({ entry: row._id, ids: row.ids }));
    },
  };
}
