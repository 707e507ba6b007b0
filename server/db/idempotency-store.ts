import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import mongoose, { type Connection } from 'mongoose';
import type { KeyStore, SentAnswer } from '../http/idempotency.ts';
import { ensureCollection } from './ensure-collection.ts';

const { Binary } = mongoose.mongo;

interface KeyRow {
  _id: string;
  state: 'in-flight' | 'done';
  token: string;
  /** Until when a request at work holds the key. */
  until: Date;
  expiresAt: Date;
  hash?: string;
  status?: number;
  headers?: [name: string, value: string][];
  body?: mongoose.mongo.Binary;
  isPacked?: boolean;
}

const DAY_MS = 24 * 3_600_000;
/** An answer to 1000 reviews takes some hundred kilobytes, a tenth of that packed. */
const PACK_FROM_BYTES = 16 * 1024;
/** A document of MongoDB has at most 16 MB. */
const MOST_BYTES = 15 * 1024 * 1024;
const DUPLICATE_KEY = 11_000;

const [pack, unpack] = [promisify(gzip), promisify(gunzip)];

/** Idempotency keys and the answers they stand for; MongoDB drops them after `days`. */
export function createIdempotencyStore(connection: Connection, days = 1): KeyStore & { prepare(): Promise<void> } {
  const keys = connection.collection<KeyRow>('idempotency_keys');

  const take = async (row: KeyRow, now: Date): Promise<boolean> => {
    try {
      await keys.insertOne(row);
      return true;
    } catch (error) {
      if ((error as { code?: unknown }).code !== DUPLICATE_KEY) throw error;
    }
    const isFree = { $or: [{ expiresAt: { $lte: now } }, { state: 'in-flight' as const, until: { $lte: now } }] };
    const { _id, ...rest } = row;
    return (await keys.findOneAndReplace({ _id, ...isFree }, rest)) !== null;
  };

  const toAnswer = async ({ status, headers, body, isPacked }: KeyRow): Promise<SentAnswer> => {
    const bytes = Buffer.from(body?.buffer ?? []);
    return {
      status: status ?? 200,
      headers: Object.fromEntries(headers ?? []),
      body: isPacked ? await unpack(bytes) : bytes,
    };
  };

  return {
    async prepare() {
      await ensureCollection(connection, 'idempotency_keys');
      await keys.createIndex({ expiresAt: 1 }, { expireAfterSeconds: 0 });
    },

    async begin(id, { token, now, until }) {
      const expiresAt = new Date(now.getTime() + days * DAY_MS);
      if (await take({ _id: id, state: 'in-flight', token, until, expiresAt }, now)) return { state: 'begun' };
      const row = await keys.findOne({ _id: id });
      // Without a row the other request has just been released: its caller is told to come again, and so is this one.
      if (row?.state !== 'done') return { state: 'in-flight' };
      return { state: 'done', hash: row.hash ?? '', answer: await toAnswer(row) };
    },

    async renew(id, token, until) {
      await keys.updateOne({ _id: id, token, state: 'in-flight' }, { $set: { until } });
    },

    async keep(id, token, { hash, answer }) {
      const isPacked = answer.body.byteLength >= PACK_FROM_BYTES;
      const body = isPacked ? await pack(answer.body) : Buffer.from(answer.body);
      if (body.byteLength > MOST_BYTES) {
        await keys.deleteOne({ _id: id, token });
        return;
      }
      const done = { hash, status: answer.status, headers: Object.entries(answer.headers) };
      await keys.updateOne(
        { _id: id, token },
        { $set: { ...done, state: 'done', body: new Binary(body), isPacked }, $unset: { until: 1 } },
      );
    },

    async release(id, token) {
      await keys.deleteOne({ _id: id, token, state: 'in-flight' });
    },
  };
}
