import request from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TagQuality, TaxonomyView } from '../../../server/contract/taxonomy.ts';
import { startTestApp, type TestApp } from '../../support/app.ts';

let test: TestApp;
beforeAll(async () => {
  test = await startTestApp('taxonomy');
  const reviews = [
    { source: 's', externalId: '1', product: 'cam', text: 'The carrying strap is excellent. Night vision is poor.' },
    { source: 's', externalId: '2', product: 'cam', text: 'Terrible neck straps, they broke at once.' },
    { source: 's', externalId: '3', product: 'cam', text: 'The app is easy to use.' },
  ];
  await request(test.app).post('/api/v1/reviews').send({ reviews }).expect(200);
});
afterAll(() => test.close());

const read = async (): Promise<TaxonomyView> => (await request(test.app).get('/api/v1/taxonomy')).body;
const put = async (features: object[], version?: number) =>
  request(test.app)
    .put('/api/v1/taxonomy')
    .send({ version: version ?? (await read()).version, features });
const kept = (view: TaxonomyView) => view.features.map(({ id, label, words }) => ({ id, label, words }));
const retagged = () =>
  expect.poll(async () => (await read()).retagging, { timeout: 15_000 }).toMatchObject({ state: 'idle' });
const featuresOf = async (externalId: string) => {
  const { body } = await request(test.app).get('/api/v1/reviews?source=s');
  return body.items.find((item: { externalId: string }) => item.externalId === externalId).features;
};

describe('the taxonomy', () => {
  it('has the 22 default features', async () => {
    const view = await read();
    expect(view).toMatchObject({ version: 1, disabled: [], updatedAt: null });
    expect(view.features).toHaveLength(22);
    expect(view.features.every((feature) => feature.isDefault)).toBe(true);
  });

  it('takes a feature with words, and tags everything anew while the app runs', async () => {
    const before = await read();
    const answer = await put([...kept(before), { id: 'strap', label: 'Strap', words: ['strap', 'neck strap'] }]);
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({
      version: 2,
      features: expect.arrayContaining([expect.objectContaining({ id: 'strap', isDefault: false })]),
    });
    await retagged();
    expect(await featuresOf('1')).toMatchObject({ strap: 'positive', night_vision: 'negative' });
    expect(await featuresOf('2')).toMatchObject({ strap: 'negative' });
    const chart = await request(test.app).get('/api/v1/analytics/features');
    expect(chart.body.rows).toContainEqual(expect.objectContaining({ feature: 'strap', label: 'Strap', reviews: 2 }));
    expect(await test.core.rollups.verify()).toEqual([]);
  });

  it('keeps corrections when everything is tagged anew', async () => {
    const { body } = await request(test.app).get('/api/v1/reviews?source=s');
    const review = body.items.find((item: { externalId: string }) => item.externalId === '3');
    await request(test.app)
      .patch(`/api/v1/reviews/${review.id}`)
      .send({ version: review.version, features: { app: 'negative' } })
      .expect(200);
    await request(test.app).post('/api/v1/taxonomy/retag').expect(202);
    await retagged();
    expect(await featuresOf('3')).toMatchObject({ app: 'negative' });
    expect(await test.core.rollups.verify()).toEqual([]);
  });

  it('tags a left-out default feature no longer', async () => {
    const view = await read();
    await put(kept(view).filter((feature) => feature.id !== 'night_vision'));
    await retagged();
    expect(await featuresOf('1')).not.toHaveProperty('night_vision');
    expect((await read()).disabled).toEqual([{ id: 'night_vision', label: 'Night vision' }]);
    await put(kept(view));
    await retagged();
    expect(await featuresOf('1')).toHaveProperty('night_vision');
  });

  it.each([
    ['a feature of one’s own without words', [{ id: 'strap', label: 'Strap', words: [] }], '/features/0/words'],
    [
      'the same id twice',
      [
        { id: 'app', label: 'App' },
        { id: 'app', label: 'App again' },
      ],
      '/features/1/id',
    ],
    ['an id with spaces', [{ id: 'my strap', label: 'Strap', words: ['strap'] }], '/features/0/id'],
    ['a pattern for a word', [{ id: 'strap', label: 'Strap', words: ['(a+)+$'] }], '/features/0/words/0'],
    ['no feature', [], '/features'],
  ])('refuses %s', async (_, features, pointer) => {
    const answer = await put(features);
    expect(answer.status).toBe(422);
    expect(answer.body.errors.map((fault: { pointer: string }) => fault.pointer)).toContain(pointer);
  });

  it('refuses an edit of a version that is not the stored one', async () => {
    const view = await read();
    const answer = await put(kept(view), view.version - 1);
    expect(answer.status).toBe(409);
  });
});

describe('quality', () => {
  it('is measured on checked reviews only', async () => {
    const { body } = await request(test.app).get('/api/v1/reviews?source=s');
    for (const review of body.items) {
      const features = review.externalId === '1' ? { strap: null, delivery: 'neutral' } : {};
      await request(test.app)
        .patch(`/api/v1/reviews/${review.id}`)
        .send({ version: review.version, features, tagsChecked: true })
        .expect(200);
    }
    const quality: TagQuality = (await request(test.app).get('/api/v1/taxonomy/quality')).body;
    const row = (feature: string) => quality.rows.find((one) => one.feature === feature);
    expect(quality.checkedReviews).toBe(3);
    expect(row('strap')).toMatchObject({
      found: 2,
      there: 1,
      both: 1,
      precision: { value: 0.5 },
      recall: { value: 1 },
      polarity: { value: 1 },
    });
    expect(row('delivery')).toMatchObject({ found: 0, there: 1, both: 0, precision: null, recall: { value: 0 } });
    expect(row('app')).toMatchObject({ found: 1, there: 1, both: 1, polarity: { value: 0 } });
  });
});
