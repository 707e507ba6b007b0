import type { Trend } from '../contract/analytics.ts';
import { type Both, mapBoth } from './copies-effect.ts';

type Series = Pick<Trend, 'series' | 'stars'>;

/** Lays both countings of the same intervals and features beside what is shown; nothing where they were not asked for. */
export function withCopies(shown: Series, both: Both<Series> | undefined): Series {
  if (!both) return shown;
  return {
    series: shown.series.map((line, at) => ({
      ...line,
      points: line.points.map((point, index) => ({
        ...point,
        effect: mapBoth(both, ({ series }) => {
          const { reviews = 0, net = null } = series[at]?.points[index] ?? {};
          return { reviews, net };
        }),
      })),
    })),
    stars: shown.stars.map((point, index) => ({
      ...point,
      effect: mapBoth(both, ({ stars }) => {
        const { reviews = 0, rated = 0, average = null, distribution = [] } = stars[index] ?? {};
        return { reviews, rated, average, distribution };
      }),
    })),
  };
}
