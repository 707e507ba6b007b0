import { resolve } from 'node:path';
import { z } from 'zod';
import { AppError } from './errors.ts';

/** Everything the environment decides; frozen. Paths are absolute. */
export interface Config {
  host: string;
  port: number;
  /** Set: use this MongoDB. Unset: find or obtain a mongod and run it on `dataDir`. */
  mongodbUri: string | undefined;
  mongodBinary: string | undefined;
  dataDir: string;
  logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent';
}

const blankAsUnset = (value: unknown) => (value === '' ? undefined : value);

const Environment = z.object({
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
});

/** The only reader of the environment. Throws one AppError that lists every bad variable. */
export function loadConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const parsed = Environment.safeParse(env);
  if (!parsed.success) {
    const faults = parsed.error.issues.map((issue) => `${String(issue.path[0])} ${issue.message}`);
    throw new AppError('bad-configuration', 400, `The environment is not usable: ${faults.join('; ')}.`);
  }
  const { HOST, PORT, MONGODB_URI, MONGOD_BINARY, REVIEWFINDER_DATA, LOG_LEVEL } = parsed.data;
  return Object.freeze({
    host: HOST,
    port: PORT,
    mongodbUri: MONGODB_URI,
    mongodBinary: MONGOD_BINARY,
    dataDir: resolve(REVIEWFINDER_DATA),
    logLevel: LOG_LEVEL,
  });
}
