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
      publicUrl: 'http://127.0.0.1:3000',
      mail: undefined,
      session: { idleMs: 8 * 3_600_000, longestMs: 7 * 24 * 3_600_000 },
      openId: undefined,
      rateLimit: 500,
      trustProxy: false,
    });
  });

  it('reads who may come in', () => {
    const openId = { OIDC_ISSUER: 'https://login.example.com', OIDC_CLIENT_ID: 'id', OIDC_CLIENT_SECRET: 'secret' };
    const env = { ...openId, OIDC_ROLES: 'admin=heads, analyst=a|b', TRUST_PROXY: '10.0.0.0/8, loopback' };
    expect(loadConfig(env)).toMatchObject({
      trustProxy: ['10.0.0.0/8', 'loopback'],
      openId: {
        label: 'Single sign-on',
        roleClaim: 'roles',
        roles: { admin: ['heads'], moderator: [], analyst: ['a', 'b'] },
      },
    });
    expect(loadConfig({ TRUST_PROXY: '1', SESSION_IDLE_MINUTES: '15', RATE_LIMIT: '0' })).toMatchObject({
      ...{ trustProxy: 1, rateLimit: 0, session: { idleMs: 900_000 } },
    });
  });

  it('reads how mail is sent', () => {
    const env = { SMTP_URL: 'smtps://ann:secret@mail.example.com', MAIL_FROM: 'Reviews <reviews@example.com>' };
    expect(loadConfig({ ...env, PUBLIC_URL: 'https://reviews.example.com/' })).toMatchObject({
      mail: { smtpUrl: env.SMTP_URL, from: env.MAIL_FROM },
      publicUrl: 'https://reviews.example.com',
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
    [{ SMTP_URL: 'mail.example.com' }, 'SMTP_URL'],
    [{ SMTP_URL: 'smtp://mail.example.com' }, 'MAIL_FROM'],
    [{ MAIL_FROM: 'a@example.com\r\nBcc: b@example.com' }, 'MAIL_FROM'],
    [{ TRUST_PROXY: 'proxy.example.com' }, 'TRUST_PROXY'],
    [{ TRUST_PROXY: '10.0.0.0/99' }, 'TRUST_PROXY'],
    [{ RATE_LIMIT: 'none' }, 'RATE_LIMIT'],
    [{ SESSION_HOURS: '9999' }, 'SESSION_HOURS'],
    [{ OIDC_ISSUER: 'http://login.example.com' }, 'OIDC_ISSUER'],
    [{ OIDC_ISSUER: 'https://login.example.com' }, 'OIDC_CLIENT_SECRET'],
    [{ OIDC_ROLES: 'king=a' }, 'OIDC_ROLES'],
    [{ PUBLIC_URL: 'javascript:alert(1)' }, 'PUBLIC_URL'],
    [{ PUBLIC_URL: 'https://reviews.example.com/?a=b' }, 'PUBLIC_URL'],
  ])('%j is refused by name', (env, name) => {
    expect(() => loadConfig(env)).toThrow(name);
  });
});
