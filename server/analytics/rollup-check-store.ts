import type { Connection } from 'mongoose';
import { monthOf } from './month-plan.ts';
import { addReview, type CountedReview, countNames, keysOf } from './rollup-counts.ts';
import type { RollupJournal } from './rollup-journal-store.ts';
import { type RollupKey, type RollupRow, RollupRowDraft, rollupId, rollupTables, visitCounters } from './rollup-row.ts';

/** A counter that differs from its recomputation. */
export interface RollupDifference extends RollupKey {
  counter: string;
  stored: number;
  recomputed: number;
}

/** Documents written at once. */
const BATCH = 200;

type Rows = Map<string, RollupRow>;

/** The stored roll-ups held against the reviews. Reviews that come by day are summed up month by month. */
export function createRollupCheck(connection: Connection, journal: Pick<RollupJournal, 'settle' | 'clear'>) {
  const rollups = connection.collection<RollupRow>('rollups');

  /** Stored documents of some months, or of all but some. */
  const readStored = async (months: object): Promise<Rows> => {
    const rows = await rollups.find({ month: months } as never).toArray();
    return new Map(rows.map((row) => [row._id, row as RollupRow]));
  };

  return {
    /** Every counter that differs from what the reviews give. Run it while nothing is written. */
    async differences(
      reviews: AsyncIterable<CountedReview>,
      order: { isByDay: boolean } = { isByDay: false },
    ): Promise<RollupDifference[]> {
      await journal.settle();
      const found: RollupDifference[] = [];
      const seen = new Set<string>();
      for await (const wanted of rowsByMonth(reviews, order)) {
        const months = [...new Set([...wanted.values()].map(({ month }) => month))];
        for (const month of months) seen.add(month);
        found.push(...compare(await readStored({ $in: months }), wanted));
      }
      found.push(...compare(await readStored({ $nin: [...seen] }), new Map()));
      return found;
    },

    /**
     * Replaces all counters by what the reviews give, and answers the number of documents. They are made beside the
     * old ones and take their place in one step. Run it while nothing is written.
     */
    async rebuild(
      reviews: AsyncIterable<CountedReview>,
      order: { isByDay: boolean } = { isByDay: false },
    ): Promise<number> {
      await journal.clear();
      const fresh = connection.collection('rollups_new');
      await fresh.drop().catch(() => undefined);
      await connection.createCollection('rollups_new');
      await fresh.createIndex({ product: 1, month: 1 });
      let documents = 0;
      for await (const made of rowsByMonth(reviews, order)) {
        const rows = [...made.values()];
        for (let at = 0; at < rows.length; at += BATCH) await fresh.insertMany(rows.slice(at, at + BATCH) as never);
        documents += rows.length;
      }
      await connection.db?.renameCollection('rollups_new', 'rollups', { dropTarget: true });
      return documents;
    },
  };
}

/** What the reviews give: one month after another where they come by day, else all at the end. */
async function* rowsByMonth(
  reviews: AsyncIterable<CountedReview>,
  { isByDay }: { isByDay: boolean },
): AsyncIterable<Rows> {
  let drafts = new Map<string, RollupRowDraft>();
  let month: string | undefined;
  const rows = (): Rows => new Map([...drafts].map(([id, draft]) => [id, draft.row()]));
  for await (const review of reviews) {
    const own = monthOf(review.day);
    if (isByDay && month !== undefined && own !== month) {
      yield rows();
      drafts = new Map();
    }
    month = own;
    if (review.status !== 'published') continue;
    for (const key of keysOf(review)) {
      const id = rollupId(key);
      const draft = drafts.get(id) ?? new RollupRowDraft(key);
      drafts.set(id, draft);
      addReview(draft, review, 1);
    }
  }
  if (drafts.size > 0) yield rows();
}

function compare(stored: Rows, wanted: Rows): RollupDifference[] {
  const found: RollupDifference[] = [];
  for (const id of new Set([...wanted.keys(), ...stored.keys()])) {
    const { month, product } = (stored.get(id) ?? wanted.get(id)) as RollupRow;
    const [left, right] = [countersOf(stored.get(id)), countersOf(wanted.get(id))];
    for (const counter of new Set([...left.keys(), ...right.keys()])) {
      const [is, should] = [left.get(counter) ?? 0, right.get(counter) ?? 0];
      if (is !== should) found.push({ month, product, counter, stored: is, recomputed: should });
    }
  }
  return found;
}

/** All counters of a document under names that do not hang on the order of its sources and features. */
function countersOf(row: RollupRow | undefined): Map<string, number> {
  const counters = new Map<string, number>();
  if (!row) return counters;
  for (const table of rollupTables) {
    visitCounters(row, table, ({ date, source, isCopy, feature, kind, rating, count }) => {
      const what = feature === null ? (countNames[kind] ?? kind) : `${feature} ${kind}`;
      counters.set(`${table} ${date} ${JSON.stringify(source)} ${isCopy ? 'copies ' : ''}${what} ${rating}`, count);
    });
  }
  return counters;
}
