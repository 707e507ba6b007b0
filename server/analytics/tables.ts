import type { DuplicatesEffect, FeatureRow, Products, Ratings, Trend, TrendInterval } from '../contract/analytics.ts';
import { addCell, averageOf, type Cell, emptyCell, emptyTally, ratedOf, type Tally } from './cells.ts';
import { averageEstimate, netEstimate, shareEstimate, tallyTotal } from './estimate.ts';
import { intervalStart, intervalsBetween } from './intervals.ts';

/** Label of a feature id; ids that left the taxonomy are shown as they are. */
export type LabelOf = (feature: string) => string;

const toRow = (feature: string, tally: Tally, labelOf: LabelOf): FeatureRow => ({
  feature,
  label: labelOf(feature),
  ...tally,
  reviews: tallyTotal(tally),
  net: netEstimate(tally),
});

/** One row a feature that is mentioned, lowest net sentiment first, ties by more reviews. */
export function featureRows(sum: Cell, labelOf: LabelOf): FeatureRow[] {
  return Object.entries(sum.features)
    .filter(([, tally]) => tallyTotal(tally) > 0)
    .map(([feature, tally]) => toRow(feature, tally, labelOf))
    .sort(
      (x, y) => (x.net?.value ?? 0) - (y.net?.value ?? 0) || y.reviews - x.reviews || (x.feature < y.feature ? -1 : 1),
    );
}

/** Five stars first. */
export const starRows = (sum: Cell) => [5, 4, 3, 2, 1].map((stars) => ({ stars, reviews: sum.stars[stars] ?? 0 }));

export function ratingTable(sum: Cell): Pick<Ratings, 'reviews' | 'rated' | 'unrated' | 'average' | 'rows'> {
  const rated = ratedOf(sum);
  return {
    reviews: sum.reviews,
    rated,
    unrated: sum.stars[0] ?? 0,
    average: averageEstimate(sum.stars, averageOf(sum)),
    rows: starRows(sum).map((row) => ({ ...row, share: shareEstimate(row.reviews, rated) })),
  };
}

/** The period that a trend covers. `today` marks the interval that is not over. */
export interface TrendScope {
  from: string;
  to: string;
  interval: TrendInterval;
  today: string;
  features: readonly string[];
}

/** Series of every interval of the period, empty ones included: no reviews is not the same as no interval. */
export function trendSeries(
  cells: readonly Cell[],
  scope: TrendScope,
  labelOf: LabelOf,
): Pick<Trend, 'series' | 'stars'> {
  const byStart = new Map<string, Cell>();
  for (const cell of cells) {
    const start = intervalStart(cell.day, scope.interval);
    const sum = byStart.get(start) ?? emptyCell(start);
    addCell(sum, cell);
    byStart.set(start, sum);
  }
  const intervals = [...intervalsBetween(scope.from, scope.to, scope.interval)].map(({ start, end }) => ({
    frame: { start, end, partial: start < scope.from || end > scope.to || end >= scope.today },
    sum: byStart.get(start) ?? emptyCell(start),
  }));
  return {
    series: scope.features.map((feature) => ({
      feature,
      label: labelOf(feature),
      points: intervals.map(({ frame, sum }) => {
        const { feature: _, label: __, ...counts } = toRow(feature, sum.features[feature] ?? emptyTally(), labelOf);
        return { ...frame, ...counts };
      }),
    })),
    stars: intervals.map(({ frame, sum }) => ({
      ...frame,
      reviews: sum.reviews,
      rated: ratedOf(sum),
      average: averageOf(sum),
      distribution: starRows(sum),
    })),
  };
}

/** Products with the most reviews first. */
export function productRows(products: ReadonlyMap<string, Cell>, labelOf: LabelOf): Products['rows'] {
  return [...products]
    .filter(([, sum]) => sum.reviews > 0)
    .map(([product, sum]) => ({
      product,
      reviews: sum.reviews,
      average: averageOf(sum),
      features: featureRows(sum, labelOf),
    }))
    .sort((x, y) => y.reviews - x.reviews || (x.product < y.product ? -1 : 1));
}

/** Key figures; `net` is over all feature judgements. */
export function keyFigures(sum: Cell): DuplicatesEffect['once'] {
  const judgements = emptyTally();
  for (const tally of Object.values(sum.features)) {
    judgements.positive += tally.positive;
    judgements.negative += tally.negative;
    judgements.neutral += tally.neutral;
    judgements.mixed += tally.mixed;
  }
  return {
    reviews: sum.reviews,
    rated: ratedOf(sum),
    average: averageOf(sum),
    net: netEstimate(judgements),
    stars: starRows(sum),
  };
}
