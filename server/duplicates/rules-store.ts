import type { Connection } from 'mongoose';
import type { ExactSameAuthor } from '../contract/moderation.ts';
import { ensureCollection } from '../db/ensure-collection.ts';
import type { Session } from '../db/transaction.ts';

export interface StoredRules {
  exactSameAuthor: ExactSameAuthor;
  version: number;
  updatedAt: Date | null;
  updatedBy: string | null;
}

/** Nothing is decided by itself unless somebody has said so. */
const NONE: StoredRules = {
  exactSameAuthor: { enabled: false, keep: 'suggested', relation: ['same'], minAgeMinutes: 60 },
  version: 0,
  updatedAt: null,
  updatedBy: null,
};

export interface RulesStore {
  prepare(): Promise<void>;
  get(session?: Session): Promise<StoredRules>;
  put(rules: StoredRules, session: Session): Promise<void>;
}

export function createRulesStore(connection: Connection): RulesStore {
  const collection = connection.collection<StoredRules & { _id: 'rules' }>('moderation_rules');
  return {
    prepare: () => ensureCollection(connection, 'moderation_rules'),
    async get(session) {
      const row = await collection.findOne({ _id: 'rules' }, session ? { session } : {});
      if (!row) return NONE;
      const { _id, ...rules } = row;
      return rules;
    },
    async put(rules, session) {
      await collection.replaceOne({ _id: 'rules' }, rules, { session, upsert: true });
    },
  };
}
