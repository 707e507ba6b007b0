import { describe, expect, it } from 'vitest';
import type { BarConfig } from '../../../client/charts/draw-chart.ts';
import { drawStarMix, tellMix, toStarMix } from '../../../client/charts/star-mix.ts';
import type { Trend } from '../../../server/contract/analytics.ts';
import { palette } from './palette.ts';

const point = (start: string, counts: number[], partial = false): Trend['stars'][number] => {
  const rated = counts.reduce((sum, count) => sum + count, 0);
  return {
    ...{ start, end: start.replace(/01$/, '28'), partial, reviews: rated, rated, average: null },
    distribution: counts.map((reviews, at) => ({ stars: 5 - at, reviews })),
  };
};
const MONTHS = [
  point('2026-06-01', [1, 0, 0, 0, 0]),
  point('2026-07-01', [10, 0, 0, 0, 10]),
  point('2026-08-01', [2, 0, 0, 0, 0]),
  point('2026-09-01', [3, 0, 2, 0, 15]),
  point('2026-10-01', [8, 1, 1, 0, 0], true),
  point('2026-11-01', [0, 0, 0, 0, 1], true),
];
const mix = toStarMix({ counting: 'once', stars: MONTHS });

describe('stars by month', () => {
  it('reach from the first month with enough reviews to the last; too few have no shares', () => {
    expect(mix.months.map(({ start }) => start)).toEqual(['2026-07-01', '2026-08-01', '2026-09-01', '2026-10-01']);
    expect(mix.months[1]?.parts.map(({ share }) => share)).toEqual([null, null, null, null, null]);
    expect(mix.months[0]?.parts.map(({ share }) => share)).toEqual([0.5, 0, 0, 0, 0.5]);
  });

  it('stand on each other, one star at the bottom, and fill the whole height', () => {
    const { config } = drawStarMix(mix, { palette, width: 700 });
    const spans = config.data.datasets.map(({ data }) => data[2]);
    expect(spans[4]).toEqual([0, 0.75]);
    expect(spans[2]).toEqual([0.75, 0.85]);
    expect(spans[0]?.[1 as never]).toBeCloseTo(1, 12);
    expect(config.data.datasets.map(({ data }) => data[1])).toEqual([null, null, null, null, null]);
  });

  it.each([
    [
      700,
      [
        ['20', 'Jul 2026'],
        ['2', 'Aug 2026'],
        ['20', 'Sept 2026'],
        ['10', 'Oct 2026'],
      ],
    ],
    [
      200,
      [
        ['20', 'Jul 2026'],
        ['2', ''],
        ['20', 'Sept 2026'],
        ['10', ''],
      ],
    ],
    [
      110,
      [
        ['20', 'Jul 2026'],
        ['', ''],
        ['', ''],
        ['', ''],
      ],
    ],
  ])('have their n below them, and their names as often as %d pixels allow', (width, wanted) => {
    const { config } = drawStarMix(mix, { palette, width });
    const { callback } = (config as BarConfig).options?.scales?.['x']?.ticks ?? {};
    const shown = mix.months.map((_, index) => callback?.call({} as never, 0, index, []));
    expect(shown.map((entry) => (entry as string[]).map((text) => text.replace('Sep ', 'Sept ')))).toEqual(wanted);
  });

  it('open the reviews of a part, and nothing where there is none', () => {
    const { grid } = drawStarMix(mix, { palette, width: 700 });
    expect(grid[4]?.[2]).toMatchObject({
      target: { rating: '1', from: '2026-09-01', to: '2026-09-28' },
      label: expect.stringMatching(/1 star 75.%, 15 reviews of 20$/),
    });
    expect(grid[1]?.[0]).toBeNull();
    expect(grid.every((row) => row[1] === null)).toBe(true);
  });

  it('say what they show, of whole months only', () => {
    expect(tellMix(mix)).toMatch(/five stars fell to 15.% from 50.%, one star rose to 75.% from 50.%/);
    expect(tellMix(toStarMix({ counting: 'once', stars: [] }))).toContain('too few months');
  });

  it('tell what a share is with all copies where that is another', () => {
    const more = { ...MONTHS[1], effect: { once: MONTHS[1], all: point('2026-07-01', [30, 0, 0, 0, 10]) } };
    const { grid } = drawStarMix(toStarMix({ counting: 'once', stars: [more as Trend['stars'][number]] }), {
      palette,
      width: 700,
    });
    expect(grid[0]?.[0]?.label).toMatch(/5 stars 50.%, 10 reviews of 20, with all copies 75.%$/);
  });
});
