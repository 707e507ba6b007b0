import type { Connection } from 'mongoose';
import { ensureCollection } from '../db/ensure-collection.ts';

export interface SetUpStore {
  prepare(): Promise<void>;
  add(tokenHash: string, expiresAt: Date): Promise<void>;
  /** True for one taker of a token that has not expired. */
  take(tokenHash: string, now: Date): Promise<boolean>;
  /** True for the first who asks; `free` lets another try. */
  claim(): Promise<boolean>;
  free(): Promise<void>;
  /** No token opens anything any more. */
  clear(): Promise<void>;
}

const DUPLICATE_KEY = 11_000;

/** Tokens of set-up links, by their hash. */
export function createSetUpStore(connection: Connection): SetUpStore {
  const tokens = connection.collection<{ _id: string; expiresAt: Date }>('set_up_tokens');
  const settings = connection.collection<{ _id: string }>('access_settings');
  return {
    async prepare() {
      await ensureCollection(connection, 'set_up_tokens');
      await tokens.createIndex({ expiresAt: 1 }, { expireAfterSeconds: 0 });
    },
    async add(tokenHash, expiresAt) {
      await tokens.insertOne({ _id: tokenHash, expiresAt });
    },
    take: async (tokenHash, now) =>
      (await tokens.findOneAndDelete({ _id: tokenHash, expiresAt: { $gt: now } })) !== null,
    async claim() {
      try {
        await settings.insertOne({ _id: 'first-admin' });
        return true;
      } catch (error) {
        if ((error as { code?: unknown }).code === DUPLICATE_KEY) return false;
        throw error;
      }
    },
    async free() {
      await settings.deleteOne({ _id: 'first-admin' });
    },
    async clear() {
      await tokens.deleteMany({});
    },
  };
}
