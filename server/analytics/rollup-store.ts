import type { Connection } from 'mongoose';
import { ensureCollection } from '../db/ensure-collection.ts';
import type { Session } from '../db/transaction.ts';
import { addCell, type Cell, emptyCell } from './cells.ts';
import {
  type CountedReview,
  cellOf,
  countsOf,
  type DayCounts,
  keysOf,
  type RollupKey,
  rollupId,
} from './rollup-counts.ts';

interface RollupRow extends RollupKey {
  _id: string;
  slot: number;
  days: Record<string, { a?: DayCounts; c?: DayCounts }>;
}

export interface CountedChange {
  before: CountedReview | null;
  after: CountedReview | null;
}

/** Which days of which product and source; `counting` `once` leaves copies out. Days are inclusive. */
export interface CellQuery {
  product?: string | undefined;
  source?: string | undefined;
  from?: string | undefined;
  to?: string | undefined;
  counting: 'once' | 'all';
}

/** Slots in use: the first try of a transaction writes slot 0, tries after a write conflict one of the others. */
const SLOTS = 4;

/** A counter that differs from its recomputation. */
export interface RollupDifference {
  month: string;
  product: string | null;
  source: string | null;
  counter: string;
  stored: number;
  recomputed: number;
}

export type RollupStore = ReturnType<typeof createRollupStore>;

export function createRollupStore(connection: Connection) {
  const rollups = connection.collection<RollupRow>('rollups');

  const cellsOfRow = function* (row: RollupRow, { from, to, counting }: CellQuery): Iterable<Cell> {
    for (const [date, { a, c }] of Object.entries(row.days)) {
      const day = `${row.month}-${date}`;
      if ((from !== undefined && day < from) || (to !== undefined && day > to)) continue;
      const cell = cellOf(day, a ?? {});
      if (counting === 'once' && c) addCell(cell, cellOf(day, c), -1);
      yield cell;
    }
  };

  const monthRange = ({ from, to }: CellQuery) =>
    from === undefined && to === undefined
      ? {}
      : {
          month: {
            ...(from === undefined ? {} : { $gte: from.slice(0, 7) }),
            ...(to === undefined ? {} : { $lte: to.slice(0, 7) }),
          },
        };

  const byDay = (cells: Iterable<Cell>): Cell[] => {
    const days = new Map<string, Cell>();
    for (const cell of cells) {
      const known = days.get(cell.day) ?? emptyCell(cell.day);
      addCell(known, cell);
      days.set(cell.day, known);
    }
    return [...days.values()].filter((cell) => cell.reviews > 0).sort((x, y) => (x.day < y.day ? -1 : 1));
  };

  const write = async (
    sums: Map<string, { key: RollupKey; slot: number; counts: Map<string, number> }>,
    session?: Session,
  ) => {
    const operations = [...sums.entries()].flatMap(([id, { key, slot, counts }]) => {
      const increments = Object.fromEntries(
        [...counts].filter(([, count]) => count !== 0).map(([path, count]) => [`days.${path}`, count]),
      );
      if (Object.keys(increments).length === 0) return [];
      return [
        {
          updateOne: {
            filter: { _id: id },
            update: { $inc: increments, $setOnInsert: { ...key, slot } },
            upsert: true,
          },
        },
      ];
    });
    if (operations.length > 0)
      await rollups.bulkWrite(operations as never, { ordered: false, ...(session ? { session } : {}) });
  };

  const collect = (changes: Iterable<CountedChange>, slot: number) => {
    const sums = new Map<string, { key: RollupKey; slot: number; counts: Map<string, number> }>();
    const add = (review: CountedReview | null, sign: 1 | -1) => {
      if (review === null) return;
      const counts = countsOf(review);
      if (counts.size === 0) return;
      for (const key of keysOf(review)) {
        const id = rollupId(key, slot);
        const sum = sums.get(id) ?? { key, slot, counts: new Map<string, number>() };
        for (const [path, count] of counts) sum.counts.set(path, (sum.counts.get(path) ?? 0) + sign * count);
        sums.set(id, sum);
      }
    };
    for (const { before, after } of changes) {
      add(before, -1);
      add(after, 1);
    }
    return sums;
  };

  return {
    async prepare(): Promise<void> {
      await ensureCollection(connection, 'rollups');
      await rollups.createIndex({ product: 1, source: 1, month: 1 });
    },

    /** Moves the counters by what changed, in the transaction that changes the reviews. */
    async apply(changes: readonly CountedChange[], session: Session, attempt: number): Promise<void> {
      const slot = attempt === 1 ? 0 : 1 + Math.floor(Math.random() * (SLOTS - 1));
      await write(collect(changes, slot), session);
    },

    /** Days with reviews, oldest first. */
    async cells(query: CellQuery): Promise<Cell[]> {
      const rows = rollups.find({ product: query.product ?? null, source: query.source ?? null, ...monthRange(query) });
      const cells: Cell[] = [];
      for await (const row of rows) cells.push(...cellsOfRow(row, query));
      return byDay(cells);
    },

    /** The same for each product (or source) by itself. */
    async cellsBy(dimension: 'product' | 'source', query: CellQuery): Promise<Map<string, Cell[]>> {
      const scope = { product: query.product ?? null, source: query.source ?? null };
      const rows = rollups.find({
        ...scope,
        [dimension]: scope[dimension] ?? { $ne: null },
        ...monthRange(query),
      } as never);
      const groups = new Map<string, Cell[]>();
      for await (const row of rows) {
        const name = row[dimension] ?? '';
        const cells = groups.get(name) ?? [];
        cells.push(...cellsOfRow(row, query));
        groups.set(name, cells);
      }
      return new Map([...groups].map(([name, cells]) => [name, byDay(cells)]));
    },

    /** Every counter that differs from what the reviews give. Run it while nothing is written. */
    async differences(reviews: AsyncIterable<CountedReview>): Promise<RollupDifference[]> {
      const wanted = await recompute(reviews);
      const stored = new Map<string, { key: RollupKey; counts: Map<string, number> }>();
      for await (const row of rollups.find()) {
        const key = { month: row.month, product: row.product, source: row.source };
        const id = rollupId(key, 0);
        const entry = stored.get(id) ?? { key, counts: new Map<string, number>() };
        for (const [path, count] of leaves(row.days)) entry.counts.set(path, (entry.counts.get(path) ?? 0) + count);
        stored.set(id, entry);
      }
      const found: RollupDifference[] = [];
      for (const id of new Set([...wanted.keys(), ...stored.keys()])) {
        const left = stored.get(id);
        const right = wanted.get(id);
        const key = (left ?? right)?.key as RollupKey;
        for (const counter of new Set([...(left?.counts.keys() ?? []), ...(right?.counts.keys() ?? [])])) {
          const [is, should] = [left?.counts.get(counter) ?? 0, right?.counts.get(counter) ?? 0];
          if (is !== should) found.push({ ...key, counter, stored: is, recomputed: should });
        }
      }
      return found;
    },

    /** Replaces all counters by what the reviews give. Run it while nothing is written. */
    async rebuild(reviews: AsyncIterable<CountedReview>, session: Session): Promise<number> {
      const wanted = await recompute(reviews);
      await rollups.deleteMany({}, { session });
      await write(wanted, session);
      return wanted.size;
    },
  };

  async function recompute(reviews: AsyncIterable<CountedReview>) {
    const sums: ReturnType<typeof collect> = new Map();
    for await (const review of reviews) {
      for (const [id, part] of collect([{ before: null, after: review }], 0)) {
        const sum = sums.get(id);
        if (!sum) sums.set(id, part);
        else for (const [path, count] of part.counts) sum.counts.set(path, (sum.counts.get(path) ?? 0) + count);
      }
    }
    return sums;
  }
}

/** `{ '07': { a: { n: 1 } } }` → `['07.a.n', 1]`. */
function* leaves(node: object, path = ''): Iterable<[string, number]> {
  for (const [name, child] of Object.entries(node)) {
    const inner = path === '' ? name : `${path}.${name}`;
    if (typeof child === 'number') yield [inner, child];
    else yield* leaves(child as object, inner);
  }
}
