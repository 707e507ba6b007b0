import request from 'supertest';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ReviewView } from '../../../server/contract/reviews.ts';
import { startTestApp, type TestApp } from '../../support/app.ts';

let test: TestApp;
let review: ReviewView;
let number = 0;
beforeAll(async () => {
  test = await startTestApp('patch-review');
});
afterAll(() => test.close());
beforeEach(async () => {
  number += 1;
  const body = {
    source: 's',
    externalId: `p-${number}`,
    product: `cam-${number}`,
    text: 'Night vision is excellent.',
    rating: 5,
  };
  review = (await request(test.app).post('/api/v1/reviews').send(body)).body;
});

const patch = (body: object) =>
  request(test.app)
    .patch(`/api/v1/reviews/${review.id}`)
    .send({ version: review.version, ...body });
const features = async () => {
  const { body } = await request(test.app).get(`/api/v1/analytics/features?product=${review.product}`);
  return Object.fromEntries(
    body.rows.map((row: { feature: string; net: { value: number } }) => [row.feature, row.net.value]),
  );
};

describe('correcting tags', () => {
  it('changes the charts at once, and says what was found and what is right', async () => {
    const answer = await patch({ features: { night_vision: 'negative', app: 'positive' }, tagsChecked: true });
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({
      version: 2,
      features: { night_vision: 'negative', app: 'positive' },
      tagsCheckedAt: expect.any(String),
    });
    expect(answer.body.corrections).toMatchObject([
      { feature: 'night_vision', found: 'positive', right: 'negative' },
      { feature: 'app', found: null, right: 'positive' },
    ]);
    expect(await features()).toEqual({ night_vision: -1, app: 1 });
    expect(await test.core.rollups.verify()).toEqual([]);
  });

  it('can say that a feature is not mentioned', async () => {
    expect((await patch({ features: { night_vision: null } })).body.features).toEqual({});
    expect(await features()).toEqual({});
  });

  it('can be taken back: what was found counts again, and other corrections stay', async () => {
    const corrected = (await patch({ features: { night_vision: 'negative', app: 'positive' } })).body;
    const answer = await patch({ version: corrected.version, asFound: ['night_vision', 'audio'] });
    expect(answer.body.features).toEqual({ night_vision: 'positive', app: 'positive' });
    expect(answer.body.corrections).toMatchObject([{ feature: 'app', found: null, right: 'positive' }]);
    expect(await features()).toEqual({ night_vision: 1, app: 1 });
    expect(await test.core.rollups.verify()).toEqual([]);
    const { body } = await request(test.app).get(`/api/v1/reviews/${review.id}/history`);
    expect(body.items.at(-1)).toMatchObject({ event: 'correction-taken-back', detail: 'night_vision' });
  });

  it('can call tags checked, and take that back', async () => {
    const checked = (await patch({ tagsChecked: true })).body;
    expect(checked.tagsCheckedAt).toEqual(expect.any(String));
    const corrected = (await patch({ version: checked.version, features: { app: 'mixed' } })).body;
    expect(corrected.tagsCheckedAt).toBe(checked.tagsCheckedAt);
    const answer = await patch({ version: corrected.version, tagsChecked: false });
    expect(answer.body).toMatchObject({ tagsCheckedAt: null, features: { app: 'mixed' } });
  });

  it('is kept when the same text comes again with another rating', async () => {
    await patch({ features: { night_vision: 'mixed' } });
    const again = { source: 's', externalId: `p-${number}`, product: review.product, text: review.text, rating: 2 };
    const { body } = await request(test.app).post('/api/v1/reviews').send(again);
    expect(body).toMatchObject({ result: 'updated', features: { night_vision: 'mixed' } });
  });

  it.each([
    ['an unknown feature', { features: { smell: 'positive' } }, 422, '/features/smell'],
    ['an unknown judgement', { features: { app: 'superb' } }, 422, '/features/app'],
    ['a removal without a reason', { status: 'removed' }, 422, '/reason'],
    ['an unknown status', { status: 'gone' }, 422, '/status'],
  ])('%s is refused', async (_, body, status, pointer) => {
    const answer = await patch(body);
    expect(answer.status).toBe(status);
    expect(answer.body.errors[0].pointer).toBe(pointer);
  });

  it('on another version than the stored one is refused', async () => {
    await patch({ tagsChecked: true });
    expect((await patch({ tagsChecked: true })).status).toBe(409);
  });
});

describe('changing the status', () => {
  it('takes a review out of the counts and back, and its history says so', async () => {
    const removed = await patch({ status: 'removed', reason: 'spam' });
    expect(removed.body).toMatchObject({ status: 'removed', statusReason: 'spam', countedOnce: false });
    expect(await features()).toEqual({});
    const back = await request(test.app)
      .patch(`/api/v1/reviews/${review.id}`)
      .send({ version: removed.body.version, status: 'published' });
    expect(back.body).toMatchObject({ status: 'published', statusReason: null, countedOnce: true });
    expect(await features()).toEqual({ night_vision: 1 });
    const history = await request(test.app).get(`/api/v1/reviews/${review.id}/history`);
    expect(history.body.items.map((item: { event: string }) => item.event)).toEqual([
      'created',
      'status-changed',
      'status-changed',
    ]);
    expect(await test.core.rollups.verify()).toEqual([]);
  });

  it('of a copy takes it out of its cluster', async () => {
    const text =
      'Every evening the lamp wakes the hens, otherwise a faithful guard for the little farm behind our house.';
    const post = (id: string) =>
      request(test.app)
        .post('/api/v1/reviews')
        .send({ source: 's', externalId: `${id}-${number}`, product: review.product, text });
    await post('x');
    const copy = (await post('y')).body;
    await request(test.app)
      .patch(`/api/v1/reviews/${copy.id}`)
      .send({ version: copy.version, status: 'removed', reason: 'spam' })
      .expect(200);
    const { body } = await request(test.app).get(`/api/v1/duplicates?product=${review.product}`);
    expect(body.total).toBe(0);
    expect(await test.core.rollups.verify()).toEqual([]);
  });
});
