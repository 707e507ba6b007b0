import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  chooseInterval,
  countDays,
  formatPeriod,
  listPresets,
  listStarts,
  nameInterval,
  nextStart,
  presetOf,
} from '../../../client/state/dates.ts';

const day = fc
  .date({ min: new Date('2000-01-01T00:00:00Z'), max: new Date('2040-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

describe('days', () => {
  it.each([
    ['2026-02-28', 1, '2026-03-01'],
    ['2026-03-01', -1, '2026-02-28'],
    ['2026-10-25', 1, '2026-10-26'],
  ])('%s plus %d days is %s, whatever the clocks do', (from, days, wanted) => expect(addDays(from, days)).toBe(wanted));

  it('counts what it added', () =>
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 4000 }), (from, days) => {
        expect(countDays(from, addDays(from, days))).toBe(days + 1);
      }),
    ));

  it.each([
    ['2026-01-31', 'day', '2026-02-01'],
    ['2026-11-16', 'week', '2026-11-23'],
    ['2026-12-01', 'month', '2027-01-01'],
  ] as const)('the %s interval (%s) is followed by %s', (start, interval, wanted) =>
    expect(nextStart(start, interval)).toBe(wanted),
  );

  it('lists every interval between two, empty ones too', () =>
    expect(listStarts('2026-10-01', '2027-01-01', 'month')).toEqual([
      '2026-10-01',
      '2026-11-01',
      '2026-12-01',
      '2027-01-01',
    ]));

  it.each([
    [null, null, 9000, 'month'],
    ['2026-11-01', '2026-11-21', 9000, 'day'],
    ['2026-11-01', '2026-11-21', 60, 'week'],
    ['2026-11-01', '2026-11-21', 6, 'month'],
    ['2026-08-31', '2026-11-21', 9000, 'week'],
    ['2026-08-31', '2026-11-21', 60, 'month'],
    ['2025-05-21', '2026-11-20', 9000, 'month'],
  ])('from %s to %s with %d reviews is read by %s', (from, to, reviews, wanted) =>
    expect(chooseInterval(from, to, reviews)).toBe(wanted),
  );

  it('names an interval for a heading', () => {
    expect(nameInterval('2026-11-01', 'month', 'en-GB')).toBe('Nov 2026');
    expect(nameInterval('2026-11-16', 'week', 'en-GB')).toBe('Week of 16 Nov 2026');
  });

  it('says shared parts of a period once', () =>
    expect(formatPeriod('2026-08-31', '2026-11-21', 'en-GB')).toMatch(/^31 Aug\s–\s21 Nov 2026$/));
});

describe('presets', () => {
  it('are found again by their days', () => {
    for (const { id, from, to } of listPresets('2026-11-21')) expect(presetOf(from, to, '2026-11-21')).toBe(id);
  });
  it('of 30 days hold 30 days', () => {
    const preset = listPresets('2026-11-21').find(({ id }) => id === '30d');
    expect(countDays(preset?.from ?? '', preset?.to ?? '')).toBe(30);
  });
  it('call other days custom', () => expect(presetOf('2026-01-03', null, '2026-11-21')).toBe('custom'));
});
