import { createHmac } from 'node:crypto';
import request from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type CreateWebhook,
  DeliveryPage,
  DeliveryView,
  WebhookList,
  WebhookView,
  webhookPayloads,
} from '../../../server/contract/webhooks.ts';
import { startTestApp, type TestApp } from '../../support/app.ts';
import { type Received, type Receiver, startReceiver } from './receiver.ts';

let test: TestApp;
let receiver: Receiver;
beforeAll(async () => {
  [test, receiver] = await Promise.all([
    startTestApp('webhooks', { env: { WEBHOOK_ALLOW_PRIVATE: 'true' } }),
    startReceiver(),
  ]);
});
afterAll(async () => {
  receiver.close();
  await test.close();
});

const api = (method: 'get' | 'post' | 'patch' | 'delete', path: string, body?: object) =>
  request(test.app)[method](`/api/v1${path}`).send(body);
const create = async (webhook: Partial<CreateWebhook>) => {
  const { body } = await api('post', '/webhooks', { url: receiver.url, ...webhook }).expect(201);
  return body as WebhookView & { secret: string };
};
const remove = async (id: string) => void (await api('delete', `/webhooks/${id}`).expect(204));
const come = (path: string, count = 1) =>
  expect.poll(() => receiver.received.filter((one) => one.path === path).length, { timeout: 10_000 }).toBe(count);
const of = (path: string) => receiver.received.filter((one) => one.path === path);
const isSigned = ({ headers, body }: Received, secret: string) => {
  const key = Buffer.from(secret.replace('whsec_', ''), 'base64');
  const signed = createHmac('sha256', key).update(`${headers['webhook-id']}.${headers['webhook-timestamp']}.${body}`);
  return headers['webhook-signature']!.split(' ').includes(`v1,${signed.digest('base64')}`);
};
const TEXT = 'We hung it beside the barn door, and at night it reads number plates from thirty metres away.';

describe('events', () => {
  it('of new reviews go out with the reviews, signed, up to a hundred in one', async () => {
    const hook = await create({ url: `${receiver.url}/new`, events: ['review.created'] });
    const reviews = Array.from({ length: 130 }, (_, n) => ({ product: 'a', externalId: `n-${n}`, text: `Text ${n}.` }));
    await api('post', '/reviews', { reviews }).expect(200);
    await come('/hook/new', 2);
    const payloads = of('/hook/new').map(({ json }) => webhookPayloads['review.created'].parse(json));
    expect(payloads.map(({ data }) => data.reviews.length).sort()).toEqual([100, 30].sort());
    const texts = new Set(payloads.flatMap(({ data }) => data.reviews.map(({ text }) => text)));
    expect(texts.size).toBe(130);
    for (const one of of('/hook/new')) {
      expect(one.headers['webhook-id']).toBe(one.json.id);
      expect(Math.abs(Number(one.headers['webhook-timestamp']) - Date.now() / 1000)).toBeLessThan(60);
      expect(isSigned(one, hook.secret)).toBe(true);
    }
    await api('post', '/reviews', reviews[0]).expect(200);
    await api('post', '/reviews', { ...reviews[1], text: 'Another text.' }).expect(200);
    await api('post', '/reviews', { product: 'a', text: 'The last one.' }).expect(201);
    await come('/hook/new', 3);
    expect(of('/hook/new')[2]?.json.data.reviews.map((one: { text: string }) => one.text)).toEqual(['The last one.']);
    await remove(hook.id);
  });

  it('of copies, decisions and their undoing go out to those who want them', async () => {
    const all = await create({
      url: `${receiver.url}/all`,
      events: ['duplicate.found', 'decision.made', 'decision.undone'],
    });
    const some = await create({ url: `${receiver.url}/some`, events: ['decision.undone'] });
    const post = (externalId: string) => api('post', '/reviews', { product: 'b', externalId, text: TEXT });
    const first = (await post('1')).body;
    const second = (await post('2')).body;
    await come('/hook/all', 1);
    const found = webhookPayloads['duplicate.found'].parse(of('/hook/all')[0]?.json);
    expect(found.data.pairs).toMatchObject([{ a: first.id, b: second.id, kind: 'exact', dismissed: false }]);
    const cluster = (await api('get', '/duplicates?product=b')).body.items[0];
    const decided = await api('post', `/duplicates/${cluster.id}/decisions`, {
      ...{ action: 'remove', keep: [first.id], reason: 'duplicate-exact', version: cluster.version },
    });
    expect(decided.status).toBeLessThan(300);
    await come('/hook/all', 2);
    const made = webhookPayloads['decision.made'].parse(of('/hook/all')[1]?.json);
    expect(made.data.decision).toMatchObject({ kept: [first.id], removed: [second.id], undoneAt: null });
    await api('post', `/decisions/${made.data.decision.id}/undo`);
    await come('/hook/some', 1);
    const undone = webhookPayloads['decision.undone'].parse(of('/hook/some')[0]?.json);
    expect(undone.data.decision).toMatchObject({ id: made.data.decision.id, undoneAt: expect.any(String) });
    await Promise.all([remove(all.id), remove(some.id)]);
  });

  it('are not written down where nobody wants them', async () => {
    const hook = await create({ events: ['review.created'], active: false });
    await api('post', '/reviews', { product: 'c', text: 'Nobody is told of this one.' }).expect(201);
    await api('patch', `/webhooks/${hook.id}`, { active: true }).expect(200);
    await api('post', '/reviews', { product: 'c', text: 'This one is told of.' }).expect(201);
    await come('/hook', 1);
    expect(of('/hook')[0]?.json.data.reviews).toHaveLength(1);
    expect(of('/hook')[0]?.json.data.reviews[0].text).toBe('This one is told of.');
    await remove(hook.id);
  });

  it('wait while a webhook is off', async () => {
    receiver.reply = 503;
    const hook = await create({ url: `${receiver.url}/off`, events: ['review.created'] });
    await api('post', '/reviews', { product: 'd', text: 'It waits.' }).expect(201);
    await come('/hook/off', 1);
    await expect
      .poll(async () => (await api('get', `/webhooks/${hook.id}`)).body)
      .toMatchObject({ health: 'failing', waiting: 1, lastAttempt: { status: 503 } });
    await api('patch', `/webhooks/${hook.id}`, { active: false }).expect(200);
    receiver.reply = 200;
    const delivery = (await api('get', `/webhooks/${hook.id}/deliveries`)).body.items[0];
    await api('post', `/webhooks/${hook.id}/deliveries/${delivery.id}/retry`).expect(409);
    await api('patch', `/webhooks/${hook.id}`, { active: true }).expect(200);
    await api('post', `/webhooks/${hook.id}/deliveries/${delivery.id}/retry`).expect(202);
    await come('/hook/off', 2);
    const [first, second] = of('/hook/off');
    expect(second?.headers['webhook-id']).toBe(first?.headers['webhook-id']);
    await expect
      .poll(async () => (await api('get', `/webhooks/${hook.id}`)).body)
      .toMatchObject({ health: 'ok', waiting: 0, failingSince: null });
    await remove(hook.id);
  });
});

describe('the log of deliveries', () => {
  it('pages by state, and tells of each attempt', async () => {
    receiver.reply = 500;
    const hook = await create({ url: `${receiver.url}/log`, events: ['review.created'] });
    for (const n of [1, 2, 3]) await api('post', '/reviews', { product: 'e', text: `Review ${n} of three.` });
    const page = async (query = '') =>
      DeliveryPage.parse((await api('get', `/webhooks/${hook.id}/deliveries${query}`).expect(200)).body);
    await expect.poll(async () => (await page()).items.filter(({ attempts }) => attempts.length === 1).length).toBe(3);
    const first = await page('?limit=2&state=waiting');
    const rest = await page(`?limit=2&state=waiting&cursor=${first.next}`);
    expect([...first.items, ...rest.items].map(({ id }) => id)).toEqual((await page()).items.map(({ id }) => id));
    expect(rest.next).toBeNull();
    expect((await page('?state=delivered')).items).toEqual([]);
    expect(first.items[0]).toMatchObject({
      ...{ event: 'review.created', state: 'waiting', webhook: hook.id, finishedAt: null },
      attempts: [{ status: 500, error: 'The receiver answered 500.', ms: expect.any(Number) }],
    });
    receiver.reply = 200;
    await remove(hook.id);
    await api('get', `/webhooks/${hook.id}/deliveries`).expect(404);
  });

  it.each([
    [200, 'delivered', null],
    [204, 'delivered', null],
    [302, 'failed', 'The receiver answered 302; redirects are not followed.'],
    [404, 'failed', 'The receiver answered 404.'],
  ])('has a test that was answered %i as %s', async (status, state, error) => {
    receiver.reply = status;
    const hook = await create({ url: `${receiver.url}/t${status}`, events: ['decision.made'], active: false });
    const { body } = await api('post', `/webhooks/${hook.id}/test`).expect(200);
    expect(DeliveryView.parse(body)).toMatchObject({ event: 'webhook.test', state, attempts: [{ status, error }] });
    expect(webhookPayloads['webhook.test'].parse(of(`/hook/t${status}`)[0]?.json).id).toBe(body.id);
    expect(of(`/hook/t${status}`)).toHaveLength(1);
    expect(of('/elsewhere')).toHaveLength(0);
    expect((await api('get', `/webhooks/${hook.id}/deliveries`)).body.items).toHaveLength(1);
    receiver.reply = 200;
    await remove(hook.id);
  });
});

describe('webhooks', () => {
  it('are listed without their secrets, changed and deleted', async () => {
    const hook = await create({ events: ['decision.made'], description: 'Shop system' });
    expect(hook.secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
    const list = (await api('get', '/webhooks').expect(200)).body;
    expect(WebhookList.parse(list).items.map(({ id }) => id)).toEqual([hook.id]);
    expect(JSON.stringify(list)).not.toContain('whsec_');
    const changed = await api('patch', `/webhooks/${hook.id}`, { events: ['review.created'], description: null });
    expect(WebhookView.parse(changed.body)).toMatchObject({
      events: ['review.created'],
      description: null,
      active: true,
    });
    expect(JSON.stringify(changed.body)).not.toContain('whsec_');
    await remove(hook.id);
    await api('get', `/webhooks/${hook.id}`).expect(404);
    await api('patch', `/webhooks/${hook.id}`, { active: true }).expect(404);
    await api('delete', `/webhooks/${hook.id}`).expect(404);
  });

  it('sign with the former secret too after a change of it', async () => {
    const hook = await create({ url: `${receiver.url}/keys`, events: ['decision.made'] });
    const { body } = await api('post', `/webhooks/${hook.id}/secret`).expect(200);
    expect(body.secret).not.toBe(hook.secret);
    await api('post', `/webhooks/${hook.id}/test`).expect(200);
    const sent = of('/hook/keys')[0] as Received;
    expect([isSigned(sent, hook.secret), isSigned(sent, body.secret)]).toEqual([true, true]);
    await api('post', `/webhooks/${hook.id}/secret`).expect(200);
    await api('post', `/webhooks/${hook.id}/test`).expect(200);
    expect(isSigned(of('/hook/keys')[1] as Received, hook.secret)).toBe(false);
    await remove(hook.id);
  });

  it.each<[string, object, string]>([
    ['no URL', { events: ['review.created'] }, '/url'],
    ['no event', { url: 'https://example.com/', events: [] }, '/events'],
    ['an unknown event', { url: 'https://example.com/', events: ['review.eaten'] }, '/events/0'],
    ['an event twice', { url: 'https://example.com/', events: ['review.created', 'review.created'] }, '/events'],
    ['a secret', { url: 'https://example.com/', events: ['review.created'], secret: 'mine' }, '/secret'],
    ['another scheme', { url: 'ftp://example.com/', events: ['review.created'] }, '/url'],
    ['credentials', { url: 'https://a:b@example.com/', events: ['review.created'] }, '/url'],
    ['an object as URL', { url: { $ne: null }, events: ['review.created'] }, '/url'],
  ])('with %s are refused', async (_what, body, pointer) => {
    const answer = await api('post', '/webhooks', body).expect(422);
    expect(answer.body.errors.map((fault: { pointer: string }) => fault.pointer)).toContain(pointer);
  });

  it.each([
    ['get', '/webhooks/W-999', 404],
    ['post', '/webhooks/W-999/test', 404],
    ['post', '/webhooks/W-999/secret', 404],
    ['get', '/webhooks/W-999/deliveries', 404],
    ['post', '/webhooks/W-999/deliveries/evt_0123456789abcdef01234567/retry', 404],
    ['get', '/webhooks/x', 404],
    ['get', '/webhooks?all=true', 400],
    ['post', '/webhooks/W-999', 405],
  ] as const)('%s %s answers %i', async (method, path, status) => {
    await api(method, path).expect(status);
  });
});

describe('where private addresses are not allowed', () => {
  let strict: TestApp;
  beforeAll(async () => {
    strict = await startTestApp('webhooks-strict');
  });
  afterAll(() => strict.close());

  it.each([
    'http://127.0.0.1:9/',
    'http://2130706433/',
    'http://[::ffff:127.0.0.1]/',
    'http://localhost/',
    'http://db/',
  ])('%s is refused', async (url) => {
    const body = { url, events: ['review.created'] };
    const answer = await request(strict.app).post('/api/v1/webhooks').send(body).expect(422);
    expect(answer.body).toMatchObject({ errors: [{ pointer: '/url' }] });
    expect((await request(strict.app).get('/api/v1/webhooks')).body.items).toEqual([]);
  });
});
