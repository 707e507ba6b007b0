import request from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ReviewView } from '../../../server/contract/reviews.ts';
import { startTestApp, type TestApp } from '../../support/app.ts';

let test: TestApp;
let number = 0;
beforeAll(async () => {
  test = await startTestApp('screening');
});
afterAll(() => test.close());

const post = async (review: object): Promise<ReviewView> => {
  number += 1;
  const body = { source: 's', externalId: `x-${number}`, product: `cam-${number}`, ...review };
  return (await request(test.app).post('/api/v1/reviews').send(body)).body;
};
const get = async (path: string) => (await request(test.app).get(`/api/v1${path}`)).body;
const send = (method: 'post' | 'put' | 'patch', path: string, body: object = {}) =>
  request(test.app)[method](`/api/v1${path}`).send(body);
const setChecks = async (checks: object) => {
  const { version } = await get('/moderation/checks');
  return send('put', '/moderation/checks', { version, checks });
};
const until = async (isDone: () => Promise<boolean>) => {
  for (let tries = 0; tries < 100 && !(await isDone()); tries += 1) await new Promise((go) => setTimeout(go, 100));
};
const checksOf = ({ flags }: ReviewView) => flags.map(({ check, level }) => `${check}: ${level}`);

describe('a review that comes in', () => {
  it.each([
    ['Great picture, easy to install and works well.', 5, [], 'published'],
    ['...', 3, ['unreadable: note'], 'published'],
    ['Paid with 4111 1111 1111 1111, never refunded.', 1, ['account-number: hold'], 'pending'],
    ['Support is useless, write to jane@example.com', 1, ['contact-data: note'], 'published'],
    ['What a piece of shit, it broke.', 1, ['profanity: note'], 'published'],
    ['damn good camera, sharp picture', 5, [], 'published'],
    ['Good. See www.cams.example', 4, ['link: note'], 'published'],
    ['Good picture. Visit my shop for more', 4, ['advertising: note'], 'published'],
    ['Excellent picture, easy to install, great app, love it, perfect.', 1, ['stars-against-text: note'], 'published'],
    [
      'Horrible picture, terrible app, keeps disconnecting, waste of money.',
      5,
      ['stars-against-text: note'],
      'published',
    ],
  ])('%s (%i stars)', async (text, rating, checks, status) => {
    const review = await post({ text, rating });
    expect(checksOf(review)).toEqual(checks);
    expect(review.status).toBe(status);
  });

  it('keeps all reasons, each with the words behind it as they are shown', async () => {
    const review = await post({ text: 'shit. Card 4111 1111 1111 1111, mail jane@example.com, visit my shop' });
    expect(checksOf(review)).toEqual([
      'account-number: hold',
      'contact-data: note',
      'profanity: note',
      'advertising: note',
    ]);
    expect(review.text).toBe('shit. Card [card], mail [e-mail], visit my shop');
    const words = review.flags.map(({ spans }) => spans.map(({ start, end }) => review.text.slice(start, end)));
    expect(words).toEqual([['[card]'], ['[e-mail]'], ['shit'], ['visit my shop']]);
  });

  it('is not counted while it is held', async () => {
    const review = await post({ text: 'Night vision is excellent. My card is 4111 1111 1111 1111.', rating: 5 });
    expect(review).toMatchObject({ status: 'pending', statusReason: 'screening', countedOnce: false });
    expect((await get(`/analytics/features?product=${review.product}`)).rows).toEqual([]);
    expect(await test.core.rollups.verify()).toEqual([]);
  });
});

it('finds a wave of alike texts under many names and dates in one batch', async () => {
  const text =
    'This doorbell camera replaced our old chime and the picture by the garage is sharp even late in the evening';
  const reviews = Array.from({ length: 6 }, (_, index) => ({
    ...{
      source: 's',
      externalId: `wave-${index}`,
      product: 'wave',
      author: `Name ${index}`,
      date: `2026-0${index + 1}-03`,
    },
    text: `${text} ${['today', 'tonight', 'again', 'always', 'mostly', 'indeed'][index]}.`,
  }));
  await send('post', '/reviews', { reviews });
  const { items } = await get('/reviews?product=wave');
  expect(items.map(checksOf)).toEqual(Array.from({ length: 6 }, () => ['burst: note']));
});

describe('the queue', () => {
  it('lists what waits with counts by check, filtered and page by page', async () => {
    const text = 'Card 4111 1111 1111 1111 and shit';
    const first = await post({ text, product: 'queue' });
    const second = await post({ text: `${text} again`, product: 'queue' });
    const page = await get('/moderation/held?product=queue&limit=1');
    expect(page).toMatchObject({ total: 2, items: [{ id: first.id }] });
    expect(page.counts).toContainEqual({ check: 'profanity', reviews: 2 });
    expect((await get(`/moderation/held?product=queue&limit=1&cursor=${page.next}`)).items[0].id).toBe(second.id);
    expect((await get('/moderation/held?product=queue&check=link')).total).toBe(0);
    expect((await get('/moderation/held?source=elsewhere')).total).toBe(0);
  });

  it('is told of in the workspace by its length', async () => {
    const heldReviews = async () => (await get('/workspace')).heldReviews as number;
    const before = await heldReviews();
    const review = await post({ text: 'Sharp picture. Card 4111 1111 1111 1111.', product: 'counted' });
    expect(await heldReviews()).toBe(before + 1);
    await send('post', `/moderation/held/${review.id}/decisions`, { action: 'publish', version: review.version });
    expect(await heldReviews()).toBe(before);
    expect((await get('/moderation/held')).total).toBe(before);
  });

  it('publishes and removes, logged, and takes both back', async () => {
    const review = await post({ text: 'Night vision is excellent. Card 4111 1111 1111 1111.', product: 'decide' });
    const path = `/moderation/held/${review.id}/decisions`;
    const published = (await send('post', path, { action: 'publish', version: review.version })).body;
    expect(published.review.status).toBe('published');
    expect((await send('post', path, { action: 'publish', version: published.review.version })).status).toBe(409);
    const undone = (await send('post', `/moderation/held-decisions/${published.decision.id}/undo`)).body;
    expect(undone.review).toMatchObject({ status: 'pending', statusReason: 'screening' });
    expect((await send('post', `/moderation/held-decisions/${published.decision.id}/undo`)).status).toBe(409);

    const stale = { action: 'remove', reason: 'personal-data', version: 1 };
    expect((await send('post', path, stale)).body.type).toContain('version-conflict');
    const removed = (await send('post', path, { ...stale, version: undone.review.version })).body;
    expect(removed.review).toMatchObject({ status: 'removed', statusReason: 'personal-data' });
    const { items } = await get(`/moderation/held-decisions?review=${review.id}`);
    expect(items.map(({ action }: { action: string }) => action)).toEqual(['remove', 'publish']);
    expect((await get(`/reviews/${review.id}/history`)).items).toHaveLength(4);
    expect(await test.core.rollups.verify()).toEqual([]);
  });
});

describe('the settings', () => {
  it('tell in a dry run what they would hold, and change nothing', async () => {
    await post({ text: 'Good. See www.cams.example now', product: 'dry' });
    const before = await get('/moderation/checks');
    const { body } = await send('put', '/moderation/checks', {
      ...{ version: before.version, checks: { link: 'hold' }, dryRun: true },
    });
    expect(body.effect.held).toBeGreaterThan(body.effect.heldNow);
    expect(await get('/moderation/checks')).toEqual(before);
  });

  it('count for stored reviews too, unless a person has decided, and can be taken back', async () => {
    const plain = await post({ text: 'What a piece of shit, it broke.', product: 'settings' });
    const judged = await post({ text: 'This shit is good, nice picture.', product: 'settings' });
    const statuses = async () => (await get('/reviews?product=settings')).items.map((one: ReviewView) => one.status);
    expect((await setChecks({ profanity: 'hold' })).status).toBe(200);
    await until(async () => (await get('/moderation/checks')).applying === false);
    expect(await statuses()).toEqual(['pending', 'pending']);

    const seen = await get(`/reviews/${judged.id}`);
    await send('post', `/moderation/held/${judged.id}/decisions`, { action: 'publish', version: seen.version });
    await setChecks({ profanity: 'note' });
    await until(async () => (await get('/moderation/checks')).applying === false);
    expect(await statuses()).toEqual(['published', 'published']);
    await setChecks({ profanity: 'hold' });
    await until(async () => (await get('/moderation/checks')).applying === false);
    expect((await get(`/reviews/${judged.id}`)).status).toBe('published');
    expect((await get(`/reviews/${plain.id}`)).status).toBe('pending');
    await setChecks({ profanity: 'off' });
    await until(async () => (await get('/moderation/checks')).applying === false);
    expect((await get(`/reviews/${plain.id}`)).flags).toEqual([]);
    expect(await test.core.rollups.verify()).toEqual([]);
  });

  it('count the copy that is seen, where the other is held', async () => {
    const text = 'Excellent picture by day and by night, easy to install on the wall, great app. I love it, perfect.';
    const held = await post({ text, rating: 1, author: 'Ann', verified: true, product: 'seen' });
    const seen = await post({ text, rating: 5, author: 'Ben', product: 'seen' });
    await setChecks({ 'stars-against-text': 'hold' });
    await until(async () => (await get(`/reviews/${held.id}`)).status === 'pending');
    const { items } = await get('/duplicates?product=seen');
    expect(items.map((one: { suggestedKeep: string[] }) => one.suggestedKeep)).toEqual([[seen.id]]);
    expect((await get('/analytics/ratings?product=seen&counting=once')).reviews).toBe(1);
    await setChecks({ 'stars-against-text': 'note' });
    await until(async () => (await get(`/reviews/${held.id}`)).status === 'published');
    expect((await get('/duplicates?product=seen')).items[0].suggestedKeep).toEqual([held.id]);
    expect((await get('/analytics/ratings?product=seen&counting=once')).reviews).toBe(1);
    expect(await test.core.rollups.verify()).toEqual([]);
  });

  it('are refused where another has changed them', async () => {
    const answer = await send('put', '/moderation/checks', { version: 999, checks: { link: 'off' } });
    expect(answer.status).toBe(409);
  });
});

it('holds what changed to something that is held, and lets go of what changed back', async () => {
  const product = 'edited';
  await post({ externalId: 'edited', product, text: 'Good camera with a clear picture.' });
  const held = await post({ externalId: 'edited', product, text: 'Good camera, card 4111 1111 1111 1111.' });
  expect(held.status).toBe('pending');
  const again = await post({ externalId: 'edited', product, text: 'Good camera with a clear picture again.' });
  expect(again).toMatchObject({ status: 'published', flags: [] });
});

describe('reading what was written', () => {
  it('is noted with who and when', async () => {
    const review = await post({ text: 'Write to jane@example.com', author: 'Jane' });
    expect(await get(`/reviews/${review.id}/raw`)).toEqual({
      ...{ id: review.id, title: null, text: 'Write to jane@example.com', author: 'Jane' },
    });
    expect(await test.core.accessLog.of(review.id)).toMatchObject([{ actor: 'Local user', what: 'raw-review' }]);
  });
});
