import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TakeRow } from '../../../server/ingest/formats/json-row.ts';
import { inspectImport } from '../../../server/ingest/read-import.ts';
import { rejectRaw } from '../../../server/ingest/row-cells.ts';
import { inChunks, NOW, readAll } from './read-all.ts';

const rowsOf = (read: Awaited<ReturnType<typeof readAll>>) =>
  read.items.flatMap((item) => (item.kind === 'reject' ? [item.row] : []));

describe('a reject carries its row as the file has it', () => {
  it.each<[what: string, row: string, cells: string[]]>([
    ['a faulty cell', ' 9 ,"a ""b"", c",ada@example.test,2024', [' 9 ', 'a "b", c', '', '2024']],
    ['line breaks in a cell', '9,"a\r\nb\nc",,x', ['9', 'a\r\nb\nc', '', 'x']],
  ])('%s', async (_what, row, cells) => {
    const read = await readAll(`Stars,Review Text,Reviewer E-Mail,Other\r\n${row}\r\n`);
    expect(rowsOf(read)).toEqual([{ columns: ['Stars', 'Review Text', 'Reviewer E-Mail', 'Other'], cells }]);
  });

  it.each<[what: string, file: string, raw: string]>([
    ['too many fields', 'rating,text\n5,a,b\n', '5,a,b'],
    ['a stray quote', 'rating,text\n5,"a"b\n', '5,"a"b'],
    ['a quote that is never closed', 'rating,text\n5,"a\n', '5,"a'],
    ['a line that is no JSON', '{"text":"a"}\n{"text":\n', '{"text":'],
    ['an element that is no JSON', '[{"text":"a"},{"text":}]', '{"text":}'],
    ['an address in it', 'rating,text\n5,a,b,ada@example.test\n', '5,a,b,[e-mail]'],
  ])('or the raw text where there are no cells: %s', async (_what, file, raw) => {
    expect(rowsOf(await readAll(file))).toEqual([{ columns: ['reject_raw'], cells: [raw] }]);
  });

  it('and can be imported again when it is corrected', async () => {
    const header = 'reject_file,Stars,Review Text,Marketplace,reject_line,reject_code,reject_detail,reject_raw';
    const rows = [
      `,4,"'=SUM is what it says",x,7,rating-out-of-range,Stars: 9 is none,`,
      `,4,'quoted' it is,x,8,rating-out-of-range,Stars: 9 is none,`,
      `,9,c,x,9,rating-out-of-range,Stars: 9 is none,`,
    ];
    const { layout, texts, items } = await readAll([header, ...rows].join('\n'));
    expect([layout, texts]).toEqual(['generic', ['=SUM is what it says', "'quoted' it is"]]);
    expect(items[2]).toMatchObject({
      row: { columns: ['Stars', 'Review Text', 'Marketplace'], cells: ['9', 'c', 'x'] },
    });
  });

  it('as a platform lays it out', async () => {
    const columns = 'product_handle,rating,author,email,body,created_at,verified_purchase';
    const row = 'solo,4,Ada,,Good.,2024-01-01,true';
    const { layout, items } = await readAll(`${columns},reject_line,reject_code\n${row},3,date-invalid\n`);
    expect([layout, items]).toMatchObject(['loox-import', [{ review: { source: 'loox' } }]]);
  });
});

it('every row of a CSV comes back cell by cell', async () => {
  const cell = fc.string({
    unit: fc.constantFrom('a', 'ü', '🎥', '"', ',', ';', '\n', '\r\n', '\t', "'", ' '),
    maxLength: 8,
  });
  const row = fc.tuple(cell, cell, cell);
  await fc.assert(
    fc.asyncProperty(
      fc.array(row, { maxLength: 12 }),
      fc.constantFrom(',', ';', '\t', '|'),
      fc.constantFrom('\n', '\r\n'),
      async (rows, delimiter, end) => {
        // A rating of 9 makes every row a reject, which carries the cells that were read.
        const quoted = rows.map((cells) =>
          ['9', ...cells].map((one) => `"${one.replaceAll('"', '""')}"`).join(delimiter),
        );
        const read = await readAll(['rating', 'text', 'other', 'more'].join(delimiter) + end + quoted.join(end));
        expect(rowsOf(read).map((one) => one?.cells)).toEqual(rows.map((cells) => ['9', ...cells]));
      },
    ),
  );
});

it('cuts rows and cells as another parser does, wherever that one finds no fault', async () => {
  const piece = fc.constantFrom('a', '"', '""', ',', '\n', '\r\n', ' ', "'", '","', '"\n"');
  const cell = fc.array(piece, { maxLength: 3 }).map((pieces) => pieces.join(''));
  const row = fc.tuple(cell, cell, cell).map((cells) => cells.join(','));
  let compared = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(row, { maxLength: 4 }), async (rows) => {
      const file = `rating,text,other\n${rows.join('\n')}`;
      let wanted: string[][];
      try {
        wanted = parse(file, { relax_column_count: true, record_delimiter: ['\r\n', '\n'], from: 2 });
      } catch {
        return;
      }
      const found: (readonly string[])[] = [];
      const { read } = await inspectImport(inChunks(file), { product: 'cam', now: () => NOW });
      const take: TakeRow = (row) => {
        found.push(row.cells().cells);
        return rejectRaw(row.line, { code: 'seen', detail: '' }, '');
      };
      for await (const _ of read(take));
      expect(found).toEqual(wanted.filter((cells) => cells.length === 3));
      compared += found.length;
    }),
    { numRuns: 3000 },
  );
  expect(compared).toBeGreaterThan(50);
});

describe('other encodings', () => {
  const text = 'rating,text\r\n5,"über\r\n🎥"\r\n4,zwei\r\n';
  const utf16 = (content: string, big: boolean) => {
    const bytes = Buffer.from(`\ufeff${content}`, 'utf16le');
    return big ? bytes.swap16() : bytes;
  };

  it.each([
    ['UTF-16, little end first', utf16(text, false)],
    ['UTF-16, big end first', utf16(text, true)],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${text}`)],
  ])('%s', async (_what, bytes) => {
    for (const chunk of [1, 3, 1000]) expect((await readAll(bytes, {}, chunk)).texts).toEqual(['über\n🎥', 'zwei']);
  });

  it('find the row with half a character, and only that', async () => {
    const { texts, faults } = await readAll(utf16('rating,text\n5,a\n4,\ud83c x\n3,c', false), {}, 3);
    expect([texts, faults]).toEqual([['a', 'c'], ['3 invalid-utf8']]);
  });

  it('read UTF-16 of any length as the same text in UTF-8', async () => {
    const content = fc.array(
      fc.string({ unit: 'grapheme', minLength: 1 }).filter((one) => one.trim() !== '' && !/[\r\n<&"\0]/.test(one)),
      { minLength: 1, maxLength: 20 },
    );
    await fc.assert(
      fc.asyncProperty(content, fc.boolean(), fc.integer({ min: 1, max: 99 }), async (lines, big, chunk) => {
        const csv = ['rating\ttext', ...lines.map((one) => `3\t"${one}"`)].join('\n');
        const plain = await readAll(csv);
        expect((await readAll(utf16(csv, big), {}, chunk)).items).toEqual(plain.items);
      }),
    );
  });
});
