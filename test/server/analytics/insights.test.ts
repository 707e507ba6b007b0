import fc from 'fast-check';
import request from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Quotes } from '../../../server/contract/analytics.ts';
import type { Changes, Comparison, Drivers, FeatureMap } from '../../../server/contract/insights.ts';
import type { ReviewView } from '../../../server/contract/reviews.ts';
import { startTestApp, type TestApp } from '../../support/app.ts';
import { judgedReviews, twins } from './judged-reviews.ts';

let test: TestApp;
const stored: ReviewView[] = [];
const ask = (path: string) => request(test.app).get(`/api/v1${path}`);
const get = async <T>(path: string): Promise<T> => {
  const answer = await ask(path);
  expect(answer.status, JSON.stringify(answer.body)).toBe(200);
  return answer.body;
};

beforeAll(async () => {
  test = await startTestApp('insights', { now: () => new Date('2026-05-29T09:00:00Z') });
  const answer = await request(test.app)
    .post('/api/v1/reviews')
    .send({ reviews: [...judgedReviews(320), ...twins] });
  expect(answer.body).toMatchObject({ created: 324, rejected: 0 });
  for (let cursor = ''; cursor !== 'end'; ) {
    const page = await get<{ items: ReviewView[]; next: string | null }>(`/reviews?limit=200${cursor}`);
    stored.push(...page.items);
    cursor = page.next ? `&cursor=${page.next}` : 'end';
  }
});
afterAll(() => test.close());

type Holds = (review: ReviewView) => boolean;
const isIn = (from: string, to: string) => (review: ReviewView) => review.date >= from && review.date <= to;
const select = (counting: string, ...holds: Holds[]) =>
  stored.filter((review) => (counting === 'all' || review.countedOnce) && holds.every((hold) => hold(review)));
const ratingsOf = (reviews: readonly ReviewView[]) => reviews.flatMap(({ rating }) => rating ?? []);
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
const variance = (values: readonly number[]) =>
  values.reduce((sum, value) => sum + (value - mean(values)) ** 2, 0) / (values.length - 1);
const netOf = (reviews: readonly ReviewView[], feature: string) => {
  const judged = reviews.flatMap((review) => review.features[feature] ?? []);
  const count = (polarity: string) => judged.filter((one) => one === polarity).length;
  return { n: judged.length, net: (count('positive') - count('negative')) / judged.length };
};

const FILTERS: [string, Holds][] = [
  ['', () => true],
  ['product=alpha', (r) => r.product === 'alpha'],
  ['source=shop', (r) => r.source === 'shop'],
  ['verified=true', (r) => r.verified === true],
  ['rating=1,2,none', (r) => r.rating === null || r.rating < 2.5],
];
const cases = FILTERS.flatMap(([filter, holds]) =>
  (['once', 'all'] as const).map((counting) => ({ holds, counting, query: `counting=${counting}&${filter}` })),
);

describe('what changed', () => {
  const period = { from: '2026-03-20', to: '2026-05-25' };
  const compared = { from: '2026-01-12', to: '2026-03-19' };

  it.each(cases)('equals a recomputation from the reviews: $query', async ({ query, counting, holds }) => {
    const changes = await get<Changes>(`/analytics/changes?from=${period.from}&to=${period.to}&limit=500&${query}`);
    expect(changes.compared).toEqual(compared);
    expect(changes.rows).toHaveLength(changes.total);
    for (const row of changes.rows) {
      const [before, after] = [compared, period].map(({ from, to }) =>
        select(counting, holds, isIn(from, to), (r) => row.product === null || r.product === row.product),
      ) as [ReviewView[], ReviewView[]];
      for (const [side, reviews] of [
        [row.before, before],
        [row.after, after],
      ] as const) {
        const { n, net } = netOf(reviews, row.feature ?? '');
        const wanted = {
          net: { n, value: net },
          share: { n: reviews.length, value: n / reviews.length },
          stars: { n: ratingsOf(reviews).length, value: mean(ratingsOf(reviews)) },
          volume: { n: reviews.length, value: reviews.length / 67 },
        }[row.metric];
        expect(side.n).toBe(wanted.n);
        if (wanted.n > 0) expect(side.value).toBeCloseTo(wanted.value, 9);
      }
      expect(row.tooFew).toBe(row.difference === null);
      const { low = 0, high = 0, value = 0 } = row.difference ?? {};
      expect(low).toBeLessThanOrEqual(value);
      expect(high).toBeGreaterThanOrEqual(value);
      if (row.difference) expect(value).toBeCloseTo((row.after.value ?? 0) - (row.before.value ?? 0), 9);
    }
  });

  it('marks as clear what stands after Benjamini and Hochberg, and puts it first', async () => {
    const { rows, tested } = await get<Changes>('/analytics/changes?from=2026-03-20&to=2026-05-25&limit=500');
    const ps = rows.flatMap(({ p }) => p ?? []).sort((x, y) => x - y);
    expect(ps).toHaveLength(tested);
    const passed = ps.filter((p, index) => p <= (0.05 * (index + 1)) / tested);
    const limit = passed.at(-1) ?? -1;
    for (const row of rows) expect(row.isClear).toBe(row.p !== null && row.p <= limit);
    expect(rows.filter((row) => row.isClear).length).toBeGreaterThan(0);
    const order = rows.map((row) => (row.tooFew ? 2 : row.isClear ? 0 : 1));
    expect(order).toEqual([...order].sort());
    const scores = rows.filter((row) => row.isClear).map(({ score }) => score);
    expect(scores).toEqual([...scores].sort((x, y) => y - x));
  });

  it('opens as many reviews as a row says, on both sides', async () => {
    const { rows } = await get<Changes>('/analytics/changes?from=2026-03-20&to=2026-05-25&limit=60&source=shop');
    for (const row of rows) {
      for (const side of ['before', 'after'] as const) {
        const quotes = await get<Quotes>(`/analytics/quotes?${new URLSearchParams(row.filter[side])}&limit=1`);
        const { n, value } = row[side];
        expect(quotes.total).toBe(row.metric === 'share' ? Math.round((value ?? 0) * n) : n);
      }
    }
  });

  it('tells the app as worse, in one sentence', async () => {
    const { rows } = await get<Changes>('/analytics/changes?from=2026-03-20&to=2026-05-25&metric=net&feature=app');
    const all = rows.find((row) => row.product === null);
    expect(all?.isClear).toBe(true);
    expect(all?.sentence).toMatch(/^[A-Z].* fell from [+−]?\d\.\d\d to −\d\.\d\d \(n \d+, was \d+\)\.$/);
    for (const row of rows) if (row.tooFew) expect(row.sentence).toContain('too few');
  });

  it.each([
    ['', { from: '2026-03-01', to: '2026-05-29' }, { from: '2025-12-01', to: '2026-02-28' }],
    ['from=2026-05-01', { from: '2026-05-01', to: '2026-05-29' }, { from: '2026-04-02', to: '2026-04-30' }],
    [
      'from=2026-05-01&compareFrom=2025-05-01&compareTo=2025-05-31',
      { from: '2026-05-01', to: '2026-05-29' },
      { from: '2025-05-01', to: '2025-05-31' },
    ],
    [
      'from=0001-01-05&to=0001-01-20',
      { from: '0001-01-05', to: '0001-01-20' },
      { from: '0001-01-01', to: '0001-01-04' },
    ],
  ])('"%s" looks at %j and %j', async (query, wanted, before) => {
    const changes = await get<Changes>(`/analytics/changes?${query}`);
    expect(changes.period).toEqual(wanted);
    expect(changes.compared).toEqual(before);
  });

  it.each(['from=2026-05-02&to=2026-05-01', 'compareFrom=2026-01-01', 'minN=1', 'metric=mood'])(
    '%s is refused',
    async (query) => {
      expect((await ask(`/analytics/changes?${query}`)).status).toBe(400);
    },
  );
});

describe('what moves the stars', () => {
  it.each(cases)('equals leaving the reviews out: $query', async ({ query, counting, holds }) => {
    const drivers = await get<Drivers>(`/analytics/drivers?minN=5&${query}`);
    const rated = select(counting, holds, (r) => r.rating !== null);
    expect(drivers.rated).toBe(rated.length);
    expect(drivers.average).toBeCloseTo(mean(ratingsOf(rated)), 9);
    expect(drivers.rows.length).toBeGreaterThan(2);
    for (const row of drivers.rows) {
      for (const [side, polarity] of [
        [row.blamed, 'negative'],
        [row.praised, 'positive'],
      ] as const) {
        const isPart = (r: ReviewView) => r.features[row.feature] === polarity;
        const part = ratingsOf(rated.filter(isPart));
        const rest = ratingsOf(rated.filter((r) => !isPart(r)));
        expect(side.n).toBe(part.length);
        expect(side.tooFew).toBe(part.length < 5 || rest.length < 5);
        if (side.tooFew || !side.change) {
          expect(side.change).toBeNull();
          continue;
        }
        const w = part.length / rated.length;
        expect(side.change.value).toBeCloseTo(mean(rest) - mean(ratingsOf(rated)), 9);
        const se = Math.sqrt(
          w ** 2 * (variance(rest) / rest.length + variance(part) / part.length) +
            ((mean(rest) - mean(part)) ** 2 * w * (1 - w)) / rated.length,
        );
        expect(side.change.high - side.change.low).toBeCloseTo(2 * 1.959964 * se, 9);
      }
    }
    const gains = drivers.rows.map((row) => row.blamed.change?.value ?? Number.NEGATIVE_INFINITY);
    expect(gains).toEqual([...gains].sort((x, y) => y - x));
  });
});

describe('volume against sentiment', () => {
  it.each(cases)('places every feature with enough reviews: $query', async ({ query, counting, holds }) => {
    const map = await get<FeatureMap>(`/analytics/map?${query}`);
    const reviews = select(counting, holds);
    expect(map.reviews).toBe(reviews.length);
    for (const row of map.rows) {
      const { n, net } = netOf(reviews, row.feature);
      expect(row.share.value).toBeCloseTo(n / reviews.length, 12);
      expect(row.tooFew).toBe(n < 10);
      const often = n / reviews.length >= map.thresholds.share;
      const better = net >= map.thresholds.net;
      const wanted = often ? (better ? 'keep' : 'fix-first') : better ? 'minor' : 'watch';
      expect(row.quadrant).toBe(row.tooFew ? null : wanted);
    }
  });
});

describe('side by side', () => {
  it('compares products, each feature with its own n', async () => {
    const comparison = await get<Comparison>('/analytics/compare?products=alpha&products=beta&products=gamma');
    expect(comparison.columns.map(({ product }) => product)).toEqual(['alpha', 'beta', 'gamma']);
    expect(comparison.stars.differences.map(({ a, b }) => [a, b])).toEqual([
      [0, 1],
      [0, 2],
      [1, 2],
    ]);
    for (const row of comparison.rows) {
      for (const [at, cell] of row.cells.entries()) {
        const own = select('once', (r) => r.product === comparison.columns[at]?.product);
        const { n, net } = netOf(own, row.feature);
        expect(cell.reviews).toBe(n);
        if (n > 0) expect(cell.net?.value).toBeCloseTo(net, 12);
        expect(cell.tooFew).toBe(n < 10);
      }
      for (const { a, b, difference } of row.differences) {
        const [x, y] = [row.cells[a], row.cells[b]];
        expect(difference === null).toBe(x?.tooFew || y?.tooFew);
        if (difference) expect(difference.value).toBeCloseTo((y?.net?.value ?? 0) - (x?.net?.value ?? 0), 12);
      }
    }
  });

  it('compares two periods', async () => {
    const query = 'compareFrom=2026-01-01&compareTo=2026-02-28&from=2026-04-01&to=2026-05-29';
    const { columns } = await get<Comparison>(`/analytics/compare?${query}&product=alpha`);
    expect(columns.map(({ days, reviews }) => ({ ...days, reviews }))).toEqual(
      [
        { from: '2026-01-01', to: '2026-02-28' },
        { from: '2026-04-01', to: '2026-05-29' },
      ].map(({ from, to }) => ({
        ...{ from, to },
        reviews: select('once', isIn(from, to), (r) => r.product === 'alpha').length,
      })),
    );
  });

  it.each([
    '',
    'products=alpha',
    'products=alpha&products=alpha',
    'products=a&products=b&products=c&products=d&products=e',
    'products=alpha&products=beta&compareFrom=2026-01-01&compareTo=2026-01-31',
    'products=alpha&products=beta&product=alpha',
  ])('"%s" is refused', async (query) => {
    expect((await ask(`/analytics/compare?${query}`)).status).toBe(400);
  });
});

describe('forms', () => {
  it.each(['changes', 'drivers', 'map', 'compare?products=alpha&products=beta', 'summary', 'features?effect=true'])(
    '%s as CSV',
    async (path) => {
      const answer = await ask(`/analytics/${path}`).set('Accept', 'text/csv');
      expect(answer.status).toBe(200);
      expect(answer.headers['content-type']).toContain('text/csv');
      expect(answer.text.split('\r\n').length).toBeGreaterThan(3);
    },
  );

  it('every filter with every bar: the list is as long as the bar says', async () => {
    const filter = fc.record({
      product: fc.constantFrom(undefined, 'alpha', 'beta'),
      source: fc.constantFrom(undefined, 'web'),
      verified: fc.constantFrom(undefined, 'true'),
      from: fc.constantFrom(undefined, '2026-01-31', '2026-02-17'),
      to: fc.constantFrom(undefined, '2026-03-01', '2026-04-30'),
      rating: fc.constantFrom(undefined, '4,5', 'none'),
      feature: fc.constantFrom(undefined, 'app', 'night_vision', 'app,battery'),
      polarity: fc.constantFrom(undefined, 'positive', 'negative,mixed'),
      counting: fc.constantFrom('once', 'all'),
    });
    await fc.assert(
      fc.asyncProperty(filter, async (given) => {
        const query = new URLSearchParams(
          Object.entries(given).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
        );
        const table = await get<{ reviews: number; rows: { feature: string; positive: number; negative: number }[] }>(
          `/analytics/features?${query}`,
        );
        expect((await get<Quotes>(`/analytics/quotes?${query}&limit=1`)).total).toBe(table.reviews);
        for (const row of table.rows.slice(0, 2)) {
          const shown = (['positive', 'negative'] as const).filter((one) => given.polarity?.includes(one) ?? true);
          for (const polarity of shown) {
            const bar = new URLSearchParams(query);
            bar.set('feature', row.feature);
            bar.set('polarity', polarity);
            expect((await get<Quotes>(`/analytics/quotes?${bar}&limit=1`)).total).toBe(row[polarity]);
          }
        }
      }),
      { numRuns: 25 },
    );
  });
});
