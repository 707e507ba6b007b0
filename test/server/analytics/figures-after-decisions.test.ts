import request from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FeatureTable, Quotes } from '../../../server/contract/analytics.ts';
import type { ReviewView } from '../../../server/contract/reviews.ts';
import { startTestApp, type TestApp } from '../../support/app.ts';
import { judgedReviews, twins } from './judged-reviews.ts';

let test: TestApp;
const get = async <T>(path: string): Promise<T> => {
  const answer = await request(test.app).get(`/api/v1${path}`);
  expect(answer.status, JSON.stringify(answer.body)).toBe(200);
  return answer.body;
};
const post = (path: string, body?: object) =>
  request(test.app)
    .post(`/api/v1${path}`)
    .send(body ?? {});

beforeAll(async () => {
  test = await startTestApp('figures', { now: () => new Date('2026-05-29T09:00:00Z') });
  await post('/reviews', { reviews: [...judgedReviews(60), ...twins] });
});
afterAll(() => test.close());

/** Both countings of every bar, held against the reviews as they are now. */
async function expectFiguresRight(): Promise<{ once: number; all: number }> {
  const stored = (await get<{ items: ReviewView[] }>('/reviews?limit=200')).items;
  const published = stored.filter(({ status }) => status === 'published');
  const sides = { once: published.filter(({ countedOnce }) => countedOnce), all: published };
  for (const counting of ['once', 'all'] as const) {
    const table = await get<FeatureTable>(`/analytics/features?counting=${counting}&effect=true`);
    expect(table.reviews).toBe(sides[counting].length);
    for (const row of table.rows) {
      for (const side of ['once', 'all'] as const) {
        const mentioning = sides[side].filter(({ features }) => row.feature in features);
        expect(row.effect?.[side].reviews).toBe(mentioning.length);
      }
      const bar = `feature=${row.feature}&polarity=positive&counting=${counting}`;
      const quotes = await get<Quotes>(`/analytics/quotes?${bar}&limit=200`);
      expect(quotes.total).toBe(row.positive);
      expect(quotes.items).toHaveLength(row.positive);
    }
  }
  expect(await test.core.rollups.verify()).toEqual([]);
  return { once: sides.once.length, all: sides.all.length };
}

describe('once and all', () => {
  it('are right before a decision, after it, after its undo, and after the other one', async () => {
    const before = await expectFiguresRight();
    expect(before.all - before.once).toBe(3);
    const { items } = await get<{ items: { id: string; size: number }[] }>('/duplicates');
    const cluster = items.find(({ size }) => size === 4)?.id;
    const decide = async (decision: (members: string[]) => object) => {
      const { members, version } = await get<{ members: { id?: string; review?: { id: string } }[]; version: number }>(
        `/duplicates/${cluster}`,
      );
      const ids = members.map((member) => member.review?.id ?? String(member.id));
      const answer = await post(`/duplicates/${cluster}/decisions`, { version, ...decision(ids) });
      expect(answer.status, JSON.stringify(answer.body)).toBeLessThan(300);
      return answer.body as { id: string };
    };
    const removed = await decide(([first]) => ({ action: 'remove', keep: [first], reason: 'duplicate-exact' }));
    expect(await expectFiguresRight()).toEqual({ once: before.once, all: before.all - 3 });
    expect((await post(`/decisions/${removed.id}/undo`)).status).toBe(200);
    expect(await expectFiguresRight()).toEqual(before);
    await decide(() => ({ action: 'not_duplicates' }));
    expect(await expectFiguresRight()).toEqual({ once: before.all, all: before.all });
  });
});
