import type { Collection } from 'mongoose';

type Key = string | number;

/** Rows that one read brings up for each of its keys, and at least: where there are more, it is gone on with. */
const ROWS_A_KEY = 4;
const LEAST_ROWS = 200;

/**
 * The oldest holders of each key, at most `limit`, read from the index `{ field: 1, _id: 1 }` alone, in its order. A
 * key that very many hold is broken off and left behind, so that it takes no more than one read. Where `field` is a
 * list, a document comes up for one of the keys that it holds only.
 * @param keys in the order of the index, each once
 */
export async function readHolders<K extends Key>(
  collection: Collection,
  field: 'exact' | 'bands',
  { keys, limit }: { keys: readonly K[]; limit: number },
): Promise<Map<K, number[]>> {
  const found = new Map<K, number[]>();
  let rest = keys;
  while (rest.length > 0) {
    const most = Math.max(LEAST_ROWS, limit + 1, rest.length * ROWS_A_KEY);
    const rows = await readKeys<K>(collection, { [field]: { $in: rest } }, { [field]: 1, _id: 1 }, most);
    for (const row of rows) {
      const [key, id] = [row[field] as K, row['_id'] as number];
      const holders = found.get(key);
      if (holders === undefined) found.set(key, [id]);
      else if (holders.length < limit) holders.push(id);
    }
    if (rows.length < most) break;
    const last = rows.at(-1)?.[field] as K;
    const isRead = (found.get(last)?.length ?? 0) >= limit;
    if (!isRead) found.delete(last);
    rest = rest.filter((key) => key > last || (key === last && !isRead));
  }
  return found;
}

/**
 * Index entries in one answer, as a command: a cursor makes several objects of each row, and there are thousands of
 * rows of a few bytes.
 */
async function readKeys<K extends Key>(
  collection: Collection,
  filter: object,
  index: object,
  limit: number,
): Promise<Record<string, K | number>[]> {
  const answer = await collection.conn.db?.command({
    ...{ find: collection.collectionName, filter, hint: index, returnKey: true },
    ...{ limit, batchSize: limit, singleBatch: true },
  });
  return answer?.['cursor'].firstBatch ?? [];
}
