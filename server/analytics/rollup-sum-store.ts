import type { Connection } from 'mongoose';
import { CellSum } from './cell-sum.ts';
import type { Cell } from './cells.ts';
import { dayCells } from './day-cells.ts';
import { createJudgedRatings, type JudgedRatings } from './judged-ratings.ts';
import { type MonthEdge, type MonthPlan, monthsOf, planMonths, wholeMonths } from './month-plan.ts';
import { addToRatings } from './rollup-counts.ts';
import { type RollupCounter, type RollupRow, type RollupTable, visitCounters } from './rollup-row.ts';
import type { CellQuery, RollupStore } from './rollup-store.ts';

/** Counts, or ratings: the tables of whole months and of days. */
type Tables = readonly [whole: RollupTable, days: RollupTable];
const COUNTS: Tables = ['whole', 'days'];
const RATINGS: Tables = ['wholeRatings', 'dayRatings'];

type StoredRow = Pick<RollupRow, 'product' | 'month' | 'sources' | 'features'> & Partial<RollupRow>;
type Visit = (row: StoredRow, counter: RollupCounter, factor: 1 | -1) => void;

export type RollupSumStore = ReturnType<typeof createRollupSumStore>;

/** Sums over periods, of roll-ups that are settled first: whole months are read as one, and of the months at the ends no more days than needed. */
export function createRollupSumStore(connection: Connection, { settle }: Pick<RollupStore, 'settle'>) {
  const rollups = connection.collection<RollupRow>('rollups');

  /** All rows that match, at once: a cursor that is walked row by row costs a turn of the event loop each. */
  const read = (filter: object, tables: readonly RollupTable[]): Promise<StoredRow[]> =>
    rollups
      .find(filter as never, {
        projection: {
          ...{ _id: 0, product: 1, month: 1, sources: 1, features: 1 },
          ...Object.fromEntries(tables.map((table) => [table, 1])),
        },
        batchSize: 10_000,
      })
      .toArray();

  /** Visits what the period is made of; copies come with the opposite factor when they are counted once. */
  const visitPeriod = async (
    query: CellQuery,
    product: object | string | null,
    [whole, days]: Tables,
    visit: Visit,
  ) => {
    await settle();
    const plan = planMonths(query);
    const { source } = query;
    const put = (row: StoredRow, counter: RollupCounter, factor: 1 | -1) => {
      if (!counter.isCopy) visit(row, counter, factor);
      else if (query.counting === 'once') visit(row, counter, factor === 1 ? -1 : 1);
    };
    const readEdge = async ({ month, isWhole, add, subtract }: MonthEdge) => {
      const factors = new Map<number, 1 | -1>([
        ...add.map((date) => [date, 1] as const),
        ...subtract.map((date) => [date, -1] as const),
      ]);
      const lastDate = Math.max(...factors.keys());
      for (const row of await read({ product, month }, isWhole ? [whole, days] : [days])) {
        if (isWhole) visitCounters(row, whole, (counter) => put(row, counter, 1), { source });
        const visitDay = (counter: RollupCounter) => {
          const factor = factors.get(counter.date);
          if (factor !== undefined) put(row, counter, factor);
        };
        if (factors.size > 0) visitCounters(row, days, visitDay, { source, lastDate });
      }
    };
    const readWhole = async (months: NonNullable<MonthPlan['whole']>) => {
      for (const row of await read({ product, ...wholeMonths(months) }, [whole])) {
        visitCounters(row, whole, (counter) => put(row, counter, 1), { source });
      }
    };
    await Promise.all([...(plan.whole ? [readWhole(plan.whole)] : []), ...plan.edges.map(readEdge)]);
  };

  /** Days with reviews of the first month (from that end) that has any. */
  const daysAtEnd = async (query: CellQuery, order: 1 | -1): Promise<string[]> => {
    await settle();
    const rows = rollups
      .find({ product: query.product ?? null, ...monthsOf(query) } as never, {
        projection: { _id: 0, month: 1, sources: 1, features: 1, days: 1 },
        batchSize: 2,
      })
      .sort({ month: order });
    for await (const row of rows) {
      const days = dayCells(row, query).map(({ day }) => day);
      if (days.length > 0) return days;
    }
    return [];
  };

  /** The same period for each product, or each source, by itself. */
  const sumByName = async (
    query: CellQuery,
    product: object | string | null,
    nameOf: (row: StoredRow, counter: RollupCounter) => string,
  ) => {
    const sums = new Map<string, CellSum>();
    let [last, lastName] = [new CellSum(), undefined as string | undefined];
    const sumOf = (name: string) => {
      const known = sums.get(name) ?? new CellSum();
      sums.set(name, known);
      return known;
    };
    await visitPeriod(query, product, COUNTS, (row, counter, factor) => {
      const name = nameOf(row, counter);
      if (name !== lastName) [last, lastName] = [sumOf(name), name];
      last.add(row, counter, factor);
    });
    const cells = [...sums].map(([name, sum]) => [name, sum.cell()] as const);
    return new Map(cells.filter(([, { reviews }]) => reviews > 0));
  };

  return {
    /** All counts of a period in one cell, whose `day` is empty. */
    async sum(query: CellQuery): Promise<Cell> {
      const sum = new CellSum();
      await visitPeriod(query, query.product ?? null, COUNTS, (row, counter, factor) => sum.add(row, counter, factor));
      return sum.cell();
    },

    /** The same for each product (or source) by itself. */
    sumBy: (dimension: 'product' | 'source', query: CellQuery): Promise<Map<string, Cell>> =>
      dimension === 'product'
        ? sumByName(query, query.product ?? { $ne: null }, ({ product }) => product ?? '')
        : sumByName(query, query.product ?? null, (_, { source }) => source),

    /** Ratings of a period by what the reviews say of each feature. */
    async judgedRatings(query: CellQuery): Promise<JudgedRatings> {
      const sum = createJudgedRatings();
      await visitPeriod(query, query.product ?? null, RATINGS, (_, counter, factor) =>
        addToRatings(sum, counter, factor),
      );
      return sum;
    },

    /** First and last day with reviews; null without any. */
    async range(query: CellQuery): Promise<{ from: string | null; to: string | null }> {
      const [first, last] = await Promise.all([daysAtEnd(query, 1), daysAtEnd(query, -1)]);
      return { from: first[0] ?? null, to: last.at(-1) ?? null };
    },
  };
}
