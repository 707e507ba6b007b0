import request from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FeatureTable, Products, Trend } from '../../../server/contract/analytics.ts';
import type { Comparison, Drivers, FeatureMap } from '../../../server/contract/insights.ts';
import { startTestApp, type TestApp } from '../../support/app.ts';
import { judgedReviews, twins } from './judged-reviews.ts';

let test: TestApp;
const get = async <T>(path: string): Promise<T> => {
  const answer = await request(test.app).get(`/api/v1/analytics/${path}`);
  expect(answer.status, JSON.stringify(answer.body)).toBe(200);
  return answer.body;
};

beforeAll(async () => {
  test = await startTestApp('effect', { now: () => new Date('2026-05-29T09:00:00Z') });
  const answer = await request(test.app)
    .post('/api/v1/reviews')
    .send({ reviews: [...judgedReviews(160), ...twins] });
  expect(answer.body).toMatchObject({ rejected: 0 });
});
afterAll(() => test.close());

const COUNTINGS = ['once', 'all'] as const;
/** Reviews that no roll-up covers have to be counted live. */
const FILTERS = ['', 'product=alpha', 'rating=1,2,3,4,5', 'from=2026-01-01&to=2026-04-30'];
const cases = FILTERS.flatMap((filter) => COUNTINGS.map((counting) => ({ filter, counting })));

const ask = async <T>(path: string, filter: string, counting: string): Promise<[T, { once: T; all: T }]> => {
  const glue = path.includes('?') ? '&' : '?';
  const asked = `${path}${glue}${filter}${filter === '' ? '' : '&'}`;
  const [shown, once, all] = await Promise.all([
    get<T>(`${asked}counting=${counting}&effect=true`),
    get<T>(`${asked}counting=once`),
    get<T>(`${asked}counting=all`),
  ]);
  return [shown, { once, all }];
};

describe('what the copies do to a figure is what it is counted the other way', () => {
  it.each(cases)('features, $counting, "$filter"', async ({ filter, counting }) => {
    const [shown, both] = await ask<FeatureTable>('features', filter, counting);
    expect(shown.rows.map(({ effect: _, ...row }) => row)).toEqual(both[counting].rows);
    for (const { feature, effect } of shown.rows)
      for (const one of COUNTINGS) {
        const { reviews = 0, net = null } = both[one].rows.find((row) => row.feature === feature) ?? {};
        expect(effect?.[one]).toEqual({ reviews, net });
      }
  });

  it.each(cases)('products, $counting, "$filter"', async ({ filter, counting }) => {
    const [shown, both] = await ask<Products>('products', filter, counting);
    expect(shown.rows.length).toBeGreaterThan(0);
    for (const { product, features } of shown.rows)
      for (const { feature, effect } of features)
        for (const one of COUNTINGS) {
          const own = both[one].rows.find((row) => row.product === product);
          const { reviews = 0, net = null } = own?.features.find((row) => row.feature === feature) ?? {};
          expect(effect?.[one]).toEqual({ reviews, net });
        }
  });

  it.each(cases)('trend, $counting, "$filter"', async ({ filter, counting }) => {
    const [shown, both] = await ask<Trend>('trend?interval=month&feature=app,clarity', filter, counting);
    for (const [at, { points }] of shown.series.entries())
      for (const { start, effect } of points)
        for (const one of COUNTINGS) {
          const own = both[one].series[at]?.points.find((point) => point.start === start);
          expect(effect?.[one]).toEqual({ reviews: own?.reviews ?? 0, net: own?.net ?? null });
        }
    for (const { start, effect } of shown.stars)
      for (const one of COUNTINGS) {
        const own = both[one].stars.find((point) => point.start === start);
        if (own) expect(own).toMatchObject(effect?.[one] ?? {});
      }
  });

  it.each(cases)('map, $counting, "$filter"', async ({ filter, counting }) => {
    const [shown, both] = await ask<FeatureMap>('map', filter, counting);
    for (const { feature, effect } of shown.rows)
      for (const one of COUNTINGS) {
        const own = both[one].rows.find((row) => row.feature === feature);
        expect(effect?.[one]).toEqual({ reviews: own?.reviews, net: own?.net, share: own?.share.value });
      }
  });

  it.each(cases)('drivers, $counting, "$filter"', async ({ filter, counting }) => {
    const [shown, both] = await ask<Drivers>('drivers', filter, counting);
    for (const row of shown.rows)
      for (const side of ['blamed', 'praised'] as const)
        for (const one of COUNTINGS) {
          const own = both[one].rows.find(({ feature }) => feature === row.feature)?.[side];
          expect(row[side].effect?.[one]).toEqual({ n: own?.n ?? 0, change: own?.change?.value ?? null });
        }
  });

  it.each(COUNTINGS)('comparison, %s', async (counting) => {
    const [shown, both] = await ask<Comparison>('compare?products=alpha&products=beta', '', counting);
    let moved = 0;
    for (const { feature, cells } of shown.rows)
      for (const [at, { effect }] of cells.entries())
        for (const one of COUNTINGS) {
          const own = both[one].rows.find((row) => row.feature === feature)?.cells[at];
          expect(effect?.[one]).toEqual({ reviews: own?.reviews, net: own?.net });
          if (effect?.once.reviews !== effect?.all.reviews) moved += 1;
        }
    expect(moved).toBeGreaterThan(0);
  });

  it('stands in the CSV only where it was asked for', async () => {
    for (const path of ['features', 'products', 'trend', 'map', 'drivers', 'compare?products=alpha&products=beta']) {
      const glue = path.includes('?') ? '&' : '?';
      const read = async (more: string) =>
        (await request(test.app).get(`/api/v1/analytics/${path}${more}`).set('Accept', 'text/csv')).text.split(
          /\r?\n/,
        )[0];
      expect(await read(`${glue}effect=true`)).toMatch(/_once/);
      expect(await read('')).not.toMatch(/_once/);
    }
  });
});
