import { execFileSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openEmbedded } from '../../server/db/mongod/embedded.ts';
import { newReviews, post, rateOf } from './ingest.ts';
import { runServer } from './run-server.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const ROUNDS = 5;
const WARM_UP = 4000;
/** How the reviews are sent: so many a request, so many requests at a time, so many reviews a round. */
const WAYS = [
  { name: 'batches of 500, four in flight', size: 500, atOnce: 4, reviews: 3000 },
  { name: 'one at a time, eight in flight', size: 1, atOnce: 8, reviews: 600 },
];

const median = (values: readonly number[]) => values.toSorted((x, y) => x - y)[values.length >> 1] as number;

function makeKey(env: NodeJS.ProcessEnv): string {
  const run = (...args: string[]) =>
    execFileSync(process.execPath, ['dist/server/main.js', ...args], { cwd: root, env: { ...process.env, ...env } });
  run('users', 'add', 'Admin', '--role', 'admin');
  return (JSON.parse(run('keys', 'add', 'Bench', '--scope', 'ingest').toString()) as { key: string }).key;
}

/**
 * What sign-in, keys and rate limits cost the intake: two servers on one mongod, one without a user and without limits,
 * one that asks for a key and counts requests, in turns.
 */
export async function benchAccessCost(print: (line: string) => void): Promise<void> {
  const dataDir = await mkdtemp(join(tmpdir(), 'reviewfinder-bench-'));
  const mongod = await openEmbedded({ dataDir, mongodBinary: process.env['MONGOD_BINARY'], log: () => undefined });
  const envOf = (database: string) => {
    const uri = new URL(mongod.uri);
    uri.pathname = `/${database}`;
    return { MONGODB_URI: uri.href, REVIEWFINDER_DATA: dataDir };
  };
  try {
    const key = makeKey(envOf('guarded'));
    const open = await runServer({ ...envOf('open'), RATE_LIMIT: '0' });
    const guarded = await runServer(envOf('guarded'));
    const sides = [
      { send: (batch: object[]) => post(open.url, batch), rates: [] as number[] },
      { send: (batch: object[]) => post(guarded.url, batch, key), rates: [] as number[] },
    ] as const;
    try {
      let from = 0;
      for (const { send } of sides) await rateOf(newReviews(from, WARM_UP, WARM_UP), 4, send);
      from += WARM_UP;
      for (const { name, size, atOnce, reviews } of WAYS) {
        for (let round = 0; round < ROUNDS; round += 1) {
          // Whoever begins is not always the same.
          for (const { send, rates } of round % 2 === 0 ? sides : sides.toReversed())
            rates.push(await rateOf(newReviews(from, reviews, from), atOnce, send, size));
          from += reviews;
        }
        const [without, with_] = [median(sides[0].rates), median(sides[1].rates)];
        print(
          `${name}: ${without.toFixed(0)} reviews/s without sign-in and limits, ${with_.toFixed(0)} with a key and limits: ${(100 * (1 - with_ / without)).toFixed(1)} % slower (asked: at most 10 %)`,
        );
        for (const { rates } of sides) rates.length = 0;
      }
    } finally {
      await open.stop();
      await guarded.stop();
    }
  } finally {
    await mongod.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}
