import type { Connection } from 'mongoose';
import { ensureCollection } from '../db/ensure-collection.ts';
import type { Session } from '../db/transaction.ts';
import { createTurns } from '../take-turns.ts';
import type { Cell } from './cells.ts';
import { dayCells } from './day-cells.ts';
import { monthsOf } from './month-plan.ts';
import { createRollupCheck } from './rollup-check-store.ts';
import { addReview, type CountedChange, type CountedReview, keysOf } from './rollup-counts.ts';
import { createRollupJournal } from './rollup-journal-store.ts';
import { type RollupKey, type RollupRow, RollupRowDraft, rollupId } from './rollup-row.ts';

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
      const rows = await rollups
        .find(
          { product: query.product ?? null, ...monthsOf(query) },
          { projection: { month: 1, sources: 1, features: 1, days: 1 } },
        )
        .toArray();
      return rows.flatMap((row) => dayCells(row, query)).sort((x, y) => (x.day < y.day ? -1 : 1));
    },

    ...createRollupCheck(connection, journal),
  };
}
