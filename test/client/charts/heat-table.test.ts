import { describe, expect, it } from 'vitest';
import { stepOf, toHeatTable } from '../../../client/charts/heat-table.ts';
import type { Products } from '../../../server/contract/analytics.ts';

const feature = (id: string, positive: number, negative: number) => {
  const reviews = positive + negative;
  const value = (positive - negative) / reviews;
  return {
    feature: id,
    label: id,
    positive,
    negative,
    neutral: 0,
    mixed: 0,
    reviews,
    net: { value, low: value, high: value },
  };
};
const rows: Products['rows'] = [
  { product: 'small', reviews: 30, average: 4, features: [feature('app', 3, 4)] },
  { product: 'big', reviews: 90, average: 4, features: [feature('app', 10, 30), feature('lens', 20, 0)] },
];

const NONE = { once: null, all: null };

describe('features by product', () => {
  it.each([
    [-1, 'n3'],
    [-0.4, 'n2'],
    [-0.1, 'n1'],
    [0.09, 'z0'],
    [0.2, 'p1'],
    [0.35, 'p2'],
    [0.6, 'p3'],
  ] as const)('tints %d as %s', (net, step) => expect(stepOf(net)).toBe(step));

  it('has the most reviewed product first and the lowest net on top', () => {
    const table = toHeatTable({ rows }, { features: 9, products: 9 });
    expect(table.products.map(({ product }) => product)).toEqual(['big', 'small']);
    expect(table.rows.map((row) => row.feature)).toEqual(['app', 'lens']);
  });
  it('has no figure below ten reviews, and none without reviews', () => {
    const [app, lens] = toHeatTable({ rows }, { features: 9, products: 9 }).rows;
    expect(app?.cells).toEqual([
      { reviews: 40, net: -0.5, step: 'n2', effect: NONE },
      { reviews: 7, net: null, step: null, effect: NONE },
    ]);
    expect(lens?.cells[1]).toEqual({ reviews: 0, net: null, step: null, effect: NONE });
  });
  it('says what a figure is counted either way', () => {
    const net = (value: number) => ({ value, low: value, high: value });
    const [own] = rows[1]?.features ?? [];
    if (!own) throw new Error('no feature');
    const effect = { once: { reviews: 40, net: net(-0.5) }, all: { reviews: 50, net: net(-0.6) } };
    const table = toHeatTable(
      { rows: [{ product: 'big', reviews: 90, average: 4, features: [{ ...own, effect }] }] },
      { features: 1, products: 1 },
    );
    expect(table.rows[0]?.cells[0]?.effect).toEqual({ once: -0.5, all: -0.6 });
  });
  it('keeps to its limits', () => {
    const table = toHeatTable({ rows }, { features: 1, products: 1 });
    expect(table.rows.map((row) => row.feature)).toEqual(['app']);
    expect(table.rows[0]?.cells).toHaveLength(1);
  });
});
