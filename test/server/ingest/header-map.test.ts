import { describe, expect, it } from 'vitest';
import type { ColumnMap } from '../../../server/contract/imports.ts';
import { headerSignature } from '../../../server/ingest/formats/resolve-header.ts';
import { inspectImport } from '../../../server/ingest/read-import.ts';
import { makeXlsx } from './make-archive.ts';
import { inChunks, NOW, readAll } from './read-all.ts';

const FILE = 'Artikel;Meinung;Note;Am\nsolo;"Gut; sehr klar";5;05/03/2024\n';
const MAP: ColumnMap = { product: 'Artikel', text: 'Meinung', rating: 'Note', date: 'Am' };
const mapped = (map: ColumnMap, more = {}) => readAll(FILE, { map, dates: 'day-first', ...more });

describe('a map of the columns', () => {
  it('reads a header that nobody knows', async () => {
    await expect(readAll(FILE)).rejects.toMatchObject({ code: 'unknown-header' });
    const { layout, items } = await mapped(MAP, { product: undefined });
    const review = { product: 'solo', text: 'Gut; sehr klar', rating: 5, date: '2024-03-05', source: 'import' };
    expect([layout, items]).toMatchObject(['mapped', [{ line: 2, review }]]);
  });

  it('leaves out what it does not name, and is not particular about the spelling of names', async () => {
    const { items } = await mapped({ text: 'MEINUNG' });
    expect(items).toMatchObject([{ review: { text: 'Gut; sehr klar', product: 'cam' } }]);
    expect(items[0]).toMatchObject({ review: { date: undefined } });
  });

  it.each<[what: string, map: ColumnMap, code: string]>([
    ['a column that is not there', { text: 'Meinung', rating: 'Stars' }, 'unknown-column'],
    ['no text', { rating: 'Note' }, 'map-incomplete'],
  ])('is refused with %s', async (_what, map, code) => {
    await expect(mapped(map)).rejects.toMatchObject({ code, status: 422 });
  });

  it('settles which of two columns is meant', async () => {
    const file = 'text,comment,rating\na,b,3\n';
    expect((await readAll(file, { map: { text: 'comment' } })).texts).toEqual(['b']);
  });

  it('keeps source and dates of the layout that the header belongs to', async () => {
    const header = 'Name,Feedback Date,Product Id,Product Rating,Product Comment,Service Comment';
    const file = `${header}\nAda,05/03/2024,solo,4,good,fast\n`;
    const { items } = await readAll(file, { map: { text: 'Service Comment', date: 'Feedback Date', author: 'Name' } });
    expect(items).toMatchObject([{ review: { text: 'fast', source: 'feefo', date: '2024-03-05', product: 'cam' } }]);
  });

  it.each<[what: string, file: string | Buffer]>([
    ['an object a line', '{"Artikel":"solo","Meinung":"Gut"}\n{"Artikel":"solo","Meinung":"Gut","Note":4}'],
    ['an array', '[{"Artikel":"solo","Meinung":"Gut"},{"Artikel":"solo","Meinung":"Gut","Note":4}]'],
    [
      'an array in an object',
      '{"rows":[{"Artikel":"solo","Meinung":"Gut"},{"Artikel":"solo","Meinung":"Gut","Note":4}]}',
    ],
    [
      'a spreadsheet',
      makeXlsx({
        S: [
          ['Artikel', 'Meinung', 'Note', 'Am'],
          ['solo', 'Gut'],
          ['solo', 'Gut', 4],
        ],
      }),
    ],
  ])('reads %s', async (_what, file) => {
    const { items, layout } = await readAll(file, { map: MAP, product: undefined });
    expect(layout).toBe('mapped');
    expect(items).toMatchObject([{ review: { text: 'Gut', product: 'solo' } }, { review: { rating: 4 } }]);
  });

  it('reads a value inside an object by its dotted name', async () => {
    const file = '{"a":{"words":"Gut"},"b":1}';
    expect((await readAll(file, { map: { text: 'a.words' } })).texts).toEqual(['Gut']);
  });

  it('is used when it was given for this header before, and not when one is given now', async () => {
    const asked: string[] = [];
    const rememberedMap = async (signature: string) => {
      asked.push(signature);
      return MAP;
    };
    const { items } = await readAll(FILE, { rememberedMap, dates: 'day-first' });
    expect(items).toMatchObject([{ review: { product: 'solo', rating: 5 } }]);
    expect(new Set(asked)).toEqual(new Set([headerSignature(['Am', 'Artikel', 'Meinung', 'Note'])]));
    asked.length = 0;
    await readAll(FILE, { rememberedMap, map: { text: 'Meinung' } });
    expect(asked).toEqual([]);
  });

  it('is told with the header, for whoever remembers it', async () => {
    const options = { product: 'cam', now: () => NOW };
    const inspect = async (more = {}) => (await inspectImport(inChunks(FILE), { ...options, ...more })).header;
    const signature = headerSignature(['Artikel', 'Meinung', 'Note', 'Am']);
    const columns = ['Artikel', 'Meinung', 'Note', 'Am'];
    expect(await inspect({ map: MAP })).toEqual({ signature, columns, map: MAP, from: 'given' });
    expect(await inspect({ rememberedMap: async () => MAP })).toEqual({
      signature,
      columns,
      map: MAP,
      from: 'remembered',
    });
    const known = await inspectImport(inChunks('Review,Stars,curated\na,3,ok\n'), options);
    expect(known.header).toMatchObject({ from: 'layout', map: { text: 'Review', rating: 'Stars', status: 'curated' } });
  });
});

it('a signature does not depend on order, spelling, or what a reject file adds', () => {
  const signature = headerSignature(['Review Text', 'starRating']);
  expect(headerSignature(['star_rating', 'review-text', 'reject_line', 'reject_raw'])).toBe(signature);
  expect(headerSignature(['Review Text'])).not.toBe(signature);
});
