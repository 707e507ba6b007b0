import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Connection } from 'mongoose';
import { createRollupStore } from '../../server/analytics/rollup-store.ts';
import { connect } from '../../server/db/connect.ts';
import { createIdsStore } from '../../server/db/ids-store.ts';
import { openEmbedded } from '../../server/db/mongod/embedded.ts';
import { createReviewStore } from '../../server/reviews/review-store.ts';
import { runServer } from './run-server.ts';
import { createLoader, readMark, reviewInput, storedReview } from './stored-reviews.ts';
import { createSyntheticReviews } from './synthetic-reviews.ts';

const SIZES = [10_000, 100_000, 1_000_000];
const BATCH = 500;
/** Requests in flight at a time: while one batch is tagged, another is written. */
const AT_ONCE = 4;
/** So many until the compiler has seen what there is to see: a server that runs for days is what is measured. */
const WARM_UP = 12_000;
const ROUND = 6000;
const ROUNDS = 3;
/** Ids of reviews that are loaded are below it. */
const LOADED_IDS = 10_000_000;
const BARE_IDS = 1_000_000_000;
/** Numbers of the reviews that are posted: none of them is stored. */
const NEW_FROM = 100_000_000;

/** One in so many of the reviews that are posted is an edited copy of one that is stored. */
const COPY_EACH = 8;

const { review, original, copyAmong } = createSyntheticReviews();
const median = (values: readonly number[]) => [...values].sort((x, y) => x - y)[values.length >> 1] as number;
const whole = (value: number) => Math.round(value).toLocaleString('en');

/** Runs `take` on all batches of `items`, `size` each, `atOnce` at a time; answers items a second. */
export async function rateOf<Item>(
  items: readonly Item[],
  atOnce: number,
  take: (batch: Item[]) => Promise<unknown>,
  size = BATCH,
) {
  let next = 0;
  const begin = performance.now();
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      while (next < items.length) {
        const from = next;
        next += size;
        await take(items.slice(from, from + size));
      }
    }),
  );
  return (items.length / (performance.now() - begin)) * 1000;
}

/** Reviews as they are posted, among `stored` ones of which some are copied. */
export const newReviews = (from: number, count: number, stored: number) =>
  Array.from({ length: count }, (_, k) => {
    const n = NEW_FROM + from + k;
    return reviewInput(n, k % COPY_EACH === 0 ? copyAmong(n, stored) : original(n));
  });

/** As a caller should: what is refused for want of room is sent again when the answer says so. */
export async function post(url: string, batch: readonly object[], key?: string): Promise<void> {
  const answer = await fetch(`${url}/api/v1/reviews`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(key === undefined ? {} : { authorization: `Bearer ${key}` }) },
    body: JSON.stringify({ reviews: batch }),
  });
  if (answer.status === 503) {
    await sleep(1000 * Number(answer.headers.get('retry-after')));
    return post(url, batch, key);
  }
  const { created } = (await answer.json()) as { created?: number };
  if (created !== batch.length) throw new Error(`${answer.status}: ${created} of ${batch.length} were created`);
}

/** Reviews a second through the whole intake, in rounds after a warm-up. */
async function intakeRates(uri: string, dataDir: string, size: number): Promise<number[]> {
  const server = await runServer({ MONGODB_URI: uri, REVIEWFINDER_DATA: dataDir });
  try {
    await rateOf(newReviews(size, WARM_UP, size), AT_ONCE, (batch) => post(server.url, batch));
    const rates: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const reviews = newReviews(size + WARM_UP + round * ROUND, ROUND, size);
      rates.push(await rateOf(reviews, AT_ONCE, (batch) => post(server.url, batch)));
    }
    return rates;
  } finally {
    await server.stop();
  }
}

/** Documents like those that the rounds have stored, inserted beside them and taken out again. */
async function bareRates(connection: Connection, from: number, atOnce: number): Promise<number[]> {
  const documents = newReviews(from, ROUND * ROUNDS, from).map(
    ({ text, author }, k) => storedReview(BARE_IDS + k, { text, author }).review,
  );
  const collection = connection.collection('reviews');
  const rates: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const some = documents.slice(round * ROUND, (round + 1) * ROUND);
    rates.push(
      await rateOf(some, atOnce, (batch) =>
        collection.insertMany(batch as never, { ordered: false, writeConcern: { w: 'majority', journal: true } }),
      ),
    );
  }
  await collection.deleteMany({ _id: { $in: documents.map(({ _id }) => _id) } } as never);
  return rates;
}

/**
 * Reviews a second through the whole intake of the built app (HTTP batches, validated, tagged, looked up and linked,
 * durable, roll-ups), at 10,000, 100,000 and 1,000,000 stored reviews as far as `most` goes; beside it a bare
 * insertMany of as many documents of the same kind into the same collection, with its indexes and the same durability.
 */
export async function benchIngest(print: (line: string) => void, most = SIZES[0] as number): Promise<void> {
  const dataDir = await mkdtemp(join(tmpdir(), 'reviewfinder-bench-'));
  const mongod = await openEmbedded({ dataDir, mongodBinary: process.env['MONGOD_BINARY'], log: () => undefined });
  const connection = await connect(mongod.uri);
  try {
    const reviews = createReviewStore(connection);
    await reviews.prepare();
    await createIdsStore(connection).allocate('reviews', LOADED_IDS);
    const rollups = createRollupStore(connection);
    await rollups.prepare();
    const taggedWith = await readMark(connection, { MONGODB_URI: mongod.uri, REVIEWFINDER_DATA: dataDir });
    const loader = createLoader(connection, taggedWith);
    let stored = 0;
    let [first, bareAtFirst]: (number | undefined)[] = [];
    for (const size of [...SIZES.filter((one) => one < most), most]) {
      const seconds = await loader.load(stored, size, review);
      print(`loaded ${whole(size - stored)} reviews more, ${whole((size - stored) / seconds)} a second`);
      stored = size;
      await rollups.rebuild(reviews.byDay(), { isByDay: true });
      const rate = median(await intakeRates(mongod.uri, dataDir, size));
      first ??= rate;
      print(
        `intake at ${whole(size)} stored: ${whole(rate)} reviews/s, ${((100 * rate) / first).toFixed(0)} % of that at ${whole(SIZES[0] as number)}`,
      );
      const one = median(await bareRates(connection, size, 1));
      const many = median(await bareRates(connection, size, AT_ONCE));
      bareAtFirst ??= one;
      print(
        `  bare insertMany, same indexes and durability: ${whole(one)} documents/s one batch at a time (intake ${((100 * rate) / one).toFixed(1)} %), ${whole(many)} with ${AT_ONCE} in flight (${((100 * rate) / many).toFixed(1)} %); ${((100 * one) / bareAtFirst).toFixed(0)} % of that at ${whole(SIZES[0] as number)}`,
      );
    }
  } finally {
    await connection.close();
    await mongod.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}
