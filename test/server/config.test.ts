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

  it('reads how long things are kept, 0 for ever', () => {
    const usual = { deliveries: 30, mails: 366, accessLog: null, rejects: 365, idempotencyKeys: 1 };
    expect(loadConfig({}).retention).toEqual(usual);
    const { retention } = loadConfig({ KEEP_DELIVERIES_DAYS: '7', KEEP_REJECTS_DAYS: '0', KEEP_ACCESS_LOG_DAYS: '90' });
    expect(retention).toEqual({ ...usual, deliveries: 7, rejects: null, accessLog: 90 });
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
    [{ KEEP_MAILS_DAYS: '-3' }, 'KEEP_MAILS_DAYS'],
    [{ KEEP_IDEMPOTENCY_DAYS: '0' }, 'KEEP_IDEMPOTENCY_DAYS'],
    [{ WEBHOOK_ALLOW_PRIVATE: 'yes' }, 'WEBHOOK_ALLOW_PRIVATE'],
    [{ PULL_ALLOW: 'files.example.com' }, 'PULL_ALLOW'],
    [{ PULL_ALLOW: 'https://files.example.com/exports' }, 'PULL_ALLOW'],
    [{ PULL_ALLOW: 'file:///tmp' }, 'PULL_ALLOW'],
    [{ SMTP_URL: 'mail.example.com' }, 'SMTP_URL'],
    [{ SMTP_URL: 'smtp://mail.example.com' }, 'MAIL_FROM'],
    [{ MAIL_FROM: 'a@example.com\r\nBcc: b@example.com' }, 'MAIL_FROM'],
    [{ PUBLIC_URL: 'javascript:alert(1)' }, 'PUBLIC_URL'],
    [{ PUBLIC_URL: 'https://reviews.example.com/?a=b' }, 'PUBLIC_URL'],
  ])('%j is refused by name', (env, name) => {
    expect(() => loadConfig(env)).toThrow(name);
  });
});
