import { randomUUID } from 'node:crypto';
import type { MeaningTable } from '../analysis/content-pool.ts';
import type { MeaningRow, MeaningStore } from './meaning-store.ts';

/** Meanings of one product, those that are the same in one row: a text that is posted often is one neighbour. */
export interface ProductMeanings {
  table: MeaningTable;
  /** By row: the oldest reviews that have this meaning, a few. */
  ids: number[][];
  /** The row of a meaning; −1 for none. */
  rowOf: (vector: Int8Array) => number;
  /** Whether there are so few that each review is held against all, whatever their topics. */
  isFew: boolean;
}

export interface AskedTopics {
  asks: readonly number[];
}

/** A product with no more meanings is read as a whole for a batch, and for some reviews. */
const WHOLE_FOR_BATCH = 20_000;
const WHOLE_FOR_SOME = 2000;
const SOME = 20;
/** Meanings that a review is held against, all of them; of more, those of like topics. */
const FEW = 5000;
/** Of a larger product, newest first, what each review is worth reading, and all of a batch. */
const MOST_FOR_EACH = 5000;
const MOST_FOR_ALL = 100_000;
/** Reviews of one meaning that are remembered. */
const MOST_IDS = 4;

const keyOf = (vector: Int8Array): string =>
  Buffer.from(vector.buffer, vector.byteOffset, vector.byteLength).toString('latin1');

/** Meanings of stored reviews that the asked ones of a product are to be held against. */
export async function readProductMeanings(
  store: Pick<MeaningStore, 'ofProduct'>,
  { product, mark, asked }: { product: string; mark: string; asked: readonly AskedTopics[] },
): Promise<ProductMeanings> {
  const most = asked.length <= SOME ? WHOLE_FOR_SOME : WHOLE_FOR_BATCH;
  const all = await store.ofProduct(product, { mark, limit: most + 1 });
  if (all.length <= most) return { ...toTable(all), isFew: all.length <= FEW };
  const topics = [...new Set(asked.flatMap(({ asks }) => asks))];
  const limit = Math.min(MOST_FOR_ALL, MOST_FOR_EACH * asked.length);
  return { ...toTable(await store.ofProduct(product, { mark, topics, limit })), isFew: false };
}

/** @param rows newest first, read with one mark: their vectors are of one length */
function toTable(rows: readonly MeaningRow[]): Omit<ProductMeanings, 'isFew'> {
  const rowByKey = new Map<string, number>();
  const ids: number[][] = [];
  const kept: MeaningRow[] = [];
  for (const row of rows) {
    const key = keyOf(row.vector);
    const known = rowByKey.get(key);
    if (known === undefined) {
      rowByKey.set(key, kept.length);
      kept.push(row);
      ids.push([row._id]);
    } else ids[known] = [row._id, ...(ids[known] as number[])].slice(0, MOST_IDS);
  }
  const [numbers, topicsOfEach] = [kept[0]?.vector.length ?? 0, kept[0]?.topics.length ?? 0];
  const vectors = new Int8Array(new SharedArrayBuffer(kept.length * numbers));
  const topics = new Uint16Array(new SharedArrayBuffer(kept.length * topicsOfEach * Uint16Array.BYTES_PER_ELEMENT));
  for (const [row, meaning] of kept.entries()) {
    vectors.set(meaning.vector, row * numbers);
    topics.set(meaning.topics, row * topicsOfEach);
  }
  const table = { id: randomUUID(), rows: kept.length, vectors, topics };
  return { table, ids, rowOf: (vector) => rowByKey.get(keyOf(vector)) ?? -1 };
}
