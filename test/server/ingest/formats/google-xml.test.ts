import { describe, expect, it } from 'vitest';
import { openImport } from '../../../../server/ingest/read-import.ts';
import { NOW, readAll } from '../read-all.ts';

const review = (inner: string) => `<review>${inner}</review>`;
const feed = (reviews: string, rest = '') =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<feed xmlns:vc="http://www.w3.org/2007/XMLSchema-versioning">\n<version>2.4</version><publisher><name>Cams</name></publisher>\n<reviews>\n${reviews}\n</reviews>${rest}</feed>`;
const ids =
  '<products><product><product_ids><gtins><gtin>111</gtin></gtins><skus><sku>pole-cam</sku><sku>other</sku></skus></product_ids><product_name>Pole Cam</product_name></product></products>';
const plain = (content: string) =>
  review(
    `<review_id>1</review_id><content>${content}</content><ratings><overall min="1" max="5">4</overall></ratings>${ids}`,
  );

describe('a Google Product Reviews feed', () => {
  it('is read with all that it tells', async () => {
    const full = review(
      `<review_id>7</review_id><reviewer><name is_anonymous="false">Ada P.</name><reviewer_id>5</reviewer_id></reviewer>
      <is_verified_purchase>true</is_verified_purchase><review_timestamp>2024-11-30T07:07:07Z</review_timestamp>
      <title>Rainproof</title><content>Clear &amp; sharp.</content><pros><pro>light</pro><pro>small</pro></pros>
      <cons><con>no charger</con></cons><review_url type="singleton">https://cams.test/7</review_url>
      <ratings><overall min="1" max="10">10</overall></ratings>${ids}<is_spam>false</is_spam>`,
    );
    const { format, layout, items } = await readAll(feed(full), { product: undefined });
    expect([format, layout]).toEqual(['google-xml', 'google-product-reviews']);
    expect(items).toEqual([
      {
        ...{ kind: 'review', line: 5 },
        review: {
          ...{
            source: 'google',
            externalId: '7',
            product: 'pole-cam',
            title: 'Rainproof',
            rating: 5,
            author: 'Ada P.',
          },
          ...{ text: 'Clear & sharp.\n\nPros: light; small\n\nCons: no charger', date: '2024-11-30T07:07:07.000Z' },
          verified: true,
        },
      },
    ]);
  });

  it.each([
    ['1', '5', '4.4', 4.4],
    ['0', '10', '5', 3],
    ['1', '10', '7', 3.67],
    ['1', '100', '100', 5],
  ])('scales from %s to %s: %s is %d', async (min, max, value, rating) => {
    const file = feed(
      review(`<content>a</content><ratings><overall min="${min}" max="${max}">${value}</overall></ratings>`),
    );
    expect((await readAll(file)).items).toMatchObject([{ review: { rating } }]);
  });

  it('drops the name of who wants none, and reads CDATA, pros alone, and the product name where there is no number', async () => {
    const file = feed(
      review(
        '<reviewer><name is_anonymous="true">Ada P.</name></reviewer><content><![CDATA[<b>Bold</b> & loud]]></content>',
      ) +
        review(
          '<pros><pro>light</pro></pros><products><product><product_name>Pole Cam</product_name></product></products>',
        ),
    );
    const { items } = await readAll(file);
    expect(items).toMatchObject([
      { review: { text: 'Bold & loud', product: 'cam' } },
      { review: { text: 'Pros: light', product: 'Pole Cam' } },
    ]);
    expect(JSON.stringify(items)).not.toContain('Ada');
  });

  it('refuses spam, what was deleted, and ratings out of their scale, and hands them back as a table that is read', async () => {
    const file = feed(
      review('<review_id>1</review_id><content>a</content><is_spam>true</is_spam>') +
        review('<review_id>2</review_id><content>b</content><ratings><overall min="1" max="5">6</overall></ratings>'),
      '<deleted_reviews><review><review_id>3</review_id></review></deleted_reviews>',
    );
    const { faults, items } = await readAll(file);
    expect(faults).toEqual(['5 status-hidden is_spam', '5 rating-out-of-range rating', '6 status-hidden status']);
    const [, second] = items.flatMap((item) => (item.kind === 'reject' && item.row ? [item.row] : []));
    const again = await readAll([second!.columns.join(','), second!.cells.join(',').replace('6', '5')].join('\n'));
    expect(again.items).toMatchObject([{ review: { externalId: '2', text: 'b', rating: 5 } }]);
  });

  it.each([1, 2, 7, 100])('is read the same in pieces of %i bytes', async (chunk) => {
    expect((await readAll(feed(plain('über 🎥') + plain('b')), {}, chunk)).texts).toEqual(['über 🎥', 'b']);
  });

  it('is read in UTF-16', async () => {
    const file = Buffer.concat([
      Buffer.from([0xff, 0xfe]),
      Buffer.from(feed(plain('über')).replace('UTF-8', 'UTF-16'), 'utf16le'),
    ]);
    expect((await readAll(file)).texts).toEqual(['über']);
  });
});

describe('hostile XML is refused', () => {
  const bomb = `<!DOCTYPE feed [<!ENTITY a "ha">${Array.from({ length: 9 }, (_, n) => `<!ENTITY a${n} "${`&a${n - 1 < 0 ? '' : n - 1};`.repeat(10)}">`).join('')}]>`;
  it.each([
    ['an entity bomb', `<?xml version="1.0"?>${bomb}<feed><reviews>${plain('&a8;')}</reviews></feed>`, 'xml-doctype'],
    [
      'an external entity',
      `<?xml version="1.0"?><!DOCTYPE feed [<!ENTITY x SYSTEM "file:///etc/hostname">]><feed>${plain('&x;')}</feed>`,
      'xml-doctype',
    ],
    ['an entity that is not defined', feed(plain('&nope;')), 'xml-invalid'],
    ['an end too soon', feed(plain('a')).slice(0, -20), 'xml-invalid'],
    ['a nest', feed(`${'<a>'.repeat(100_000)}`), 'xml-invalid'],
    ['a text without an end', `${feed('').slice(0, -20)}<review><content>${'x'.repeat(9_000_000)}`, 'xml-invalid'],
    [
      'bytes that are not UTF-8',
      Buffer.concat([Buffer.from(feed(plain('a')).slice(0, -20)), Buffer.from([0xff])]),
      'invalid-utf8',
    ],
  ])('%s', async (_what, file, code) => {
    await expect(readAll(file, {}, 65_536)).rejects.toMatchObject({ code, status: 422 });
  });

  it('a text without an end, before all of it is held', async () => {
    const endless = async function* () {
      yield Buffer.from(`${feed('').slice(0, -20)}<review><content>`);
      for (let sent = 0; sent < 400; sent += 1) yield Buffer.alloc(65_536, 'x');
      throw new Error('read on');
    };
    const { items } = await openImport(endless(), { now: () => NOW });
    const read = async () => {
      for await (const _ of items);
    };
    await expect(read()).rejects.toMatchObject({ code: 'xml-invalid' });
  });
});
