import type { RollupDifference } from './rollup-check-store.ts';
import type { CountedReview } from './rollup-counts.ts';
import { ROLLUP_SHAPE } from './rollup-row.ts';
import type { RollupStore } from './rollup-store.ts';

export interface RollupDeps {
  rollups: Pick<RollupStore, 'differences' | 'rebuild'>;
  /** All reviews, those of a month one after another. */
  reviewsByDay: () => AsyncIterable<CountedReview>;
  /** Which shape the stored roll-ups have. */
  shape: { get(): Promise<number | undefined>; set(shape: number): Promise<void> };
  /** Runs the work while no other server runs it. */
  alone: (work: () => Promise<void>) => Promise<void>;
}

const BY_DAY = { isByDay: true };

/** The aggregates held against the reviews that they follow from. */
export function createRollupService({ rollups, reviewsByDay, shape, alone }: RollupDeps) {
  const rebuild = async (): Promise<number> => {
    const documents = await rollups.rebuild(reviewsByDay(), BY_DAY);
    await shape.set(ROLLUP_SHAPE);
    return documents;
  };
  return {
    verify: (): Promise<RollupDifference[]> => rollups.differences(reviewsByDay(), BY_DAY),
    rebuild,

    /**
     * Makes the roll-ups of an earlier release anew; for the start, before anything is read or written. Of servers that
     * start together one does it and the others wait.
     */
    async renew(): Promise<void> {
      if ((await shape.get()) === ROLLUP_SHAPE) return;
      await alone(async () => {
        if ((await shape.get()) === ROLLUP_SHAPE) return;
        await rebuild();
      });
    },
  };
}
