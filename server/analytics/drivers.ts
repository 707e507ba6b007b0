import type { DriverSide, Drivers } from '../contract/insights.ts';
import { type Both, mapBoth } from './copies-effect.ts';
import { shareEstimate, Z } from './estimate.ts';
import type { JudgedRatings, Moments } from './judged-ratings.ts';
import type { LabelOf } from './tables.ts';

/** Said with every answer, so that the figure can be recomputed by hand. */
export const DRIVER_FORMULA =
  'change = (S − s)/(N − n) − S/N, with N, S the number and sum of all ratings and n, s those of the reviews that judge the feature so. ' +
  '95 % interval by the delta method: variance = w²·(v₀/(N − n) + v₁/n) + (m₀ − m₁)²·w(1 − w)/N, with w = n/N and m₀, v₀ (m₁, v₁) mean and variance of the ratings without (of) these reviews.';

const meanOf = ({ n, sum }: Moments) => sum / n;
const varianceOf = ({ n, sum, squares }: Moments) => (n < 2 ? 0 : Math.max(0, (squares - sum ** 2 / n) / (n - 1)));

/**
 * What leaving out `part` would change of the mean of `all`. The effect is w·(m₀ − m₁): w is binomial, the means are
 * those of two samples; the interval is that of their first-order combination (delta method).
 */
function leaveOut(all: Moments, part: Moments, minN: number): DriverSide {
  const rest: Moments = { n: all.n - part.n, sum: all.sum - part.sum, squares: all.squares - part.squares };
  const base = { n: part.n, share: shareEstimate(part.n, all.n), average: part.n > 0 ? meanOf(part) : null };
  if (part.n < minN || rest.n < minN) return { ...base, change: null, tooFew: true };
  const value = meanOf(rest) - meanOf(all);
  const w = part.n / all.n;
  const gap = meanOf(rest) - meanOf(part);
  const variance = w ** 2 * (varianceOf(rest) / rest.n + varianceOf(part) / part.n) + (gap ** 2 * w * (1 - w)) / all.n;
  const half = Z * Math.sqrt(variance);
  return { ...base, change: { value, low: value - half, high: value + half }, tooFew: false };
}

/** A row a feature that rated reviews praise or blame; `features` limits them. With `both` also counted either way. */
export function driverRows(
  { shown: ratings, both }: { shown: JudgedRatings; both: Both<JudgedRatings> | undefined },
  { features, minN, labelOf }: { features: readonly string[] | undefined; minN: number; labelOf: LabelOf },
): Drivers['rows'] {
  const all = ratings.all();
  const sideOf = (feature: string, polarity: 'positive' | 'negative'): DriverSide => {
    const side = leaveOut(all, ratings.of(feature, polarity), minN);
    if (!both) return side;
    const effect = mapBoth(both, (own) => {
      const { n, change } = leaveOut(own.all(), own.of(feature, polarity), minN);
      return { n, change: change?.value ?? null };
    });
    return { ...side, effect };
  };
  const gain = (side: DriverSide) => side.change?.value ?? Number.NEGATIVE_INFINITY;
  return ratings
    .features()
    .filter((feature) => features?.includes(feature) ?? true)
    .map((feature) => ({
      feature,
      label: labelOf(feature),
      blamed: sideOf(feature, 'negative'),
      praised: sideOf(feature, 'positive'),
    }))
    .filter((row) => row.blamed.n + row.praised.n > 0)
    .sort(
      (x, y) =>
        (gain(x.blamed) === gain(y.blamed) ? 0 : gain(y.blamed) - gain(x.blamed)) ||
        y.blamed.n - x.blamed.n ||
        (x.feature < y.feature ? -1 : 1),
    );
}
