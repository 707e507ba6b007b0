import fc from 'fast-check';
import request from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ReviewPage, ReviewView } from '../../../server/contract/reviews.ts';
import { findHighlights } from '../../../server/search/find-highlights.ts';
import { literalPattern } from '../../../server/search/literal-pattern.ts';
import { startTestApp, type TestApp } from '../../support/app.ts';

const ODD = [
  '(a+)+$',
  '[',
  '.*',
  'C:\\cams',
  '100%',
  '{2}',
  '^night',
  'a/b',
  'ÄÖÜ straße',
  '夜間',
  '🙂 camera',
  '- x -',
];

describe('a text is found as it stands', () => {
  it.each(ODD)('%s', (searched) => {
    const text = `before ${searched} between ${searched.toUpperCase()} after`;
    const found = findHighlights({ title: null, text }, searched);
    expect(found[0]).toEqual({ field: 'text', start: 7, end: 7 + searched.length });
    expect(findHighlights({ title: searched, text: 'nothing' }, searched)).toEqual([
      { field: 'title', start: 0, end: searched.length },
    ]);
  });

  it('whatever it holds', () => {
    const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(text, text, text, (before, searched, after) => {
        const found = findHighlights({ title: null, text: `${before}${searched}${after}` }, searched);
        expect(found.length).toBeGreaterThan(0);
        expect(new RegExp(`^${literalPattern(searched)}$`, 'u').test(searched)).toBe(true);
      }),
    );
  });
});

describe('searching the reviews', () => {
  const reviews = Array.from({ length: 90 }, (_, n) => ({
    source: n % 2 === 0 ? 'web' : 'shop',
    externalId: `s-${n}`,
    product: ['alpha', 'beta', 'gamma'][n % 3],
    title: n % 6 === 0 ? 'About the NIGHT vision' : null,
    text: `${['Night vision is excellent.', 'The app crashes all the time.'][n % 2]} Sign ${ODD[n % ODD.length]} in house ${n * 17} of street ${n * n}.`,
    date: `2026-0${1 + (n % 5)}-${String(1 + (n % 27)).padStart(2, '0')}`,
    ...(n % 5 === 0 ? {} : { rating: 1 + (n % 5) }),
    ...(n % 4 === 0 ? {} : { verified: n % 4 === 1 }),
  }));
  let test: TestApp;
  let stored: ReviewView[] = [];
  const get = async (query: Record<string, string>): Promise<ReviewPage> => {
    const answer = await request(test.app).get('/api/v1/reviews').query(query);
    expect(answer.status, JSON.stringify(answer.body)).toBe(200);
    return answer.body;
  };
  beforeAll(async () => {
    test = await startTestApp('search');
    const answer = await request(test.app).post('/api/v1/reviews').send({ reviews });
    expect(answer.body).toMatchObject({ created: 90 });
    stored = (await get({ limit: '200' })).items;
  });
  afterAll(() => test.close());

  const has = (review: ReviewView, q: string) =>
    [review.title ?? '', review.text].some((field) => field.toLowerCase().includes(q.toLowerCase()));

  it.each(['night vision', 'SIGN', ...ODD.filter((one) => !one.includes('ß')), 'nothing has this'])(
    'finds %s in title or text, and says where',
    async (q) => {
      const page = await get({ q, limit: '200' });
      const wanted = stored.filter((review) => has(review, q)).map(({ id }) => id);
      expect(page.items.map(({ id }) => id)).toEqual(wanted);
      expect(page.total).toBe(wanted.length);
      for (const { id, title, text } of page.items) {
        const places = page.highlights?.[id] ?? [];
        expect(places.length).toBeGreaterThan(0);
        for (const { field, start, end } of places) {
          expect((field === 'title' ? title : text)?.slice(start, end).toLowerCase()).toBe(q.toLowerCase());
        }
      }
    },
  );

  it('pages through what it finds without a gap', async () => {
    const ids: string[] = [];
    let cursor: string | null | undefined;
    do {
      const page = await get({ q: 'house', limit: '7', ...(cursor ? { cursor } : {}) });
      ids.push(...page.items.map(({ id }) => id));
      cursor = page.next;
    } while (cursor);
    expect(ids).toEqual(stored.map(({ id }) => id));
  });

  it.each([
    {},
    { q: 'night' },
    { q: 'app', product: 'alpha' },
    { rating: '4,5', counting: 'once' },
    { q: 'no such text' },
  ])('counts what %j finds by each facet', async (query: Record<string, string>) => {
    const { facets, total } = await get({ ...query, facets: 'true' });
    const found = (await get({ ...query, limit: '200' })).items;
    expect(total).toBe(found.length);
    const count = (values: readonly (string | number | boolean | null)[]) => {
      const counts = new Map<unknown, number>();
      for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
      return counts;
    };
    const star = ({ rating }: ReviewView) => (rating === null ? null : Math.min(5, Math.floor(rating + 0.5)));
    const wanted = {
      products: count(found.map(({ product }) => product)),
      sources: count(found.map(({ source }) => source)),
      stars: count(found.map(star)),
      features: count(found.flatMap(({ features }) => Object.keys(features))),
      polarities: count(found.flatMap(({ features }) => [...new Set(Object.values(features))])),
      languages: count(found.map(({ language }) => language)),
      verified: count(found.map(({ verified }) => verified)),
    };
    for (const [name, counts] of Object.entries(wanted)) {
      const rows = facets?.[name as keyof typeof wanted] ?? [];
      expect(new Map<unknown, number>(rows.map(({ value, reviews: n }) => [value, n])), name).toEqual(counts);
    }
  });

  it('takes a text with NUL, and finds nothing', async () => {
    expect((await get({ q: 'a\0b' })).total).toBe(0);
  });

  it('narrows to a language', async () => {
    expect((await get({ language: 'en' })).total).toBe(stored.filter(({ language }) => language === 'en').length);
  });
});
