import { averageOf, type Cell, emptyTally, ratedOf, type Tally } from '../analytics/cells.ts';
import { tallyTotal } from '../analytics/estimate.ts';
import type { AlertMetric } from '../contract/alerts.ts';

/** A metric of one period. `centre` and `variance` (of the centre) are what is compared; see `measure`. */
interface Measure {
  value: number | null;
  n: number;
  centre: number;
  variance: number;
}

/** The same metric of two periods. `change` is value − beforeValue; `p` two-sided. Nulls without anything to measure. */
export interface Comparison {
  value: number | null;
  n: number;
  beforeValue: number | null;
  beforeN: number;
  change: number | null;
  p: number | null;
}

/** Judgements of a feature, or of all. */
function judgementsOf(cell: Cell, feature: string | undefined): Tally {
  if (feature !== undefined) return cell.features[feature] ?? emptyTally();
  const sum = emptyTally();
  for (const tally of Object.values(cell.features)) {
    for (const polarity of ['positive', 'negative', 'neutral', 'mixed'] as const) sum[polarity] += tally[polarity];
  }
  return sum;
}

const netOf = (tally: Tally): Measure => {
  const n = tallyTotal(tally);
  const [positive, negative] = [(tally.positive + 1) / (n + 2), (tally.negative + 1) / (n + 2)];
  const centre = positive - negative;
  return {
    ...{ value: n > 0 ? (tally.positive - tally.negative) / n : null, n, centre },
    variance: (positive + negative - centre ** 2) / (n + 2),
  };
};

const negativeShareOf = (tally: Tally): Measure => {
  const n = tallyTotal(tally);
  const centre = (tally.negative + 1) / (n + 2);
  return { value: n > 0 ? tally.negative / n : null, n, centre, variance: (centre * (1 - centre)) / (n + 2) };
};

/** Weight of what is added to each of the five stars: one rating in all. */
const ADDED = 0.2;

const starsOf = (cell: Cell): Measure => {
  const counts = [1, 2, 3, 4, 5].map((star) => ({ star, count: (cell.stars[star] ?? 0) + ADDED }));
  const total = counts.reduce((sum, { count }) => sum + count, 0);
  const centre = counts.reduce((sum, { star, count }) => sum + star * count, 0) / total;
  const squares = counts.reduce((sum, { star, count }) => sum + count * (star - centre) ** 2, 0);
  return { value: averageOf(cell), n: ratedOf(cell), centre, variance: squares / total ** 2 };
};

const volumeOf = (n: number): Measure => ({ value: n, n, centre: n, variance: n });

/**
 * Shares and means are compared with one praising and one blaming judgement (one rating over all stars) added to each
 * period, so that a few reviews that agree do not pass for certain (Agresti and Caffo 2000; Bonett and Price 2012).
 * Volumes are counts of equal spans (Poisson).
 */
function measure(cell: Cell, metric: AlertMetric, feature: string | undefined): Measure {
  if (metric === 'stars') return starsOf(cell);
  const judgements = judgementsOf(cell, feature);
  if (metric === 'volume') return volumeOf(feature === undefined ? cell.reviews : tallyTotal(judgements));
  return metric === 'net' ? netOf(judgements) : negativeShareOf(judgements);
}

/** Two-sided probability of a normal deviate as far from zero: Abramowitz and Stegun 7.1.26, to 2e-7. */
export function twoSided(z: number): number {
  const x = Math.abs(z) / Math.SQRT2;
  const t = 1 / (1 + 0.3275911 * x);
  const series = t * (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))));
  return Math.min(1, series * Math.exp(-x * x));
}

/** Holds a metric of one period against that of another, by a normal deviate of their difference. */
export function comparePeriods(
  { now, before }: { now: Cell; before: Cell },
  { metric, feature }: { metric: AlertMetric; feature?: string | undefined },
): Comparison {
  const [one, other] = [measure(now, metric, feature), measure(before, metric, feature)];
  const figures = { value: one.value, n: one.n, beforeValue: other.value, beforeN: other.n };
  if (one.value === null || other.value === null) return { ...figures, change: null, p: null };
  const variance = one.variance + other.variance;
  const p = variance > 0 ? twoSided((one.centre - other.centre) / Math.sqrt(variance)) : 1;
  return { ...figures, change: one.value - other.value, p };
}
