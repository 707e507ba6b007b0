import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toCsv } from '../../../server/http/csv.ts';

describe('toCsv', () => {
  it.each([
    ['=1+1', "'=1+1"],
    ['+49 30', "'+49 30"],
    ['-x', "'-x"],
    ['@sum', "'@sum"],
    ['\tx', "'\tx"],
    ['＝1', "'＝1"],
    ['-0.25', '-0.25'],
    ['plain', 'plain'],
    ['say "hi", twice', '"say ""hi"", twice"'],
  ])('%j becomes %j', (text, cell) => {
    expect(toCsv([{ text }])).toBe(`text\r\n${cell}\r\n`);
  });

  it('keeps numbers, and leaves out what is missing', () => {
    expect(
      toCsv([
        { a: -0.5, b: null },
        { a: 2, c: true },
      ]),
    ).toBe('a,b,c\r\n-0.5,,\r\n2,,true\r\n');
  });

  it('reads back as written, but for the guard', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ a: fc.string({ unit: 'binary' }), b: fc.string() }), { minLength: 1 }),
        (rows) => {
          const parsed: { a: string; b: string }[] = parse(toCsv(rows), {
            columns: true,
            record_delimiter: '\r\n',
            relax_column_count: true,
          });
          const bare = (text: string) => text.replace(/^'/, '');
          const filled = rows.filter((row) => row.a !== '' || row.b !== '');
          expect(parsed.filter((row) => row.a !== '' || row.b !== '').map((row) => [bare(row.a), bare(row.b)])).toEqual(
            filled.map((row) => [bare(row.a), bare(row.b)]),
          );
        },
      ),
    );
  });
});
