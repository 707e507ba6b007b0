import { describe, expect, it } from 'vitest';
import { loadConfig } from '../../server/config.ts';

describe('loadConfig', () => {
  it('has a default for everything', () => {
    expect(loadConfig({})).toMatchObject({
      host: '127.0.0.1',
      port: 3000,
      mongodbUri: undefined,
      dataDir: `${process.cwd()}/data`,
      webhookAllowPrivate: false,
      watchFolder: undefined,
      pullAllow: [],
      pullAllowPrivate: false,
    });
  });

  it('reads what may be fetched, and from where', () => {
    const env = { PULL_ALLOW: 'https://a.example.com, http://b.example.com:8080/', PULL_ALLOW_PRIVATE: 'true' };
    expect(loadConfig({ ...env, WATCH_FOLDER: 'inbox' })).toMatchObject({
      pullAllow: ['https://a.example.com', 'http://b.example.com:8080'],
      pullAllowPrivate: true,
      watchFolder: `${process.cwd()}/inbox`,
    });
  });

  it('takes a blank variable as unset', () => {
    expect(loadConfig({ PORT: '', MONGODB_URI: '' })).toMatchObject({ port: 3000, mongodbUri: undefined });
  });

  it.each([
    [{ PORT: '70000' }, 'PORT'],
    [{ PORT: '-1' }, 'PORT'],
    [{ PORT: '3e3' }, 'PORT'],
    [{ MONGODB_URI: 'localhost' }, 'MONGODB_URI'],
    [{ LOG_LEVEL: 'loud' }, 'LOG_LEVEL'],
    [{ WEBHOOK_ALLOW_PRIVATE: 'yes' }, 'WEBHOOK_ALLOW_PRIVATE'],
    [{ PULL_ALLOW: 'files.example.com' }, 'PULL_ALLOW'],
    [{ PULL_ALLOW: 'https://files.example.com/exports' }, 'PULL_ALLOW'],
    [{ PULL_ALLOW: 'file:///tmp' }, 'PULL_ALLOW'],
  ])('%j is refused by name', (env, name) => {
    expect(() => loadConfig(env)).toThrow(name);
  });
});
