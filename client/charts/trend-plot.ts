import type { Trend, TrendInterval } from '../../server/contract/analytics.ts';
import type { Counting } from '../../server/contract/primitives.ts';
import { listStarts, nameInterval } from '../state/dates.ts';
import { formatSigned, TOO_FEW } from '../state/figures.ts';

export type TrendSpot = Pick<
  Trend['series'][number]['points'][number],
  'start' | 'end' | 'partial' | 'reviews' | 'net' | 'effect'
>;
/** A feature over time; `spots` has one entry for each of `starts`, null where no review mentions it. */
export type TrendSeries = { feature: string; label: string; spots: (TrendSpot | null)[] };
export type TrendPlot = { interval: TrendInterval; counting: Counting; starts: string[]; series: TrendSeries[] };

/** Puts the series of an answer on one row of intervals without gaps. */
export function alignTrend({ interval, counting, series }: Pick<Trend, 'interval' | 'counting' | 'series'>): TrendPlot {
  const known = series.flatMap(({ points }) => points.map((point) => point.start)).sort();
  const [first, last] = [known[0], known.at(-1)];
  const starts = first === undefined || last === undefined ? [] : listStarts(first, last, interval);
  return {
    interval,
    counting,
    starts,
    series: series.map(({ feature, label, points }) => {
      const byStart = new Map(points.map((point) => [point.start, point]));
      return { feature, label, spots: starts.map((start) => byStart.get(start) ?? null) };
    }),
  };
}

/** The figure of a spot that is drawn: none below ten reviews. */
export const figureOf = (spot: TrendSpot | null) => (spot?.net && spot.reviews >= TOO_FEW ? spot.net.value : null);

/** Features that no interval has enough reviews of for a figure. */
export const listBare = ({ series }: TrendPlot) =>
  series.filter(({ spots }) => spots.every((spot) => figureOf(spot) === null)).map(({ feature }) => feature);

/** Whether any series has the two figures that make a line. */
export const hasFigures = ({ series }: TrendPlot) =>
  series.some(({ spots }) => spots.filter((spot) => figureOf(spot) !== null).length > 1);

/** The plot from its first to its last figure: years without reviews at either end would squeeze the rest. */
export function trimTrend(plot: TrendPlot): TrendPlot {
  const at = plot.starts.flatMap((_, index) =>
    plot.series.some(({ spots }) => figureOf(spots[index] ?? null) !== null) ? [index] : [],
  );
  const [from, to] = [at[0] ?? 0, (at.at(-1) ?? -1) + 1];
  return {
    ...plot,
    starts: plot.starts.slice(from, to),
    series: plot.series.map((series) => ({ ...series, spots: series.spots.slice(from, to) })),
  };
}

/** What the lines show, in a sentence for each: from the first whole interval to the last. */
export function tellTrend({ interval, series }: TrendPlot): string {
  const tell = ({ label, spots }: TrendSeries) => {
    const whole = spots.filter((spot): spot is TrendSpot => figureOf(spot) !== null && !spot?.partial);
    const [first, last] = [whole[0], whole.at(-1)];
    if (!first?.net || !last?.net || first === last) return `${label}: too few reviews for a trend.`;
    const change = last.net.value - first.net.value;
    const verb = Math.abs(change) < 0.05 ? 'stayed near' : change > 0 ? 'rose to' : 'fell to';
    return `${label} ${verb} ${formatSigned(last.net.value)} (${nameInterval(last.start, interval)}) from ${formatSigned(first.net.value)} (${nameInterval(first.start, interval)}).`;
  };
  return `Net sentiment over time. ${series.map(tell).join(' ')}`;
}
