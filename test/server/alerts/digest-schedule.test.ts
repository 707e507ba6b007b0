import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isTimeZone, lastSlot, nextSlotAt, type Schedule } from '../../../server/alerts/digest-schedule.ts';

const schedule = (weekday: Schedule['weekday'], hour: number, timeZone = 'UTC'): Schedule => ({
  weekday,
  hour,
  timeZone,
});

describe('the slots of the digest', () => {
  it.each([
    // 18 May 2026 is a Monday.
    ['2026-05-18T07:59:59Z', schedule('monday', 8), '2026-05-11', '2026-05-18T08:00:00.000Z'],
    ['2026-05-18T08:00:00Z', schedule('monday', 8), '2026-05-18', '2026-05-25T08:00:00.000Z'],
    ['2026-05-20T00:00:00Z', schedule('monday', 8), '2026-05-18', '2026-05-25T08:00:00.000Z'],
    ['2026-05-18T06:00:00Z', schedule('monday', 8, 'Europe/Berlin'), '2026-05-18', '2026-05-25T06:00:00.000Z'],
    ['2026-05-17T22:30:00Z', schedule('monday', 0, 'Europe/Berlin'), '2026-05-18', '2026-05-24T22:00:00.000Z'],
    ['2026-05-18T03:00:00Z', schedule('sunday', 20, 'America/Los_Angeles'), '2026-05-17', '2026-05-25T03:00:00.000Z'],
    ['2026-05-18T02:30:00Z', schedule('monday', 8, 'Asia/Kolkata'), '2026-05-18', '2026-05-25T02:30:00.000Z'],
    // The clock goes from 2 to 3 on 29 March: there is no half past two.
    ['2026-03-29T00:30:00Z', schedule('sunday', 2, 'Europe/Berlin'), '2026-03-22', '2026-03-29T01:00:00.000Z'],
    // And from 3 back to 2 on 25 October: that hour is there twice, the digest once.
    ['2026-10-25T01:30:00Z', schedule('sunday', 2, 'Europe/Berlin'), '2026-10-25', '2026-11-01T01:00:00.000Z'],
  ])('at %s by %j: last %s, next %s', (at, by, last, next) => {
    expect(lastSlot(new Date(at), by).day).toBe(last);
    expect(nextSlotAt(new Date(at), by).toISOString()).toBe(next);
  });

  it('come once a week, and the next one is the first minute with another day', () => {
    const days = ['monday', 'wednesday', 'sunday'] as const;
    const zones = ['UTC', 'Europe/Berlin', 'Asia/Kathmandu', 'Pacific/Auckland', 'America/New_York'];
    const start = Date.parse('2026-01-01T00:00:00Z');
    fc.assert(
      fc.property(
        fc.constantFrom(...days),
        fc.integer({ min: 3, max: 23 }),
        fc.constantFrom(...zones),
        fc.integer({ min: 0, max: 365 * 24 * 60 }),
        (weekday, hour, zone, minutes) => {
          const by = schedule(weekday, hour, zone);
          const at = new Date(start + minutes * 60_000);
          const next = nextSlotAt(at, by);
          expect(next.getTime()).toBeGreaterThan(at.getTime());
          expect(lastSlot(new Date(next.getTime() - 1), by).day).toBe(lastSlot(at, by).day);
          const { day, hoursSince } = lastSlot(next, by);
          expect(Date.parse(day) - Date.parse(lastSlot(at, by).day)).toBe(7 * 86_400_000);
          expect(hoursSince).toBe(0);
        },
      ),
      { numRuns: 200 },
    );
  });

  it.each([
    ['Europe/Berlin', true],
    ['UTC', true],
    ['Mars/Olympus', false],
    ['', false],
  ])('%j as a time zone: %s', (name, isOne) => expect(isTimeZone(name)).toBe(isOne));
});
