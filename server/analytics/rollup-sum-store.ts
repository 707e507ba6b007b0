import type { Connection } from 'mongoose';
import { type Cell, emptyCell } from './cells.ts';
import { createJudgedRatings, type JudgedRatings } from './judged-ratings.ts';
import { type MonthEdge, planMonths } from './month-plan.ts';
import { addCounts, addDayRatings, type ByDay, type DayCounts, type DayRatings, WHOLE_MONTH } from './rollup-counts.ts';
import type { CellQuery, RollupRow, RollupStore } from './rollup-store.ts';

type Part = 'days' | 'ratings';
type Visit<T> = (row: RollupRow, counts: T, factor: 1 | -1) => void;

export type RollupSumStore = ReturnType<typeof createRollupSumStore>;

const scopeOf = ({ product, source }: CellQuery) => ({ product: product ?? null, source: source ?? null });

/** Sums over periods, of roll-ups that are settled first: whole months are read as one, and of the months at the ends no more days than needed. */
export function createRollupSumStore(connection: Connection, { settle }: Pick<RollupStore, 'settle'>) {
  const rollups = connection.collection<RollupRow>('rollups');

  /** All rows that match, at once: a cursor that is walked row by row costs a turn of the event loop each. */
  const read = (filter: object, part: Part, dates: readonly string[]) =>
    rollups
      .find(filter as never, {
        projection: {
          _id: 0,
          product: 1,
          source: 1,
          month: 1,
          ...Object.fromEntries(dates.map((date) => [`${part}.${date}`, 1])),
        },
        batchSize: 10_000,
      })
      .toArray();

  /** Visits what the period is made of; copies come with the opposite factor when they are counted once. */
  const visitPeriod = async <T>(query: CellQuery & { scope: object }, part: Part, visit: Visit<T>) => {
    await settle();
    const { whole, edges } = planMonths(query);
    const visitDays = (row: RollupRow, dates: readonly string[], factor: 1 | -1) => {
      for (const date of dates) {
        const counts = (row[part] as ByDay<T> | undefined)?.[date];
        if (counts?.a) visit(row, counts.a, factor);
        if (counts?.c && query.counting === 'once') visit(row, counts.c, factor === 1 ? -1 : 1);
      }
    };
    const readEdge = async ({ month, add, subtract }: MonthEdge) => {
      for (const row of await read({ ...query.scope, month }, part, [...add, ...subtract])) {
        visitDays(row, add, 1);
        visitDays(row, subtract, -1);
      }
    };
    const readWhole = async ({ after, before }: { after: string | undefined; before: string | undefined }) => {
      const months = { ...(after ? { $gt: after } : {}), ...(before ? { $lt: before } : {}) };
      const filter = { ...query.scope, ...(after || before ? { month: months } : {}) };
      for (const row of await read(filter, part, [WHOLE_MONTH])) visitDays(row, [WHOLE_MONTH], 1);
    };
    await Promise.all([...(whole ? [readWhole(whole)] : []), ...edges.map(readEdge)]);
  };

  /** Days with reviews of the first month (from that end) that has any. */
  const daysAtEnd = async (query: CellQuery, order: 1 | -1): Promise<string[]> => {
    await settle();
    const { from, to, counting } = query;
    const months = { ...(from ? { $gte: from.slice(0, 7) } : {}), ...(to ? { $lte: to.slice(0, 7) } : {}) };
    const rows = rollups
      .find({ ...scopeOf(query), ...(from || to ? { month: months } : {}) } as never, {
        projection: { ratings: 0 },
        batchSize: 2,
      })
      .sort({ month: order });
    let month: string | undefined;
    let reviews = new Map<string, number>();
    const daysOf = () => [...reviews].filter(([, count]) => count > 0).map(([day]) => day);
    for await (const row of rows) {
      if (row.month !== month && daysOf().length > 0) break;
      if (row.month !== month) reviews = new Map();
      month = row.month;
      for (const [date, { a, c }] of Object.entries(row.days)) {
        const day = `${month}-${date}`;
        if (date === WHOLE_MONTH || (from && day < from) || (to && day > to)) continue;
        reviews.set(day, (reviews.get(day) ?? 0) + (a?.n ?? 0) - (counting === 'once' ? (c?.n ?? 0) : 0));
      }
    }
    return daysOf().sort();
  };

  return {
    /** All counts of a period in one cell, whose `day` is empty. */
    async sum(query: CellQuery): Promise<Cell> {
      const sum = emptyCell('');
      await visitPeriod<DayCounts>({ ...query, scope: scopeOf(query) }, 'days', (_, counts, factor) =>
        addCounts(sum, counts, factor),
      );
      return sum;
    },

    /** The same for each product (or source) by itself. */
    async sumBy(dimension: 'product' | 'source', query: CellQuery): Promise<Map<string, Cell>> {
      const sums = new Map<string, Cell>();
      const scope = scopeOf(query);
      await visitPeriod<DayCounts>(
        { ...query, scope: { ...scope, [dimension]: scope[dimension] ?? { $ne: null } } },
        'days',
        (row, counts, factor) => {
          const name = row[dimension] ?? '';
          const sum = sums.get(name) ?? emptyCell('');
          addCounts(sum, counts, factor);
          sums.set(name, sum);
        },
      );
      return new Map([...sums].filter(([, sum]) => sum.reviews > 0));
    },

    /** Ratings of a period by what the reviews say of each feature. */
    async judgedRatings(query: CellQuery): Promise<JudgedRatings> {
      const sum = createJudgedRatings();
      await visitPeriod<DayRatings>({ ...query, scope: scopeOf(query) }, 'ratings', (_, ratings, factor) =>
        addDayRatings(sum, ratings, factor),
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
