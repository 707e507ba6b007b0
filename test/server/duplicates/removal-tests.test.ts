import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { holm, removalTest, type Stratum } from '../../../server/duplicates/removal-tests.ts';

const table = (lowRemoved: number, low: number, removed: number, size: number): Stratum => ({
  ...{ size, low, removed, lowRemoved },
});

describe('the test of removals', () => {
  // Fisher's lady tasting tea (3 of 4: 17/70; 4 of 4: 1/70), and sums of hypergeometric probabilities done by hand.
  it.each([
    ['three of four cups', [table(3, 4, 4, 8)], 17 / 70],
    ['all four cups', [table(4, 4, 4, 8)], 1 / 70],
    ['no low one removed', [table(0, 3, 2, 10)], 1],
    ['one table of 2 of 3 low ones among 3 of 6', [table(2, 3, 3, 6)], 10 / 20],
    ['two tables, each with one choice of two', [table(1, 1, 1, 2), table(1, 1, 1, 2)], 1 / 4],
    ['three of four such choices', [...Array(3)].map(() => table(1, 1, 1, 2)).concat(table(0, 1, 1, 2)), 5 / 16],
    ['copies that are all low tell nothing', [table(29, 30, 29, 30), table(1, 1, 1, 2)], 1],
  ])('gives the known probability: %s', (name, strata, p) => {
    const given = name.startsWith('copies') ? [table(29, 30, 30, 30), table(0, 1, 1, 2)] : strata;
    expect(removalTest(given).p).toBeCloseTo(p, 10);
  });

  it('expects of each table its share', () => {
    expect(removalTest([table(3, 4, 4, 8), table(1, 1, 1, 2)]).expected).toBeCloseTo(2.5, 10);
  });

  it('is exact over many tables', () => {
    // A fair coin 1000 times, 560 heads or more: 0.0000818 by the normal distribution with its correction.
    const strata = Array.from({ length: 1000 }, (_, n) => table(Number(n < 560), 1, 1, 2));
    expect(removalTest(strata).p).toBeCloseTo(0.0000825, 6);
  });

  it('is a probability, and the smaller the more low ones are removed', () => {
    const stratum = fc
      .record({ size: fc.integer({ min: 2, max: 12 }), low: fc.nat({ max: 12 }), removed: fc.nat({ max: 12 }) })
      .map(({ size, low, removed }) => ({ size, low: Math.min(low, size), removed: Math.min(removed, size) }));
    fc.assert(
      fc.property(fc.array(stratum, { maxLength: 8 }), (shapes) => {
        const least = shapes.map((one) => ({ ...one, lowRemoved: Math.max(0, one.removed - (one.size - one.low)) }));
        const most = shapes.map((one) => ({ ...one, lowRemoved: Math.min(one.removed, one.low) }));
        const [low, high] = [removalTest(least).p, removalTest(most).p];
        expect(low).toBeCloseTo(1, 9);
        expect(high).toBeGreaterThan(0);
        expect(high).toBeLessThanOrEqual(low + 1e-9);
      }),
    );
  });
});

describe('Holm’s correction', () => {
  it.each([
    [
      [0.01, 0.04, 0.03],
      [0.03, 0.06, 0.06],
    ],
    [[0.5], [0.5]],
    [
      [0.9, 0.8],
      [1, 1],
    ],
    [[], []],
  ])('%j becomes %j', (given, wanted) => {
    for (const [index, p] of holm(given).entries()) expect(p).toBeCloseTo(wanted[index] as number, 12);
  });
});
