import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { createPullRunner, type PullRunner } from '../../../server/pull/pull-runner.ts';
import { createPullStore, type PullStore, type StoredPull } from '../../../server/pull/pull-store.ts';
import type { RunPull } from '../../../server/pull/run-pull.ts';
import { openTestDatabase, type TestDatabase } from '../../support/database.ts';

let database: TestDatabase;
let store: PullStore;
let clock = 0;
const now = () => new Date(clock);
let running: PullRunner[] = [];

beforeAll(async () => {
  database = await openTestDatabase('pull-runner');
  store = createPullStore(database.connection);
  await store.prepare();
});
afterAll(() => database.close());
beforeEach(() => {
  clock = Date.parse('2026-05-01T10:00:00Z');
});
afterEach(async () => {
  await Promise.all(running.map((runner) => runner.stop()));
  running = [];
  await database.connection.collection('pulls').deleteMany({});
});

const add = (id: number, more: Partial<StoredPull> = {}) =>
  store.add({
    ...{ _id: id, url: `https://example.com/${id}`, everyMinutes: 30, format: 'auto', product: null, source: null },
    ...{
      map: null,
      dates: null,
      encoding: null,
      active: true,
      nextAt: now(),
      isAsked: false,
      owner: null,
      until: null,
      etag: null,
    },
    ...{ lastModified: null, hash: null, lastRun: null, lastImport: null, createdAt: now(), updatedAt: now() },
    ...more,
  });
const start = (runPull: RunPull, more: { store?: PullStore; leaseMs?: number } = {}) => {
  const runner = createPullRunner({ store, runPull, now, log: { warn: () => {} }, pollMs: 10, ...more });
  running.push(runner);
  runner.start();
  return runner;
};
const done = { lastRun: { at: new Date(0), result: 'imported' as const, detail: null } };
const hang: RunPull = async (_pull, signal) => {
  signal.throwIfAborted();
  return new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason as Error)));
};
const passes = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

it('runs what is due once, however many servers there are, and again after its time', async () => {
  for (const id of [1, 2, 3, 4, 5, 6]) await add(id);
  await add(7, { nextAt: new Date(clock + 1) });
  await add(8, { active: false });
  await add(9, { active: false, isAsked: true });
  const ran: number[] = [];
  const runPull: RunPull = async ({ _id }) => {
    ran.push(_id);
    await passes(20);
    return done;
  };
  for (const _server of [1, 2, 3]) start(runPull);
  await expect.poll(() => ran.length).toBe(7);
  await passes(100);
  expect([...ran].sort()).toEqual([1, 2, 3, 4, 5, 6, 9]);
  expect(await store.byId(1)).toMatchObject({ ...done, owner: null, nextAt: new Date(clock + 30 * 60_000) });
  expect(await store.byId(9)).toMatchObject({ isAsked: false });
  clock += 30 * 60_000;
  await expect.poll(() => ran.length).toBe(14);
});

it('takes over what a killed server was at, and not before its lease has ended', async () => {
  await add(1);
  let isDead = false;
  // A killed server renews nothing and takes nothing up.
  const dying: PullStore = {
    ...store,
    claim: async (lease) => {
      const claimed = isDead ? null : await store.claim(lease);
      isDead ||= claimed !== null;
      return claimed;
    },
    renew: async () => {},
    finish: async () => {},
  };
  start(hang, { store: dying });
  await expect.poll(() => isDead).toBe(true);
  let runs = 0;
  start(async () => {
    runs += 1;
    return done;
  });
  await passes(100);
  expect(runs).toBe(0);
  clock += 61_000;
  await expect.poll(() => runs).toBe(1);
});

it('keeps what takes long', async () => {
  await add(1);
  let runs = 0;
  let finish = () => {};
  const slow: RunPull = () => {
    runs += 1;
    return new Promise((resolve) => {
      finish = () => resolve(done);
    });
  };
  start(slow, { leaseMs: 90 });
  start(slow, { leaseMs: 90 });
  await expect.poll(() => runs).toBe(1);
  for (let n = 0; n < 8; n += 1) {
    clock += 30;
    await passes(40);
  }
  expect(runs).toBe(1);
  finish();
  await expect.poll(() => store.byId(1)).toMatchObject(done);
});

it('gives back what it was at when it stops', async () => {
  await add(1);
  const stopped = start(hang);
  await expect.poll(async () => (await store.byId(1))?.owner).not.toBeNull();
  await stopped.stop();
  expect(await store.byId(1)).toMatchObject({ owner: null, until: null, nextAt: now(), lastRun: null });
});

it('runs again, after the lease, what broke off', async () => {
  await add(1);
  let runs = 0;
  start(async () => {
    runs += 1;
    if (runs === 1) throw new Error('database down');
    return done;
  });
  await expect.poll(() => runs).toBe(1);
  await passes(50);
  expect(runs).toBe(1);
  clock += 61_000;
  await expect.poll(() => store.byId(1)).toMatchObject(done);
});
