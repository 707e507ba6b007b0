import type { Transact } from '../db/transaction.ts';
import type { CountedReview } from './rollup-counts.ts';
import type { RollupDifference, RollupStore } from './rollup-store.ts';

export interface RollupDeps {
  rollups: Pick<RollupStore, 'differences' | 'rebuild'>;
  allReviews: () => AsyncIterable<CountedReview>;
  transact: Transact;
}

/** The aggregates held against the reviews that they follow from. */
export function createRollupService({ rollups, allReviews, transact }: RollupDeps) {
  return {
    verify: (): Promise<RollupDifference[]> => rollups.differences(allReviews()),
    rebuild: (): Promise<number> => transact((session) => rollups.rebuild(allReviews(), session)),
  };
}
