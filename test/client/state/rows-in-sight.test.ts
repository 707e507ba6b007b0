import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rowsInSight } from '../../../client/state/rows-in-sight.ts';

const ROW = 60;
const span = { seen: fc.integer({ min: -2000, max: 3_100_000 }), height: fc.integer({ min: 0, max: 2000 }) };

describe('the rows of a long list', () => {
  it('are rendered where they are in sight, and few of them', () =>
    fc.assert(
      fc.property(span.seen, span.height, fc.integer({ min: 0, max: 50_000 }), (seen, height, count) => {
        const { from, to } = rowsInSight({ seen, height, row: ROW, count });
        expect(from).toBeGreaterThanOrEqual(0);
        expect(to).toBeLessThanOrEqual(count);
        expect(to - from).toBeLessThanOrEqual(height / ROW + 50);
        const first = Math.floor(Math.max(0, seen) / ROW);
        const last = Math.min(count, Math.ceil((Math.max(0, seen) + height) / ROW)) - 1;
        for (const row of first <= last ? [first, last] : []) {
          expect(row).toBeGreaterThanOrEqual(from);
          expect(row).toBeLessThan(to);
        }
      }),
    ));

  it('stay the same for a few pixels', () => {
    const at = (seen: number) => rowsInSight({ seen, height: 700, row: ROW, count: 1000 });
    expect(at(6010)).toEqual(at(6000));
  });
});
