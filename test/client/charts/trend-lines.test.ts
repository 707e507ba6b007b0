import { describe, expect, it } from 'vitest';
import type { LineConfig } from '../../../client/charts/draw-chart.ts';
import { drawTrendLines } from '../../../client/charts/trend-lines.ts';
import { alignTrend, hasFigures, listBare, tellTrend, trimTrend } from '../../../client/charts/trend-plot.ts';
import type { Trend } from '../../../server/contract/analytics.ts';
import { palette } from './palette.ts';

type Point = Trend['series'][number]['points'][number];
const point = (start: string, value: number, reviews = 40, partial = false): Point => ({
  start,
  end: `${start.slice(0, 8)}28`,
  partial,
  positive: 0,
  negative: 0,
  neutral: 0,
  mixed: 0,
  reviews,
  net: { value, low: value - 0.1, high: value + 0.1 },
});
const plot = alignTrend({
  counting: 'once',
  interval: 'month',
  series: [
    {
      feature: 'app',
      label: 'App',
      points: [point('2026-08-01', 0.2), point('2026-10-01', -0.1), point('2026-11-01', 0.5, 12, true)],
    },
    { feature: 'fee', label: 'Fee', points: [point('2026-08-01', -0.5), point('2026-09-01', -0.5, 4)] },
  ],
});
const drawn = drawTrendLines(plot, { palette, width: 900 });
const lines = (drawn.config as LineConfig).data.datasets;

describe('net sentiment over time', () => {
  it('gives an interval without reviews its place', () => {
    expect(plot.starts).toEqual(['2026-08-01', '2026-09-01', '2026-10-01', '2026-11-01']);
    expect(drawn.config.data.datasets[0]?.data).toEqual([0.2, null, -0.1, 0.5]);
  });
  it('begins and ends with a figure, and keeps the gaps between', () => {
    const points = [
      point('2020-01-01', 1, 2),
      point('2026-08-01', 0.2),
      point('2026-10-01', 0.1),
      point('2026-11-01', 1, 3),
    ];
    const trimmed = trimTrend(
      alignTrend({ counting: 'once', interval: 'month', series: [{ feature: 'app', label: 'App', points }] }),
    );
    expect(trimmed.starts).toEqual(['2026-08-01', '2026-09-01', '2026-10-01']);
    expect(trimmed.series[0]?.spots.map((spot) => spot?.net?.value ?? null)).toEqual([0.2, null, 0.1]);
    expect(trimTrend({ counting: 'once', interval: 'day', starts: ['2026-08-01'], series: [] }).starts).toEqual([]);
  });
  it('draws no figure of too few reviews', () => {
    expect(drawn.config.data.datasets[1]?.data).toEqual([-0.5, null, null, null]);
    expect(
      hasFigures(
        alignTrend({
          counting: 'once',
          interval: 'day',
          series: [{ feature: 'a', label: 'A', points: [point('2026-08-01', 1, 9)] }],
        }),
      ),
    ).toBe(false);
  });
  it('names the features that have no figure anywhere', () => {
    const few = { feature: 'rare', label: 'Rare', points: [point('2026-08-01', 1, 9)] };
    expect(listBare(alignTrend({ counting: 'once', interval: 'month', series: [few] }))).toEqual(['rare']);
    expect(listBare(plot)).toEqual([]);
  });
  it('dashes the unfinished interval and leaves its point hollow', () => {
    const line = lines[0] as unknown as {
      pointBackgroundColor: string[];
      segment: { borderDash: (at: object) => unknown };
    };
    expect(line.pointBackgroundColor).toEqual(['one', 'one', 'one', 'surface']);
    expect(line.segment.borderDash({ p0DataIndex: 2, p1DataIndex: 3 })).toEqual([3, 4]);
    expect(line.segment.borderDash({ p0DataIndex: 0, p1DataIndex: 2 })).toBeUndefined();
  });
  it('tells its lines apart by more than colour', () => {
    const shapes = lines.map((line) => JSON.stringify([line.borderDash, line.pointStyle]));
    expect(new Set(shapes).size).toBe(2);
  });
  it('opens the reviews of exactly that feature and interval', () =>
    expect(drawn.grid[0]?.[2]).toMatchObject({
      place: { dataset: 0, index: 2 },
      target: { feature: 'app', from: '2026-10-01', to: '2026-10-28' },
    }));
  it('writes names at the line ends only where there is room', () => {
    const idsOf = (plugins: { id: string }[] | undefined) => plugins?.map(({ id }) => id);
    expect(idsOf(drawn.config.plugins)).toContain('nameLines');
    expect(idsOf(drawTrendLines(plot, { palette, width: 340 }).config.plugins)).not.toContain('nameLines');
  });
  it('compares whole intervals in its label, not the unfinished one', () => {
    expect(tellTrend(plot)).toMatch(/App fell to \u22120\.10 .* from \+0\.20/);
    expect(tellTrend(plot)).toContain('Fee: too few reviews for a trend.');
  });
});
