import type { Connection } from 'mongoose';
import { ensureCollection } from '../db/ensure-collection.ts';
import type { Session } from '../db/transaction.ts';
import { createTurns } from '../take-turns.ts';
import { type Cell, emptyCell } from './cells.ts';
import { createRollupCheck } from './rollup-check-store.ts';
import { addReview, addToCell, type CountedChange, type CountedReview, keysOf } from './rollup-counts.ts';
import { createRollupJournal } from './rollup-journal-store.ts';
import { type RollupKey, type RollupRow, RollupRowDraft, rollupId, visitCounters } from './rollup-row.ts';

/** Which days of which product and source; `counting` `once` leaves copies out. Days are inclusive. */
export interface CellQuery {
  product?: string | undefined;
  source?: string | undefined;
  from?: string | undefined;
  to?: string | undefined;
  counting: 'once' | 'all';
}

/** A review that began to count (1) or ceased to (-1). */
export interface CountedStep {
  sign: 1 | -1;
  review: CountedReview;
}

export type RollupStore = ReturnType<typeof createRollupStore>;

export function createRollupStore(connection: Connection) {
  const rollups = connection.collection<RollupRow>('rollups');

  const monthRange = ({ from, to }: CellQuery) =>
    from === undefined && to === undefined
      ? {}
      : {
          month: {
            ...(from === undefined ? {} : { $gte: from.slice(0, 7) }),
            ...(to === undefined ? {} : { $lte: to.slice(0, 7) }),
          },
        };

  /** Reads the documents that the steps touch, adds the steps and puts them back. */
  const write = async (steps: readonly CountedStep[], session: Session) => {
    const turn = createTurns();
    const touched = new Map<string, { key: RollupKey; steps: CountedStep[] }>();
    for (const step of steps) {
      await turn();
      for (const key of keysOf(step.review)) {
        const id = rollupId(key);
        const known = touched.get(id);
        if (known) known.steps.push(step);
        else touched.set(id, { key, steps: [step] });
      }
    }
    const stored = await rollups.find({ _id: { $in: [...touched.keys()] } }, { session }).toArray();
    const rows = new Map(stored.map((row) => [row._id, row as RollupRow]));
    const operations: object[] = [];
    for (const [id, { key, steps: own }] of touched) {
      const draft = new RollupRowDraft(key, rows.get(id));
      for (const { sign, review } of own) {
        await turn();
        addReview(draft, review, sign);
      }
      operations.push({ replaceOne: { filter: { _id: id }, replacement: draft.row(), upsert: true } });
    }
    if (operations.length > 0) await rollups.bulkWrite(operations as never, { ordered: false, session });
  };

  const journal = createRollupJournal(connection, write);

  return {
    async prepare(): Promise<void> {
      await ensureCollection(connection, 'rollups');
      await rollups.createIndex({ product: 1, month: 1 });
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
      const { source, from, to } = query;
      const rows = await rollups
        .find(
          { product: query.product ?? null, ...monthRange(query) },
          { projection: { month: 1, sources: 1, features: 1, days: 1 } },
        )
        .toArray();
      const cells: Cell[] = [];
      for (const row of rows) {
        const ofMonth: Cell[] = [];
        visitCounters(
          row,
          'days',
          (counter) => {
            if (counter.isCopy && query.counting === 'all') return;
            ofMonth[counter.date] ??= emptyCell(`${row.month}-${String(counter.date).padStart(2, '0')}`);
            addToCell(ofMonth[counter.date] as Cell, counter, counter.isCopy ? -1 : 1);
          },
          { source },
        );
        cells.push(...ofMonth.filter((cell) => cell !== undefined && cell.reviews > 0));
      }
      return cells
        .filter(({ day }) => (from === undefined || day >= from) && (to === undefined || day <= to))
        .sort((x, y) => (x.day < y.day ? -1 : 1));
    },

    ...createRollupCheck(connection, journal),
  };
}
