import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createFigures } from '../../server/analytics/figures.ts';
import { createLiveStore } from '../../server/analytics/live-store.ts';
import { createRollupStore } from '../../server/analytics/rollup-store.ts';
import { createRollupSumStore } from '../../server/analytics/rollup-sum-store.ts';
import { connect } from '../../server/db/connect.ts';
import { openEmbedded } from '../../server/db/mongod/embedded.ts';
import { reviewFilter } from '../../server/reviews/review-filter.ts';
import { createReviewStore } from '../../server/reviews/review-store.ts';
import { measureFirstView } from './first-view.ts';
import { runServer } from './run-server.ts';
import { createLoader, readMark } from './stored-reviews.ts';
import { createSyntheticReviews } from './synthetic-reviews.ts';

type Connection = Awaited<ReturnType<typeof connect>>;

const ASKED = 200;
const WARM_UP = 5;
const LIVE_ASKED = 5;
const LIVE_TIMES = 3;
/** Filters that the roll-ups cover, taken in turn. */
const FILTERS: readonly Record<string, string>[] = [
  {},
  { product: 'product 7' },
  { source: 'megamart' },
  { product: 'product 31', source: 'our-shop' },
  { from: '2026-01-01', to: '2026-03-31' },
  { from: '2025-02-11', to: '2026-05-17', counting: 'all' },
  { product: 'product 12', from: '2025-11-05', to: '2026-06-19' },
];
/** Paths of the dashboard with what they ask besides the filters. */
const PATHS: readonly [string, Record<string, string>][] = [
  ['features', {}],
  ['features', { effect: 'true' }],
  ['trend', { interval: 'week' }],
  ['trend', { interval: 'day', feature: 'app,battery' }],
  ['ratings', {}],
  ['products', {}],
  ['duplicates-effect', {}],
  ['changes', { to: '2026-06-30' }],
  ['drivers', {}],
  ['map', {}],
  ['compare', { compareFrom: '2025-07-01', compareTo: '2025-12-31' }],
  ['quotes', { feature: 'app', polarity: 'negative' }],
  ['quotes', { feature: 'app', polarity: 'negative', order: 'representative' }],
  ['summary', {}],
];

const whole = (value: number) => Math.round(value).toLocaleString('en');
const quantile = (values: readonly number[], share: number) => {
  const sorted = values.toSorted((x, y) => x - y);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] as number;
};

async function timed<T>(work: () => Promise<T>): Promise<{ ms: number; answer: T }> {
  const begin = performance.now();
  const answer = await work();
  return { ms: performance.now() - begin, answer };
}

async function read(address: string): Promise<Record<string, unknown>> {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address}: ${answer.status} ${await answer.text()}`);
  return (await answer.json()) as Record<string, unknown>;
}

/** One path with every filter in turn, one request at a time. */
async function measurePath(url: string, path: string, extra: Record<string, string>): Promise<number[]> {
  const times: number[] = [];
  for (let n = -WARM_UP; n < ASKED; n += 1) {
    const filter = FILTERS[(n + WARM_UP) % FILTERS.length];
    const address = `${url}/api/v1/analytics/${path}?${new URLSearchParams({ ...filter, ...extra })}`;
    const { ms } = await timed(() => read(address));
    if (n >= 0) times.push(ms);
  }
  return times;
}

interface LiveRow {
  feature: string;
  positive: number;
  negative: number;
  neutral: number;
  mixed: number;
}

const judgements = (rows: readonly LiveRow[]) =>
  rows
    .map(({ feature, positive, negative, neutral, mixed }) =>
      JSON.stringify([feature, positive, negative, neutral, mixed]),
    )
    .sort();

/**
 * The same figures by grouping the reviews, and from the roll-ups: both by the driver in this process, and the latter
 * over HTTP too. Throws where the numbers are not the same.
 */
async function measureLive(url: string, connection: Connection, print: (line: string) => void): Promise<void> {
  const store = createRollupStore(connection);
  const sums = createRollupSumStore(connection, store);
  const figures = createFigures({ rollups: store, sums, live: createLiveStore(connection), featureIds: () => [] });
  // All stars: a filter that selects every review and that the roll-ups do not cover.
  const rating = ['1', '2', '3', '4', '5', 'none'] as const;
  for (const { counting = 'once', ...filter } of FILTERS.slice(0, LIVE_ASKED)) {
    const asked = { ...filter, counting: counting as 'once' | 'all' };
    const address = `${url}/api/v1/analytics/features?${new URLSearchParams({ ...filter, counting })}`;
    const [grouped, summed, told] = [[] as number[], [] as number[], [] as number[]];
    for (let n = 0; n < LIVE_TIMES; n += 1) {
      const live = await timed(() => figures.sum({ ...asked, rating: [...rating] }));
      grouped.push(live.ms);
      for (let more = 0; more < LIVE_TIMES; more += 1) {
        summed.push((await timed(() => figures.sum(asked))).ms);
        told.push((await timed(() => read(address))).ms);
      }
      const answer = await read(address);
      const counted = Object.entries(live.answer.features).map(([feature, tally]) => ({ feature, ...tally }));
      const same =
        answer['reviews'] === live.answer.reviews &&
        JSON.stringify(judgements(answer['rows'] as LiveRow[])) === JSON.stringify(judgements(counted));
      if (!same) throw new Error(`features of ${JSON.stringify(filter)} differ from the reviews`);
    }
    const [slow, fast, whole] = [grouped, summed, told].map((times) => quantile(times, 0.5)) as [
      number,
      number,
      number,
    ];
    print(
      `features of ${JSON.stringify(filter)}, the same numbers: grouped from the reviews ${slow.toFixed(0)} ms, from the roll-ups ${fast.toFixed(1)} ms (${(slow / fast).toFixed(0)} times), over HTTP ${whole.toFixed(1)} ms (${(slow / whole).toFixed(0)} times)`,
    );
  }
}

/** Searches for texts as they stand, with the counts of what is found. */
async function measureSearch(url: string, print: (line: string) => void): Promise<void> {
  for (const q of ['battery', '(a+)+$', '[', '.*', 'not in any review at all']) {
    const address = `${url}/api/v1/reviews?${new URLSearchParams({ q, facets: 'true', counting: 'once' })}`;
    const times: number[] = [];
    let total: unknown;
    for (let n = 0; n < LIVE_ASKED; n += 1) {
      const { ms, answer } = await timed(() => read(address));
      times.push(ms);
      total = answer['total'];
    }
    print(`search for ${JSON.stringify(q)} with facets: ${whole(quantile(times, 0.5))} ms, ${total} found`);
  }
}

/** Numbers of the reviews that are loaded begin behind those that the server hands out meanwhile. */
const LOADED_FROM = 1000;

/**
 * Time of every chart on a filled database (two years, 50 products, four sources), asked one after another over HTTP
 * with filters that the roll-ups cover; and of the same figures grouped from the reviews on the same mongod.
 */
export async function benchDashboard(print: (line: string) => void, reviews = 50_000): Promise<void> {
  const dataDir = await mkdtemp(join(tmpdir(), 'reviewfinder-bench-'));
  const mongod = await openEmbedded({ dataDir, mongodBinary: process.env['MONGOD_BINARY'], log: () => undefined });
  try {
    const connection = await connect(mongod.uri);
    const store = createReviewStore(connection);
    const env = { MONGODB_URI: mongod.uri, REVIEWFINDER_DATA: dataDir };
    const taggedWith = await readMark(connection, env);
    const { review } = createSyntheticReviews();
    const seconds = await createLoader(connection, taggedWith).load(LOADED_FROM, LOADED_FROM + reviews, review);
    print(`loaded ${whole(reviews)} reviews, ${whole(reviews / seconds)} a second`);
    const rebuilt = await timed(() => createRollupStore(connection).rebuild(store.byDay(), { isByDay: true }));
    const { size } = (await connection.db?.command({ collStats: 'rollups' })) ?? { size: 0 };
    print(
      `roll-ups rebuilt in ${(rebuilt.ms / 1000).toFixed(1)} s: ${whole(rebuilt.answer)} documents, ${whole(size / 1e6)} MB`,
    );
    const verified = await timed(() => createRollupStore(connection).differences(store.byDay(), { isByDay: true }));
    print(`verified in ${(verified.ms / 1000).toFixed(1)} s: ${verified.answer.length} differences`);
    const server = await runServer(env);
    try {
      for (const [path, extra] of PATHS) {
        const times = await measurePath(server.url, path, extra);
        const besides = Object.keys(extra).length > 0 ? ` ${JSON.stringify(extra)}` : '';
        print(
          `${path}${besides}: p50 ${quantile(times, 0.5).toFixed(1)} ms, p95 ${quantile(times, 0.95).toFixed(1)} ms`,
        );
      }
      await measureLive(server.url, connection, print);
      const everything = reviewFilter({ counting: 'once' }, []);
      const counted = await timed(() => store.countMatching(everything));
      print(`counting the ${whole(counted.answer)} that count once: ${whole(counted.ms)} ms`);
      await measureFirstView(server.url, print);
      await measureSearch(server.url, print);
    } finally {
      await server.stop();
    }
    await connection.close();
  } finally {
    await mongod.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}
