import request from 'supertest';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { AlertList, AlertPreview, AlertView, FiringPage } from '../../../server/contract/alerts.ts';
import { DigestPreview, DigestSettings } from '../../../server/contract/digest.ts';
import { webhookPayloads } from '../../../server/contract/webhooks.ts';
import { startTestApp, type TestApp } from '../../support/app.ts';
import { type Receiver, startReceiver } from '../webhooks/receiver.ts';
import { headersOf, type SmtpSink, startSmtpSink } from './smtp-sink.ts';

/** A Monday. From 11 May on, the app of `door` is blamed. */
const START = '2026-05-18T09:00:00Z';
let at = new Date(START);
let test: TestApp;
let sink: SmtpSink;
let receiver: Receiver;

const dayOf = (n: number) => new Date(Date.UTC(2026, 3, 1 + n)).toISOString().slice(0, 10);
const REVIEWS = Array.from({ length: 47 * 3 }, (_, n) => {
  const date = dayOf(Math.floor(n / 3));
  const isBad = date >= '2026-05-11' && n % 3 !== 0;
  return {
    ...{ source: 'web', externalId: `a-${n}`, product: 'door', date, rating: isBad ? 2 : 5 },
    text: `The app ${isBad ? 'crashes all the time' : 'is easy to use'} <b>here</b> at house ${n * 37} in street ${n * n}.`,
  };
});

beforeAll(async () => {
  [sink, receiver] = [await startSmtpSink(), await startReceiver()];
  const env = {
    ...{ SMTP_URL: sink.url, MAIL_FROM: 'Reviews <reviews@shop.example>', WEBHOOK_ALLOW_PRIVATE: 'true' },
    PUBLIC_URL: 'https://reviews.example.com',
  };
  test = await startTestApp('alerts', { now: () => at, env });
  const answer = await request(test.app).post('/api/v1/reviews').send({ reviews: REVIEWS });
  expect(answer.body).toMatchObject({ created: REVIEWS.length, rejected: 0 });
});
afterAll(async () => {
  sink.close();
  receiver.close();
  await test.close();
});

type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';
const api = (method: Method, path: string, body?: object) => request(test.app)[method](`/api/v1${path}`).send(body);
const RULE = {
  ...{ metric: 'net', scope: { product: 'door', feature: 'app_software' }, direction: 'drop', change: 0.2 },
  ...{ windowDays: 7, minimumN: 5, sensitivity: 'medium', frequency: 'weekly' },
};
let feature = '';
const rule = (more: object = {}) => ({ name: 'App', ...RULE, scope: { product: 'door', feature }, ...more });
const create = async (more: object = {}) =>
  AlertView.parse((await api('post', '/alerts', rule(more)).expect(201)).body);
const firings = async (id: string) =>
  FiringPage.parse((await api('get', `/alerts/firings?alert=${id}`).expect(200)).body).items;
const later = (hours: number) => {
  at = new Date(at.getTime() + hours * 3_600_000);
};

beforeEach(async () => {
  [at, sink.caught, sink.reply, receiver.received] = [new Date(START), [], '250 ok', []];
  const table = (await api('get', '/analytics/features')).body.rows as { feature: string; reviews: number }[];
  feature = table.toSorted((x, y) => y.reviews - x.reviews)[0]?.feature ?? '';
});
afterEach(async () => {
  for (const { id } of (await api('get', '/alerts')).body.items) await api('delete', `/alerts/${id}`).expect(204);
});

describe('an alert', () => {
  it('fires once in its gap, with its figures and a link to them', async () => {
    const alert = await create();
    await test.core.alerts.runDue();
    const [firing, ...others] = await firings(alert.id);
    expect(others).toEqual([]);
    expect(firing).toMatchObject({ day: '2026-05-18', name: 'App', mails: [], webhook: null });
    expect(firing?.figures).toMatchObject({
      ...{ period: { from: '2026-05-11', to: '2026-05-17' }, before: { from: '2026-05-04', to: '2026-05-10' } },
      ...{ n: 21, beforeN: 21, beforeValue: 1, verdict: 'fires' },
    });
    const page = await api('get', `/analytics/features?${firing?.query}`).expect(200);
    const row = page.body.rows.find((one: { feature: string }) => one.feature === feature);
    expect(row.net.value).toBeCloseTo(firing?.figures.value ?? 9);
    expect(firing?.url).toBe(`https://reviews.example.com/?${firing?.query}`);
    expect(AlertView.parse((await api('get', `/alerts/${alert.id}`)).body)).toMatchObject({
      lastFiredAt: at.toISOString(),
      lastLook: { at: at.toISOString(), figures: firing?.figures },
    });
    for (const hours of [1, 24, 48]) {
      later(hours);
      await test.core.alerts.runDue();
    }
    expect(await firings(alert.id)).toHaveLength(1);
  });

  it('fires each day when it is a daily one, and not when it is off', async () => {
    const [daily, off] = [await create({ frequency: 'daily' }), await create({ enabled: false })];
    for (const hours of [0, 2, 22]) {
      later(hours);
      await test.core.alerts.runDue();
    }
    expect((await firings(daily.id)).map(({ day }) => day)).toEqual(['2026-05-19', '2026-05-18']);
    expect(await firings(off.id)).toEqual([]);
  });

  it('fires once when many look at once', async () => {
    const alert = await create({ channel: { email: ['ann@shop.example'] } });
    await Promise.all([1, 2, 3, 4].map(() => test.core.alerts.runDue()));
    expect(await firings(alert.id)).toHaveLength(1);
    expect(sink.caught).toHaveLength(1);
  });

  it('begins anew when it watches something else', async () => {
    const alert = await create();
    await test.core.alerts.runDue();
    await api('patch', `/alerts/${alert.id}`, { name: 'Other name' }).expect(200);
    await test.core.alerts.runDue();
    expect(await firings(alert.id)).toHaveLength(1);
    await api('patch', `/alerts/${alert.id}`, { windowDays: 6 }).expect(200);
    await test.core.alerts.runDue();
    expect(await firings(alert.id)).toHaveLength(2);
  });

  it('mails each recipient by itself, and tells its webhook', async () => {
    const hook = (await api('post', '/webhooks', { url: receiver.url, events: ['decision.made'] }).expect(201)).body;
    const channel = { email: ['ann@shop.example', 'bo@shop.example'], webhook: hook.id };
    const alert = await create({ name: 'App & "co" <b>', channel });
    await test.core.alerts.runDue();
    expect(sink.caught.map(({ recipients }) => recipients).sort()).toEqual([['ann@shop.example'], ['bo@shop.example']]);
    expect(headersOf(sink.caught[0] as never).find((line) => /^from:/i.test(line))).toContain('reviews@shop.example');
    const [firing] = await firings(alert.id);
    expect(firing?.mails.map(({ to, state, tries }) => [to, state, tries])).toEqual([
      ['ann@shop.example', 'sent', 1],
      ['bo@shop.example', 'sent', 1],
    ]);
    await expect.poll(() => receiver.received.length, { timeout: 10_000 }).toBe(1);
    const told = webhookPayloads['alert.fired'].parse(receiver.received[0]?.json);
    const { mails: _, webhook: __, ...plain } = firing as NonNullable<typeof firing>;
    expect(told.data.firing).toEqual(plain);
    await api('delete', `/webhooks/${hook.id}`).expect(204);
  });

  it('tries a mail again that the server would not take yet, and shows why', async () => {
    sink.reply = '451 later';
    const alert = await create({ channel: { email: ['ann@shop.example'] } });
    await test.core.alerts.runDue();
    const mail = async () => (await firings(alert.id))[0]?.mails[0];
    expect(await mail()).toMatchObject({
      state: 'waiting',
      tries: 1,
      error: 'The mail server refused the mail (451).',
    });
    await test.core.alerts.runDue();
    expect(await mail()).toMatchObject({ tries: 1 });
    sink.reply = '250 ok';
    later(0.01);
    await test.core.alerts.runDue();
    expect(await mail()).toMatchObject({ state: 'sent', tries: 2, error: null });
    expect(sink.caught).toHaveLength(1);
  });

  it('gives up a mail to nobody', async () => {
    sink.reply = '550 unknown';
    const alert = await create({ channel: { email: ['ann@shop.example'] } });
    await test.core.alerts.runDue();
    expect((await firings(alert.id))[0]?.mails[0]).toMatchObject({ state: 'failed', tries: 1 });
  });

  it.each([
    ['an address with a header in it', { channel: { email: ['a@shop.example\r\nBcc: b@shop.example'] } }],
    ['an address with a name', { channel: { email: ['Ann <ann@shop.example>'] } }],
    ['two addresses in one', { channel: { email: ['a@shop.example,b@shop.example'] } }],
    ['an address twice', { channel: { email: ['a@shop.example', 'A@shop.example'] } }],
    ['a name with a line break', { name: 'App\r\nBcc: b@shop.example' }],
    ['a feature that is none', { scope: { feature: 'nothing' } }],
    ['a feature for stars', { metric: 'stars' }],
    ['a webhook that is none', { channel: { webhook: 'W-999' } }],
    ['no days', { windowDays: 0 }],
  ])('is refused with %s', async (_, more) => {
    await api('post', '/alerts', rule(more)).expect(422);
  });
});

describe('the preview of an alert', () => {
  it('is what the server does day by day', async () => {
    const more = { frequency: 'daily', windowDays: 5, channel: {} };
    const alert = await create(more);
    const days = Array.from({ length: 20 }, (_, n) => n);
    at = new Date('2026-05-01T12:00:00Z');
    for (const _ of days) {
      await test.core.alerts.runDue();
      later(24);
    }
    later(-24);
    const preview = AlertPreview.parse((await api('post', '/alerts/preview', rule(more)).expect(200)).body);
    const fired = (await firings(alert.id)).toReversed();
    expect(fired.length).toBeGreaterThan(2);
    expect(preview.firings).toEqual(fired.map(({ day, figures }) => ({ day, figures })));
    expect(preview).toMatchObject({ days: 90, fired: fired.length });
  });

  it('stores and sends nothing', async () => {
    await api('post', '/alerts/preview', rule({ channel: { email: ['ann@shop.example'] } })).expect(200);
    expect(AlertList.parse((await api('get', '/alerts')).body).items).toEqual([]);
    await test.core.alerts.runDue();
    expect(sink.caught).toEqual([]);
  });
});

describe('the digest', () => {
  const settings = { enabled: true, weekday: 'monday', hour: 9, timeZone: 'UTC', recipients: ['ann@shop.example'] };
  const put = async (more: object = {}) =>
    DigestSettings.parse((await api('put', '/digest', { ...settings, ...more }).expect(200)).body);

  it('goes out once, at the next hour that was named', async () => {
    expect((await put()).nextAt).toBe('2026-05-25T09:00:00.000Z');
    await test.core.alerts.runDue();
    expect(sink.caught).toEqual([]);
    at = new Date('2026-05-25T08:59:00Z');
    await test.core.alerts.runDue();
    expect(sink.caught).toEqual([]);
    at = new Date('2026-05-25T09:00:00Z');
    await Promise.all([test.core.alerts.runDue(), test.core.alerts.runDue()]);
    later(1);
    await test.core.alerts.runDue();
    expect(sink.caught.map(({ recipients }) => recipients)).toEqual([['ann@shop.example']]);
    const now = DigestSettings.parse((await api('get', '/digest')).body);
    expect(now.lastRun).toMatchObject({ at: '2026-05-25T09:00:00.000Z', mails: [{ state: 'sent' }] });
    expect(now.nextAt).toBe('2026-06-01T09:00:00.000Z');
    await put({ enabled: false });
  });

  it('is left out when no server was there for two days', async () => {
    await put();
    at = new Date('2026-05-28T09:00:00Z');
    await test.core.alerts.runDue();
    expect(sink.caught).toEqual([]);
    await put({ enabled: false });
  });

  it('goes to a webhook as figures', async () => {
    const hook = (await api('post', '/webhooks', { url: receiver.url, events: ['decision.made'] }).expect(201)).body;
    await put({ recipients: [], webhook: hook.id });
    at = new Date('2026-05-25T09:00:00Z');
    await test.core.alerts.runDue();
    await expect.poll(() => receiver.received.length, { timeout: 10_000 }).toBe(1);
    const { data } = webhookPayloads['digest.sent'].parse(receiver.received[0]?.json);
    expect(data.digest.period).toEqual({ from: '2026-05-18', to: '2026-05-24' });
    await put({ enabled: false });
    await api('delete', `/webhooks/${hook.id}`).expect(204);
  });

  it('shows the same figures as the pages that it links to', async () => {
    const { digest, html } = DigestPreview.parse((await api('post', '/digest/preview', {}).expect(200)).body);
    const [part] = digest.parts;
    const query = new URL(part?.url ?? '').search;
    const ratings = (await api('get', `/analytics/ratings${query}`).expect(200)).body;
    expect(part).toMatchObject({ product: null, reviews: ratings.reviews, rated: ratings.rated });
    expect(part?.stars).toBeCloseTo(ratings.average.value);
    const [mover] = part?.movers ?? [];
    expect(mover).toMatchObject({ feature, n: 21, beforeN: 21, beforeNet: 1 });
    const quotes = await api('get', `/analytics/quotes${new URL(mover?.url ?? '').search}`).expect(200);
    expect(quotes.body.total).toBe(mover?.n);
    expect(html).not.toContain('<b>');
    const products = DigestPreview.parse((await api('post', '/digest/preview', { products: ['door', 'none'] })).body);
    expect(products.digest.parts.map(({ product, reviews }) => [product, reviews])).toEqual([
      ['door', part?.reviews],
      ['none', 0],
    ]);
  });

  it('is shown as a page of its own, which runs nothing and is framed by the app alone', async () => {
    const { html } = DigestPreview.parse((await api('get', '/digest/mail').expect(200)).body);
    const page = await api('get', '/digest/mail').set('Accept', 'text/html').expect(200);
    expect(page.headers['content-type']).toBe('text/html; charset=utf-8');
    expect(page.text).toBe(html);
    const policy = page.headers['content-security-policy'];
    for (const rule of ["default-src 'none'", "frame-ancestors 'self'", 'sandbox']) expect(policy).toContain(rule);
    expect(policy).not.toContain('script');
  });

  it('can be tried on one address', async () => {
    const sent = await api('post', '/digest/test', { to: 'cy@shop.example' }).expect(200);
    expect(sent.body).toEqual({ state: 'sent', error: null });
    expect(sink.caught.map(({ recipients }) => recipients)).toEqual([['cy@shop.example']]);
    sink.reply = '550 unknown';
    const failed = await api('post', '/digest/test', { to: 'cy@shop.example' }).expect(200);
    expect(failed.body).toEqual({ state: 'failed', error: 'The mail server refused the mail (550).' });
    await api('post', '/digest/test', { to: 'cy@shop.example\r\nBcc: x@shop.example' }).expect(422);
  });

  it.each([
    ['a time zone that is none', { timeZone: 'Mars/Olympus' }, '/timeZone'],
    ['an hour that is none', { hour: 24 }, '/hour'],
    ['a webhook that is none', { webhook: 'W-999' }, '/webhook'],
  ])('is refused with %s', async (_, more, pointer) => {
    const answer = await api('put', '/digest', { ...settings, ...more }).expect(422);
    expect(answer.body.errors[0].pointer).toBe(pointer);
  });
});

describe('without a mail server', () => {
  it('says that it cannot mail, and does all else', async () => {
    const other = await startTestApp('no-mail', { now: () => at });
    const call = (method: Method, path: string, body: object) =>
      request(other.app)[method](`/api/v1${path}`).send(body);
    const settings = { enabled: true, weekday: 'monday', hour: 9, timeZone: 'UTC' };
    const refused = [
      await call('post', '/digest/test', { to: 'ann@shop.example' }),
      await call('put', '/digest', { ...settings, recipients: ['ann@shop.example'] }),
      await call('post', '/alerts', { name: 'A', ...RULE, scope: {}, channel: { email: ['ann@shop.example'] } }),
    ];
    for (const { status, body } of refused)
      expect([status, body.type]).toEqual([409, 'urn:reviewfinder:problem:mail-not-configured']);
    await call('post', '/alerts', { name: 'A', ...RULE, scope: {} }).expect(201);
    await call('put', '/digest', { ...settings, recipients: [] }).expect(200);
    await call('post', '/digest/preview', {}).expect(200);
    expect((await request(other.app).get('/api/v1/alerts')).body.canMail).toBe(false);
    await other.core.alerts.runDue();
    await other.close();
  });
});
