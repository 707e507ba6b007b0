import type { CopiesEffect } from '../contract/analytics.ts';
import type { Counting } from '../contract/primitives.ts';
import type { Cell } from './cells.ts';
import { tallyOf } from './difference.ts';
import { netEstimate, tallyTotal } from './estimate.ts';
import type { CountedFilters } from './figures.ts';

/** The same of both countings. */
export type Both<T> = Record<Counting, T>;

/** What is shown and, where it is asked for, the same counted once and with all copies; nothing is read twice. */
export async function readCountings<T>(
  filters: CountedFilters,
  withEffect: boolean | undefined,
  read: (filters: CountedFilters) => Promise<T>,
): Promise<{ shown: T; both: Both<T> | undefined }> {
  if (!withEffect) return { shown: await read(filters), both: undefined };
  const [once, all] = await Promise.all([
    read({ ...filters, counting: 'once' }),
    read({ ...filters, counting: 'all' }),
  ]);
  return { shown: filters.counting === 'once' ? once : all, both: { once, all } };
}

/** What `change` makes of both countings. */
export const mapBoth = <T, R>({ once, all }: Both<T>, change: (value: T) => R): Both<R> => ({
  once: change(once),
  all: change(all),
});

/** Reviews and net sentiment of a feature in one sum. */
export const featureFigure = (sum: Cell, feature: string): CopiesEffect['once'] => {
  const tally = tallyOf(sum, feature);
  return { reviews: tallyTotal(tally), net: netEstimate(tally) };
};

/** The figures of a feature counted once and with all copies. */
export const featureEffect = (sums: Both<Cell>, feature: string): CopiesEffect =>
  mapBoth(sums, (sum) => featureFigure(sum, feature));
