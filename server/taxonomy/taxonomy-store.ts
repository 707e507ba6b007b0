import type { Connection } from 'mongoose';
import { ensureCollection } from '../db/ensure-collection.ts';

export interface StoredFeature {
  id: string;
  label: string;
  words: string[];
}

/** The edited taxonomy. Without one the default holds, as version 1. */
export interface StoredTaxonomy {
  _id: 'current';
  version: number;
  features: StoredFeature[];
  updatedAt: Date;
}

export type TaxonomyStore = ReturnType<typeof createTaxonomyStore>;

export function createTaxonomyStore(connection: Connection) {
  const rows = connection.collection<StoredTaxonomy>('taxonomy');
  return {
    async prepare(): Promise<void> {
      await ensureCollection(connection, 'taxonomy');
    },
    async current(): Promise<StoredTaxonomy | null> {
      return rows.findOne({ _id: 'current' });
    },
    /** Replaces the version that was seen; false when another one is stored. */
    async replace(next: StoredTaxonomy, seen: number): Promise<boolean> {
      const { _id, ...fields } = next;
      try {
        const { matchedCount, upsertedCount } = await rows.updateOne(
          { _id, version: seen },
          { $set: fields },
          { upsert: seen === 1 },
        );
        return matchedCount + upsertedCount === 1;
      } catch (error) {
        // The first edit was made meanwhile: the upsert meets its _id.
        if ((error as { code?: number }).code === 11_000) return false;
        throw error;
      }
    },
  };
}
