import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  benjaminiHochberg,
  netDifference,
  rateDifference,
  shareDifference,
  twoSidedP,
} from '../../../server/analytics/difference.ts';

describe('differences', () => {
  // Newcombe 1998, "Interval estimation for the difference between independent proportions", table II, method 10.
  it.each([
    [56, 70, 48, 80, 0.0524, 0.3339],
    [9, 10, 3, 10, 0.1705, 0.809],
    [10, 10, 0, 10, 0.6075, 1],
    [5, 56, 0, 29, -0.0381, 0.1926],
  ])('%i/%i less %i/%i has the published interval', (a, of, b, from, low, high) => {
    const found = shareDifference({ count: b, of: from }, { count: a, of });
    expect(found?.difference.low).toBeCloseTo(low, 4);
    expect(found?.difference.high).toBeCloseTo(high, 4);
  });

  it.each([
    [0, 1],
    [1.959964, 0.05],
    [-2.575829, 0.01],
    [5, 5.733e-7],
  ])('z %f is p %f', (z, p) => {
    expect(twoSidedP(z)).toBeCloseTo(p, 7);
  });

  it('turn round when the sides change', () => {
    const tally = fc.record({
      ...{ positive: fc.nat({ max: 99 }), negative: fc.nat({ max: 99 }) },
      ...{ neutral: fc.nat({ max: 99 }), mixed: fc.integer({ min: 1, max: 99 }) },
    });
    fc.assert(
      fc.property(tally, tally, (x, y) => {
        const [there, back] = [netDifference(x, y), netDifference(y, x)];
        expect(there?.difference.low).toBeCloseTo(-(back?.difference.high ?? 9), 12);
        expect(there?.p).toBeCloseTo(back?.p ?? 9, 12);
      }),
    );
  });

  it('of reviews a day take the length of the periods into account', () => {
    expect(rateDifference({ count: 90, days: 90 }, { count: 30, days: 30 }).difference.value).toBe(0);
    expect(rateDifference({ count: 90, days: 90 }, { count: 90, days: 30 }).p).toBeLessThan(0.001);
  });
});

describe('after Benjamini and Hochberg', () => {
  // Benjamini and Hochberg 1995, section 3: fifteen p values of which four stand at 0.05.
  const PS = [
    0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719, 0.6528, 0.759, 1,
  ];
  it('four of the published fifteen stand', () => {
    expect(benjaminiHochberg(PS).filter((p) => p <= 0.05)).toHaveLength(4);
  });
  it('no p gets smaller, and their order stays', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.nat({ max: 1000 }).map((n) => n / 1000),
          { maxLength: 50 },
        ),
        (ps) => {
          const adjusted = benjaminiHochberg(ps);
          for (const [i, p] of ps.entries()) {
            expect(adjusted[i]).toBeGreaterThanOrEqual(p - 1e-12);
            for (const [j, other] of ps.entries())
              if (p < other) expect(adjusted[i]).toBeLessThanOrEqual(adjusted[j] ?? 0);
          }
        },
      ),
    );
  });
});
