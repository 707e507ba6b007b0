import { describe, expect, it } from 'vitest';
import { readAll } from '../read-all.ts';

const page = (...scripts: unknown[]) =>
  `<!doctype html><html><head><title>Shop</title>${scripts
    .map((one) => `<script type="application/ld+json">${typeof one === 'string' ? one : JSON.stringify(one)}</script>`)
    .join(
      '',
    )}</head><body><h1>Pole Cam</h1><h2>Customer reviews</h2><p>I bought it in May and it never failed me once in the rain.</p></body></html>`;
const review = (text: string, more = {}) => ({ '@type': 'Review', reviewBody: text, ...more });

describe('reviews in JSON-LD', () => {
  it('are read with author, date, scaled rating, title and product', async () => {
    const product = {
      ...{ '@context': 'https://schema.org', '@type': 'Product', name: 'Pole Cam', sku: 'pole-cam' },
      aggregateRating: { '@type': 'AggregateRating', ratingValue: 4.5, reviewCount: 2 },
      review: [
        review('Sharp &quot;and&quot; small.', {
          ...{ name: 'Rainproof', author: { '@type': 'Person', name: 'Ada P.' }, datePublished: '2024-11-30' },
          reviewRating: { '@type': 'Rating', ratingValue: '8', bestRating: '10', worstRating: '0' },
        }),
        review('Second.', { author: 'Bo', reviewRating: { ratingValue: 4 } }),
      ],
    };
    const { items } = await readAll(page(product), { product: undefined });
    expect(items).toMatchObject([
      {
        review: {
          ...{ source: 'import', product: 'pole-cam', title: 'Rainproof', text: 'Sharp "and" small.' },
          ...{ author: 'Ada P.', date: '2024-11-30', rating: 4.2 },
        },
      },
      { review: { text: 'Second.', author: 'Bo', rating: 4 } },
    ]);
  });

  it.each<[what: string, scripts: unknown[], texts: string[], product: string]>([
    [
      'in a graph, by reference',
      [
        {
          '@graph': [
            { '@type': 'Product', '@id': '#p', name: 'Pole Cam' },
            { '@type': 'Thing', '@id': '#p' },
            review('a', { itemReviewed: { '@id': '#p' } }),
          ],
        },
      ],
      ['a'],
      'Pole Cam',
    ],
    ['in an array', [[{ '@type': 'Product', name: 'P', review: review('a') }, review('b')]], ['a', 'b'], 'P'],
    [
      'of the only product',
      [
        { '@type': 'Product', name: 'P' },
        { '@type': ['Review'], description: 'a' },
      ],
      ['a'],
      'P',
    ],
    [
      'with full type names',
      [{ '@type': 'http://schema.org/Product', name: 'P', reviews: [{ '@type': 'schema:Review', reviewBody: 'a' }] }],
      ['a'],
      'P',
    ],
    [
      'told twice by two scripts',
      [
        { '@type': 'Product', name: 'P', review: review('a') },
        { '@type': 'Product', name: 'P', review: review('a') },
      ],
      ['a'],
      'P',
    ],
    [
      'beside a broken script',
      ['{"@type": "Review", ', { '@type': 'Product', name: 'P', review: review('a') }],
      ['a'],
      'P',
    ],
  ])('%s', async (_what, scripts, texts, product) => {
    const read = await readAll(page(...scripts), { product: undefined });
    expect(read.texts).toEqual(texts);
    expect(read.items[0]).toMatchObject({ review: { product } });
  });

  it('give way to the product that the caller names', async () => {
    const { items } = await readAll(page({ '@type': 'Product', name: 'P', review: review('a') }));
    expect(items).toMatchObject([{ review: { product: 'cam' } }]);
  });

  it('that are faulty are rejects with their cells', async () => {
    const { items } = await readAll(
      page(review('a', { reviewRating: { ratingValue: 7 }, datePublished: '05/03/2024' })),
    );
    expect(items).toMatchObject([
      {
        reject: { kind: 'row', code: 'date-ambiguous' },
        row: { columns: expect.arrayContaining(['rating']), cells: expect.arrayContaining(['7']) },
      },
    ]);
  });

  it.each([
    ['a broken script', ['{"@type":"Review","reviewBody":"hid']],
    [
      'ratings without texts',
      [{ '@type': 'Product', name: 'P', review: { '@type': 'Review', reviewRating: { ratingValue: 5 } } }],
    ],
    ['a deep nest', [`${'{"a":'.repeat(5000)}1${'}'.repeat(5000)}`]],
  ])('of %s leave the visible text', async (_what, scripts) => {
    expect((await readAll(page(...scripts), {}, 65_536)).texts).toEqual([
      'I bought it in May and it never failed me once in the rain.',
    ]);
  });

  it('are asked for a product where nobody names one', async () => {
    await expect(readAll(page(), { product: undefined })).rejects.toMatchObject({ code: 'product-missing' });
    await expect(readAll(page(review('a')), { product: undefined })).rejects.toMatchObject({ code: 'product-missing' });
  });
});

describe('reviews in microdata', () => {
  const item = (inner: string) =>
    `<div itemprop="review" itemscope itemtype="https://schema.org/Review">${inner}</div>`;
  const html = (inner: string) =>
    `<html><body><div itemscope itemtype="http://schema.org/Product"><h1 itemprop="name">Pole Cam</h1>${inner}</div></body></html>`;

  it('are read with author, date, scaled rating, title and product', async () => {
    const file = html(
      item(
        `<h3 itemprop="name">Rainproof</h3><span itemprop="author" itemscope itemtype="https://schema.org/Person">by <b itemprop="name">Ada P.</b></span>
        <time itemprop="datePublished" datetime="2024-11-30">last week</time><meta itemprop="inLanguage" content="en">
        <div itemprop="reviewRating" itemscope itemtype="https://schema.org/Rating"><meta itemprop="worstRating" content="0"><span itemprop="ratingValue">75</span>/<span itemprop="bestRating">100</span></div>
        <p itemprop="reviewBody">Sharp &amp; small.<br>Two   lines.</p>`,
      ) + item('<span itemprop="author">Bo</span><div itemprop="description"><p>First.<p>Second.</div>'),
    );
    const { items } = await readAll(file, { product: undefined });
    expect(items).toMatchObject([
      {
        review: {
          product: 'Pole Cam',
          title: 'Rainproof',
          text: 'Sharp & small.\nTwo lines.',
          author: 'Ada P.',
          date: '2024-11-30',
          rating: 4,
        },
      },
      { review: { text: 'First.\nSecond.', author: 'Bo' } },
    ]);
  });

  it('survive tags that are not closed, or closed twice', async () => {
    const file = html(
      `<ul><li>${item('<p itemprop="reviewBody">a<p>x</b>')}<li>${item('<span itemprop="reviewBody">b</span></p></em>')}</ul>`,
    );
    expect((await readAll(file)).texts).toEqual(['a', 'b']);
  });

  it('outside of a product take that of the item reviewed', async () => {
    const file = `<div itemscope itemtype="https://schema.org/Review"><i itemprop="itemReviewed" itemscope><b itemprop="name">Solo</b></i><p itemprop="reviewBody">a</p></div>`;
    expect((await readAll(file, { product: undefined })).items).toMatchObject([
      { review: { product: 'Solo', text: 'a' } },
    ]);
  });

  it('are read within the time of a test from a hostile page', async () => {
    for (const piece of [
      '<p itemprop="reviewBody">',
      '<div itemscope itemprop="review">',
      '</div>',
      '<li itemprop="name">',
      '<b>',
    ])
      await readAll(html(piece.repeat(1_000_000 / piece.length)), {}, 65_536);
  });
});
