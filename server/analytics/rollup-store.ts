import type { Connection } from 'mongoose';
import { ensureCollection } from '../db/ensure-collection.ts';
import type { Session } from '../db/transaction.ts';
import { addCell, type Cell, emptyCell } from './cells.ts';
import type { CountedChange, CounterSums } from './counter-sums.ts';
import { createRollupCheck } from './rollup-check-store.ts';
import {
  addCounts,
  type ByDay,
  type DayCounts,
  type DayRatings,
  type RollupKey,
  WHOLE_MONTH,
} from './rollup-counts.ts';
import { createRollupJournal } from './rollup-journal-store.ts';

export interface RollupRow extends RollupKey {
  _id: string;
  slot: number;
  days: ByDay<DayCounts>;
  ratings?: ByDay<DayRatings>;
}

/** Which days of which product and source; `counting` `once` leaves copies out. Days are inclusive. */
export interface CellQuery {
  product?: string | undefined;
  source?: string | undefined;
  from?: string | undefined;
  to?: string | undefined;
  counting: 'once' | 'all';
}

export type RollupStore = ReturnType<typeof createRollupStore>;

export function createRollupStore(connection: Connection) {
  const rollups = connection.collection<RollupRow>('rollups');

  const cellsOfRow = function* (row: RollupRow, { from, to, counting }: CellQuery): Iterable<Cell> {
    for (const [date, { a, c }] of Object.entries(row.days)) {
      const day = `${row.month}-${date}`;
      if (date === WHOLE_MONTH || (from !== undefined && day < from) || (to !== undefined && day > to)) continue;
      const cell = emptyCell(day);
      addCounts(cell, a ?? {}, 1);
      if (counting === 'once' && c) addCounts(cell, c, -1);
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

  const write = async (sums: CounterSums, session: Session) => {
    const operations = [...sums.entries()].flatMap(([id, { key, slot, counts }]) => {
      const increments = Object.fromEntries([...counts].filter(([, count]) => count !== 0));
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
    if (operations.length > 0) await rollups.bulkWrite(operations as never, { ordered: false, session });
  };

  const journal = createRollupJournal(connection, write);

  return {
    async prepare(): Promise<void> {
      await ensureCollection(connection, 'rollups');
      await rollups.createIndex({ product: 1, source: 1, month: 1 });
      await journal.prepare();
    },

    /** Notes what changed of the counters, in the transaction that changes the reviews. */
    apply: (changes: readonly CountedChange[], session: Session) => journal.add(changes, session),

    /** Has what was noted added to the roll-ups; whoever reads them waits for it. */
    settle: journal.settle,
    stop: journal.stop,

    /** Days with reviews, oldest first. */
    async cells(query: CellQuery): Promise<Cell[]> {
      await journal.settle();
      const rows = rollups.find(
        { product: query.product ?? null, source: query.source ?? null, ...monthRange(query) },
        { projection: { ratings: 0 } },
      );
      const cells: Cell[] = [];
      for await (const row of rows) cells.push(...cellsOfRow(row, query));
      return byDay(cells);
    },

    ...createRollupCheck(connection, journal),
  };
}
