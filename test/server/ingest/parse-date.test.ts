import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDate } from '../../../server/ingest/parse-date.ts';
import { NOW } from './read-all.ts';

describe('parseDate', () => {
  it.each([
    ['2024-03-05', '2024-03-05'],
    ['2024/3/5', '2024-03-05'],
    ['2024-03-05T10:12:00Z', '2024-03-05T10:12:00.000Z'],
    ['2024-03-05T10:12:00.123+02:00', '2024-03-05T08:12:00.000Z'],
    ['2025-03-02 10:12:00 UTC', '2025-03-02T10:12:00.000Z'],
    ['2025-03-02 10:12', '2025-03-02T10:12:00.000Z'],
    ['August 1, 2019', '2019-08-01'],
    ['Aug 1, 2019', '2019-08-01'],
    ['1 August 2019', '2019-08-01'],
    ['1st of August 2019', '2019-08-01'],
    ['01-Aug-2019', '2019-08-01'],
    ['Thursday, August 1, 2019', '2019-08-01'],
    ['Reviewed in the United States on August 1, 2019', '2019-08-01'],
    ['Reviewed in Germany on 1 August 2019', '2019-08-01'],
    ['25/12/2023', '2023-12-25'],
    ['12/25/2023', '2023-12-25'],
    ['05/05/2024', '2024-05-05'],
    ['1700000000', '2023-11-14T22:13:20.000Z'],
    ['1700000000000', '2023-11-14T22:13:20.000Z'],
    ['2026-11-21', '2026-11-21'],
  ])('reads %j as %s', (text, date) => expect(parseDate(text, NOW)).toEqual({ date }));

  it.each([
    ['05/03/2024', 'date-ambiguous'],
    ['5.3.2024', 'date-ambiguous'],
    ['2024-02-30', 'date-invalid'],
    ['31/02/2024', 'date-invalid'],
    ['2024-13-01', 'date-invalid'],
    ['2024-03-05T25:00:00Z', 'date-invalid'],
    ['5/3/24', 'date-invalid'],
    ['yesterday', 'date-invalid'],
    ['0000-00-00', 'date-invalid'],
    ['12345', 'date-invalid'],
    ['2026-11-22', 'date-in-future'],
    ['2026-11-21T12:00:01Z', 'date-in-future'],
    ['January 1, 2099', 'date-in-future'],
  ])('refuses %j as %s', (text, code) => expect(parseDate(text, NOW)).toMatchObject({ code }));

  it('names both readings of an ambiguous date', () => {
    const { detail } = parseDate('05/03/2024', NOW) as { detail: string };
    expect(detail).toContain('5 March 2024');
    expect(detail).toContain('3 May 2024');
  });

  it('reads back every day up to now, and answers anything else with a fault', () => {
    fc.assert(
      fc.property(fc.date({ min: new Date('1990-01-01'), max: NOW, noInvalidDate: true }), (date) => {
        const day = date.toISOString().slice(0, 10);
        expect(parseDate(day, NOW)).toEqual({ date: day });
      }),
    );
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const parsed = parseDate(text, NOW);
        expect('date' in parsed || parsed.code).toBeTruthy();
      }),
    );
  });
});
