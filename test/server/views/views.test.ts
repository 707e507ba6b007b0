import { createHash } from 'node:crypto';
import mongoose from 'mongoose';
import request from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CreatedShare, SavedView, SharedPage, ShareList, ViewList } from '../../../server/contract/views.ts';
import { startTestApp, type TestApp } from '../../support/app.ts';

let test: TestApp;
let at = new Date('2026-05-30T09:00:00Z');

beforeAll(async () => {
  test = await startTestApp('views', { now: () => at, env: { PUBLIC_URL: 'https://reviews.example.com/' } });
  const review = (n: number, more: object) => ({
    ...{ source: n % 2 ? 'web' : 'shop', externalId: `v-${n}`, author: `Person ${n}`, date: '2026-05-10', rating: 4 },
    ...{ text: `The night vision is excellent, says house number ${n * 37}.`, ...more },
  });
  const reviews = [
    ...[1, 2, 3].map((n) => review(n, { product: 'alpha' })),
    ...[4, 5].map((n) => review(n, { product: 'beta', rating: 1 })),
    review(6, { product: 'alpha', date: '2026-01-10' }),
  ];
  const answer = await request(test.app).post('/api/v1/reviews').send({ reviews });
  expect(answer.body).toMatchObject({ created: 6, rejected: 0 });
});
afterAll(() => test.close());

const api = (method: 'get' | 'post' | 'patch' | 'delete', path: string, body?: object) =>
  request(test.app)[method](`/api/v1${path}`).send(body);
const share = async (query: string, more: object = {}) =>
  CreatedShare.parse(
    (await api('post', '/shares', { page: 'overview', query, expiresInDays: 7, ...more }).expect(201)).body,
  );

describe('a saved view', () => {
  it('is kept, listed by name, changed and deleted', async () => {
    const made = SavedView.parse(
      (await api('post', '/views', { name: ' Night ', page: 'overview', query: 'feature=night_vision' }).expect(201))
        .body,
    );
    expect(made).toMatchObject({ name: 'Night', shared: false, owner: 'Local user' });
    await api('post', '/views', { name: 'Alpha', page: 'reviews', query: '', shared: true }).expect(201);
    const list = ViewList.parse((await api('get', '/views').expect(200)).body);
    expect(list.items.map(({ name }) => name)).toEqual(['Alpha', 'Night']);
    const changed = (await api('patch', `/views/${made.id}`, { shared: true }).expect(200)).body;
    expect(changed).toMatchObject({ name: 'Night', query: 'feature=night_vision', shared: true });
    await api('delete', `/views/${made.id}`).expect(204);
    await api('delete', `/views/${made.id}`).expect(404);
    await api('patch', `/views/${made.id}`, { name: 'X' }).expect(404);
  });

  it.each([
    ['a query that is none of a URL', { query: 'a=<b>' }, '/query'],
    ['a query with a line break', { query: 'a=b\r\nBcc: x' }, '/query'],
    ['a query over 4 kB', { query: 'a'.repeat(4097) }, '/query'],
    ['a page with a slash', { page: '//evil.example' }, '/page'],
    ['a blank name', { name: '  ' }, '/name'],
    ['an owner', { owner: 'Somebody' }, '/owner'],
  ])('is refused with %s', async (_, more, pointer) => {
    const answer = await api('post', '/views', { name: 'N', page: 'overview', query: '', ...more }).expect(422);
    expect(answer.body.errors[0].pointer).toBe(pointer);
  });
});

describe('a share link', () => {
  it('has a token of 256 bits, shown once; what is stored is its hash', async () => {
    const made = await share('product=alpha', { title: 'For the board' });
    expect(Buffer.from(made.token, 'base64url')).toHaveLength(32);
    expect(made.url).toBe(`https://reviews.example.com/shared/${made.token}`);
    const list = (await api('get', '/shares').expect(200)).body;
    expect(ShareList.parse(list).items[0]).toMatchObject({ id: made.id, filters: { product: 'alpha' } });
    expect(JSON.stringify(list)).not.toContain(made.token);
    const connection = await mongoose.createConnection(test.uri).asPromise();
    const stored = await connection.collection('shares').findOne({ title: 'For the board' });
    await connection.close();
    expect(JSON.stringify(stored)).not.toContain(made.token);
    expect(stored?.['tokenHash']).toBe(createHash('sha256').update(made.token).digest('hex'));
  });

  it('opens its page', async () => {
    const { token } = await share('product=alpha&sort=net');
    const page = SharedPage.parse((await api('get', `/shared/${token}`).expect(200)).body);
    expect(page).toMatchObject({ page: 'overview', query: 'product=alpha&sort=net', filters: { product: 'alpha' } });
  });

  it('answers alike when it is unknown, expired or withdrawn, at once', async () => {
    const [expired, withdrawn] = [await share('', { expiresInDays: 1 }), await share('')];
    await api('get', `/shared/${expired.token}`).expect(200);
    await api('get', `/shared/${withdrawn.token}/analytics/features`).expect(200);
    await api('delete', `/shares/${withdrawn.id}`).expect(204);
    at = new Date(at.getTime() + 86_400_000);
    const tokens = [expired.token, withdrawn.token, 'A'.repeat(43), 'no-token', 'x'.repeat(200)];
    const answers = await Promise.all(
      tokens.flatMap((token) => ['', '/analytics/features'].map((rest) => api('get', `/shared/${token}${rest}`))),
    );
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 404));
    expect(new Set(answers.map(({ body }) => JSON.stringify({ ...body, instance: '' }))).size).toBe(1);
    await api('delete', `/shares/${withdrawn.id}`).expect(404);
  });

  it('gives the figures that its filters give, and narrower ones', async () => {
    const { token } = await share('product=alpha&from=2026-05-01');
    const path = `/shared/${token}/analytics`;
    const own = 'product=alpha&from=2026-05-01';
    for (const name of ['features', 'ratings', 'products', 'duplicates-effect'])
      expect((await api('get', `${path}/${name}`).expect(200)).body).toEqual(
        (await api('get', `/analytics/${name}?${own}`).expect(200)).body,
      );
    const narrower = await api('get', `${path}/ratings?source=web&from=2026-05-02`).expect(200);
    expect(narrower.body).toEqual(
      (await api('get', '/analytics/ratings?product=alpha&source=web&from=2026-05-02')).body,
    );
    expect((await api('get', `${path}/trend?interval=day&feature=night_vision`).expect(200)).body.interval).toBe('day');
  });

  it.each(['ratings?product=beta', 'features?from=2026-01-01', 'quotes?counting=all', 'trend?feature=clarity'])(
    'refuses %s, which lies outside',
    async (path) => {
      const { token } = await share('product=alpha&from=2026-05-01&feature=night_vision');
      const answer = await api('get', `/shared/${token}/analytics/${path}`).expect(400);
      expect(answer.body.type).toBe('urn:reviewfinder:problem:outside-the-share');
    },
  );

  it('of a comparison opens the products it compares and no other', async () => {
    const { token } = await share('p1=alpha&p2=beta');
    const path = `/shared/${token}/analytics`;
    const compared = await api('get', `${path}/compare?products=alpha&products=beta&effect=true`).expect(200);
    expect(compared.body).toEqual(
      (await api('get', '/analytics/compare?products=alpha&products=beta&effect=true')).body,
    );
    expect((await api('get', `${path}/quotes?product=beta`).expect(200)).body.total).toBe(
      (await api('get', '/analytics/quotes?product=beta')).body.total,
    );
    for (const query of [
      'quotes',
      'features',
      'quotes?product=gamma',
      'compare?products=alpha&products=gamma',
      'products',
    ])
      await api('get', `${path}/${query}`).expect(400);
  });

  it('of two periods opens their days and no others', async () => {
    const { token } = await share(
      'by=period&from=2026-05-10&to=2026-05-20&compareFrom=2026-04-01&compareTo=2026-04-20',
    );
    const path = `/shared/${token}/analytics`;
    await api('get', `${path}/compare?compareFrom=2026-04-01&compareTo=2026-04-20`).expect(200);
    await api('get', `${path}/quotes?from=2026-04-02&to=2026-04-19`).expect(200);
    for (const query of [
      'compare?compareFrom=2026-03-31&compareTo=2026-04-20',
      'compare?compareFrom=2026-04-01&compareTo=2026-04-30',
      'quotes?from=2026-04-02',
      'quotes?from=2026-03-31&to=2026-04-19',
      'quotes?from=2026-04-02&to=2026-05-12',
      'compare?products=alpha&products=beta',
    ])
      await api('get', `${path}/${query}`).expect(400);
    const { body } = await api('get', `${path}/features`).expect(200);
    expect(body.days).toEqual({ from: '2026-05-10', to: '2026-05-20' });
  });

  it('of a product opens what it is in short', async () => {
    const { token } = await share('product=alpha');
    const { body } = await api('get', `/shared/${token}/analytics/summary`).expect(200);
    expect(body).toEqual((await api('get', '/analytics/summary?product=alpha')).body);
    await api('get', `/shared/${token}/analytics/summary?product=beta`).expect(400);
  });

  it('shows quotes without their authors', async () => {
    const { token } = await share('product=alpha');
    const { body } = await api('get', `/shared/${token}/analytics/quotes`).expect(200);
    expect(body.items).toHaveLength(4);
    expect(JSON.stringify(body)).not.toContain('Person');
    expect(JSON.stringify((await api('get', '/analytics/quotes')).body)).toContain('Person');
  });

  it.each(['moderation', 'changes', 'nothing'])('opens no figures of %s', async (name) => {
    const { token } = await share('');
    await api('get', `/shared/${token}/analytics/${name}`).expect(404);
  });

  it('changes nothing', async () => {
    const { token } = await share('');
    for (const method of ['post', 'patch', 'delete'] as const) {
      await api(method, `/shared/${token}`, {}).expect(405);
      await api(method, `/shared/${token}/analytics/features`, {}).expect(405);
    }
  });

  it.each([
    ['a filter that is not valid', { query: 'from=yesterday' }, '/query'],
    ['a filter named twice', { query: 'product=a&product=b' }, '/query'],
    ['no end', { expiresInDays: 366 }, '/expiresInDays'],
  ])('is refused with %s', async (_, more, pointer) => {
    const answer = await api('post', '/shares', { page: 'overview', query: '', expiresInDays: 1, ...more }).expect(422);
    expect(answer.body.errors[0].pointer).toBe(pointer);
  });

  it('is noted as used, and told when it is over', async () => {
    const made = await share('', { expiresInDays: 1, title: 'Short' });
    const mine = async () => ShareList.parse((await api('get', '/shares')).body).items.find(({ id }) => id === made.id);
    expect(await mine()).toMatchObject({ lastUsedAt: null, isExpired: false });
    await api('get', `/shared/${made.token}`).expect(200);
    expect(await mine()).toMatchObject({ lastUsedAt: at.toISOString() });
    at = new Date(at.getTime() + 86_400_000);
    expect(await mine()).toMatchObject({ isExpired: true });
  });
});
