import type { ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { freePort } from '../../server/db/mongod/loopback-port.ts';
import { mongodUri } from '../../server/db/mongod/replica-set.ts';
import { type RunningMongod, startMongod } from '../../server/db/mongod/run-mongod.ts';
import { mongodPid } from '../crash/victims.ts';
import { startServe } from '../support/run-cli.ts';

/** Longer by hand: FAULT_SECONDS=30. */
const AWAY_MS = 1000 * Number(process.env['FAULT_SECONDS'] ?? 8);
/** What callers are promised, and a little for a busy machine. */
const PROMISED_MS = 5500;

let dir: string;
let url: string;
let child: ChildProcess | undefined;
let mongod: RunningMongod;
let port: number;
const start = (into: string) => startMongod({ binary: inject('mongodBinary'), dir: into, port, log: () => undefined });

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'reviewfinder-faults-'));
  port = await freePort(0);
});
afterAll(async () => {
  child?.kill('SIGKILL');
  await mongod?.stop();
  await rm(dir, { recursive: true, force: true });
});

let posted = 0;
const post = async (again?: string) => {
  if (again === undefined) posted += 1;
  const externalId = again ?? `r-${posted}`;
  const begin = performance.now();
  const answer = await fetch(`${url}/api/v1/reviews`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ source: 's', externalId, product: 'cam', text: `Sharp at night, number ${externalId}.` }),
  });
  const { status, headers } = answer;
  const text = await answer.text();
  return { externalId, status, text, retryAfter: headers.get('retry-after'), ms: performance.now() - begin };
};
const status = async (path: string) => (await fetch(`${url}${path}`)).status;
const becomesReady = () => expect.poll(() => status('/readyz'), { timeout: 30_000, interval: 200 }).toBe(200);
const countStored = async () =>
  ((await (await fetch(`${url}/api/v1/reviews?product=cam`)).json()) as { total: number }).total;

/** Posts again and again until `isOver`; answers those that were stored. */
async function keepPosting(isOver: () => boolean) {
  const answers: Awaited<ReturnType<typeof post>>[] = [];
  await Promise.all(
    [1, 2, 3].map(async () => {
      while (!isOver()) {
        answers.push(await post());
        await sleep(50);
      }
    }),
  );
  return answers;
}

function expectPromise(answers: Awaited<ReturnType<typeof keepPosting>>) {
  const refused = answers.filter((answer) => answer.status !== 201);
  expect(refused.length).toBeGreaterThan(0);
  for (const answer of refused)
    expect(answer).toMatchObject({ status: 503, retryAfter: expect.stringMatching(/^\d+$/) });
  expect(Math.max(...answers.map(({ ms }) => ms))).toBeLessThan(PROMISED_MS + 1500);
}

describe('MongoDB', { timeout: 240_000 }, () => {
  it('may start after the app', async () => {
    const starting = startServe({ MONGODB_URI: mongodUri(port), LOG_LEVEL: 'error' });
    await sleep(3000);
    mongod = await start(dir);
    ({ child, url } = await starting);
    await becomesReady();
    expect((await post()).status).toBe(201);
  });

  it('that hangs is told by 503 in time; the app is well, not ready, and goes on afterwards', async () => {
    const pid = await mongodPid(dir);
    const before = await countStored();
    let isOver = false;
    const posting = keepPosting(() => isOver);
    await sleep(500);
    process.kill(pid, 'SIGSTOP');
    let answers: Awaited<typeof posting>;
    try {
      await sleep(PROMISED_MS);
      expect([await status('/healthz'), await status('/readyz')]).toEqual([200, 503]);
      await sleep(1000);
      isOver = true;
      answers = await posting;
    } finally {
      process.kill(pid, 'SIGCONT');
    }
    expectPromise(answers);
    await becomesReady();
    // What was refused may have been stored all the same: sent again it is there once.
    for (const { externalId, status: first } of answers) {
      if (first === 201) continue;
      await expect.poll(async () => (await post(externalId)).status, { timeout: 30_000 }).toBeLessThan(300);
    }
    expect(await countStored()).toBe(before + answers.length);
  });

  it('that was killed is waited for, and nothing acknowledged is lost', async () => {
    const before = await countStored();
    let isOver = false;
    const posting = keepPosting(() => isOver);
    await sleep(500);
    process.kill(await mongodPid(dir), 'SIGKILL');
    await mongod.stop();
    await sleep(AWAY_MS);
    expect([await status('/healthz'), await status('/readyz')]).toEqual([200, 503]);
    mongod = await start(dir);
    expect(mongod.port).toBe(port);
    await becomesReady();
    isOver = true;
    const answers = await posting;
    expectPromise(answers);
    const stored = answers.filter(({ status: code }) => code === 201).length;
    expect(await countStored()).toBeGreaterThanOrEqual(before + stored);
  });

  it('of the data folder is started again by the app', async () => {
    child?.kill('SIGKILL');
    const own = join(dir, 'embedded');
    ({ child, url } = await startServe({
      REVIEWFINDER_DATA: own,
      MONGOD_BINARY: inject('mongodBinary'),
      LOG_LEVEL: 'error',
    }));
    await becomesReady();
    expect(await post()).toMatchObject({ status: 201 });
    process.kill(await mongodPid(own), 'SIGKILL');
    await expect.poll(async () => (await post('after')).status, { timeout: 30_000, interval: 300 }).toBeLessThan(300);
    await becomesReady();
    expect(await countStored()).toBe(2);
  });
});
