import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Connection } from 'mongoose';
import { connect } from '../../server/db/connect.ts';
import { openEmbedded } from '../../server/db/mongod/embedded.ts';
import type { FindCopies, LookedUp } from '../../server/duplicates/copy-finder.ts';
import { createReviewStore } from '../../server/reviews/review-store.ts';
import { createLoader, storedReview, type TextOfReview } from './stored-reviews.ts';
import { createSyntheticReviews, type SyntheticReview } from './synthetic-reviews.ts';

const SHIPPED = new URL('../../dist/server/duplicates/copy-finder.js', import.meta.url);

const SIZES = [10_000, 100_000, 1_000_000];
const SINGLE = 300;
const BATCHES = 10;
const BATCH = 500;
/** One in so many of the reviews that are looked up is a copy of one that is stored. */
const COPY_EACH = 3;
const COMMON = 10_000;
const COMMON_ASKED = 100;
const WARM_UP = 30;
/** Numbers of the reviews that are looked up: none of them is stored. */
const NEW_FROM = 1_000_000_000;

const { review, original, copyAmong } = createSyntheticReviews();
const whole = (value: number) => Math.round(value).toLocaleString('en');
const ascending = (values: readonly number[]) => [...values].sort((x, y) => x - y);
const quantile = (values: readonly number[], share: number) =>
  ascending(values)[Math.min(values.length - 1, Math.floor(values.length * share))] as number;

interface Asked extends LookedUp {
  /** Number of the stored review that it is a copy of. */
  of: number | undefined;
}

const ask = (n: number, text: TextOfReview): Asked => ({ ...storedReview(n, text), of: text.of });

/** New reviews, every third an edited copy of one of the first `size`. */
const newReviews = (from: number, count: number, size: number): Asked[] =>
  Array.from({ length: count }, (_, k) => {
    const n = NEW_FROM + from + k;
    return ask(n, k % COPY_EACH === 0 ? copyAmong(n, size) : original(n));
  });

/** Number of the original of a stored review; what is stored beyond the synthetic reviews has none. */
const originOf = (n: number, size: number) => (n < size ? (review(n).of ?? n) : undefined);

interface Finder {
  find: FindCopies;
  /** Documents and index entries that have been brought up. */
  rows: () => number;
}

/** A finder as a new server has it, which knows of no common bands. */
async function countingFinder(connection: Connection): Promise<Finder> {
  const { createCopyFinder } = (await import(SHIPPED.href)) as typeof import('../../server/duplicates/copy-finder.ts');
  const store = createReviewStore(connection);
  let rows = 0;
  const counted = <Row>(found: Row[]): Row[] => {
    rows += found.length;
    return found;
  };
  const find = createCopyFinder({
    reviews: {
      holdersOfExact: store.holdersOfExact,
      holdersOfBands: async (bands, limit) => {
        const found = await store.holdersOfBands(bands, limit);
        counted([...found.values()].flat());
        return found;
      },
      candidatesByIds: async (ids) => counted(await store.candidatesByIds(ids)),
      oldestHoldersOfEach: async (bands, limit) => {
        const found = await store.oldestHoldersOfEach(bands, limit);
        counted([...found.values()].flat());
        return found;
      },
    },
  });
  return { find, rows: () => rows };
}

interface LookedUpOnes {
  times: number[];
  rows: number[];
  /** Of the copies among them, how many were linked to their original or to another copy of it. */
  found: number;
  copies: number;
}

/** Looks reviews up in batches of `size` and times each batch. */
async function lookUp(finder: Finder, asked: readonly Asked[], size: number, stored: number): Promise<LookedUpOnes> {
  const origins = new Map(asked.map(({ review: { _id }, of }) => [_id, of]));
  const found = new Set<number>();
  const [times, rows]: [number[], number[]] = [[], []];
  for (let at = 0; at < asked.length; at += size) {
    const before = finder.rows();
    const begin = performance.now();
    const pairs = await finder.find(asked.slice(at, at + size));
    times.push(performance.now() - begin);
    rows.push(finder.rows() - before);
    for (const { a, b } of pairs) {
      const [known, fresh] = a < NEW_FROM ? [a, b] : [b, a];
      if (origins.get(fresh) !== undefined && originOf(known, stored) === origins.get(fresh)) found.add(fresh);
    }
  }
  return { times, rows, found: found.size, copies: asked.filter(({ of }) => of !== undefined).length };
}

const tell = ({ times, rows, found, copies }: LookedUpOnes) =>
  `median ${quantile(times, 0.5).toFixed(1)} ms, p99 ${quantile(times, 0.99).toFixed(1)} ms, ${whole(quantile(rows, 0.5))} rows read (p99 ${whole(quantile(rows, 0.99))})${copies ? `, ${found} of ${copies} copies found` : ''}`;

async function measureAt(connection: Connection, size: number, print: (line: string) => void): Promise<void> {
  const finder = await countingFinder(connection);
  await lookUp(finder, newReviews(0, WARM_UP, size), 1, size);
  const single = await lookUp(finder, newReviews(WARM_UP, SINGLE, size), 1, size);
  const batches = await lookUp(finder, newReviews(WARM_UP + SINGLE, BATCHES * BATCH, size), BATCH, size);
  print(`look-up among ${whole(size)}: one review ${tell(single)}`);
  print(
    `look-up among ${whole(size)}: a batch of ${BATCH} median ${whole(quantile(batches.times, 0.5))} ms, slowest ${whole(Math.max(...batches.times))} ms, ${whole(quantile(batches.rows, 0.5))} rows read; ${batches.found} of ${batches.copies} copies found`,
  );
}

/** The same short and the same long text many times among the others, and the long one as often with something added. */
async function measureCommon(
  connection: Connection,
  load: ReturnType<typeof createLoader>['load'],
  size: number,
  print: (line: string) => void,
): Promise<void> {
  const short: TextOfReview = { text: 'Great camera!' };
  const long = original(2 * NEW_FROM).text;
  const varied = (n: number): SyntheticReview => {
    const [sentence] = original(n + NEW_FROM).text.split(/(?<=[.!?]) /);
    return { text: `${long} ${sentence}`, of: undefined };
  };
  await load(size, size + COMMON, () => short);
  await load(size + COMMON, size + 2 * COMMON, () => ({ text: long }));
  await load(size + 2 * COMMON, size + 3 * COMMON, varied);
  const finder = await countingFinder(connection);
  const kinds: readonly (readonly [string, (n: number) => TextOfReview])[] = [
    ['the short text', () => short],
    ['the long text', () => ({ text: long })],
    ['the long text with a sentence of its own', varied],
  ];
  for (const [name, textOf] of kinds) {
    const asked = Array.from({ length: COMMON_ASKED }, (_, k) => ask(NEW_FROM + k, textOf(NEW_FROM + k)));
    const single = await lookUp(finder, asked, 1, size);
    print(`${whole(size)} and ${whole(COMMON)} times ${name}: looking one more up ${tell(single)}`);
  }
  const others = await lookUp(finder, newReviews(WARM_UP, SINGLE, size), 1, size);
  print(`${whole(size)} and all these: one other review ${tell(others)}`);
}

/**
 * Time of looking up the copies of new reviews, by how many are stored: at 10,000, 100,000 and 1,000,000 as far as
 * `most` goes. The reviews are put straight into the collection, with their look-up keys and all indexes.
 */
export async function benchLookupScale(print: (line: string) => void, most = 50_000): Promise<void> {
  const dataDir = await mkdtemp(join(tmpdir(), 'reviewfinder-bench-'));
  const mongod = await openEmbedded({ dataDir, mongodBinary: process.env['MONGOD_BINARY'], log: () => undefined });
  try {
    const connection = await connect(mongod.uri);
    await createReviewStore(connection).prepare();
    const { load } = createLoader(connection);
    let stored = 0;
    for (const size of [...SIZES.filter((size) => size < most), most]) {
      const seconds = await load(stored, size, review);
      await connection.db?.admin().command({ fsync: 1 });
      print(`loaded ${whole(size - stored)} reviews more, ${whole((size - stored) / seconds)} a second`);
      stored = size;
      await measureAt(connection, size, print);
    }
    await measureCommon(connection, load, stored, print);
    await connection.close();
  } finally {
    await mongod.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}
