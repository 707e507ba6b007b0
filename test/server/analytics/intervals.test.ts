import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  clampPeriod,
  daysBetween,
  intervalEnd,
  intervalStart,
  intervalsBetween,
} from '../../../server/analytics/intervals.ts';

const day = fc.integer({ min: 0, max: 20_000 }).map((n) => addDays('1995-01-01', n));
const interval = fc.constantFrom('day', 'week', 'month') as fc.Arbitrary<'day' | 'week' | 'month'>;

describe('intervals', () => {
  it.each([
    ['2026-11-21', 'week', '2026-11-16', '2026-11-22'],
    ['2026-11-16', 'week', '2026-11-16', '2026-11-22'],
    ['2024-02-10', 'month', '2024-02-01', '2024-02-29'],
    ['2025-12-31', 'week', '2025-12-29', '2026-01-04'],
    ['2025-12-31', 'day', '2025-12-31', '2025-12-31'],
  ] as const)('%s by %s is %s to %s', (given, by, start, end) => {
    expect(intervalStart(given, by)).toBe(start);
    expect(intervalEnd(start, by)).toBe(end);
  });

  it('cover a period without gap or overlap', () => {
    fc.assert(
      fc.property(day, fc.nat({ max: 900 }), interval, (from, length, by) => {
        const to = addDays(from, length);
        const all = [...intervalsBetween(from, to, by)];
        expect(all[0]?.start).toBe(intervalStart(from, by));
        expect((all.at(-1)?.end ?? '') >= to).toBe(true);
        for (const [index, { start }] of all.entries()) {
          if (index > 0) expect(start).toBe(addDays(all[index - 1]?.end ?? '', 1));
        }
      }),
    );
  });

  it('cuts only periods that are too long, to the days with reviews', () => {
    const known = { from: '2026-01-01', to: '2026-03-01' };
    expect(clampPeriod({ from: '2025-01-01', to: '2026-12-31' }, known, 'day')).toEqual({
      from: '2025-01-01',
      to: '2026-12-31',
    });
    expect(clampPeriod({ from: '0001-01-01', to: '2026-02-01' }, known, 'day')).toEqual({
      from: '2026-01-01',
      to: '2026-02-01',
    });
    expect(daysBetween('2024-02-28', '2024-03-01')).toBe(2);
  });
});
