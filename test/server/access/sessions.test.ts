import { request } from 'node:http';
import mongoose from 'mongoose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SessionView } from '../../../server/contract/access.ts';
import { idNumber } from '../../../server/public-ids.ts';
import { startTestApp, type TestApp } from '../../support/app.ts';
import { addKey, addUser, cookieOf, PASSWORD, SAME_SITE, send, signIn } from './people.ts';

let test: TestApp;
// Not long ago: MongoDB drops rows by its own clock.
let clock = Date.now();
let count = 0;

beforeAll(async () => {
  test = await startTestApp('sessions', {
    now: () => new Date(clock),
    env: { SESSION_IDLE_MINUTES: '60', SESSION_HOURS: '10' },
  });
  await addUser(test, 'Root', 'admin');
});
afterAll(() => test.close());

/** Somebody new: tries to sign in are counted by name. */
const somebody = async (role: 'analyst' | 'moderator' | 'admin' = 'moderator') => {
  count += 1;
  const user = await addUser(test, `Person ${count}`, role);
  return { ...user, headers: await signIn(test, user.name) };
};
const api = (path: string, options?: Parameters<typeof send>[1]) => send(`${test.url}/api/v1${path}`, options);
const isIn = async (headers: Record<string, string>) => (await api('/workspace', { headers })).status === 200;

describe('a session', () => {
  it('has a cookie that scripts and other sites do not get, and says who one is', async () => {
    const { name } = await somebody('analyst');
    const answer = await api('/session', { method: 'POST', body: { name: name.toUpperCase(), password: PASSWORD } });
    expect(String(answer.headers['set-cookie'])).toMatch(/^reviewfinder=[^;]+; Path=\/; HttpOnly; SameSite=Strict$/);
    const view = SessionView.parse(JSON.parse(answer.body));
    expect(view).toEqual({
      ...{ state: 'signed-in', name, role: 'analyst', rights: ['own', 'read'], hasPassword: true, openId: null },
    });
    const headers = { cookie: cookieOf(answer) };
    expect(SessionView.parse(JSON.parse((await api('/session', { headers })).body))).toEqual(view);
    expect(JSON.parse((await api('/session')).body)).toMatchObject({ state: 'signed-out', name: null, rights: [] });
  });

  it('has a new id at each sign-in, and the one before ends', async () => {
    const { name, headers } = await somebody();
    const again = await api('/session', { method: 'POST', headers, body: { name, password: PASSWORD } });
    expect(cookieOf(again)).not.toBe(headers['cookie']);
    expect(await isIn(headers)).toBe(false);
    expect(await isIn({ cookie: cookieOf(again) })).toBe(true);
  });

  it('cannot be chosen by others', async () => {
    const { name } = await somebody();
    const fixed = { ...SAME_SITE, cookie: `reviewfinder=s%3A${'a'.repeat(43)}.${'b'.repeat(43)}` };
    const answer = await api('/session', { method: 'POST', headers: fixed, body: { name, password: PASSWORD } });
    expect(answer.status).toBe(200);
    expect(cookieOf(answer)).not.toContain('a'.repeat(43));
    expect(await isIn(fixed)).toBe(false);
  });

  const ENDS: [string, (user: Awaited<ReturnType<typeof somebody>>) => Promise<unknown>][] = [
    ['signed out', ({ headers }) => api('/session', { method: 'DELETE', headers })],
    ['given another role', ({ id }) => test.core.services.users.patch(idNumber(id), { role: 'analyst' })],
    ['given another password', ({ id }) => test.core.services.users.patch(idNumber(id), { password: `${PASSWORD}!` })],
    ['removed', ({ id }) => test.core.services.users.remove(idNumber(id))],
    ['idle for an hour', async () => (clock += 3_600_000)],
  ];
  it.each(ENDS)('is dead once its user is %s', async (_, end) => {
    const user = await somebody();
    expect(await isIn(user.headers)).toBe(true);
    await end(user);
    const { status, headers } = await api('/workspace', { headers: user.headers });
    expect([status, headers['www-authenticate']]).toEqual([401, 'Bearer realm="Reviewfinder"']);
  });

  it('opens nothing once its user has another role, though its row is still there', async () => {
    const { id, headers } = await somebody();
    const connection = await mongoose.createConnection(test.uri).asPromise();
    const sessions = connection.collection('sessions');
    const rows = await sessions.find({ 'user.id': idNumber(id) }).toArray();
    await test.core.services.users.patch(idNumber(id), { role: 'analyst' });
    await sessions.insertMany(rows);
    await connection.close();
    expect(rows).toHaveLength(1);
    expect(await isIn(headers)).toBe(false);
  });

  it('lives on while it is used, but ten hours at most', async () => {
    const { headers } = await somebody();
    for (let minutes = 0; minutes < 590; minutes += 50) {
      expect(await isIn(headers)).toBe(true);
      clock += 50 * 60_000;
    }
    expect(await isIn(headers)).toBe(false);
  });

  it('goes on under a new id where one changes the password, and others of the user end', async () => {
    const user = await somebody();
    const other = await signIn(test, user.name);
    const body = { current: PASSWORD, password: 'another few plain words' };
    const wrong = { ...body, current: 'not it at all, no' };
    expect((await api('/session/password', { method: 'POST', headers: user.headers, body: wrong })).status).toBe(422);
    const changed = await api('/session/password', { method: 'POST', headers: user.headers, body });
    expect(changed.status).toBe(200);
    expect(await isIn(user.headers)).toBe(false);
    expect(await isIn(other)).toBe(false);
    expect(await isIn({ cookie: cookieOf(changed) })).toBe(true);
    await signIn(test, user.name, body.password);
    await expect(signIn(test, user.name)).rejects.toThrow('401');
  });
});

describe('a change with a cookie', () => {
  const note = { day: '2026-05-01', title: 'A note', product: null };
  const origin = () => test.url;
  it.each([
    ['from the same origin', () => ({ 'sec-fetch-site': 'same-origin' }), 201],
    ['with its own origin only', () => ({ origin: origin() }), 201],
    ['from another site', () => ({ 'sec-fetch-site': 'cross-site', origin: origin() }), 403],
    ['from a site beside it', () => ({ 'sec-fetch-site': 'same-site' }), 403],
    ['from another origin', () => ({ origin: 'https://evil.example' }), 403],
    ['from no origin', () => ({ origin: 'null' }), 403],
    ['that does not tell where it is from', () => ({}), 403],
  ])('%s: %s', async (_, told, status) => {
    const { headers } = await somebody();
    const { cookie = '' } = headers;
    const answer = await api('/events', { method: 'POST', headers: { cookie, ...told() }, body: note });
    expect(answer.status).toBe(status);
  });

  it('is judged by its key alone where it has one', async () => {
    const [{ headers }, key] = [await somebody('admin'), await addKey(test, 'read')];
    const both = await api('/events', { method: 'POST', headers: { ...headers, ...key }, body: note });
    expect(both.status).toBe(403);
    const foreign = { ...(await addKey(test, 'moderate')), origin: 'https://evil.example' };
    expect((await api('/events', { method: 'POST', headers: foreign, body: note })).status).toBe(201);
  });

  it('stands under the name of who made it', async () => {
    const { headers, name } = await somebody();
    const posted = await api('/views', {
      method: 'POST',
      headers,
      body: { name: 'Mine', page: 'overview', query: '' },
    });
    expect(JSON.parse(posted.body)).toMatchObject({ owner: name });
    const other = await somebody();
    expect(JSON.parse((await api('/views', { headers: other.headers })).body).items).toEqual([]);
  });
});

describe('sign-in', () => {
  it('answers a name that is unknown like a password that is wrong', async () => {
    const { name } = await somebody();
    const answers = await Promise.all(
      [name, 'Nobody at all'].map((tried) =>
        api('/session', { method: 'POST', body: { name: tried, password: 'wrong wrong wrong' } }),
      ),
    );
    expect(answers.map(({ status }) => status)).toEqual([401, 401]);
    expect(new Set(answers.map(({ body }) => JSON.stringify({ ...JSON.parse(body), instance: '' }))).size).toBe(1);
  });

  it('is noted where it is refused, under the name that was typed, in one line', async () => {
    const [name, password] = ['No\nbody', 'wrong wrong wrong'];
    await api('/session', { method: 'POST', body: { name, password } });
    expect(await test.core.accessLog.of('No body')).toMatchObject([{ actor: 'No body', what: 'sign-in-refused' }]);
  });

  it('is slow for an account, whatever addresses are claimed', async () => {
    const { name } = await somebody();
    const statuses: number[] = [];
    let last: Awaited<ReturnType<typeof api>> | undefined;
    for (let n = 0; n < 7; n += 1) {
      last = await api('/session', {
        ...{ method: 'POST', headers: { 'x-forwarded-for': `203.0.113.${n}` } },
        body: { name, password: 'wrong wrong wrong' },
      });
      statuses.push(last.status);
    }
    expect(statuses.slice(0, 5)).toEqual([401, 401, 401, 401, 401]);
    expect(statuses.slice(5)).toEqual([429, 429]);
    expect(Number(last?.headers['retry-after'])).toBeGreaterThanOrEqual(1);
    expect(last?.headers['ratelimit']).toMatch(/^"sign-in[a-z-]*";r=0;t=[0-9]+$/);
  });

  it('is not taken from other sites', async () => {
    const headers = { 'sec-fetch-site': 'cross-site' };
    const answer = await api('/session', { method: 'POST', headers, body: { name: 'Root', password: PASSWORD } });
    expect(answer.status).toBe(403);
  });
});

describe('what is stored', () => {
  it('opens nothing: neither passwords nor ids of sessions nor keys', async () => {
    const { headers } = await somebody();
    const key = (await addKey(test, 'read'))['authorization']?.replace('Bearer ', '') ?? '';
    const id = decodeURIComponent(headers['cookie'] ?? '').replace(/^reviewfinder=s:([^.]+)\..*$/, '$1');
    const connection = await mongoose.createConnection(test.uri).asPromise();
    const rows = await Promise.all(
      ['users', 'sessions', 'api_keys'].map((name) => connection.collection(name).find().toArray()),
    );
    await connection.close();
    const text = JSON.stringify(rows);
    expect(id).toHaveLength(43);
    for (const secret of [PASSWORD, id, key]) expect(text).not.toContain(secret);
    expect(text).toContain('$argon2id$v=19$m=19456,t=2,p=1$');
  });
});

describe('a stream of events', () => {
  /** Opens the queue's events; answers when the first has come, with the end of the stream. */
  const listen = (headers: Record<string, string>) =>
    new Promise<{ ended: Promise<void> }>((resolve, reject) => {
      const asked = request(`${test.url}/api/v1/duplicates/events`, { headers }, (answer) => {
        const ended = new Promise<void>((end) => answer.once('close', end));
        answer.once('data', () => resolve({ ended }));
        answer.on('error', () => {});
      });
      asked.on('error', reject);
      asked.end();
    });

  it('ends with the session that opened it, and with no other', { timeout: 20_000 }, async () => {
    const [{ headers }, other] = [await somebody(), await somebody()];
    const [mine, others] = [await listen(headers), await listen(other.headers)];
    let isOtherOpen = true;
    void others.ended.then(() => {
      isOtherOpen = false;
    });
    await api('/session', { method: 'DELETE', headers });
    await mine.ended;
    expect(isOtherOpen).toBe(true);
    await test.core.services.users.patch(idNumber(other.id), { role: 'analyst' });
    await others.ended;
  });

  it('ends with its key', { timeout: 20_000 }, async () => {
    const { key, id } = await test.core.services.keys.create({ name: 'k', scopes: ['read'], expiresInDays: null });
    const { ended } = await listen({ authorization: `Bearer ${key}` });
    await test.core.services.keys.revoke(idNumber(id));
    await ended;
  });
});
