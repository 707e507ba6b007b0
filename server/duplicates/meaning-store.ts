import type { Connection } from 'mongoose';
import { ensureCollection } from '../db/ensure-collection.ts';

/** What a review tells, apart from the review: looking for paraphrases reads very many of these, and nothing else. */
export interface StoredMeaning {
  _id: number;
  product: string;
  topics: number[];
  vector: Int8Array;
  /** Version of the review that it was read from. */
  version: number;
  /** What it was read with (`readMark`). */
  mark: string;
}

export type MeaningRow = Pick<StoredMeaning, '_id' | 'topics' | 'vector'>;

interface Stored extends Omit<StoredMeaning, 'vector'> {
  vector: Buffer;
}

export interface MeaningsAsked {
  mark: string;
  topics?: readonly number[];
  limit: number;
}

export type MeaningStore = ReturnType<typeof createMeaningStore>;

const DUPLICATE_KEY = 11_000;

export function createMeaningStore(connection: Connection) {
  const meanings = connection.collection<Stored>('meanings');
  const options = { projection: { topics: 1, vector: 1 }, sort: { _id: -1 }, promoteBuffers: true } as const;
  const toRow = ({ _id, topics, vector }: Stored): MeaningRow => ({
    _id,
    topics,
    vector: new Int8Array(vector.buffer, vector.byteOffset, vector.byteLength),
  });

  return {
    async prepare(): Promise<void> {
      await ensureCollection(connection, 'meanings');
      await meanings.createIndex({ product: 1, _id: -1 });
      await meanings.createIndex({ product: 1, topics: 1, _id: -1 });
    },

    /** Stores meanings in place of older ones; acknowledged when a majority has them. */
    async put(all: readonly StoredMeaning[]): Promise<void> {
      if (all.length === 0) return;
      const replaceOnes = all.map(({ _id, vector, version, ...fields }) => ({
        replaceOne: {
          // That of a later version stays: the upsert meets its id then.
          filter: { _id, version: { $lte: version } },
          replacement: { ...fields, version, vector: Buffer.from(vector.buffer, vector.byteOffset, vector.byteLength) },
          upsert: true,
        },
      }));
      try {
        await meanings.bulkWrite(replaceOnes, { ordered: false });
      } catch (error) {
        if ((error as { code?: unknown }).code !== DUPLICATE_KEY) throw error;
      }
    },

    async drop(ids: readonly number[]): Promise<void> {
      if (ids.length > 0) await meanings.deleteMany({ _id: { $in: [...ids] } });
    },

    /** Those of a product and a mark, newest first, at most `limit`; with `topics`, only those stored under one of them. */
    async ofProduct(product: string, { mark, topics, limit }: MeaningsAsked) {
      const filter = topics ? { product, topics: { $in: [...topics] }, mark } : { product, mark };
      const rows: MeaningRow[] = [];
      for await (const row of meanings.find(filter, { ...options, batchSize: 2000 }).limit(limit)) {
        rows.push(toRow(row as Stored));
      }
      return rows;
    },
  };
}
