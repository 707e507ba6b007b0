import type { Connection } from 'mongoose';
import type { Scope } from '../contract/access.ts';
import { ensureCollection } from '../db/ensure-collection.ts';

export interface StoredKey {
  _id: number;
  /** SHA-256 of the key, as hex. */
  keyHash: string;
  name: string;
  scopes: Scope[];
  prefix: string;
  createdBy: string;
  createdAt: Date;
  expiresAt: Date | null;
  lastUsedAt: Date | null;
}

export interface KeyStore {
  prepare(): Promise<void>;
  add(key: StoredKey): Promise<void>;
  /** The newest first. */
  list(): Promise<StoredKey[]>;
  byHash(keyHash: string): Promise<StoredKey | null>;
  noteUse(id: number, at: Date): Promise<void>;
  remove(id: number): Promise<boolean>;
}

/** API keys. A key that is revoked is deleted, so the next request with it finds none. */
export function createKeyStore(connection: Connection): KeyStore {
  const keys = connection.collection<StoredKey>('api_keys');
  return {
    async prepare() {
      await ensureCollection(connection, 'api_keys');
      await keys.createIndex({ keyHash: 1 }, { unique: true });
    },
    async add(key) {
      await keys.insertOne(key);
    },
    list: () => keys.find().sort({ _id: -1 }).toArray(),
    byHash: (keyHash) => keys.findOne({ keyHash }),
    async noteUse(id, at) {
      await keys.updateOne({ _id: id }, { $set: { lastUsedAt: at } });
    },
    remove: async (id) => (await keys.deleteOne({ _id: id })).deletedCount === 1,
  };
}
