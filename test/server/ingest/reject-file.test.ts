import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { StoredReject } from '../../../server/ingest/import-model.ts';
import { inertCell, originalCell } from '../../../server/ingest/inert-cell.ts';
import { uniteHeaders, writeRejectFile } from '../../../server/ingest/reject-file.ts';
import { capRow } from '../../../server/ingest/reject-store.ts';
import { readAll } from './read-all.ts';

const FORMULA = ['=', '+', '-', '@', '\t', '\r', '\n', '\0', '＝', '＋', '－', '＠', "'", '1'];
const cell = fc.oneof(
  fc.string(),
  fc.array(fc.constantFrom(...FORMULA, 'a', '"', ',', ';'), { maxLength: 6 }).map((parts) => parts.join('')),
);

const stored = (columns: string[], cells: string[], more: Partial<StoredReject> = {}): StoredReject => ({
  ...{ _id: '1-0', importId: 1, seq: 0, kind: 'row', code: 'c', detail: 'd', file: null, line: 2, field: null },
  ...{ start: null, end: null, text: '', row: { columns, cells, cut: false } },
  ...more,
});
const write = async (rows: StoredReject[]) => {
  const headers = rows.flatMap(({ row }) => (row ? [[...row.columns]] : []));
  async function* each() {
    yield* rows;
  }
  const lines: string[] = [];
  for await (const line of writeRejectFile(headers, each())) lines.push(line);
  return lines.join('');
};

describe('a cell', () => {
  it('is no formula when it is handed back, unless it is a number', () => {
    fc.assert(
      fc.property(cell, (text) => {
        expect(inertCell(text)).not.toMatch(/^(?![+-]?[0-9]+(\.[0-9]+)?$)[=+\-@\t\r\n\0＝＋－＠]/);
      }),
    );
  });
  it('is what it was when it comes in again', () => {
    fc.assert(
      fc.property(cell, (text) => {
        expect(originalCell(inertCell(text))).toBe(text);
      }),
    );
  });
  it.each([
    ["'tis fine", "'tis fine"],
    ['-5', '-5'],
    ["'-5", "'-5"],
    ["'=SUM(A1)", '=SUM(A1)'],
    ["''=x", "'=x"],
  ])('%s stands for %s', (text, wanted) => expect(originalCell(text)).toBe(wanted));
});

describe('the file', () => {
  it('has the columns of the rows, then what is wrong, as RFC 4180', async () => {
    const file = await write([
      stored(['text', 'stars'], ['He said "no",\nthen left', '9'], {
        code: 'rating-out-of-range',
        detail: 'Too high.',
      }),
      stored(['text', 'stars'], ['=1+1', 'x'], { line: 7, file: 'b.csv' }),
    ]);
    expect(file).toBe(
      'text,stars,reject_file,reject_line,reject_code,reject_detail\r\n' +
        '"He said ""no"",\nthen left",9,,2,rating-out-of-range,Too high.\r\n' +
        "'=1+1,x,b.csv,7,c,d\r\n",
    );
  });

  it.each<[what: string, headers: string[][], wanted: string]>([
    ['one', [['a', 'b']], 'a b'],
    ['several', [['a', 'b'], ['b', 'c'], ['a']], 'a b c'],
    [
      'names that stand twice',
      [
        ['a', 'a'],
        ['b', 'a'],
      ],
      'a a b',
    ],
    ['what stands in the place of a broken row', [['reject_raw'], ['a']], 'a reject_raw'],
    ['none', [], ''],
  ])('unites %s', (_what, headers, wanted) => {
    expect(
      uniteHeaders(headers)
        .map(([name]) => name)
        .join(' '),
    ).toBe(wanted);
  });

  it('puts cells under their own columns, and loses none', async () => {
    const file = await write([
      stored(['a', 'b'], ['1', '2']),
      stored(['b', 'c'], ['3', '4']),
      stored(['a', 'b'], ['5', '6', '7']),
      stored([], [], { row: null }),
    ]);
    expect(file.split('\r\n').map((line) => line.split(',').slice(0, 3).join('|'))).toEqual([
      ...['a|b|c', '1|2|', '|3|4', '5|"6|7"', '||', ''],
    ]);
  });

  it('tells of rows that were cut', async () => {
    const file = await write([stored(['a'], ['1'], { row: { columns: ['a'], cells: ['1'], cut: true } })]);
    expect(file).toContain('is cut here');
  });

  it('comes in again once the faults are corrected, as the rows were', async () => {
    const header = 'external_id,product,rating,author,text\n';
    const rows = ['a1,cam,9,=Ann,"-- ""fine"", I say"', 'a2,cam,4,Bob,', "a3,cam,x,'tis Cy,@home"];
    const first = await readAll(header + rows.join('\n'));
    expect(first.faults).toHaveLength(3);
    const back = await write(
      first.items.flatMap((item, seq) =>
        item.kind === 'reject'
          ? [stored([], [], { ...item.reject, seq, row: item.row ? capRow(item.row) : null })]
          : [],
      ),
    );
    const corrected = back.replace(',9,', ',5,').replace(',x,', ',1,').replace(',Bob,,', ',Bob,Late,');
    const again = await readAll(corrected);
    expect(again.faults).toEqual([]);
    expect(again.items.flatMap((item) => (item.kind === 'review' ? [item.review] : []))).toMatchObject([
      { externalId: 'a1', rating: 5, author: '=Ann', text: '-- "fine", I say' },
      { externalId: 'a2', rating: 4, author: 'Bob', text: 'Late' },
      { externalId: 'a3', rating: 1, author: "'tis Cy", text: '@home' },
    ]);
  });
});

describe('a row that is kept', () => {
  it.each<[lengths: number[], kept: number[], cut: boolean]>([
    [[10, 0, 5], [10, 0, 5], false],
    [[65_536], [65_536], false],
    [[65_000, 1000, 7], [65_000, 536, 0], true],
    [[70_000, 1], [65_536, 0], true],
  ])('of cells of %j units has %j', (lengths, kept, cut) => {
    const row = capRow({ columns: lengths.map(String), cells: lengths.map((length) => 'x'.repeat(length)) });
    expect([row.cells.map(({ length }) => length), row.cut]).toEqual([kept, cut]);
  });
  it('does not end in half a character', () => {
    const row = capRow({ columns: ['a'], cells: [`${'x'.repeat(65_535)}📷`] });
    expect(row.cells[0]).toBe('x'.repeat(65_535));
  });
});
