import type { Connection } from 'mongoose';
import { type CounterSums, sumCounters } from './counter-sums.ts';
import { type CountedReview, type RollupKey, rollupId } from './rollup-counts.ts';
import type { RollupJournal } from './rollup-journal-store.ts';

/** A counter that differs from its recomputation. */
export interface RollupDifference {
  month: string;
  product: string | null;
  source: string | null;
  counter: string;
  stored: number;
  recomputed: number;
}

interface Row extends RollupKey {
  _id: string;
  days?: object;
  ratings?: object;
}

/** Documents written at once. */
const BATCH = 200;

/** The stored roll-ups held against the reviews. Reviews that come by day are summed up month by month. */
export function createRollupCheck(connection: Connection, journal: Pick<RollupJournal, 'settle' | 'clear'>) {
  const rollups = connection.collection<Row>('rollups');

  /** Stored counters of some months, or of all but some, added up over the slots. */
  const readStored = async (months: object): Promise<CounterSums> => {
    const stored: CounterSums = new Map();
    for await (const { month, product, source, days = {}, ratings = {} } of rollups.find({ month: months } as never)) {
      const key = { month, product, source };
      const id = rollupId(key, 0);
      const entry = stored.get(id) ?? { key, slot: 0, counts: new Map<string, number>() };
      for (const [path, count] of leaves({ days, ratings })) {
        entry.counts.set(path, (entry.counts.get(path) ?? 0) + count);
      }
      stored.set(id, entry);
    }
    return stored;
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
      for await (const wanted of sumByMonth(reviews, order)) {
        const months = [...new Set([...wanted.values()].map(({ key }) => key.month))];
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
      await fresh.createIndex({ product: 1, source: 1, month: 1 });
      let documents = 0;
      for await (const sums of sumByMonth(reviews, order)) {
        const rows = [...sums].map(([id, { key, slot, counts }]) => ({ _id: id, ...key, slot, ...nest(counts) }));
        for (let at = 0; at < rows.length; at += BATCH) await fresh.insertMany(rows.slice(at, at + BATCH) as never);
        documents += rows.length;
      }
      await connection.db?.renameCollection('rollups_new', 'rollups', { dropTarget: true });
      return documents;
    },
  };
}

/** Counters of the reviews: one month after another where they come by day, else all at the end. */
async function* sumByMonth(
  reviews: AsyncIterable<CountedReview>,
  { isByDay }: { isByDay: boolean },
): AsyncIterable<CounterSums> {
  let sums: CounterSums = new Map();
  let month: string | undefined;
  for await (const review of reviews) {
    const own = review.day.slice(0, 7);
    if (isByDay && month !== undefined && own !== month) {
      yield sums;
      sums = new Map();
    }
    month = own;
    sumCounters([{ before: null, after: review }], 0, sums);
  }
  if (sums.size > 0) yield sums;
}

function compare(stored: CounterSums, wanted: CounterSums): RollupDifference[] {
  const found: RollupDifference[] = [];
  for (const id of new Set([...wanted.keys(), ...stored.keys()])) {
    const [left, right] = [stored.get(id), wanted.get(id)];
    const key = (left ?? right)?.key as RollupKey;
    for (const counter of new Set([...(left?.counts.keys() ?? []), ...(right?.counts.keys() ?? [])])) {
      const [is, should] = [left?.counts.get(counter) ?? 0, right?.counts.get(counter) ?? 0];
      if (is !== should) found.push({ ...key, counter, stored: is, recomputed: should });
    }
  }
  return found;
}

/** `{ days: { '07': { a: { n: 1 } } } }` → `['days.07.a.n', 1]`. */
function* leaves(node: object, path = ''): Iterable<[string, number]> {
  for (const [name, child] of Object.entries(node)) {
    const inner = path === '' ? name : `${path}.${name}`;
    if (typeof child === 'number') yield [inner, child];
    else yield* leaves(child as object, inner);
  }
}

/** The reverse of `leaves`. */
function nest(counts: ReadonlyMap<string, number>): Record<string, unknown> {
  const root: Record<string, unknown> = { days: {} };
  for (const [path, count] of counts) {
    const names = path.split('.');
    let node = root;
    for (const name of names.slice(0, -1)) {
      node[name] ??= {};
      node = node[name] as Record<string, unknown>;
    }
    node[names.at(-1) as string] = count;
  }
  return root;
}
