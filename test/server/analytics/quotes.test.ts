import fc from 'fast-check';
import request from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rankRepresentative } from '../../../server/analytics/rank-representative.ts';
import { sentenceAround } from '../../../server/analytics/sentence-around.ts';
import { typicalMention } from '../../../server/analytics/typical-mention.ts';
import type { Quotes } from '../../../server/contract/analytics.ts';
import type { Summary } from '../../../server/contract/summary.ts';
import { startTestApp, type TestApp } from '../../support/app.ts';
import { judgedReviews, twins } from './judged-reviews.ts';

describe('the sentence around a mention', () => {
  it.each([
    ['Fine by day. [The dark parts] are grey. Good sound.', 'The dark parts are grey.'],
    ['Version 2.5 [shows] noise at night', 'Version 2.5 shows noise at night'],
    ['First line\n[second] line\nthird', 'second line'],
    ['Bad! [Bad.] Bad!', 'Bad.'],
    ['[It works. Well] enough. Yes.', 'It works. Well enough.'],
    ['   [x]   ', 'x'],
  ])('%s', (marked, wanted) => {
    const [start, end] = [marked.indexOf('['), marked.indexOf(']') - 1];
    const text = marked.replace(/[[\]]/g, '');
    const span = sentenceAround(text, { start, end });
    expect(text.slice(span.start, span.end)).toBe(wanted);
  });

  it('holds the mention, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 400 }), fc.nat(), fc.nat(), (text, x, y) => {
        const [start, end] = [x % (text.length + 1), y % (text.length + 1)].sort((a, b) => a - b) as [number, number];
        const span = sentenceAround(text, { start, end });
        expect(span.start).toBeLessThanOrEqual(start);
        expect(span.end).toBeGreaterThanOrEqual(end);
        expect(span.start).toBeGreaterThanOrEqual(0);
        expect(span.end).toBeLessThanOrEqual(text.length);
      }),
    );
  });

  it('is taken of a mention that judges by words that can be named', () => {
    const text = 'The app crashes. The app is slow to open in the morning.';
    const mention = { feature: 'app', field: 'text' as const };
    const mentions = [
      { ...mention, polarity: 'negative' as const, start: 0, end: 15, cue: { start: 8, end: 15 } },
      { ...mention, polarity: 'negative' as const, start: 17, end: 35 },
    ];
    const isWanted = (tag: string) => tag === 'app:negative';
    expect(typicalMention({ title: null, text, mentions }, isWanted)?.text).toBe('The app crashes.');
    expect(typicalMention({ title: null, text, mentions: mentions.slice(1) }, isWanted)?.isClear).toBe(false);
    expect(typicalMention({ title: null, text, mentions }, () => false)).toBeUndefined();
  });
});

describe('representative first', () => {
  const said = (sentence: string | null, author: string | null = null) => ({ sentence, author });
  const common = [
    'The picture turns grey after sunset and faces cannot be told apart.',
    'After sunset the picture turns grey, no faces can be told.',
    'Faces cannot be told apart when the picture turns grey after sunset.',
  ];

  it('puts what many say before what one says', () => {
    const odd = said('My cousin plays the trombone on Thursdays while cooking soup.');
    const order = rankRepresentative([odd, ...common.map((one) => said(one))]);
    expect(order.at(-1)).toBe(0);
  });

  it('leaves out what is too short, too long, unclear, or by the same author, until the end', () => {
    const order = rankRepresentative([
      said('Grey after sunset.'),
      said(`${common[0]} `.repeat(6)),
      said(null),
      said(common[0] as string, 'Ann'),
      said(common[1] as string, ' ann '),
      said(common[2] as string, 'Bob'),
    ]);
    expect(new Set(order.slice(0, 2))).toEqual(new Set([3, 5]));
    expect(order.slice(2)).toEqual([0, 1, 2, 4]);
  });

  it('has every candidate once', () => {
    const candidate = fc.record({
      author: fc.option(fc.constantFrom('Ann', 'Bob', '')),
      sentence: fc.option(fc.string({ maxLength: 120 })),
    });
    fc.assert(
      fc.property(fc.array(candidate, { maxLength: 60 }), (candidates) => {
        const order = rankRepresentative(candidates);
        expect(order.toSorted((x, y) => x - y)).toEqual([...candidates.keys()]);
      }),
    );
  });
});

describe('over HTTP', () => {
  let test: TestApp;
  const ask = (path: string) => request(test.app).get(`/api/v1${path}`);
  const get = async <T>(path: string): Promise<T> => {
    const answer = await ask(path);
    expect(answer.status, JSON.stringify(answer.body)).toBe(200);
    return answer.body;
  };
  beforeAll(async () => {
    test = await startTestApp('quotes', {
      now: () => new Date('2026-05-29T09:00:00Z'),
      env: { MASK_PERSONAL_DATA: 'false' },
    });
    const reviews = [...judgedReviews(260), ...twins];
    await request(test.app).post('/api/v1/reviews').send({ reviews });
    const lonely = Array.from({ length: 12 }, (_, n) => ({
      ...{ source: 'web', product: 'lonely', date: '2026-05-01', author: `Reader ${n}` },
      text: `The picture is sharp at number ${n * n * 31}, write to reader${n}.private@example.org about it.`,
    }));
    await request(test.app).post('/api/v1/reviews').send({ reviews: lonely });
  });
  afterAll(() => test.close());

  it.each([
    ['newest', 37],
    ['representative', 37],
    ['representative', 200],
  ] as const)('every review of a bar is on one page, %s, by %i', async (order, limit) => {
    const bar = 'counting=all';
    const ids: string[] = [];
    let cursor = '';
    let total = 0;
    for (let pages = 0; pages < 50; pages += 1) {
      const page = await get<Quotes>(`/analytics/quotes?${bar}&order=${order}&limit=${limit}${cursor}`);
      ids.push(...page.items.map(({ review }) => review.id));
      total = page.total;
      if (!page.next) break;
      cursor = `&cursor=${page.next}`;
    }
    expect(total).toBeGreaterThan(200);
    expect(ids).toHaveLength(total);
    expect(new Set(ids).size).toBe(total);
  });

  it('shows one sentence a customer first', async () => {
    const { items } = await get<Quotes>(
      '/analytics/quotes?feature=app&polarity=negative&order=representative&limit=20',
    );
    const authors = items.map(({ review }) => review.author);
    expect(new Set(authors).size).toBe(authors.length);
  });

  it('refuses a cursor of the other order', async () => {
    const { next } = await get<Quotes>('/analytics/quotes?order=representative&limit=5');
    expect((await ask(`/analytics/quotes?order=newest&limit=5&cursor=${next}`)).status).toBe(400);
  });

  it('sums a product up in words of its customers', async () => {
    const summary = await get<Summary>('/analytics/summary?product=alpha');
    expect(summary.strengths.length).toBeGreaterThan(0);
    expect(summary.weaknesses.map(({ feature }) => feature)).toContain('app');
    for (const [rows, polarity] of [
      [summary.strengths, 'positive'],
      [summary.weaknesses, 'negative'],
    ] as const) {
      for (const { feature, net, reviews, sentence } of rows) {
        expect(reviews).toBeGreaterThanOrEqual(10);
        expect(polarity === 'positive' ? net?.low : -(net?.high ?? 0)).toBeGreaterThan(0);
        const review = await get<{ title: string; text: string; features: Record<string, string>; product: string }>(
          `/reviews/${sentence?.review}`,
        );
        expect(review.product).toBe('alpha');
        expect(review.features[feature]).toBe(polarity);
        expect(review[sentence?.field ?? 'text'].slice(sentence?.start, sentence?.end)).toBe(sentence?.text);
      }
    }
  });

  it('has a summary that other sites may embed and keep', async () => {
    const answer = await ask('/products/alpha/summary.json');
    expect(answer.status).toBe(200);
    expect(answer.headers).toMatchObject({
      'access-control-allow-origin': '*',
      'cache-control': 'public, max-age=300',
      'cross-origin-resource-policy': 'cross-origin',
    });
    const again = await ask('/products/alpha/summary.json').set('If-None-Match', answer.headers['etag'] as string);
    expect(again.status).toBe(304);
    expect((await ask('/analytics/summary?product=alpha')).headers['access-control-allow-origin']).toBeUndefined();
    expect((await ask('/products/nothing/summary.json')).status).toBe(404);
  });

  it('has it as structured data of schema.org', async () => {
    const { average, rated, reviews } = await get<Summary>('/analytics/summary?product=alpha');
    const answer = await ask('/products/alpha/summary.json').set('Accept', 'application/ld+json');
    expect(answer.headers['content-type']).toContain('application/ld+json');
    expect(JSON.parse(answer.text)).toMatchObject({
      '@context': 'https://schema.org',
      '@type': 'Product',
      name: 'alpha',
      aggregateRating: {
        '@type': 'AggregateRating',
        ratingValue: Math.round((average?.value ?? 0) * 100) / 100,
        ratingCount: rated,
        reviewCount: reviews,
      },
    });
  });

  it('shows nobody personal data there', async () => {
    const { body } = await ask('/products/lonely/summary.json');
    expect(body.strengths[0].sentence.text).toMatch(/^The picture is sharp/);
    expect(JSON.stringify(body)).not.toContain('example.org');
  });
});
