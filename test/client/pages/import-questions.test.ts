import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { listAmbiguous, readBothWays, tellEvidence } from '../../../client/pages/imports/date-readings.ts';
import { NO_OPTIONS, toQuery } from '../../../client/pages/imports/file-options.ts';
import { groupRejects, tellFault } from '../../../client/pages/imports/group-rejects.ts';
import {
  findMapping,
  listQuestions,
  setColumn,
  tellMissing,
  toUploadOptions,
} from '../../../client/pages/imports/questions.ts';
import type { InspectedFile, Reject } from '../../../server/contract/imports.ts';

const columns = (...names: string[]) => names.map((name) => ({ name, samples: [] }));
const file = (more: Partial<InspectedFile>): InspectedFile => ({
  format: 'csv',
  layout: 'generic',
  columns: columns('body', 'when', 'item'),
  map: { text: 'body', date: 'when', product: 'item' },
  remembered: false,
  dates: { ambiguous: 0, dayFirst: 0, monthFirst: 0 },
  encoding: 'utf-8',
  problem: null,
  ...more,
});
const noProduct = file({ map: { text: 'body' }, problem: 'No column names the product.' });
const unknown = file({ layout: null, map: { text: 'body' }, problem: 'The header is not known.' });
const ambiguous = { ambiguous: 4, dayFirst: 2, monthFirst: 0 };

describe('what a file leaves open', () => {
  it.each([
    ['nothing where all is known', file({}), {}, { map: false, product: false, dates: false, problem: null }],
    ['the product', noProduct, {}, { map: false, product: true, dates: false, problem: null }],
    [
      'nothing once the product is said',
      noProduct,
      { product: 'elm-five' },
      { map: false, product: false, problem: null },
    ],
    ['columns that nobody knows, and the product', unknown, {}, { map: true, product: true, problem: null }],
    ['a map that was remembered', { ...unknown, remembered: true, problem: null }, {}, { map: false, product: false }],
    ['the order of dates', file({ dates: ambiguous }), {}, { dates: true }],
    ['no order where the layout has one', file({ dates: ambiguous, layout: 'feefo' }), {}, { dates: false }],
    ['no order of dates that are not read', file({ dates: ambiguous }), { map: { text: 'body' } }, { dates: false }],
    [
      'what no answer mends',
      file({ problem: 'Line 7 ends within quotes.' }),
      {},
      { problem: 'Line 7 ends within quotes.' },
    ],
    ['the product of a page', file({ format: 'page', columns: [], map: {}, problem: 'Whose?' }), {}, { product: true }],
  ] as const)('%s', (_, inspected, said, wanted) =>
    expect(listQuestions(inspected as InspectedFile, { ...NO_OPTIONS, ...said })).toMatchObject(wanted),
  );

  it('is told until it is answered', () => {
    expect(tellMissing(noProduct, NO_OPTIONS)).toMatch(/product/);
    expect(tellMissing(noProduct, { ...NO_OPTIONS, product: ' ' })).toMatch(/product/);
    expect(tellMissing(noProduct, { ...NO_OPTIONS, product: 'elm-five' })).toBeNull();
    expect(tellMissing(unknown, { ...NO_OPTIONS, product: 'elm-five', map: {} })).toMatch(/review text/);
  });
});

describe('a map', () => {
  it('is sent where it was only suggested, and not where the layout says more', () => {
    expect(toQuery('a.csv', toUploadOptions(unknown, NO_OPTIONS))).toMatchObject({ map: '{"text":"body"}' });
    expect(toQuery('a.csv', toUploadOptions(file({}), NO_OPTIONS))).toEqual({ filename: 'a.csv' });
  });

  it('goes with the characters of the file, where they are said', () => {
    expect(toQuery('a.csv', { ...NO_OPTIONS, encoding: 'windows-1252' })).toEqual({
      ...{ filename: 'a.csv', encoding: 'windows-1252' },
    });
  });

  it('has each column once', () => {
    const names = fc.constantFrom('a', 'b', 'c');
    const field = fc.constantFrom('text', 'title', 'date', 'author' as const);
    fc.assert(
      fc.property(fc.array(fc.tuple(field, fc.option(names))), (steps) => {
        const map = steps.reduce((at, [to, column]) => setColumn(at, to, column), {});
        expect(new Set(Object.values(map)).size).toBe(Object.values(map).length);
      }),
    );
    expect(setColumn({ text: 'a', title: 'b' }, 'text', 'b')).toEqual({ text: 'b' });
    expect(setColumn({ text: 'a' }, 'text', null)).toEqual({});
  });

  it('is found again by its columns in any order', () => {
    const item = { signature: 's', columns: ['When', 'body', 'item'], map: {}, usedAt: '' };
    expect(findMapping([item], columns('item', 'Body', 'when'))).toBe(item);
    expect(findMapping([item], columns('item', 'body'))).toBeUndefined();
  });
});

describe('a date of two numbers and a year', () => {
  it.each([
    ['05/03/2026', { 'day-first': '2026-03-05', 'month-first': '2026-05-03' }],
    ['5.3.2026 10:12', { 'day-first': '2026-03-05', 'month-first': '2026-05-03' }],
    ['25/12/2025', null],
    ['04/04/2026', null],
    ['2026-03-05', null],
    ['05/03-2026', null],
    ['30/02/2026', null],
  ])('%s is read as %j', (value, wanted) => expect(readBothWays(value)).toEqual(wanted));

  it('is shown once, with what other dates speak for', () => {
    expect(listAmbiguous(['05/03/2026', '25/12/2025', '05/03/2026']).map(({ value }) => value)).toEqual(['05/03/2026']);
    expect(tellEvidence(ambiguous, 'day-first')).toMatch(/^Fits: 2 other dates/);
    expect(tellEvidence(ambiguous, 'month-first')).toBe('2 dates of the file would be errors');
    expect(tellEvidence({ ambiguous: 1, dayFirst: 0, monthFirst: 0 }, 'day-first')).toBe('');
  });
});

describe('rows with errors', () => {
  const reject = (code: string, field: string, line: number) => ({ code, field, line }) as Reject;
  it('are grouped by fault and column, the most frequent first', () => {
    const groups = groupRejects([
      reject('text-missing', 'body', 3),
      reject('rating-invalid', 'stars', 4),
      reject('rating-invalid', 'stars', 9),
      reject('rating-invalid', 'score', 9),
    ]);
    expect(groups.map(({ code, field, rows }) => [code, field, rows.map(({ line }) => line)])).toEqual([
      ['rating-invalid', 'stars', [4, 9]],
      ['text-missing', 'body', [3]],
      ['rating-invalid', 'score', [9]],
    ]);
  });
  it('say their fault in words, known or not', () => {
    expect(tellFault('date-ambiguous')).toBe('The date can be read in two ways');
    expect(tellFault('title-too-long')).toBe('Title too long');
  });
});
