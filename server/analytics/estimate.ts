import type { Estimate } from '../contract/primitives.ts';
import type { Tally } from './cells.ts';

/** Two-sided 95 % of the normal distribution. */
export const Z = 1.959964;

const clamp = (value: number, low: number, high: number) => Math.min(high, Math.max(low, value));

/** Share with the Wilson score interval (Wilson 1927). Null without observations. */
export function shareEstimate(count: number, of: number): Estimate | null {
  if (of <= 0) return null;
  const share = count / of;
  const centre = (share + Z ** 2 / (2 * of)) / (1 + Z ** 2 / of);
  const half = (Z / (1 + Z ** 2 / of)) * Math.sqrt((share * (1 - share)) / of + Z ** 2 / (4 * of ** 2));
  return {
    value: share,
    low: Math.min(share, clamp(centre - half, 0, 1)),
    high: Math.max(share, clamp(centre + half, 0, 1)),
  };
}

export const tallyTotal = (tally: Tally) => tally.positive + tally.negative + tally.neutral + tally.mixed;

/** Net sentiment with one positive and one negative review more, and the variance of it. */
export function adjustedNet(tally: Tally): { difference: number; variance: number } {
  const total = tallyTotal(tally) + 2;
  const [positive, negative] = [(tally.positive + 1) / total, (tally.negative + 1) / total];
  const difference = positive - negative;
  return { difference, variance: Math.max(0, positive + negative - difference ** 2) / total };
}

/**
 * Net sentiment (positive − negative) / all, −1 to 1. The interval is the adjusted Wald interval for a difference of
 * two shares of one sample (Bonett and Price 2012): it keeps its width when all of few reviews agree.
 */
export function netEstimate(tally: Tally): Estimate | null {
  const total = tallyTotal(tally);
  if (total <= 0) return null;
  const value = (tally.positive - tally.negative) / total;
  const { difference, variance } = adjustedNet(tally);
  const half = Z * Math.sqrt(variance);
  return {
    value,
    low: Math.min(value, clamp(difference - half, -1, 1)),
    high: Math.max(value, clamp(difference + half, -1, 1)),
  };
}

/** A rating stands for all opinions that round to it: those alone have the variance of an even spread over one star. */
const LEAST_VARIANCE = 1 / 12;

/** Variance of the mean of ratings; `stars[s]` counts whole stars. Null with fewer than two. */
export function averageVariance(stars: readonly number[]): number | null {
  const counts = [1, 2, 3, 4, 5].map((star) => stars[star] ?? 0);
  const total = counts.reduce((sum, count) => sum + count, 0);
  if (total < 2) return null;
  const mean = counts.reduce((sum, count, index) => sum + count * (index + 1), 0) / total;
  const variance = counts.reduce((sum, count, index) => sum + count * (index + 1 - mean) ** 2, 0) / (total - 1);
  return Math.max(LEAST_VARIANCE, variance) / total;
}

/**
 * Mean of ratings with a normal interval; `stars[s]` counts whole stars and gives the spread, `average` is exact.
 * One rating alone says nothing of the spread: its interval is the whole scale.
 */
export function averageEstimate(stars: readonly number[], average: number | null): Estimate | null {
  if (average === null) return null;
  const variance = averageVariance(stars);
  if (variance === null) return { value: average, low: 1, high: 5 };
  const half = Z * Math.sqrt(variance);
  return { value: average, low: Math.max(1, average - half), high: Math.min(5, average + half) };
}
