import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AppError } from '../../../server/errors.ts';
import { readAll } from './read-all.ts';

const GOOD = '{"text":"Good picture"}';
const bytes = (...parts: (string | number[])[]): Buffer =>
  Buffer.concat(parts.map((part) => Buffer.from(part as string)));

describe('a faulty row is named, and the good rows around it come out', () => {
  it.each<[fault: string, row: string, code: string]>([
    ['malformed JSON', '{"text":"cut', '2 json-invalid'],
    ['JSON that is no object', '[1]', '2 json-invalid'],
    ['a text of a wrong type', '{"text":{"$ne":null}}', '2 text-invalid text'],
    ['an empty text', '{"text":"  "}', '2 text-missing text'],
    ['a text that is only markup', '{"text":"<p></p>"}', '2 text-missing text'],
    ['no text', '{"title":"Nice"}', '2 text-missing text'],
    ['a rating of 11', '{"text":"x","stars":11}', '2 rating-out-of-range stars'],
    ['a negative rating', '{"text":"x","rating":-1}', '2 rating-out-of-range rating'],
    ['a rating in words', '{"text":"x","rating":"good"}', '2 rating-invalid rating'],
    ['a text of 1 MB', JSON.stringify({ review: 'y'.repeat(1_048_576) }), '2 text-too-long review'],
    ['a title too long', JSON.stringify({ text: 'x', title: 'y'.repeat(501) }), '2 title-too-long title'],
    ['a date in the future', '{"text":"x","date":"2099-01-01"}', '2 date-in-future date'],
    ['an ambiguous date', '{"text":"x","created_at":"05/03/2024"}', '2 date-ambiguous created_at'],
    ['a hidden review', '{"text":"x","status":"Hidden"}', '2 status-hidden status'],
    ['a review held elsewhere', '{"text":"x","status":"pending"}', '2 status-held status'],
    ['an unpublished review', '{"text":"x","published":false}', '2 status-hidden published'],
    ['spam', '{"text":"x","curated":"spam"}', '2 status-hidden curated'],
    ['an unknown status', '{"text":"x","status":"elsewhere"}', '2 status-unknown status'],
    ['two texts', '{"text":"x","comment":"y"}', '2 field-ambiguous'],
    ['a NUL character', '{"text":"x\\u0000y"}', '2 invalid-character text'],
    ['half a character', '{"text":"x\\ud800y"}', '2 invalid-character text'],
  ])('%s in NDJSON', async (_fault, row, code) => {
    const { format, texts, faults } = await readAll(`${GOOD}\n${row}\n\n${GOOD}\n`, {}, 65_536);
    expect({ format, texts, faults }).toEqual({
      format: 'ndjson',
      texts: ['Good picture', 'Good picture'],
      faults: [code],
    });
  });

  it.each<[fault: string, row: string, faults: string[]]>([
    ['a rating of 11', '11,x,2024-01-01', ['4 rating-out-of-range Stars']],
    ['an empty text', '4,,2024-01-01', ['4 text-missing Review Text']],
    ['too few fields', '4,x', ['4 field-count']],
    ['too many fields', '4,x,2024-01-01,y', ['4 field-count']],
    ['an ambiguous date', '4,x,05/03/2024', ['4 date-ambiguous Date']],
    ['a future date', '4,x,2099-01-01', ['4 date-in-future Date']],
    ['a quote never closed', '4,"open,2024-01-01', ['4 quote-stray']],
    ['text behind a closing quote', '4,"x"y,2024-01-01', ['4 quote-stray']],
    ['faults in a row of several lines', '9,"x\ny\nz",2024-01-01', ['4 rating-out-of-range Stars']],
    ['a text of 1 MB', `4,${'y'.repeat(1_048_576)},2024-01-01`, ['4 text-too-long Review Text']],
    ['a row beyond all limits', `4,${'y'.repeat(9_000_000)},2024-01-01`, ['4 row-too-long']],
  ])('%s in CSV', async (_fault, row, wanted) => {
    const file = `Stars,Review Text,Date\n5,"one\ntwo",2024-01-01\n${row}\n3,"after",2024-01-02\n`;
    const { format, texts, faults } = await readAll(file, {}, 65_536);
    expect({ format, texts, faults }).toEqual({ format: 'csv', texts: ['one\ntwo', 'after'], faults: wanted });
  });

  it('a quote never closed before rows without quotes', async () => {
    const { texts, faults } = await readAll('rating,text\n1,"open\n2,two\n3,three');
    expect({ texts, faults }).toEqual({ texts: ['two', 'three'], faults: ['2 quote-unclosed'] });
  });

  it('broken UTF-8, in CSV and in NDJSON', async () => {
    const csv = await readAll(bytes('rating,text\n1,one\n2,', [0xc3, 0x28], '\n3,drei ', [0xc3, 0xbc], '\n'), {}, 1);
    expect([csv.texts, csv.faults]).toEqual([['one', 'drei ü'], ['3 invalid-utf8']]);
    const ndjson = await readAll(bytes(`${GOOD}\n{"text":"`, [0xff], `"}\n${GOOD}`));
    expect([ndjson.texts, ndjson.faults]).toEqual([['Good picture', 'Good picture'], ['2 invalid-utf8']]);
  });

  it('names every fault of a row and shows what was not taken', async () => {
    const { items } = await readAll('{"text":"Too many stars","rating":11,"date":"2099-01-01"}');
    const reject = items[0]?.kind === 'reject' ? items[0].reject : undefined;
    expect(reject).toMatchObject({
      kind: 'row',
      line: 1,
      code: 'date-in-future',
      field: 'date',
      text: 'Too many stars',
    });
    expect(reject?.detail).toContain('"2099-01-01" is in the future');
    expect(reject?.detail).toContain('rating: "11" must be from 1 to 5');
  });
});

describe('a file that cannot be read at all is refused with the reason', () => {
  it.each<[what: string, file: string | Buffer, code: string, says: string[]]>([
    ['an unknown header', 'colour,size\nred,3\nblue,4\n', 'unknown-header', ['"colour"', '"size"', 'text']],
    ['two columns for the text', 'text,comment,rating\na,b,3\n', 'ambiguous-header', ['"text"', '"comment"']],
    ['two columns of one name', 'text,rating,rating\na,3,4\n', 'ambiguous-header', ['"rating"']],
    ['nothing', '', 'empty-file', []],
    ['blank lines', ' \n\n', 'empty-file', []],
    ['keys that nobody knows', '{"colour":"red"}\n{"size":3}\n', 'unknown-header', ['"colour"', '"size"']],
    ['a broken ZIP archive', bytes([0x50, 0x4b, 3, 4], 'x'), 'archive-damaged', ['ZIP']],
    ['a tar archive', bytes('a.csv', Array(252).fill(0), 'ustar'), 'binary-file', ['tar']],
    ['other XML', '<?xml version="1.0"?><rss><item/></rss>', 'unknown-xml', ['XML']],
    ['a PNG image', bytes([0x89], 'PNG\r\n'), 'binary-file', ['PNG']],
    ['a PDF', '%PDF-1.7 x', 'binary-file', ['PDF']],
    ['NUL bytes', bytes('text,rating\n', [0, 1, 2]), 'binary-file', ['binary']],
    ['a page in another encoding', bytes('Caf', [0xe9], ' camera review page'), 'invalid-utf8', ['UTF-8']],
  ])('%s', async (_what, file, code, says) => {
    const error = await readAll(file).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(AppError);
    expect(error).toMatchObject({ code, status: 422 });
    for (const words of says) expect((error as AppError).message).toContain(words);
  });

  it.each([
    ['CSV', 'text,rating\na,3\n'],
    ['a page', 'Just some words'],
  ])('%s without a product', async (_what, file) => {
    await expect(readAll(file, { product: undefined })).rejects.toMatchObject({ code: 'product-missing', status: 422 });
  });

  it('but a JSON row without a product is only that row', async () => {
    const { texts, faults } = await readAll(`${GOOD}\n{"text":"b","product":"p"}`, { product: undefined });
    expect([texts, faults]).toEqual([['b'], ['1 product-missing product']]);
  });
});

describe('formats are told by content', () => {
  it.each<[file: string, filename: string | undefined, format: string, layout: string]>([
    ['{"text":"a"}', 'reviews.csv', 'ndjson', 'generic'],
    ['{"broken\n{"text":"a"}', undefined, 'ndjson', 'generic'],
    ['text,rating\na,3', 'reviews.txt', 'csv', 'generic'],
    ['text\na\n', 'reviews.csv', 'csv', 'generic'],
    ['Title;Score;Date;Helpful;Comment\nA;5;2024-01-01;;b', undefined, 'csv', 'amazon-scrape'],
    ['Reviews\nThis one, I think, is good.', 'page.txt', 'page', 'generic'],
    ['Good camera, sharp\nNice app, easy\nFast post, thanks', undefined, 'page', 'generic'],
    ['Home | Comments | Contact\nGood camera, sharp picture.', undefined, 'page', 'generic'],
    ['Is it waterproof?,yes\nIs it loud?,no', undefined, 'page', 'generic'],
    ['<!DOCTYPE html><p>text,rating</p>', 'x.csv', 'page', 'generic'],
    ['text,rating', undefined, 'csv', 'generic'],
  ])('%j named %s is %s', async (file, filename, format, layout) => {
    expect(await readAll(file, { filename })).toMatchObject({ format, layout });
  });

  it.each([
    ['BOM and CRLF', '\ufeffrating,text\r\n5,one\r\n4,"two\r\nlines"\r\n'],
    ['semicolons', 'rating;text\n5;one\n4;"two\nlines"\n'],
    ['tabs', 'rating\ttext\n5\tone\n4\t"two\nlines"'],
    ['bars and blank lines', '\nrating|text\n\n5|one\n\n4|"two\nlines"\n\n'],
    ['bare CR', 'rating,text\r5,one\r4,"two\rlines"\r'],
    ['a stated delimiter', 'sep=;\nrating;text\n5;one\n4;"two\nlines"\n'],
    ['a quoted header', '"rating","text"\n"5","one"\n"4","two\nlines"\n'],
  ])('CSV with %s', async (_what, file) => {
    for (const chunk of [1, 5, 1000]) {
      const { texts, faults } = await readAll(file, {}, chunk);
      expect([texts, faults]).toEqual([['one', 'two\nlines'], []]);
    }
  });

  it('reads every column that has a meaning', async () => {
    const header =
      'Review ID,Source,Product,Headline,Review Body,Star Rating,Reviewer Name,Created At,Verified Purchase,State,Helpful';
    const row = '17,shop,solo,"Good, ""really""",<b>Sharp</b> &amp; clear,"4,5",Elif K.,2024-03-05,yes,published,3';
    const { items } = await readAll(`${header}\n${row}`);
    const review = {
      ...{ source: 'shop', externalId: '17', product: 'solo', title: 'Good, "really"', text: 'Sharp & clear' },
      ...{ rating: 4.5, author: 'Elif K.', date: '2024-03-05', verified: true },
    };
    expect(items).toEqual([{ kind: 'review', line: 2, review }]);
  });

  it('falls back to the product and the source of the file', async () => {
    const { items } = await readAll('text,product,source\na,solo,\nb,,shop\n', { source: 'scrape' });
    expect(items).toMatchObject([
      { review: { product: 'solo', source: 'scrape' } },
      { review: { product: 'cam', source: 'shop' } },
    ]);
  });
});

describe('properties', () => {
  it('arbitrary bytes end in items or an AppError', async () => {
    const start = fc.constantFrom('', 'text,rating\n', '{"text":"', '<p>', 'Score,Title,Helpful,Date,Comment\n');
    const format = fc.constantFrom('auto', 'csv', 'ndjson', 'page');
    await fc.assert(
      fc.asyncProperty(start, fc.uint8Array({ maxLength: 300 }), format, async (head, tail, as) => {
        const answer = await readAll(bytes(head, [...tail]), { format: as as 'auto' }).catch((error: unknown) => error);
        if (answer instanceof Error) expect(answer).toBeInstanceOf(AppError);
      }),
      { numRuns: 500 },
    );
  });

  it('every good row of a file with bad rows comes out, in order, with its line', async () => {
    const cell = fc.string({ maxLength: 20 }).filter((text) => text.trim() !== '' && !/[<&\r]/.test(text));
    const bad = fc.constantFrom('9,x', '1', '1,2,3', '1,"a"b', '1,');
    const rows = fc.array(
      fc.oneof(
        cell.map((text) => ({ text })),
        bad.map((row) => ({ row })),
      ),
      { maxLength: 20 },
    );
    await fc.assert(
      fc.asyncProperty(rows, fc.integer({ min: 1, max: 50 }), async (all, chunk) => {
        const lines = all.map((one) => ('row' in one ? one.row : `5,"${one.text.replaceAll('"', '""')}"`));
        const { texts, faults } = await readAll(['rating,text', ...lines].join('\n'), {}, chunk);
        expect(texts).toEqual(all.flatMap((one) => ('text' in one ? [one.text.trim()] : [])));
        expect(faults.map((fault) => Number(fault.split(' ')[0]))).toEqual(
          all.flatMap((one, index) => ('row' in one ? [index + 2] : [])),
        );
      }),
    );
  });
});

const shared = (path: string) => new URL(`../../../../shared/${path}`, import.meta.url);
const absent = !existsSync(shared('data/ring-scrape.csv')) && process.env['CI'] !== 'true';

describe.skipIf(absent)('the shared files', () => {
  it('the scraped CSV: 1998 reviews, 2 rows without a text', async () => {
    const { layout, texts, items, faults } = await readAll(readFileSync(shared('data/ring-scrape.csv')), {}, 65_536);
    expect([layout, items.length, texts.length]).toEqual(['amazon-scrape', 2000, 1998]);
    expect(faults.map((fault) => fault.replace(/^\d+ /, ''))).toEqual(['text-missing Comment', 'text-missing Comment']);
    expect(texts.filter((text) => /<\/?(?:span|br|p)\b/.test(text))).toEqual([]);
  });

  it.each([
    ['seeds/004_312720fd16bb2629.txt', 20],
    ['seeds/000_531a0422fd488fde.txt', 0],
  ])('the page %s has %i reviews', async (path, reviews) => {
    const { format, texts, items } = await readAll(readFileSync(shared(path)), { filename: path }, 65_536);
    expect([format, texts.length]).toEqual(['page', reviews]);
    expect(items.length).toBeGreaterThan(texts.length);
  });
});
