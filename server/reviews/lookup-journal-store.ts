import { randomUUID } from 'node:crypto';
import type { Connection } from 'mongoose';
import { ensureCollection } from '../db/ensure-collection.ts';
import type { Session } from '../db/transaction.ts';

/** Reviews that one look-up is for. */
export interface JournalEntry {
  entry: string;
  ids: number[];
}

/**
 * Reviews that are stored but whose copies were not looked up yet: written with the reviews, and taken out after the
 * second look. What a killed server leaves here is looked up later, by whoever comes first; twice does no harm.
 */
export interface LookupJournalStore {
  /** An entry whose exact and near copies are to be looked up, then its paraphrases. */
  add(ids: readonly number[], at: Date, session: Session): Promise<string>;
  /** Entries of reviews that only the second look is to see again. */
  addForSecondLook(ids: readonly number[], at: Date, session: Session): Promise<void>;
  /** Exact and near copies are linked: what remains is the second look. */
  advance(entry: string): Promise<void>;
  done(entries: readonly string[]): Promise<void>;
  /** Entries from before `before` whose copies were not looked up, oldest first. */
  open(before: Date): Promise<JournalEntry[]>;
  /** Takes the oldest entries that wait for the second look, at least one, at most `most` reviews, under a lease. */
  claim(lease: { owner: string; now: Date; until: Date; most: number }): Promise<JournalEntry[]>;
  /** Gives back what an owner has claimed and not done. */
  release(owner: string): Promise<void>;
  /** Reviews that wait for the second look, at whatever stage. */
  countPending(): Promise<number>;
  prepare(): Promise<void>;
}

type Stage = 'copies' | 'second-look';

interface JournalRow {
  _id: string;
  ids: number[];
  /** Number of ids, for counting from the index alone. */
  size: number;
  at: Date;
  stage: Stage;
  /** Who is at the second look, and until when it is theirs. */
  owner?: string;
  until?: Date;
}

/** Reviews an entry: what is lost when a second look is broken off. */
const MOST_IDS = 500;
/** Entries that one claim looks at. */
const MOST_ENTRIES = 500;

export function createLookupJournalStore(connection: Connection): LookupJournalStore {
  const journal = connection.collection<JournalRow>('lookups');
  const rowOf = (ids: readonly number[], at: Date, stage: Stage): JournalRow => ({
    _id: `${at.getTime()}-${ids[0]}-${randomUUID().slice(0, 8)}`,
    ids: [...ids],
    size: ids.length,
    at,
    stage,
  });
  const toEntry = ({ _id, ids }: Pick<JournalRow, '_id' | 'ids'>): JournalEntry => ({ entry: _id, ids });

  return {
    async prepare() {
      await ensureCollection(connection, 'lookups');
      await journal.createIndex({ stage: 1, at: 1, size: 1 });
    },
    async add(ids, at, session) {
      const row = rowOf(ids, at, 'copies');
      await journal.insertOne(row, { session });
      return row._id;
    },
    async addForSecondLook(ids, at, session) {
      const rows: JournalRow[] = [];
      for (let from = 0; from < ids.length; from += MOST_IDS)
        rows.push(rowOf(ids.slice(from, from + MOST_IDS), at, 'second-look'));
      if (rows.length > 0) await journal.insertMany(rows, { session });
    },
    async advance(entry) {
      await journal.updateOne({ _id: entry }, { $set: { stage: 'second-look' } });
    },
    async done(entries) {
      await journal.deleteMany({ _id: { $in: [...entries] } });
    },
    async open(before) {
      const rows = await journal
        .find({ stage: 'copies', at: { $lt: before } })
        .sort({ at: 1 })
        .toArray();
      return rows.map(toEntry);
    },
    async claim({ owner, now, until, most }) {
      const isFree = { stage: 'second-look' as const, until: { $not: { $gt: now } } };
      const waiting = await journal
        .find(isFree)
        .project<Pick<JournalRow, '_id' | 'size'>>({ size: 1 })
        .sort({ at: 1 })
        .limit(MOST_ENTRIES)
        .toArray();
      let sum = 0;
      const wanted = waiting.filter(({ size }, at) => {
        sum += size;
        return at === 0 || sum <= most;
      });
      if (wanted.length === 0) return [];
      await journal.updateMany({ ...isFree, _id: { $in: wanted.map(({ _id }) => _id) } }, { $set: { owner, until } });
      const claimed = await journal.find({ stage: 'second-look', owner, until }).sort({ at: 1 }).toArray();
      return claimed.map(toEntry);
    },
    async release(owner) {
      await journal.updateMany({ stage: 'second-look', owner }, { $unset: { owner: 1, until: 1 } });
    },
    async countPending() {
      const [sum] = await journal
        .aggregate<{ reviews: number }>([
          { $match: { stage: { $in: ['copies', 'second-look'] satisfies Stage[] } } },
          { $group: { _id: null, reviews: { $sum: '$size' } } },
        ])
        .toArray();
      return sum?.reviews ?? 0;
    },
  };
}
