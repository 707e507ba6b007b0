import { describe, expect, it } from 'vitest';
import { drawStarBars, tellStars, toStarRows } from '../../../client/charts/star-bars.ts';
import { alignStars, drawStarsLines, hasStars, tellStarsTrend } from '../../../client/charts/stars-lines.ts';
import type { DuplicatesEffect, Trend } from '../../../server/contract/analytics.ts';
import { palette } from './palette.ts';

const sum = (stars: number[]): DuplicatesEffect['once'] => ({
  reviews: 100,
  rated: 100,
  average: 4,
  net: null,
  stars: stars.map((reviews, at) => ({ stars: 5 - at, reviews })),
});
const rows = toStarRows({ once: sum([50, 20, 0, 5, 10]), all: sum([70, 20, 0, 6, 10]) });

describe('stars', () => {
  it('have five first, also where the answer leaves some out', () => {
    expect(toStarRows({ once: sum([]), all: sum([]) })).toHaveLength(5);
    expect(rows[0]).toEqual({ stars: 5, once: 50, all: 70 });
  });
  it('put what copies add behind what counts once', () => {
    const { config, grid } = drawStarBars(rows, { palette, hatch: 'hatch' });
    expect(config.data.datasets.map(({ data }) => data[0])).toEqual([
      [0, 50],
      [50, 70],
    ]);
    expect(config.data.datasets[1]?.data[1]).toBeNull();
    expect(grid[0]?.map((mark) => mark?.target)).toEqual([
      { rating: '5', counting: 'once' },
      { rating: '5', counting: 'all' },
    ]);
    expect(grid[2]).toEqual([null, null]);
  });
  it('say in their label what they show', () => {
    expect(tellStars(rows, 'once')).toContain('give 5 stars');
    expect(tellStars(rows, 'once')).toContain('21 copies count only');
    expect(tellStars(toStarRows({ once: sum([]), all: sum([]) }), 'once')).toContain('no review');
  });
});

describe('stars over time', () => {
  const trend = (averages: [string, number, number, boolean?][]): Trend =>
    ({
      interval: 'week',
      stars: averages.map(([start, average, rated, partial = false]) => ({
        start,
        end: start,
        partial,
        reviews: rated,
        rated,
        average,
      })),
    }) as Trend;
  const plot = alignStars(
    trend([
      ['2026-10-05', 4.2, 30],
      ['2026-10-19', 3.9, 30],
      ['2026-10-26', 1, 9, true],
    ]),
    trend([
      ['2026-10-05', 4.3, 40],
      ['2026-10-12', 4.1, 40],
    ]),
  );
  it('put both countings on one row of intervals', () => {
    expect(plot.starts).toEqual(['2026-10-05', '2026-10-12', '2026-10-19', '2026-10-26']);
    const { config } = drawStarsLines(plot, { palette });
    expect(config.data.datasets.map(({ data }) => data)).toEqual([
      [4.2, null, 3.9, null],
      [4.3, 4.1, null, null],
    ]);
  });
  it('open the reviews of their interval and counting', () =>
    expect(drawStarsLines(plot, { palette }).grid[1]?.[1]?.target).toEqual({
      from: '2026-10-12',
      to: '2026-10-12',
      counting: 'all',
    }));
  it('say how they went', () => {
    expect(tellStarsTrend(plot)).toMatch(/fell to 3\.90 .* from 4\.20/);
    expect(hasStars(alignStars(trend([]), trend([])))).toBe(false);
    expect(tellStarsTrend(alignStars(trend([]), trend([])))).toContain('too few');
  });
});
