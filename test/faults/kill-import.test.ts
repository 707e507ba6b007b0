import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, expect, it } from 'vitest';
import { createRollupStore } from '../../server/analytics/rollup-store.ts';
import type { ImportView } from '../../server/contract/imports.ts';
import { createReviewStore } from '../../server/reviews/review-store.ts';
import { createRandom } from '../../server/sample/random.ts';
import { importsOf } from '../server/ingest/api-imports.ts';
import { mixedFile } from '../server/ingest/mixed-file.ts';
import { storedState } from '../server/ingest/stored-state.ts';
import { expectClustersRight } from '../support/check-clusters.ts';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';
import { startServe } from '../support/run-cli.ts';

interface Server {
  child: ChildProcess;
  url: string;
}

const servers: Server[] = [];
const databases: TestDatabase[] = [];
afterEach(async () => {
  for (const { child } of servers.splice(0)) await kill(child);
  for (const database of databases.splice(0)) await database.close();
});

const kill = async (child: ChildProcess) => {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGKILL');
  await once(child, 'exit');
};
const openDatabase = async (name: string) => {
  const database = await openTestDatabase(name);
  databases.push(database);
  return database;
};
const serve = async ({ uri }: TestDatabase): Promise<Server> => {
  const server = await startServe({ MONGODB_URI: uri });
  servers.push(server);
  return server;
};
/** The lease of a killed server runs out in seconds; a test need not wait for that. */
const endLeases = ({ connection }: TestDatabase) =>
  connection.collection('imports').updateMany({ owner: { $ne: null } }, { $set: { leaseUntil: new Date(0) } });

/** What came of an import, without what hangs on ids: those that a killed server had taken stay unused. */
const outcomeOf = async ({ connection }: TestDatabase, view: ImportView) => {
  const { reviews, clusters } = await storedState(connection);
  return {
    ...{ state: view.state, counts: view.counts, clusters: clusters.map(({ size }) => size).sort() },
    reviews: reviews
      .map(({ identity, text, rating, status, once: isCounted, importId }) => ({
        ...{ identity, text, rating, status, isCounted, importId },
      }))
      .sort((x, y) => (x.identity < y.identity ? -1 : 1)),
  };
};
const expectOrder = async ({ connection }: TestDatabase) => {
  expect(await createRollupStore(connection).differences(createReviewStore(connection).all())).toEqual([]);
  await expectClustersRight(connection);
};

const BEFORE = mixedFile({ rows: 150, seed: 21 });
const FILE = mixedFile({ rows: 1100, seed: 22 });

/** Kills the server again and again while `isBusy`, at random moments, and starts another. */
const killWhile = async (database: TestDatabase, seed: number, isBusy: (url: string) => Promise<boolean>) => {
  const random = createRandom(seed);
  let kills = 0;
  for (;;) {
    const server = servers.at(-1) as Server;
    await sleep(random.int(200, 1800));
    if (!(await isBusy(server.url)) || kills === 5) return kills;
    await kill(server.child);
    kills += 1;
    await endLeases(database);
    await serve(database);
  }
};

it('an import whose server is killed again and again comes to what an uninterrupted one comes to', async () => {
  const whole = await openDatabase('kill-whole');
  const server = await serve(whole);
  const first = importsOf(() => server.url);
  await first.importAll(BEFORE);
  const wanted = await outcomeOf(whole, await first.importAll(FILE));
  for (const fate of ['stored', 'updated', 'unchanged', 'rejected', 'exactDuplicates', 'nearDuplicates'] as const)
    expect(wanted.counts[fate], fate).toBeGreaterThan(5);
  await kill(server.child);

  const database = await openDatabase('kill-often');
  await serve(database);
  const imports = importsOf(() => (servers.at(-1) as Server).url);
  await imports.importAll(BEFORE);
  const { id } = await imports.post(FILE);
  const kills = await killWhile(database, 5, async () => (await imports.get(id)).state !== 'done');
  expect(kills).toBeGreaterThan(1);
  const view = await imports.settled(id);
  expect(view.attempts).toBe(kills + 1);
  const outcome = await outcomeOf(database, view);
  expect(outcome.counts).toEqual(wanted.counts);
  expect(outcome).toEqual(wanted);
  await expectOrder(database);

  // Taking back survives as well.
  const { body } = await imports.ask(id, 'undo');
  expect(body.state).toBe('undoing');
  await killWhile(database, 6, async () => (await imports.get(id)).state !== 'undone');
  const { undo } = await imports.settled(id);
  expect(undo).toMatchObject({ done: undo?.total, kept: 0 });
  await expectOrder(database);
  const { reviews } = await storedState(database.connection);
  expect(reviews.filter(({ importId, status }) => importId === Number(id.slice(2)) && status !== 'removed')).toEqual(
    [],
  );
}, 900_000);

it('two servers read two files at once, each file once', async () => {
  const database = await openDatabase('kill-two');
  const two = await Promise.all([serve(database), serve(database)]);
  const files = [0, 1].map((n) => mixedFile({ rows: 800, seed: 31 + n, ids: `f${n}` }));
  const imports = importsOf(() => (two[0] as Server).url);
  const jobs = await Promise.all(files.map((file) => imports.post(file)));
  const owners = new Set<unknown>();
  let most = 0;
  const watch = async () => {
    const running = await database.connection.collection('imports').find({ state: 'running' }).toArray();
    for (const { owner } of running) owners.add(owner);
    most = Math.max(most, running.length);
    return (await Promise.all(jobs.map(({ id }) => imports.get(id)))).every(({ state }) => state === 'done');
  };
  await expect.poll(watch, { timeout: 120_000, interval: 50 }).toBe(true);
  expect([most, owners.size]).toEqual([2, 2]);
  for (const { id } of jobs) expect(await imports.get(id)).toMatchObject({ attempts: 1, counts: { received: 800 } });
  await expectOrder(database);
}, 180_000);
