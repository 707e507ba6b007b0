import request from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FeatureTable, Ratings } from '../../../server/contract/analytics.ts';
import type { ImportView } from '../../../server/contract/imports.ts';
import type { ReviewPage } from '../../../server/contract/reviews.ts';
import { startTestApp, type TestApp } from '../../support/app.ts';
import { importsOf } from '../ingest/api-imports.ts';

const COUNT = 12;
const WORDS = ['Night vision is excellent', 'The app crashes all the time', 'Easy to install'];
/** Reviews of a source of its own; two of them are held, one is a copy. */
const fileOf = (source: string) =>
  Array.from({ length: COUNT }, (_, n) => {
    const held = n > 9 ? ' Card 4111 1111 1111 1111.' : '';
    const number = (source === 'first' ? 100 : 200) + (n === 9 ? 8 : n);
    const text = `${WORDS[number % 3]}, says house ${number * 31} of street ${number * number} to ${source}.${held}`;
    return JSON.stringify({ source, externalId: `${source}-${n}`, text, rating: 1 + (n % 5), date: '2026-05-02' });
  }).join('\n');

let test: TestApp;
const imports = importsOf(() => test.url);
const brought: Record<string, ImportView> = {};
const get = async <T>(path: string, query: Record<string, string>): Promise<T> => {
  const { status, body } = await request(test.app).get(`/api/v1${path}`).query(query);
  expect(status).toBe(200);
  return body;
};
const list = (query: Record<string, string>) => get<ReviewPage>('/reviews', { limit: '200', ...query });

beforeAll(async () => {
  test = await startTestApp('import-filter');
});
afterAll(() => test.close());

it('two files come in, and a review by hand', async () => {
  for (const source of ['first', 'second']) brought[source] = await imports.importAll(fileOf(source));
  const byHand = { source: 'first', externalId: 'by-hand', product: 'cam', rating: 5, date: '2026-05-03' };
  const posted = await request(test.app)
    .post('/api/v1/reviews')
    .send({ ...byHand, text: 'Sharp picture.' });
  expect(posted.status).toBe(201);
});

describe.each(['first', 'second'])('the reviews of the import of the %s file', (source) => {
  const byImport = () => ({ import: brought[source]?.id ?? '' });

  it('are all that it stored, and no others', async () => {
    expect(brought[source]).toMatchObject({ state: 'done', counts: { stored: COUNT } });
    const { total, items } = await list(byImport());
    expect(total).toBe(COUNT);
    expect(items.map(({ externalId }) => externalId).sort()).toEqual(
      Array.from({ length: COUNT }, (_, n) => `${source}-${n}`).sort(),
    );
  });

  it.each(['once', 'all'])('are as many as the charts count %s', async (counting) => {
    const { total, facets } = await list({ ...byImport(), counting, facets: 'true' });
    // The charts have no such filter: all of one source but what was posted by hand is what the import brought in.
    const charted = { source, to: '2026-05-02', counting };
    const ratings = await get<Ratings>('/analytics/ratings', charted);
    expect(total).toBe(ratings.reviews);
    expect(total).toBe(counting === 'once' ? COUNT - 3 : COUNT - 2);
    const stars = ratings.rows
      .filter(({ reviews }) => reviews > 0)
      .map(({ stars: value, reviews }) => ({ value, reviews }));
    expect(facets?.stars).toEqual(expect.arrayContaining(stars));
    const { rows } = await get<FeatureTable>('/analytics/features', charted);
    const features = rows.map(({ feature, reviews }) => ({ value: feature, reviews }));
    expect(features.length).toBeGreaterThan(2);
    expect(facets?.features).toEqual(expect.arrayContaining(features));
    expect(facets?.features).toHaveLength(features.length);
  });

  it('are narrowed further by the other filters', async () => {
    expect((await list({ ...byImport(), status: 'pending' })).total).toBe(2);
    expect((await list({ ...byImport(), q: 'night vision', rating: '1' })).total).toBe(
      (await list({ source, to: '2026-05-02', q: 'night vision', rating: '1' })).total,
    );
    expect((await list({ ...byImport(), source: 'elsewhere' })).total).toBe(0);
  });
});

it('an import that brought in nothing, or never was, has none', async () => {
  expect((await list({ import: 'I-999' })).total).toBe(0);
  const again = await imports.importAll(fileOf('first'));
  expect(again.counts).toMatchObject({ stored: 0, unchanged: COUNT });
  expect((await list({ import: again.id })).total).toBe(0);
  expect((await list({ import: brought['first']?.id ?? '' })).total).toBe(COUNT);
});
