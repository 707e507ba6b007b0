import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { CreatedKey, KeyList, UserList } from '../../../server/contract/access.ts';
import { startTestApp, type TestApp } from '../../support/app.ts';
import { addUser, cookieOf, PASSWORD, SAME_SITE, send, signIn } from './people.ts';

// Not long ago: MongoDB drops rows by its own clock.
let clock = Date.now();
const now = () => new Date(clock);

describe('before there is a user', () => {
  let test: TestApp;
  beforeEach(async () => {
    test = await startTestApp('set-up', { now });
    return () => test.close();
  });
  const api = (path: string, options?: Parameters<typeof send>[1]) => send(`${test.url}/api/v1${path}`, options);

  it('everybody is the local user, who makes no accounts', async () => {
    expect(JSON.parse((await api('/session')).body)).toMatchObject({
      state: 'open',
      name: 'Local user',
      role: 'admin',
    });
    expect((await api('/webhooks')).status).toBe(200);
    const user = { name: 'Eve', role: 'admin', password: PASSWORD };
    expect(JSON.parse((await api('/users', { method: 'POST', body: user })).body).type).toContain('set-up-first');
    const key = { name: 'k', scopes: ['read'], expiresInDays: null };
    expect((await api('/keys', { method: 'POST', body: key })).status).toBe(409);
    const foreign = { 'sec-fetch-site': 'cross-site' };
    expect((await api('/taxonomy/retag', { method: 'POST', headers: foreign })).status).toBe(403);
  });

  it('the set-up link makes the first admin, once, and then everybody signs in', async () => {
    const [token, second] = [await test.core.services.setUps.newToken(), await test.core.services.setUps.newToken()];
    const body = { token, name: 'Ann', password: PASSWORD };
    expect((await api('/setup', { method: 'POST', body: { ...body, token: 'wrong' } })).status).toBe(403);
    expect((await api('/setup', { method: 'POST', body: { ...body, password: 'short' } })).status).toBe(422);
    const made = await api('/setup', { method: 'POST', body });
    expect([made.status, JSON.parse(made.body)]).toMatchObject([200, { name: 'Ann', role: 'admin' }]);
    const headers = { ...SAME_SITE, cookie: cookieOf(made) };
    expect((await api('/users', { headers })).status).toBe(200);
    expect((await api('/workspace')).status).toBe(401);
    for (const used of [token, second])
      expect((await api('/setup', { method: 'POST', body: { ...body, token: used, name: 'Eve' } })).status).toBe(403);
  });

  it('a link is dead after a day', async () => {
    const token = await test.core.services.setUps.newToken();
    clock += 24 * 3_600_000;
    const answer = await api('/setup', { method: 'POST', body: { token, name: 'Ann', password: PASSWORD } });
    expect(answer.status).toBe(403);
  });

  it('two who set up at once make one admin', async () => {
    const tokens = [await test.core.services.setUps.newToken(), await test.core.services.setUps.newToken()];
    const answers = await Promise.all(
      tokens.map((token, n) => api('/setup', { method: 'POST', body: { token, name: `A${n}`, password: PASSWORD } })),
    );
    expect(answers.map(({ status }) => status).sort()).not.toEqual([200, 200]);
    expect(await test.core.services.users.list()).toHaveLength(1);
  });
});

describe('with an admin', () => {
  let test: TestApp;
  let admin: Record<string, string>;
  beforeAll(async () => {
    test = await startTestApp('accounts', { now });
    await addUser(test, 'Ann', 'admin');
    admin = await signIn(test, 'Ann');
  });
  afterAll(() => test.close());
  const api = (path: string, method = 'GET', body?: unknown, headers = admin) =>
    send(`${test.url}/api/v1${path}`, { method, headers, body });
  const typeOf = ({ body }: { body: string }) => JSON.parse(body).type;

  it('users are added, changed and removed; the last admin stays', async () => {
    const added = await api('/users', 'POST', { name: 'Ben', role: 'analyst', password: PASSWORD });
    expect(added.status).toBe(201);
    const { id } = JSON.parse(added.body);
    expect(typeOf(await api('/users', 'POST', { name: ' bEN ', role: 'analyst', password: PASSWORD }))).toContain(
      'name-taken',
    );
    expect(JSON.parse((await api(`/users/${id}`, 'PATCH', { role: 'moderator' })).body)).toMatchObject({
      role: 'moderator',
    });
    const { items } = UserList.parse(JSON.parse((await api('/users')).body));
    expect(items.map(({ name }) => name)).toEqual(['Ann', 'Ben']);
    const ann = items[0]?.id;
    expect(typeOf(await api(`/users/${ann}`, 'DELETE'))).toContain('last-admin');
    expect(typeOf(await api(`/users/${ann}`, 'PATCH', { role: 'analyst' }))).toContain('last-admin');
    expect((await api(`/users/${id}`, 'DELETE')).status).toBe(204);
    expect((await api(`/users/${id}`, 'DELETE')).status).toBe(404);
  });

  it.each([
    ['a short password', { password: 'short' }, '/password'],
    ['a password of few characters', { password: 'abababababababab' }, '/password'],
    ['a name that could be taken for a key', { name: 'Shop (key)' }, '/name'],
    ['a name with a line break', { name: 'Ann\nBen' }, '/name'],
    ['a role that is none', { role: 'root' }, '/role'],
    ['more than is asked for', { id: 'U-1' }, '/id'],
  ])('a user with %s is refused', async (_, more, pointer) => {
    const answer = await api('/users', 'POST', { name: 'Cat', role: 'analyst', password: PASSWORD, ...more });
    expect([answer.status, JSON.parse(answer.body).errors[0].pointer]).toEqual([422, pointer]);
  });

  it('a name of the app itself is taken', async () => {
    const answer = await api('/users', 'POST', { name: 'Local User', role: 'analyst', password: PASSWORD });
    expect(typeOf(answer)).toContain('name-taken');
  });

  it('a key of 256 bits is shown once, opens what it is for, and nothing from its end on', async () => {
    const make = async (more: object = {}) =>
      CreatedKey.parse(
        JSON.parse(
          (await api('/keys', 'POST', { name: 'Shop', scopes: ['ingest'], expiresInDays: null, ...more })).body,
        ),
      );
    const [made, brief] = [await make(), await make({ expiresInDays: 1 })];
    expect(Buffer.from(made.key.replace('rvf_', ''), 'base64url')).toHaveLength(32);
    expect(made.key.startsWith(made.prefix)).toBe(true);
    const post = (key: string) =>
      api('/reviews', 'POST', { product: 'p', text: 'The picture is sharp.' }, { authorization: `Bearer ${key}` });
    expect((await post(made.key)).status).toBe(201);
    expect((await post(brief.key)).status).toBe(200);
    const list = await api('/keys');
    expect(list.body).not.toContain(made.key);
    const of = (id: string) => KeyList.parse(JSON.parse(list.body)).items.find((item) => item.id === id);
    expect(of(made.id)).toMatchObject({ createdBy: 'Ann', lastUsedAt: now().toISOString(), expiresAt: null });
    expect((await api(`/keys/${made.id}`, 'DELETE')).status).toBe(204);
    expect((await post(made.key)).status).toBe(401);
    clock += 24 * 3_600_000;
    expect((await post(brief.key)).status).toBe(401);
  });

  it('a key in an address is refused, also beside a session', async () => {
    admin = await signIn(test, 'Ann');
    const { key } = await test.core.services.keys.create({ name: 'q', scopes: ['read'], expiresInDays: null });
    expect((await api(`/reviews?api_key=${key}`)).status).toBe(401);
    expect((await api(`/reviews?api_key=${key}`, 'GET', undefined, {})).status).toBe(401);
    expect((await api(`/reviews?q=${key}`)).status).toBe(401);
  });

  it('who did what to accounts is noted', async () => {
    const rows = await test.core.accessLog.of('U-1');
    expect(rows.map(({ actor, what }) => `${actor} ${what}`)).toContain('Ann signed-in');
  });
});

describe('too much at once', () => {
  it('is refused for its caller, whatever addresses are claimed, and taken again after the time told', async () => {
    const test = await startTestApp('limits', { env: { RATE_LIMIT: '1' } });
    const get = (n: number) =>
      send(`${test.url}/api/v1/workspace`, { headers: { 'x-forwarded-for': `203.0.113.${n}` } });
    const answers = [];
    for (let n = 0; n < 12; n += 1) answers.push(await get(n));
    await test.close();
    expect(answers.map(({ status }) => status)).toEqual([...Array(10).fill(200), 429, 429]);
    const last = answers.at(-1);
    expect(last?.headers['retry-after']).toMatch(/^(?:[1-9]|10)$/);
    expect(answers[0]?.headers).toMatchObject({
      ratelimit: '"requests";r=9;t=10',
      'ratelimit-policy': '"requests";q=10;w=10',
    });
  });

  it('is counted by the address that a trusted proxy tells', async () => {
    const test = await startTestApp('proxied', { env: { RATE_LIMIT: '1', TRUST_PROXY: 'loopback' } });
    const get = (n: number) =>
      send(`${test.url}/api/v1/workspace`, { headers: { 'x-forwarded-for': `203.0.113.${n}` } });
    const statuses = await Promise.all(Array.from({ length: 12 }, async (_, n) => (await get(n)).status));
    await test.close();
    expect(new Set(statuses)).toEqual(new Set([200]));
  });
});
