import { type CountedReview, countsOf, keysOf, type RollupKey, rollupId } from './rollup-counts.ts';

export interface CountedChange {
  before: CountedReview | null;
  after: CountedReview | null;
}

/** Counters to be added to roll-up documents, by their id. */
export type CounterSums = Map<string, { key: RollupKey; slot: number; counts: Map<string, number> }>;

/** Adds to `sums` what changes of reviews change of the counters. */
export function sumCounters(
  changes: Iterable<CountedChange>,
  slot: number,
  sums: CounterSums = new Map(),
): CounterSums {
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
}
