import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { roleOfClaims } from '../../../server/access/open-id.ts';
import { startTestApp, type TestApp } from '../../support/app.ts';
import { startFakeIssuer } from './fake-issuer.ts';
import { addUser, cookieOf, send } from './people.ts';

let issuer: Awaited<ReturnType<typeof startFakeIssuer>>;
let test: TestApp;

beforeAll(async () => {
  issuer = await startFakeIssuer('reviews', 'a secret of the client');
  test = await startTestApp('open-id', {
    env: {
      OIDC_ISSUER: issuer.url,
      OIDC_CLIENT_ID: 'reviews',
      OIDC_CLIENT_SECRET: 'a secret of the client',
      OIDC_LABEL: 'The company',
      OIDC_ROLE_CLAIM: 'realm.groups',
      OIDC_ROLES: 'admin=heads,moderator=care|support,analyst=all',
    },
  });
});
afterAll(async () => {
  await test.close();
  await issuer.close();
});

/** What a browser does: to the provider, and back with the cookie. */
async function goThere(claims: object, { change = (url: string) => url, next = '/reviews?q=a' } = {}) {
  issuer.claims = { ...claims };
  const begun = await send(`${test.url}/api/v1/session/openid?${new URLSearchParams({ next })}`);
  if (begun.status !== 302) return begun;
  const cookie = String(begun.headers['set-cookie']).split(';')[0] ?? '';
  const there = await send(String(begun.headers['location']));
  return send(change(String(there.headers['location'])), { headers: { cookie } });
}

const sessionOf = async (headers: Record<string, string>) =>
  JSON.parse((await send(`${test.url}/api/v1/session`, { headers })).body);

describe('sign-in at a provider', () => {
  it('is needed from the start, and makes the first admin', async () => {
    expect((await send(`${test.url}/api/v1/workspace`)).status).toBe(401);
    expect(await sessionOf({})).toMatchObject({ state: 'signed-out', openId: 'The company' });
    const early = await goThere({ sub: '7', preferred_username: 'eve', realm: { groups: ['care'] } });
    expect(early.headers['location']).toContain('/sign-in?failed=');
    const back = await goThere({ sub: '1', preferred_username: 'ann', realm: { groups: ['all', 'heads'] } });
    expect([back.status, back.headers['location']]).toEqual([302, '/reviews?q=a']);
    const headers = { cookie: cookieOf(back) };
    expect(await sessionOf(headers)).toMatchObject({ name: 'ann', role: 'admin', hasPassword: false });
  });

  it('knows somebody by the subject, and takes over a new role', async () => {
    const first = await goThere({ sub: '2', preferred_username: 'ben', realm: { groups: ['support'] } });
    const before = { cookie: cookieOf(first) };
    expect(await sessionOf(before)).toMatchObject({ name: 'ben', role: 'moderator' });
    const second = await goThere({ sub: '2', preferred_username: 'benjamin', realm: { groups: ['all'] } });
    expect(await sessionOf({ cookie: cookieOf(second) })).toMatchObject({ name: 'ben', role: 'analyst' });
    expect(await sessionOf(before)).toMatchObject({ state: 'signed-out' });
  });

  it('does not let in who has no role, or the name of another', async () => {
    const none = await goThere({ sub: '3', preferred_username: 'cat', realm: { groups: ['others'] } });
    expect(decodeURIComponent(String(none.headers['location']))).toContain('no+role');
    expect(cookieOf(none)).toBe('');
    await addUser(test, 'dan', 'analyst');
    const taken = await goThere({ sub: '4', preferred_username: 'Dan', realm: { groups: ['heads'] } });
    expect(decodeURIComponent(String(taken.headers['location']))).toContain('taken');
    expect(cookieOf(taken)).toBe('');
  });

  it.each([
    ['another state', (url: string) => url.replace(/state=[^&]+/, 'state=other')],
    ['another code', (url: string) => url.replace(/code=[^&]+/, 'code=other')],
    ['an error', (url: string) => url.replace(/\?.*/, '?error=access_denied&state=x')],
  ])('refuses an answer with %s', async (_, change) => {
    const back = await goThere({ sub: '1', preferred_username: 'ann', realm: { groups: ['heads'] } }, { change });
    expect(back.headers['location']).toContain('/sign-in?failed=');
    expect(cookieOf(back)).toBe('');
  });

  it('refuses an answer to another browser', async () => {
    issuer.claims = { sub: '1', preferred_username: 'ann', realm: { groups: ['heads'] } };
    const begun = await send(`${test.url}/api/v1/session/openid`);
    const there = await send(String(begun.headers['location']));
    const back = await send(String(there.headers['location']));
    expect(back.headers['location']).toContain('/sign-in?failed=');
  });

  it.each(['https://evil.example', '//evil.example', '/\\evil.example', 'reviews'])(
    'does not lead on to %s',
    async (next) => {
      expect((await goThere({}, { next })).status).toBe(400);
    },
  );
});

describe('roleOfClaims', () => {
  const roles = { admin: ['a'], moderator: ['m'], analyst: ['x', 'y'] };
  it.each([
    ['a list', { roles: ['x', 'm'] }, 'roles', 'moderator'],
    ['a text', { roles: 'y' }, 'roles', 'analyst'],
    ['a path', { realm: { roles: ['a'] } }, 'realm.roles', 'admin'],
    ['a name with dots', { 'https://x.example/roles': ['a'] }, 'https://x.example/roles', 'admin'],
    ['another name', { other: ['a'] }, 'roles', undefined],
    ['a number', { roles: 1 }, 'roles', undefined],
    ['what every object has', {}, 'constructor.name', undefined],
  ])('reads %s', (_, claims, roleClaim, role) => {
    expect(roleOfClaims(claims, { roleClaim, roles })).toBe(role);
  });
});
