import type { Connection } from 'mongoose';
import { ensureCollection } from '../db/ensure-collection.ts';

export interface StoredShare {
  _id: number;
  /** SHA-256 of the token, as hex. */
  tokenHash: string;
  owner: string;
  title: string | null;
  page: string;
  query: string;
  createdAt: Date;
  expiresAt: Date;
  lastUsedAt: Date | null;
}

export interface ShareStore {
  prepare(): Promise<void>;
  add(share: StoredShare): Promise<void>;
  /** The newest first. */
  list(): Promise<StoredShare[]>;
  byTokenHash(tokenHash: string): Promise<StoredShare | null>;
  /** Notes a use, where none was noted since `before`. */
  noteUse(id: number, at: Date, before: Date): Promise<void>;
  remove(id: number): Promise<boolean>;
}

export function createShareStore(connection: Connection): ShareStore {
  const shares = connection.collection<StoredShare>('shares');
  return {
    async prepare() {
      await ensureCollection(connection, 'shares');
      await shares.createIndex({ tokenHash: 1 }, { unique: true });
    },
    async add(share) {
      await shares.insertOne(share);
    },
    list: () => shares.find().sort({ _id: -1 }).toArray(),
    byTokenHash: (tokenHash) => shares.findOne({ tokenHash }),
    async noteUse(id, at, before) {
      await shares.updateOne(
        { _id: id, $or: [{ lastUsedAt: null }, { lastUsedAt: { $lt: before } }] },
        { $set: { lastUsedAt: at } },
      );
    },
    async remove(id) {
      return (await shares.deleteOne({ _id: id })).deletedCount === 1;
    },
  };
}
