import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import mongoose from 'mongoose';
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import { type EmbeddedMongod, openEmbedded } from '../../../../server/db/mongod/embedded.ts';
import { freePort, isListening } from '../../../../server/db/mongod/loopback-port.ts';
import { startMongod } from '../../../../server/db/mongod/run-mongod.ts';

let dir: string;
let opened: { stop(): Promise<void> }[];
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'embedded-'));
  opened = [];
});
afterEach(async () => {
  for (const one of opened.reverse()) await one.stop();
  await rm(dir, { recursive: true, force: true });
});

const log = () => {};
const keep = <T extends { stop(): Promise<void> }>(one: T): T => {
  opened.push(one);
  return one;
};
const open = async (dataDir = dir): Promise<EmbeddedMongod> =>
  keep(await openEmbedded({ dataDir, mongodBinary: inject('mongodBinary'), log }));
const start = async (port?: number) => keep(await startMongod({ binary: inject('mongodBinary'), dir, port, log }));

async function withDatabase<T>(uri: string, use: (connection: mongoose.Connection) => Promise<T>): Promise<T> {
  const connection = await mongoose.createConnection(uri, { dbName: 'kept' }).asPromise();
  try {
    return await use(connection);
  } finally {
    await connection.close();
  }
}
const put = (uri: string, n: number) =>
  withDatabase(uri, (connection) =>
    connection.transaction(async (session) => {
      await connection.collection('notes').insertOne({ n }, { session });
    }),
  );
const notes = (uri: string) =>
  withDatabase(uri, (connection) => connection.collection('notes').distinct('n') as Promise<number[]>);

describe('startMongod', () => {
  it('keeps data and port over a restart, and takes transactions', async () => {
    const first = await start();
    await put(first.uri, 1);
    await first.stop();
    expect(await isListening(first.port)).toBe(false);
    const second = await start();
    expect(second.port).toBe(first.port);
    expect(await notes(second.uri)).toEqual([1]);
  });

  it('opens a folder whose set was made on another port', async () => {
    const first = await start();
    await put(first.uri, 1);
    await first.stop();
    const other = await freePort(0);
    const second = await start(other);
    expect(second.port).toBe(other);
    await put(second.uri, 2);
    expect(await notes(second.uri)).toEqual([1, 2]);
  });

  it('says who to blame when the folder is held by another mongod', async () => {
    await start();
    const second = startMongod({ binary: inject('mongodBinary'), dir, log, lockWaitMs: 300 });
    await expect(second).rejects.toMatchObject({
      code: 'mongod-locked',
      message: expect.stringContaining('MONGODB_URI'),
    });
  });

  it('names the log and the fault when mongod cannot read the folder', async () => {
    const first = await start();
    await first.stop();
    await writeFile(join(dir, 'mongo', 'WiredTiger.wt'), 'rubbish');
    await writeFile(join(dir, 'mongo', 'WiredTiger.turtle'), 'rubbish');
    await expect(start()).rejects.toMatchObject({
      code: 'mongod-failed',
      message: expect.stringMatching(/did not start: .*mongod\.log/),
    });
  });

  it('a binary that ends at once is an error, not a wait', async () => {
    const broken = startMongod({ binary: '/bin/false', dir, log });
    await expect(broken).rejects.toMatchObject({ code: 'mongod-failed' });
  });
});

describe('openEmbedded', () => {
  it('joins the mongod that runs on the folder and leaves it running', async () => {
    const owner = await open();
    const second = await open();
    expect([owner.owned, second.owned]).toEqual([true, false]);
    expect(second.uri).toBe(owner.uri);
    await second.stop();
    await put(owner.uri, 1);
  });

  it('of two that come at the same moment one owns and one joins', async () => {
    const both = await Promise.all([open(), open()]);
    expect(both.map((one) => one.owned).sort()).toEqual([false, true]);
    expect(both[0].uri).toBe(both[1].uri);
  });

  it('does not join the mongod of another folder that got the same port', async () => {
    const other = await mkdtemp(join(tmpdir(), 'embedded-'));
    const first = await open(other);
    await mkdir(join(dir, 'mongo'));
    for (const file of ['mongo.port', 'mongod.json'])
      await writeFile(join(dir, file), await readFile(join(other, file)));
    const second = await open();
    expect(second.owned).toBe(true);
    expect(second.uri).not.toBe(first.uri);
    await first.stop();
    await rm(other, { recursive: true, force: true });
  });

  it('remembers which mongod made the folder', async () => {
    await open();
    const { path, version } = JSON.parse(await readFile(join(dir, 'mongod.json'), 'utf8'));
    expect(path).toBe(inject('mongodBinary'));
    expect(version).toMatch(/^\d+\.\d+\.\d+$/);
  });

  it('waits for the mongod of a process that died instead of joining it', async () => {
    const dying = await start();
    const dead = spawn('/bin/true');
    await once(dead, 'exit');
    await writeFile(join(dir, 'mongod.json'), JSON.stringify({ path: inject('mongodBinary'), owner: dead.pid }));
    const opening = open();
    await sleep(500);
    await dying.stop();
    expect((await opening).owned).toBe(true);
  });

  it('mongod stops when its parent is killed, and the data is there for the next start', async () => {
    const script = `
      import { openEmbedded } from ${JSON.stringify(new URL('../../../../server/db/mongod/embedded.ts', import.meta.url).href)};
      const { uri } = await openEmbedded({ dataDir: process.argv[1], mongodBinary: process.argv[2], log: console.error });
      console.log(uri);
      setInterval(() => {}, 1000);`;
    const args = ['--import', 'tsx', '--input-type=module', '--eval', script, dir, inject('mongodBinary')];
    const parent = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
    const [uri] = (await once(createInterface({ input: parent.stdout }), 'line')) as [string];
    await put(uri, 7);
    parent.kill('SIGKILL');
    await once(parent, 'exit');
    const next = await open();
    expect(next.owned).toBe(true);
    expect(await notes(next.uri)).toEqual([7]);
    await next.stop();
    const port = Number(new URL(next.uri).port);
    for (let tries = 0; (await isListening(port)) && tries < 50; tries += 1) await sleep(100);
    expect(await isListening(port)).toBe(false);
  });
});
