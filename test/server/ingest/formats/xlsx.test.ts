import { describe, expect, it } from 'vitest';
import { type Cell, makeXlsx, makeZip, xlsxParts } from '../make-archive.ts';
import { readAll } from '../read-all.ts';

const HEADER = ['Review ID', 'Review Body', 'Stars', 'Date', 'Verified', 'Product'];
const row = (...cells: Cell[]) => cells;

describe('a spreadsheet', () => {
  it('is read with its dates, numbers and truths, at the rows it shows', async () => {
    const file = makeXlsx({
      Reviews: [
        HEADER,
        row(1234567890123456, 'Sharp & <clear>', 4.6, [45_356], true, 'pole-cam'),
        row(),
        row('x-2', 'Line one\nline two', '5', [45_356.5], false, 'pole-cam'),
        row('x-3', '', 9, '05/03/2024', undefined, 'pole-cam'),
      ],
    });
    const { format, layout, items, faults } = await readAll(file, { product: undefined }, 1000);
    expect([format, layout]).toEqual(['xlsx', 'generic']);
    expect(items.slice(0, 2)).toMatchObject([
      {
        line: 2,
        review: {
          ...{ externalId: '1234567890123456', text: 'Sharp & <clear>', rating: 4.6, date: '2024-03-05' },
          ...{ verified: true, product: 'pole-cam' },
        },
      },
      { line: 4, review: { text: 'Line one\nline two', rating: 5, date: '2024-03-05T12:00:00.000Z', verified: false } },
    ]);
    expect(faults).toEqual(['5 date-ambiguous Date']);
    expect(items[2]).toMatchObject({
      reject: { file: 'Reviews' },
      row: { columns: HEADER, cells: ['x-3', '', '9', '05/03/2024', '', 'pole-cam'] },
    });
  });

  it('is read from its first sheet whose header is known', async () => {
    const file = makeXlsx({
      Notes: [['Read me'], ['first']],
      Empty: [],
      'All, 2024': [
        ['text', 'rating'],
        ['a', 7],
      ],
    });
    const { items } = await readAll(file);
    expect(items).toMatchObject([{ reject: { file: 'All, 2024', line: 2, code: 'rating-out-of-range' } }]);
  });

  it.each<[what: string, cell: string, text: string]>([
    ['an inline text', '<c r="A2" t="inlineStr"><is><t>in</t><t>line</t></is></c>', 'inline'],
    ['the result of a formula', '<c r="A2" t="str"><f>A1&amp;"x"</f><v>made</v></c>', 'made'],
    ['a cell without an address', '<c t="inlineStr"><is><t>placed</t></is></c>', 'placed'],
    [
      'escaped characters',
      '<c r="A2" t="inlineStr"><is><t>two_x000D__x000A_lines _x005F_x</t></is></c>',
      'two\nlines _x',
    ],
    ['an error', '<c r="A2" t="e"><v>#N/A</v></c>', '#N/A'],
    ['an ISO date', '<c r="A2" t="d"><v>2024-03-05</v></c>', '2024-03-05'],
    ['a number in scientific form', '<c r="A2"><v>4.5999999999999996</v></c>', '4.6'],
  ])('%s', async (_what, xml, text) => {
    expect(
      (
        await readAll(
          makeXlsx({
            S: [
              ['text', 'rating'],
              [{ xml }, 5],
            ],
          }),
        )
      ).texts,
    ).toEqual([text]);
  });

  it('with rich texts, furigana, prefixes and the calendar of 1904', async () => {
    const parts = xlsxParts({
      S: [
        ['text', 'date'],
        ['T', [43_894]],
      ],
    });
    const file = makeZip({
      ...parts,
      'xl/sharedStrings.xml': parts['xl/sharedStrings.xml']!.replace(
        '<t xml:space="preserve">T</t>',
        '<r><t>rich </t></r><r><t>text</t></r><rPh sb="0" eb="1"><t>no</t></rPh>',
      ),
      'xl/workbook.xml': parts['xl/workbook.xml']!.replace('<sheets>', '<workbookPr date1904="1"/><sheets>')
        .replaceAll(/(<\/?)(workbook|sheets|sheet)\b/g, '$1x:$2')
        .replace('xmlns=', 'xmlns:x='),
    });
    expect((await readAll(file)).items).toMatchObject([{ review: { text: 'rich text', date: '2024-03-05' } }]);
  });
});

describe('a spreadsheet is refused with the reason', () => {
  const sheets = { S: [['text'], ['a']] };
  it.each<[what: string, file: () => Buffer, code: string, options?: object]>([
    ['an unknown header', () => makeXlsx({ One: [['colour'], ['red']], Two: [['size'], [3]] }), 'unknown-header'],
    ['no product', () => makeXlsx(sheets), 'product-missing', { product: undefined }],
    ['no sheet', () => makeXlsx({}), 'unknown-header'],
    [
      'XML that is none',
      () => makeZip({ ...xlsxParts(sheets), 'xl/worksheets/sheet1.xml': '<worksheet><row' }),
      'xml-invalid',
    ],
    [
      'definitions of its own',
      () => makeZip({ ...xlsxParts(sheets), 'xl/worksheets/sheet1.xml': '<!DOCTYPE a [<!ENTITY b "c">]><worksheet/>' }),
      'xml-doctype',
    ],
    ['a document', () => makeZip({ '[Content_Types].xml': '<Types/>', 'word/document.xml': '<w/>' }), 'binary-file'],
    ['a binary workbook', () => makeZip({ '[Content_Types].xml': '<Types/>', 'xl/workbook.bin': 'x' }), 'binary-file'],
    ['a spreadsheet that is asked to be CSV', () => makeXlsx(sheets), 'format-mismatch', { format: 'csv' }],
    ['CSV that is asked to be a spreadsheet', () => Buffer.from('text\na\n'), 'format-mismatch', { format: 'xlsx' }],
  ])('%s', async (_what, file, code, options = {}) => {
    await expect(readAll(file(), options)).rejects.toMatchObject({ code, status: 422 });
  });

  it('and not read into memory row by row that is not there', async () => {
    const parts = xlsxParts(sheets);
    const sheet =
      '<worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>text</t></is></c></row><row r="999999999"><c r="ZZZ999999999"><v>1</v></c><c r="A999999999"><v>2</v></c></row></sheetData></worksheet>';
    const { texts } = await readAll(makeZip({ ...parts, 'xl/worksheets/sheet1.xml': sheet }));
    expect(texts).toEqual(['2']);
  });

  it('or when a part of it unpacks to far too much', async () => {
    const parts = xlsxParts(sheets);
    const file = makeZip({
      ...parts,
      'xl/sharedStrings.xml': `<sst>${`<si><t>${'x'.repeat(1_000_000)}</t></si>`.repeat(60)}</sst>`,
    });
    expect(file.length).toBeLessThan(1_000_000);
    await expect(readAll(file, {}, 65_536)).rejects.toMatchObject({ code: 'archive-too-large' });
  });
});
