import type { Estimate } from '../contract/primitives.ts';
import { averageOf, type Cell, emptyTally, ratedOf, type Tally } from './cells.ts';
import { adjustedNet, averageEstimate, averageVariance, netEstimate, shareEstimate, Z } from './estimate.ts';

/** After − before, and how likely so large a difference is by chance, two-sided. */
export interface Difference {
  difference: Estimate;
  p: number;
}

/**
 * Interval of a difference from the intervals of the two values, by squaring and adding the distances to their ends:
 * Newcombe 1998 (method 10) for shares with Wilson intervals; Zou and Donner 2008 (MOVER) for any values.
 */
function differenceOf(before: Estimate, after: Estimate): Estimate {
  const value = after.value - before.value;
  return {
    value,
    low: value - Math.hypot(after.value - after.low, before.high - before.value),
    high: value + Math.hypot(after.high - after.value, before.value - before.low),
  };
}

/** Two-sided p of a normal variable. erfc by Numerical Recipes' rational Chebyshev fit, relative error below 1.2e-7. */
export function twoSidedP(z: number): number {
  const x = Math.abs(z) / Math.SQRT2;
  const t = 1 / (1 + x / 2);
  const coefficients = [
    -1.26551223, 1.00002368, 0.37409196, 0.09678418, -0.18628806, 0.27886807, -1.13520398, 1.48851587, -0.82215223,
    0.17087277,
  ];
  const series = coefficients.reduceRight((sum, coefficient) => coefficient + t * sum, 0);
  return Math.min(1, t * Math.exp(-x * x + series));
}

const pOf = (value: number, variance: number) =>
  variance > 0 ? twoSidedP(value / Math.sqrt(variance)) : value === 0 ? 1 : 0;

/** Of net sentiment: a z test with the variances of the three-way counts (one positive and one negative added). */
export function netDifference(before: Tally, after: Tally): Difference | null {
  const [from, to] = [netEstimate(before), netEstimate(after)];
  if (!from || !to) return null;
  const [x, y] = [adjustedNet(before), adjustedNet(after)];
  return { difference: differenceOf(from, to), p: pOf(y.difference - x.difference, x.variance + y.variance) };
}

/** Of mean stars: Welch's test with the normal distribution. Null with fewer than two ratings on a side. */
export function starsDifference(before: Cell, after: Cell): Difference | null {
  const [x, y] = [averageVariance(before.stars), averageVariance(after.stars)];
  const [from, to] = [before, after].map((cell) => averageEstimate(cell.stars, averageOf(cell)));
  if (x === null || y === null || !from || !to) return null;
  const difference = differenceOf(from, to);
  return { difference, p: pOf(difference.value, x + y) };
}

/** Of the share of reviews: the score test with the pooled share. */
export function shareDifference(before: { count: number; of: number }, after: { count: number; of: number }) {
  const [from, to] = [shareEstimate(before.count, before.of), shareEstimate(after.count, after.of)];
  if (!from || !to) return null;
  const pooled = (before.count + after.count) / (before.of + after.of);
  const difference = differenceOf(from, to);
  return { difference, p: pOf(difference.value, pooled * (1 - pooled) * (1 / before.of + 1 / after.of)) };
}

/** Reviews a day with the score interval of a Poisson rate. */
function rateEstimate(count: number, days: number): Estimate {
  const [centre, half] = [count + Z ** 2 / 2, Z * Math.sqrt(count + Z ** 2 / 4)];
  return { value: count / days, low: Math.max(0, centre - half) / days, high: (centre + half) / days };
}

/** Of reviews a day: the score test of two Poisson rates. */
export function rateDifference(
  before: { count: number; days: number },
  after: { count: number; days: number },
): Difference {
  const difference = differenceOf(rateEstimate(before.count, before.days), rateEstimate(after.count, after.days));
  const pooled = (before.count + after.count) / (before.days + after.days);
  return { difference, p: pOf(difference.value, pooled * (1 / before.days + 1 / after.days)) };
}

/** p values after Benjamini and Hochberg 1995: rejecting those up to q keeps the share of false findings at q. */
export function benjaminiHochberg(ps: readonly number[]): number[] {
  const order = ps.map((p, index) => ({ p, index })).sort((x, y) => y.p - x.p);
  const adjusted = new Array<number>(ps.length);
  let least = 1;
  for (const [place, { p, index }] of order.entries()) {
    least = Math.min(least, (p * ps.length) / (ps.length - place));
    adjusted[index] = least;
  }
  return adjusted;
}

export const tallyOf = (cell: Cell, feature: string): Tally => cell.features[feature] ?? emptyTally();
export const hasFewRatings = (cell: Cell, minN: number) => ratedOf(cell) < minN;
