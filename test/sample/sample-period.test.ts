import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CAMERAS } from '../../server/sample/cameras.ts';
import { createRandom } from '../../server/sample/random.ts';
import { createPeriod, launchFactor } from '../../server/sample/sample-period.ts';

const day = fc
  .date({ min: new Date('2015-01-01'), max: new Date('2045-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

describe('the period', () => {
  it('has 18 months, ends with the given day and has one troubled winter as a whole', () => {
    fc.assert(
      fc.property(day, (end) => {
        const period = createPeriod(end);
        const troubled = Array.from({ length: period.days }, (_, at) => at).filter(period.isHolidayTrouble);
        expect(period.dateOf(period.days - 1)).toBe(end);
        expect(period.days).toBeGreaterThan(540);
        expect(period.days).toBeLessThan(555);
        expect([period.monthOf(0), period.monthOf(period.days - 1)]).toEqual([0, 17]);
        expect(troubled).toHaveLength(55);
        expect(period.dateOf(troubled[0]!)).toMatch(/-12-18$/);
      }),
      { numRuns: 200 },
    );
  });

  it('more is written around the holidays and at weekends', () => {
    const { volumeOf, dateOf, days } = createPeriod('2026-06-30');
    const at = (date: string) =>
      Array.from({ length: days }, (_, index) => index).find((index) => dateOf(index) === date)!;
    expect(volumeOf(at('2025-12-15'))).toBeGreaterThan(1.4 * volumeOf(at('2025-11-17')));
    expect(volumeOf(at('2026-03-07'))).toBeGreaterThan(1.2 * volumeOf(at('2026-03-06')));
  });

  it('a camera that comes later has no review before', () => {
    const late = CAMERAS.find(({ launchMonth }) => launchMonth > 0)!;
    expect(launchFactor(late, late.launchMonth - 1)).toBe(0);
    expect(launchFactor(late, late.launchMonth)).toBeGreaterThan(0);
    expect(launchFactor(late, 17)).toBe(1);
  });
});

describe('chance', () => {
  it('stays within bounds, whatever the seed', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: -50, max: 50 }), fc.nat(100), (seed, from, span) => {
        const random = createRandom(seed);
        const number = random.int(from, from + span);
        expect(number >= from && number <= from + span).toBe(true);
        expect([...random.shuffle([1, 2, 3])].sort()).toEqual([1, 2, 3]);
        expect(
          random.weighted([
            ['never', 0],
            ['always', 1],
          ]),
        ).toBe('always');
      }),
    );
  });

  it('is spread evenly', () => {
    const random = createRandom(1);
    const values = Array.from({ length: 20_000 }, random.next);
    const normals = Array.from({ length: 20_000 }, random.normal);
    const mean = (numbers: number[]) => numbers.reduce((sum, value) => sum + value, 0) / numbers.length;
    expect(mean(values)).toBeCloseTo(0.5, 1);
    expect(mean(normals)).toBeCloseTo(0, 1);
    expect(mean(normals.map((value) => value ** 2))).toBeCloseTo(1, 1);
  });
});
