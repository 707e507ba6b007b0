import { resolve } from 'node:path';
import { z } from 'zod';
import { AppError } from './errors.ts';

/** Days; null: for ever. */
export interface Retention {
  /** Webhooks' deliveries, since the event. */
  deliveries: number | null;
  /** Mails that were sent, since they were written. */
  mails: number | null;
  /** Who has read personal data. */
  accessLog: number | null;
  /** What an import did not take, since it ended. */
  rejects: number | null;
  /** Idempotency keys and the answers they stand for. */
  idempotencyKeys: number;
}

/** Everything the environment decides; frozen. Paths are absolute. */
export interface Config {
  host: string;
  port: number;
  /** Set: use this MongoDB. Unset: find or obtain a mongod and run it on `dataDir`. */
  mongodbUri: string | undefined;
  mongodBinary: string | undefined;
  dataDir: string;
  logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent';
  /** Whether webhooks may go to addresses of this machine and its network. */
  webhookAllowPrivate: boolean;
  /** Folder whose files are imported; unset: none. */
  watchFolder: string | undefined;
  /** Whether e-mail addresses and phone, card and account numbers are masked wherever texts are shown. */
  maskPersonalData: boolean;
  /** Origins that files may be fetched from by a schedule. */
  pullAllow: readonly string[];
  /** Whether those may be of this machine and its network. */
  pullAllowPrivate: boolean;
  /** Where people reach the app, for links in mails: without a slash at the end. */
  publicUrl: string;
  /** How long what is no longer needed is kept. */
  retention: Retention;
  /** Mail server and sender; unset: no mail is sent. */
  mail: { smtpUrl: string; from: string } | undefined;
}

const blankAsUnset = (value: unknown) => (value === '' ? undefined : value);

const flag = z.preprocess(
  blankAsUnset,
  z
    .enum(['true', 'false'], 'must be true or false')
    .default('false')
    .transform((text) => text === 'true'),
);

const isOrigin = (text: string) => /^https?:/.test(text) && URL.canParse(text) && new URL(text).origin === text;

const days = (fallback: number, least = 0) =>
  z.preprocess(
    blankAsUnset,
    z
      .string()
      .regex(/^[0-9]{1,4}$/, 'must be a number of days')
      .transform(Number)
      .refine((count) => count >= least, `must be ${least} days at least`)
      .default(fallback),
  );

const origins = z
  .string()
  .default('')
  .transform((list) => list.split(',').flatMap((origin) => origin.trim().replace(/\/$/, '') || []))
  .refine((list) => list.every(isOrigin), 'must be a list of origins such as https://files.example.com');

const isUrl = (text: string) => /^https?:\/\//.test(text) && URL.canParse(text) && !/[?#\s]/.test(text);

/** `ann@shop.example` or `Reviews <ann@shop.example>`, in one line. */
const isSender = (text: string) => /^(?:[^<>@\p{Cc}]{1,100} )?<?[^\s<>@"]{1,64}@[^\s<>@"]{1,190}>?$/u.test(text);

const Variables = z.object({
  HOST: z.preprocess(blankAsUnset, z.string().min(1).default('127.0.0.1')),
  PORT: z.preprocess(
    blankAsUnset,
    z
      .string()
      .regex(/^[0-9]{1,5}$/, 'must be a whole number from 0 to 65535')
      .transform(Number)
      .refine((port) => port <= 65_535, 'must be a whole number from 0 to 65535')
      .default(3000),
  ),
  MONGODB_URI: z.preprocess(
    blankAsUnset,
    z
      .string()
      .regex(/^mongodb(\+srv)?:\/\/./, 'must begin with mongodb:// or mongodb+srv://')
      .optional(),
  ),
  MONGOD_BINARY: z.preprocess(blankAsUnset, z.string().optional()),
  REVIEWFINDER_DATA: z.preprocess(blankAsUnset, z.string().default('./data')),
  LOG_LEVEL: z.preprocess(blankAsUnset, z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info')),
  WEBHOOK_ALLOW_PRIVATE: flag,
  MASK_PERSONAL_DATA: z.preprocess(
    (value) => (value === '' || value === undefined ? 'true' : value),
    z.enum(['true', 'false'], 'must be true or false').transform((text) => text === 'true'),
  ),
  KEEP_DELIVERIES_DAYS: days(30),
  KEEP_MAILS_DAYS: days(366),
  KEEP_ACCESS_LOG_DAYS: days(0),
  KEEP_REJECTS_DAYS: days(365),
  KEEP_IDEMPOTENCY_DAYS: days(1, 1),
  WATCH_FOLDER: z.preprocess(blankAsUnset, z.string().optional()),
  PULL_ALLOW: origins,
  PULL_ALLOW_PRIVATE: flag,
  PUBLIC_URL: z.preprocess(
    blankAsUnset,
    z.string().refine(isUrl, 'must be a URL such as https://reviews.example.com').optional(),
  ),
  SMTP_URL: z.preprocess(
    blankAsUnset,
    z
      .string()
      .refine((text) => /^smtps?:\/\/./.test(text) && URL.canParse(text), 'must begin with smtp:// or smtps://')
      .optional(),
  ),
  MAIL_FROM: z.preprocess(
    blankAsUnset,
    z.string().refine(isSender, 'must be an address such as reviews@shop.example').optional(),
  ),
});

const Environment = Variables.refine((given) => given.SMTP_URL === undefined || given.MAIL_FROM !== undefined, {
  path: ['MAIL_FROM'],
  message: 'is needed with SMTP_URL',
});

/** The only reader of the environment. Throws one AppError that lists every bad variable. */
export function loadConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const parsed = Environment.safeParse(env);
  if (!parsed.success) {
    const faults = parsed.error.issues.map((issue) => `${String(issue.path[0])} ${issue.message}`);
    throw new AppError('bad-configuration', 400, `The environment is not usable: ${faults.join('; ')}.`);
  }
  const given = parsed.data;
  return Object.freeze({
    host: given.HOST,
    port: given.PORT,
    mongodbUri: given.MONGODB_URI,
    mongodBinary: given.MONGOD_BINARY,
    dataDir: resolve(given.REVIEWFINDER_DATA),
    logLevel: given.LOG_LEVEL,
    webhookAllowPrivate: given.WEBHOOK_ALLOW_PRIVATE,
    maskPersonalData: given.MASK_PERSONAL_DATA,
    watchFolder: given.WATCH_FOLDER === undefined ? undefined : resolve(given.WATCH_FOLDER),
    pullAllow: Object.freeze(given.PULL_ALLOW),
    pullAllowPrivate: given.PULL_ALLOW_PRIVATE,
    publicUrl: given.PUBLIC_URL?.replace(/\/$/, '') ?? `http://${given.HOST}:${given.PORT}`,
    retention: Object.freeze({
      deliveries: given.KEEP_DELIVERIES_DAYS || null,
      mails: given.KEEP_MAILS_DAYS || null,
      accessLog: given.KEEP_ACCESS_LOG_DAYS || null,
      rejects: given.KEEP_REJECTS_DAYS || null,
      idempotencyKeys: given.KEEP_IDEMPOTENCY_DAYS,
    }),
    mail:
      given.SMTP_URL === undefined
        ? undefined
        : Object.freeze({ smtpUrl: given.SMTP_URL, from: given.MAIL_FROM as string }),
  });
}
