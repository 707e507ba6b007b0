import type { Connection } from 'mongoose';
import type { PutDigest } from '../contract/digest.ts';
import { ensureCollection } from '../db/ensure-collection.ts';
import type { Session } from '../db/transaction.ts';

export interface StoredDigest extends Omit<PutDigest, 'products' | 'webhook'> {
  _id: 'digest';
  products: string[];
  webhook: string | null;
  /** Local day of the last slot that is done with. */
  slot: string | null;
  lastRun: { at: Date; about: string } | null;
  updatedAt: Date;
}

export interface DigestStore {
  prepare(): Promise<void>;
  get(): Promise<StoredDigest | null>;
  put(settings: Omit<StoredDigest, '_id' | 'lastRun'>): Promise<void>;
  /** Is done with a slot, as far as the settings still are those: false where another server has been faster. */
  claimSlot(
    settings: StoredDigest,
    done: { slot: string; lastRun: StoredDigest['lastRun'] },
    session: Session,
  ): Promise<boolean>;
}

export function createDigestStore(connection: Connection): DigestStore {
  const settings = connection.collection<StoredDigest>('settings');
  return {
    prepare: () => ensureCollection(connection, 'settings'),
    get: () => settings.findOne({ _id: 'digest' }),
    async put(change) {
      await settings.updateOne({ _id: 'digest' }, { $set: change, $setOnInsert: { lastRun: null } }, { upsert: true });
    },
    async claimSlot({ slot, updatedAt }, done, session) {
      const taken = await settings.updateOne({ _id: 'digest', slot, updatedAt }, { $set: done }, { session });
      return taken.modifiedCount === 1;
    },
  };
}
