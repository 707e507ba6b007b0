import type { ColumnDifference, Comparison } from '../contract/insights.ts';
import { averageOf, type Cell, ratedOf } from './cells.ts';
import { type Both, featureEffect } from './copies-effect.ts';
import { type Difference, hasFewRatings, netDifference, starsDifference, tallyOf } from './difference.ts';
import { averageEstimate, netEstimate, tallyTotal } from './estimate.ts';
import type { LabelOf } from './tables.ts';

export interface ComparedColumn {
  product: string | null;
  days: { from: string | null; to: string | null };
  sum: Cell;
  both: Both<Cell> | undefined;
}

/** Differences between every two of `count` columns. */
function pairwise(count: number, compare: (a: number, b: number) => Difference | null): ColumnDifference[] {
  const pairs = Array.from({ length: count }, (_, a) =>
    Array.from({ length: count - a - 1 }, (_, k) => [a, a + 1 + k] as const),
  ).flat();
  return pairs.map(([a, b]) => {
    const difference = compare(a, b)?.difference ?? null;
    return { a, b, difference, isClear: difference !== null && (difference.low > 0 || difference.high < 0) };
  });
}

/** Columns side by side: stars, and each feature that any of them mentions; `minN` as for what changed. */
export function compareColumns(
  columns: readonly ComparedColumn[],
  { minN, features, labelOf }: { minN: number; features: readonly string[] | undefined; labelOf: LabelOf },
): Pick<Comparison, 'minN' | 'columns' | 'stars' | 'rows'> {
  const sums = columns.map(({ sum }) => sum);
  const cell = (at: number) => sums[at] as Cell;
  const named = [...new Set(sums.flatMap((sum) => Object.keys(sum.features)))]
    .filter((feature) => features?.includes(feature) ?? true)
    .map((feature) => ({ feature, reviews: sums.reduce((n, sum) => n + tallyTotal(tallyOf(sum, feature)), 0) }))
    .filter(({ reviews }) => reviews > 0)
    .sort((x, y) => y.reviews - x.reviews || (x.feature < y.feature ? -1 : 1));
  return {
    minN,
    columns: columns.map(({ product, days, sum }) => ({
      product,
      days,
      reviews: sum.reviews,
      rated: ratedOf(sum),
      average: averageEstimate(sum.stars, averageOf(sum)),
    })),
    stars: {
      differences: pairwise(sums.length, (a, b) =>
        hasFewRatings(cell(a), minN) || hasFewRatings(cell(b), minN) ? null : starsDifference(cell(a), cell(b)),
      ),
    },
    rows: named.map(({ feature }) => {
      const tallies = sums.map((sum) => tallyOf(sum, feature));
      const isFew = (at: number) => tallyTotal(tallies[at] as (typeof tallies)[number]) < minN;
      return {
        feature,
        label: labelOf(feature),
        cells: tallies.map((tally, at) => {
          const both = columns[at]?.both;
          return {
            ...tally,
            reviews: tallyTotal(tally),
            net: netEstimate(tally),
            tooFew: isFew(at),
            ...(both ? { effect: featureEffect(both, feature) } : {}),
          };
        }),
        differences: pairwise(sums.length, (a, b) =>
          isFew(a) || isFew(b) ? null : netDifference(tallyOf(cell(a), feature), tallyOf(cell(b), feature)),
        ),
      };
    }),
  };
}
