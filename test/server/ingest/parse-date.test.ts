import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDate, readableOrders } from '../../../server/ingest/parse-date.ts';
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
    ['2017-06-12 14:05:07 -0400', '2017-06-12T18:05:07.000Z'],
    ['2024-03-05T10:12:00+02', '2024-03-05T08:12:00.000Z'],
    ['2024-03-05 12:30 am', '2024-03-05T00:30:00.000Z'],
    ['12/25/2023, 12:05 PM', '2023-12-25T12:05:00.000Z'],
    ['Mar 5, 2024, 1:02:03 p.m.', '2024-03-05T13:02:03.000Z'],
    ['Thu, 05 Mar 2020 10:12:00 +0100', '2020-03-05T09:12:00.000Z'],
    ['2024-02-29', '2024-02-29'],
    ['2000-02-29', '2000-02-29'],
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
    ['2023-02-29', 'date-invalid'],
    ['2100-02-29', 'date-invalid'],
    ['2024-04-31', 'date-invalid'],
    ['2024-03-00', 'date-invalid'],
    ['2024-03-05 13:00 pm', 'date-invalid'],
    ['2024-03-05 0:30 am', 'date-invalid'],
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

  it.each([
    ['05/03/2024', 'day-first', '2024-03-05'],
    ['05/03/2024', 'month-first', '2024-05-03'],
    ['5.3.2024 10:12', 'day-first', '2024-03-05T10:12:00.000Z'],
    ['2024-03-05', 'month-first', '2024-03-05'],
    ['May 3, 2024', 'day-first', '2024-05-03'],
  ] as const)('reads %j %s as %s', (text, order, date) => expect(parseDate(text, NOW, order)).toEqual({ date }));

  it.each([
    ['25/12/2023', 'month-first'],
    ['12/25/2023', 'day-first'],
    ['31/02/2024', 'day-first'],
  ] as const)('refuses %j %s', (text, order) => {
    expect(parseDate(text, NOW, order)).toMatchObject({ code: 'date-invalid', detail: expect.stringContaining(text) });
  });

  it('reads whatever is readable in an order as it was written in that order', () => {
    const day = fc
      .date({ min: new Date('1990-01-01'), max: NOW, noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10));
    fc.assert(
      fc.property(day, fc.constantFrom('/', '.', '-'), (iso, mark) => {
        const [year, month, date] = iso.split('-');
        expect(parseDate([date, month, year].join(mark), NOW, 'day-first')).toEqual({ date: iso });
        expect(parseDate([month, date, year].join(mark), NOW, 'month-first')).toEqual({ date: iso });
      }),
    );
  });
});

it.each([
  ['05/03/2024', ['day-first', 'month-first']],
  ['25/12/2023', ['day-first']],
  ['12/25/2023 10:00', ['month-first']],
  ['05/05/2024', undefined],
  ['31/31/2024', []],
  ['2024-03-05', undefined],
  ['no date', undefined],
])('%j can be read %j', (text, orders) => expect(readableOrders(text)).toEqual(orders));
