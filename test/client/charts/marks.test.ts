import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Mark, markAt, moveInGrid, spreadLabels } from '../../../client/charts/marks.ts';

const mark = (row: number, column: number): Mark => ({ place: { dataset: row, index: column }, label: '', target: {} });
const grid = [
  [mark(0, 0), null, mark(0, 2)],
  [null, null, null],
  [null, mark(2, 1), mark(2, 2)],
];

describe('walking the marks of a chart', () => {
  it.each([
    ['nowhere', null, 'ArrowRight', { row: 0, column: 0 }],
    ['a gap', { row: 0, column: 0 }, 'ArrowRight', { row: 0, column: 2 }],
    ['the edge', { row: 0, column: 2 }, 'ArrowRight', { row: 0, column: 2 }],
    ['an empty row, to the nearest column', { row: 0, column: 0 }, 'ArrowDown', { row: 2, column: 1 }],
    ['below', { row: 2, column: 2 }, 'ArrowUp', { row: 0, column: 2 }],
    ['anywhere', { row: 2, column: 2 }, 'Home', { row: 0, column: 0 }],
    ['anywhere', { row: 0, column: 0 }, 'End', { row: 2, column: 2 }],
    ['anywhere', { row: 0, column: 0 }, 'a', { row: 0, column: 0 }],
  ])('from %s', (_, from, key, to) => expect(moveInGrid(grid, from, key)).toEqual(to));

  it('leads to a mark or nowhere', () => {
    expect(moveInGrid([[null]], null, 'ArrowDown')).toBeNull();
    expect(moveInGrid([], null, 'End')).toBeNull();
  });
  it('finds the mark under the pointer', () => {
    expect(markAt(grid, { dataset: 2, index: 1 })).toBe(grid[2]?.[1]);
    expect(markAt(grid, { dataset: 1, index: 1 })).toBeNull();
  });
});

describe('labels at line ends', () => {
  it('stay where they are when there is room', () =>
    expect(spreadLabels([10, 60, 90], 17, 0, 100)).toEqual([10, 60, 90]));
  it('move apart and keep their order', () =>
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 200 }), { maxLength: 6 }), (wanted) => {
        const placed = spreadLabels(wanted, 17, 0, 200);
        const order = wanted.map((_, at) => at).sort((a, b) => (wanted[a] ?? 0) - (wanted[b] ?? 0));
        for (let at = 1; at < order.length; at += 1) {
          const gap = (placed[order[at] ?? 0] ?? 0) - (placed[order[at - 1] ?? 0] ?? 0);
          expect(gap).toBeGreaterThanOrEqual(17 - 1e-9);
        }
        for (const y of placed) expect(y).toBeLessThanOrEqual(200);
      }),
    ));
});
