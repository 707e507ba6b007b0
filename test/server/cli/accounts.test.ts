import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../../support/database.ts';
import { runCli, startServe } from '../../support/run-cli.ts';
import { cookieOf, send } from '../access/people.ts';

// Each command is a process of its own, with all of the server in it.
vi.setConfig({ testTimeout: 180_000 });

let database: TestDatabase;
let env: Record<string, string> = {};
beforeAll(async () => {
  database = await openTestDatabase('cli-accounts');
  env = { MONGODB_URI: database.uri };
});
afterAll(() => database.close());

const run = async (...args: string[]) => {
  const { code, stdout, stderr } = await runCli(args, { env, input: 'four plain words of mine\n' });
  return {
    code,
    stderr,
    lines: stdout
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line)),
  };
};

describe('an app without an admin', () => {
  it.each(['0.0.0.0', '::', '192.0.2.1'])('does not start on %s, and says what to do', async (HOST) => {
    const { code, stderr } = await runCli(['serve'], { env: { ...env, HOST, PORT: '0' } });
    expect(code).toBe(2);
    expect(stderr).toContain('users add NAME --role admin');
  });

  it('says on this machine that sign-in is off, and prints a link that makes the admin', async () => {
    const { child, url, told } = await startServe(env);
    try {
      await expect.poll(told).toContain('within 24 hours');
      expect(told()).toContain('Sign-in is off');
      const [, token] = /\/setup#([A-Za-z0-9_-]{43})/.exec(told()) ?? [];
      const body = { token, name: 'Ann', password: 'four plain words of mine' };
      const made = await send(`${url}/api/v1/setup`, { method: 'POST', body });
      expect(made.status).toBe(200);
      expect((await send(`${url}/api/v1/users`, { headers: { cookie: cookieOf(made) } })).status).toBe(200);
      expect((await send(`${url}/api/v1/users`)).status).toBe(401);
    } finally {
      child.kill('SIGTERM');
    }
  });
});

describe('the command line', () => {
  it('adds, changes and removes users', async () => {
    const { lines } = await run('users', 'add', 'Ben', '--role', 'analyst');
    expect(lines[0]).toMatchObject({ name: 'Ben', role: 'analyst', password: expect.stringMatching(/^.{24}$/) });
    expect((await run('users', 'add', 'Cat', '--role', 'moderator', '--password-stdin')).lines[0]).not.toHaveProperty(
      'password',
    );
    expect((await run('users', 'set-role', 'ben', 'moderator')).lines[0]).toMatchObject({ role: 'moderator' });
    expect((await run('users', 'set-password', 'Ben', '--password-stdin')).code).toBe(0);
    expect((await run('users', 'list')).lines.map(({ name }) => name)).toEqual(['Ann', 'Ben', 'Cat']);
    expect((await run('users', 'remove', 'Ben')).code).toBe(0);
    expect(await run('users', 'remove', 'Ann')).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('only admin'),
    });
    expect(await run('users', 'add', 'Dan', '--role', 'king')).toMatchObject({ code: 2 });
  });

  it('makes and revokes keys', async () => {
    const { lines } = await run('keys', 'add', 'Shop', '--scope', 'ingest', '--scope', 'read', '--days', '30');
    expect(lines[0]).toMatchObject({ name: 'Shop', scopes: ['ingest', 'read'], createdBy: 'Command line' });
    const [listed] = (await run('keys', 'list')).lines;
    expect(listed).toMatchObject({ id: lines[0].id, prefix: lines[0].key.slice(0, 10) });
    expect(listed).not.toHaveProperty('key');
    expect((await run('keys', 'revoke', lines[0].id)).code).toBe(0);
    expect((await run('keys', 'add', 'Shop')).code).toBe(2);
  });
});
