import request from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FeatureTable, Products, Quotes, Ratings, Trend } from '../../../server/contract/analytics.ts';
import type { ReviewView } from '../../../server/contract/reviews.ts';
import { startTestApp, type TestApp } from '../../support/app.ts';

const PHRASES = [
  'Night vision is excellent.',
  'The night vision is terrible.',
  'The app is easy to use.',
  'The app crashes all the time.',
  'Installation was simple.',
  'Battery life is poor.',
  'The picture is sharp.',
  'Delivery was late.',
  'I gave it to my neighbour.',
];
const REVIEWS = Array.from({ length: 160 }, (_, n) => ({
  source: n % 3 === 0 ? 'web' : 'shop',
  externalId: `r-${n}`,
  product: ['alpha', 'beta', 'gamma'][n % 7 > 3 ? 0 : n % 3] as string,
  text: `${PHRASES[n % 9]} ${PHRASES[(n * 5 + 2) % 9]} Ordered as number ${n * 37} for house ${n * 11} in street ${n * n}.`,
  date: `2026-0${1 + (n % 5)}-${String(1 + ((n * 7) % 27)).padStart(2, '0')}`,
  ...(n % 10 === 0 ? {} : { rating: 1 + ((n * 3) % 9) / 2 }),
  ...(n % 4 === 0 ? {} : { verified: n % 4 === 1 }),
}));
const TWIN = 'The whole family has looked through this window at the foxes in the garden, and the picture is sharp.';

let test: TestApp;
let stored: ReviewView[] = [];
const get = async <T>(path: string): Promise<T> => {
  const answer = await request(test.app).get(`/api/v1${path}`);
  expect(answer.status, JSON.stringify(answer.body)).toBe(200);
  return answer.body;
};

beforeAll(async () => {
  test = await startTestApp('analytics', { now: () => new Date('2026-05-30T09:00:00Z') });
  const twins = [1, 2, 3].map((n) => ({
    source: 'web',
    externalId: `t-${n}`,
    product: 'alpha',
    text: TWIN,
    date: `2026-03-1${n}`,
    rating: 5,
  }));
  const answer = await request(test.app)
    .post('/api/v1/reviews')
    .send({ reviews: [...REVIEWS, ...twins] });
  expect(answer.body).toMatchObject({ created: REVIEWS.length + 3, rejected: 0 });
  stored = (await get<{ items: ReviewView[] }>('/reviews?limit=200')).items;
});
afterAll(() => test.close());

const FILTERS: [string, (review: ReviewView) => boolean][] = [
  ['', () => true],
  ['product=alpha', (r) => r.product === 'alpha'],
  ['source=web', (r) => r.source === 'web'],
  ['product=beta&source=shop', (r) => r.product === 'beta' && r.source === 'shop'],
  ['from=2026-02-10&to=2026-04-05', (r) => r.date >= '2026-02-10' && r.date <= '2026-04-05'],
  ['rating=5', (r) => r.rating !== null && r.rating >= 4.5],
  ['rating=1,none', (r) => r.rating === null || r.rating < 1.5],
  ['verified=true', (r) => r.verified === true],
  [
    'product=gamma&verified=false&from=2026-02-01',
    (r) => r.product === 'gamma' && r.verified === false && r.date >= '2026-02-01',
  ],
  ['product=nothing', () => false],
];
const COUNTINGS = ['once', 'all'] as const;
const cases = FILTERS.flatMap(([filter, isIn]) =>
  COUNTINGS.map((counting) => ({ filter, isIn, counting, query: `${filter}${filter ? '&' : ''}counting=${counting}` })),
);
const expected = ({ isIn, counting }: (typeof cases)[number]) =>
  stored.filter((review) => isIn(review) && (counting === 'all' || review.countedOnce));

describe('every number equals a recomputation from the reviews', () => {
  it.each(cases)('features of "$query"', async (c) => {
    const table = await get<FeatureTable>(`/analytics/features?${c.query}`);
    const reviews = expected(c);
    expect(table.reviews).toBe(reviews.length);
    expect(table.mentioning).toBe(reviews.filter((review) => Object.keys(review.features).length > 0).length);
    const features = new Set(reviews.flatMap((review) => Object.keys(review.features)));
    expect(new Set(table.rows.map((row) => row.feature))).toEqual(features);
    for (const row of table.rows) {
      for (const polarity of ['positive', 'negative', 'neutral', 'mixed'] as const) {
        expect(row[polarity]).toBe(reviews.filter((review) => review.features[row.feature] === polarity).length);
      }
      expect(row.net?.value).toBeCloseTo((row.positive - row.negative) / row.reviews, 12);
      expect(row.net?.low).toBeLessThanOrEqual(row.net?.value ?? 0);
      expect(row.net?.high).toBeGreaterThanOrEqual(row.net?.value ?? 0);
    }
    const nets = table.rows.map((row) => row.net?.value ?? 0);
    expect(nets).toEqual([...nets].sort((x, y) => x - y));
  });

  it.each(cases)('stars of "$query"', async (c) => {
    const ratings = await get<Ratings>(`/analytics/ratings?${c.query}`);
    const rated = expected(c).flatMap((review) => (review.rating === null ? [] : [review.rating]));
    expect(ratings.rated).toBe(rated.length);
    expect(ratings.rows.map((row) => row.reviews)).toEqual(
      [5, 4, 3, 2, 1].map((stars) => rated.filter((rating) => Math.floor(rating + 0.5) === stars).length),
    );
    if (rated.length === 0) expect(ratings.average).toBeNull();
    else expect(ratings.average?.value).toBeCloseTo(rated.reduce((sum, rating) => sum + rating, 0) / rated.length, 9);
  });

  it.each(cases)('products of "$query"', async (c) => {
    const { rows } = await get<Products>(`/analytics/products?${c.query}`);
    const reviews = expected(c);
    expect(rows.reduce((sum, row) => sum + row.reviews, 0)).toBe(reviews.length);
    for (const row of rows) expect(row.reviews).toBe(reviews.filter((review) => review.product === row.product).length);
  });

  it.each(cases)('trend of "$query"', async (c) => {
    const trend = await get<Trend>(`/analytics/trend?${c.query}&interval=month&feature=night_vision,app`);
    const reviews = expected(c);
    expect(trend.stars.reduce((sum, point) => sum + point.reviews, 0)).toBe(reviews.length);
    expect(trend.series.map((series) => series.feature)).toEqual(['night_vision', 'app']);
    for (const { feature, points } of trend.series) {
      for (const point of points) {
        const inside = reviews.filter(
          (review) => review.date >= point.start && review.date <= point.end && feature in review.features,
        );
        expect(point.reviews).toBe(inside.length);
        expect(point.net === null).toBe(inside.length === 0);
      }
    }
  });
});

describe('every number can be opened', () => {
  it.each(cases)('bars of "$query" have as many sentences as they say', async (c) => {
    const table = await get<FeatureTable>(`/analytics/features?${c.query}`);
    for (const row of table.rows.slice(0, 4)) {
      for (const polarity of ['positive', 'negative', 'neutral', 'mixed'] as const) {
        const quotes = await get<Quotes>(
          `/analytics/quotes?${c.query}&feature=${row.feature}&polarity=${polarity}&limit=200`,
        );
        expect(quotes.total).toBe(row[polarity]);
        expect(quotes.items).toHaveLength(row[polarity]);
        for (const { review, mentions } of quotes.items) {
          expect(review.features[row.feature]).toBe(polarity);
          expect(mentions.length).toBeGreaterThan(0);
          for (const mention of mentions) {
            const field = mention.field === 'title' ? review.title : review.text;
            expect(mention.feature).toBe(row.feature);
            expect(field?.slice(mention.start, mention.end)).toBe(mention.quote);
          }
        }
      }
    }
  });

  it('a selection of judgements counts only those', async () => {
    const table = await get<FeatureTable>('/analytics/features?feature=app,night_vision&polarity=negative');
    expect(
      table.rows.every((row) => row.negative === row.reviews && ['app', 'night_vision'].includes(row.feature)),
    ).toBe(true);
    const quotes = await get<Quotes>('/analytics/quotes?feature=app,night_vision&polarity=negative');
    expect(quotes.total).toBe(table.reviews);
  });
});

describe('the effect of copies', () => {
  it('is the difference of the two countings', async () => {
    const effect = await get<{ copies: number; once: { reviews: number }; all: { reviews: number } }>(
      '/analytics/duplicates-effect',
    );
    expect(effect).toMatchObject({ copies: 2, all: { reviews: stored.length }, once: { reviews: stored.length - 2 } });
  });
});

describe('forms', () => {
  it('marks the interval that is not over as partial', async () => {
    const trend = await get<Trend>('/analytics/trend?interval=month&from=2026-01-01&to=2026-05-31');
    expect(trend.stars.map((point) => point.partial)).toEqual([false, false, false, false, true]);
  });

  it('answers a period of two thousand years', async () => {
    const trend = await get<Trend>('/analytics/trend?from=0001-01-01&to=2999-12-31&interval=day');
    expect(trend.stars.length).toBeLessThan(200);
  });

  it.each(['features', 'trend', 'ratings', 'products', 'quotes', 'duplicates-effect', 'moderation'])(
    '%s as CSV is inert in a spreadsheet',
    async (name) => {
      const answer = await request(test.app).get(`/api/v1/analytics/${name}`).set('Accept', 'text/csv');
      expect(answer.status).toBe(200);
      expect(answer.headers['content-type']).toContain('text/csv');
      expect(answer.headers['content-disposition']).toContain('attachment');
      for (const line of answer.text.trimEnd().split('\r\n')) expect(line).not.toMatch(/^[=@]/);
    },
  );

  it.each([
    '/analytics/features?rating=11',
    '/analytics/features?from=yesterday',
    '/analytics/trend?interval=hour',
    '/analytics/quotes?password=x',
    '/analytics/features?counting=twice',
  ])('%s is refused', async (path) => {
    const answer = await request(test.app).get(`/api/v1${path}`);
    expect(answer.status).toBe(400);
    expect(answer.body.errors[0].pointer).toMatch(/^\/query\//);
  });
});
