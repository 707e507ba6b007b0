import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawFeatureBars, sortBars, spanBar, tellBars } from '../../../client/charts/feature-bars.ts';
import { POLARITIES } from '../../../client/state/filters.ts';
import type { FeatureRow } from '../../../server/contract/analytics.ts';
import { palette } from './palette.ts';

const row = (feature: string, [negative, mixed, neutral, positive]: [number, number, number, number]): FeatureRow => {
  const reviews = negative + mixed + neutral + positive;
  const value = (positive - negative) / Math.max(reviews, 1);
  return {
    feature,
    label: feature.toUpperCase(),
    positive,
    negative,
    neutral,
    mixed,
    reviews,
    net: reviews === 0 ? null : { value, low: value - 0.1, high: value + 0.1 },
  };
};
const rows = [
  row('app', [40, 2, 8, 50]),
  row('fee', [70, 0, 5, 25]),
  row('rare', [3, 0, 0, 1]),
  row('lens', [10, 0, 0, 190]),
  row('none', [0, 0, 0, 0]),
];
const counts = fc
  .tuple(fc.nat(50), fc.nat(50), fc.nat(50), fc.nat(50))
  .filter((list) => list.some((count) => count > 0));

describe('sentiment by feature', () => {
  it('puts the lowest net first, too few last, and leaves out what nobody names', () =>
    expect(sortBars({ rows }, 10).map(({ feature }) => feature)).toEqual(['fee', 'app', 'lens', 'rare']));
  it('takes the most named when there is no room for all', () =>
    expect(sortBars({ rows }, 2).map(({ feature }) => feature)).toEqual(['app', 'lens']));

  it('makes bars without gaps, as long as all reviews, mixed and neutral centred on zero', () =>
    fc.assert(
      fc.property(counts, (list) => {
        const bar = row('x', list);
        const spans = spanBar({ counts: bar, reviews: bar.reviews });
        expect(spans.negative[1]).toBeCloseTo(spans.mixed[0], 12);
        expect(spans.mixed[1]).toBeCloseTo(spans.neutral[0], 12);
        expect(spans.neutral[1]).toBeCloseTo(spans.positive[0], 12);
        expect(spans.positive[1] - spans.negative[0]).toBeCloseTo(1, 12);
        expect(spans.mixed[0] + spans.neutral[1]).toBeCloseTo(0, 12);
        expect(spans.positive[1] - spans.positive[0]).toBeCloseTo(bar.positive / bar.reviews, 12);
      }),
    ));

  it('draws no bar of too few reviews, and gives every part that is drawn its own sentences', () => {
    const bars = sortBars({ rows }, 10);
    const { config, grid } = drawFeatureBars(bars, { palette });
    for (const { data } of config.data.datasets) expect(data[3]).toBeNull();
    expect(grid[3]).toEqual([null, null, null, null]);
    for (const [at, bar] of bars.slice(0, 3).entries()) {
      for (const [dataset, polarity] of POLARITIES.entries()) {
        const mark = grid[at]?.[dataset];
        if (bar.counts[polarity] === 0) expect(mark).toBeNull();
        else expect(mark).toMatchObject({ place: { dataset, index: at }, target: { feature: bar.feature, polarity } });
      }
    }
  });
  it('says in its label what it shows', () => {
    expect(tellBars(sortBars({ rows }, 10))).toContain('FEE (\u22120.45) is judged worst, LENS (+0.90) best of 3');
    expect(tellBars([])).toContain('too few');
  });
});
