import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import mongoose from 'mongoose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  MANIFEST,
  type ManifestContent,
  parseManifest,
  renderManifest,
} from '../../../server/backup/backup-manifest.ts';
import { createBackupStore } from '../../../server/backup/backup-store.ts';
import { restoreBackup } from '../../../server/backup/restore-backup.ts';
import { takeBackup } from '../../../server/backup/take-backup.ts';
import { SCHEMA_VERSION } from '../../../server/db/migrations.ts';
import { startTestApp, type TestApp } from '../../support/app.ts';
import { openTestDatabase, type TestDatabase } from '../../support/database.ts';
import { runCli, startServe } from '../../support/run-cli.ts';
import { moderate } from '../duplicates/moderate.ts';
import { importsOf } from '../ingest/api-imports.ts';
import { mixedFile } from '../ingest/mixed-file.ts';

let dir: string;
let source: TestDatabase;
const open: TestDatabase[] = [];
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'reviewfinder-backup-'));
  source = await openDatabase('backup-source');
});
afterAll(async () => {
  for (const database of open) await database.close();
  await rm(dir, { recursive: true, force: true });
});

async function openDatabase(name: string): Promise<TestDatabase> {
  const database = await openTestDatabase(name);
  open.push(database);
  return database;
}
const storeOf = ({ connection }: TestDatabase) => createBackupStore(connection);
const take = (folder: string, database = source) =>
  takeBackup({ store: storeOf(database), folder, program: '1', schema: 1 });
const restoreInto = (database: TestDatabase, folder: string, replace = false) =>
  restoreBackup({ store: storeOf(database), folder, replace, schema: 1 });
const lastLine = (text: string) => JSON.parse(text.trim().split('\n').at(-1) as string);

const { Binary, Double, Int32, Long, ObjectId, Timestamp } = mongoose.mongo;

describe('a backup of any documents', () => {
  const folder = () => join(dir, 'any');
  beforeAll(async () => {
    const db = source.connection.db!;
    await db.collection<{ _id: unknown }>('kinds').insertMany([
      { _id: 1, five: new Double(5), whole: new Int32(5), long: new Long(5), small: new Double(-0) },
      { _id: 'two', at: new Date(0), bytes: new Binary(Buffer.from([0, 255])), none: null, list: [[], {}] },
      {
        _id: new ObjectId(),
        zebra: 1,
        7: 'a key like a number',
        nested: { b: 1, a: /x+/i, 0: new Timestamp({ t: 1, i: 2 }) },
      },
    ] as never);
    await db.createCollection('nothing');
    await db.collection('uploads.chunks').insertOne({ data: new Binary(Buffer.alloc(1024 * 1024, 7)) });
    const rows = Array.from({ length: 2500 }, (_, n) => ({ n, text: 'x'.repeat(n % 50) }));
    await db.collection('many').insertMany(rows);
    await db.collection('sessions').insertOne({ secret: true });
    await take(folder());
  });

  it('comes back byte by byte, and leaves the sessions out', async () => {
    const target = await openDatabase('backup-any');
    const manifest = await restoreInto(target, folder());
    expect(manifest.parts.map(({ collection, documents }) => [collection, documents])).toEqual([
      ['kinds', 3],
      ['many', 2500],
      ['nothing', 0],
      ['uploads.chunks', 1],
    ]);
    const again = join(dir, 'any-again');
    await take(again, target);
    const sums = async (name: string) =>
      parseManifest(await readFile(join(name, MANIFEST), 'utf8')).parts.map(({ contentSha256 }) => contentSha256);
    expect(await sums(again)).toEqual(await sums(folder()));
    const [first] = await target.connection.db!.collection('kinds').find({}, { promoteValues: false }).toArray();
    expect(first).toMatchObject({ five: new Double(5), whole: new Int32(5), long: Long.fromNumber(5) });
  });

  it('can be read by nobody else on the machine', async () => {
    for (const name of ['.', ...(await readdir(folder()))])
      expect((await stat(join(folder(), name))).mode & 0o077, name).toBe(0);
  });

  it('goes into no folder that holds something', async () => {
    await expect(take(folder())).rejects.toMatchObject({ code: 'folder-taken' });
  });

  const flip = (bytes: Buffer, at: number) => {
    bytes[at] = (bytes[at] as number) ^ 1;
    return bytes;
  };
  const change = (file: string, edit: (bytes: Buffer) => Buffer | string) => async (name: string) =>
    writeFile(join(name, file), edit(await readFile(join(name, file))));
  const reseal = (edit: (manifest: ManifestContent) => ManifestContent) =>
    change(MANIFEST, (bytes) => renderManifest(edit(parseManifest(bytes.toString()))));

  it.each([
    ['a bit of a part is turned', change('many.bson.gz', (bytes) => flip(bytes, bytes.length >> 1)), /many\.bson\.gz/],
    [
      'a part breaks off',
      change('many.bson.gz', (bytes) => bytes.subarray(0, -200)),
      /many\.bson\.gz (breaks off|has)/,
    ],
    [
      'a part is packed in another way',
      change('many.bson.gz', (bytes) => flip(bytes, 9)),
      /many\.bson\.gz was changed/,
    ],
    [
      'a part holds other documents',
      reseal(({ parts: [first, many, ...rest], ...manifest }) => ({
        ...manifest,
        parts: [first!, { ...many!, contentSha256: first!.contentSha256 }, ...rest],
      })),
      /many\.bson\.gz holds other documents/,
    ],
    ['a part is gone', (name: string) => rm(join(name, 'kinds.bson.gz')), /kinds\.bson\.gz is missing/],
    ['a part is another one', change('kinds.bson.gz', () => 'not packed'), /kinds\.bson\.gz cannot be unpacked/],
    ['the manifest is gone', (name: string) => rm(join(name, MANIFEST)), /was not finished/],
    ['the manifest breaks off', change(MANIFEST, (bytes) => bytes.subarray(0, -5)), /manifest\.json is not JSON/],
    [
      'the manifest was edited',
      change(MANIFEST, (bytes) => bytes.toString().replace(/"takenAt": "2/, '"takenAt": "1')),
      /manifest\.json was changed/,
    ],
    [
      'a document is missing',
      reseal(({ parts: [first, many, ...rest], ...manifest }) => ({
        ...manifest,
        parts: [first!, { ...many!, documents: many!.documents + 1 }, ...rest],
      })),
      /holds 2500 documents, not 2501/,
    ],
    [
      'the decision log is shorter than its head',
      reseal((manifest) => ({ ...manifest, decisionLog: { seq: 3, hash: 'a'.repeat(64) } })),
      /decision log is broken/,
    ],
    ['it is of a later format', reseal((manifest) => ({ ...manifest, formatVersion: 2 })), /up to 1/],
    ['it is of a later database', reseal((manifest) => ({ ...manifest, schema: 99 })), /version 99/],
  ])('is refused when %s, and nothing is stored', async (what, harm, message) => {
    const name = join(dir, `harmed ${what}`);
    await take(name);
    await harm(name);
    const target = await openDatabase('backup-harmed');
    await expect(restoreInto(target, name)).rejects.toThrow(message);
    expect(await storeOf(target).state()).toBe('empty');
  });

  it('is restored into an empty database only, unless it may replace', async () => {
    const target = await openDatabase('backup-filled');
    await target.connection.db!.collection('old').insertOne({ here: true });
    await expect(restoreInto(target, folder())).rejects.toMatchObject({ code: 'database-not-empty' });
    await restoreInto(target, folder(), true);
    expect(await target.connection.db!.listCollections({ name: 'old' }).toArray()).toEqual([]);
  });

  it('that was restored halfway is used by nobody and can be replaced', async () => {
    const target = await openDatabase('backup-halfway');
    const store = storeOf(target);
    const load = async (collection: string, documents: AsyncIterable<Uint8Array>) => {
      if (collection === 'many') throw new Error('the machine went down');
      await store.load(collection, documents);
    };
    const broken = restoreBackup({ store: { ...store, load }, folder: folder(), replace: false, schema: 1 });
    await expect(broken).rejects.toThrow('the machine went down');
    await expect(restoreInto(target, folder())).rejects.toThrow('--replace');
    const verify = await runCli(['rollups', 'verify'], { env: { MONGODB_URI: target.uri } });
    expect([verify.code, verify.stderr]).toEqual([2, expect.stringContaining('--replace')]);
    await restoreInto(target, folder(), true);
    expect(await store.state()).toBe('filled');
  });

  it('is held against what is stored in the end', async () => {
    const target = await openDatabase('backup-lossy');
    const store = storeOf(target);
    const load = async (collection: string, documents: AsyncIterable<Uint8Array>) => {
      await store.load(collection, documents);
      if (collection === 'many') await target.connection.db!.collection('many').deleteOne({ n: 12 });
    };
    const lossy = restoreBackup({ store: { ...store, load }, folder: folder(), replace: false, schema: 1 });
    await expect(lossy).rejects.toThrow('many has 2499 documents, not 2500');
  });

  it('shows one moment, whatever is written meanwhile', async () => {
    const database = await openDatabase('backup-moment');
    const rows = database.connection.db!.collection<{ _id: string; n: number }>('pairs');
    await rows.insertMany([
      { _id: 'a', n: 0 },
      { _id: 'b', n: 0 },
    ]);
    await storeOf(database).snapshot(async (snapshot) => {
      const seen: number[] = [];
      for (const n of [1, 2]) {
        await rows.updateMany({}, { $set: { n } });
        for await (const row of snapshot.documents('pairs')) seen.push(storeOf(database).decode<{ n: number }>(row).n);
      }
      expect(seen).toEqual([0, 0, 0, 0]);
    });
  });
});

describe('the backup of an app at work', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp('backup-app');
  });
  afterAll(() => app.close());

  it('is whole in the middle of an import, and the import goes on from it', { timeout: 240_000 }, async () => {
    const people = moderate(() => app);
    const cluster = await people.cluster('shelf', 1);
    expect((await people.remove(cluster)).status).toBe(201);
    await people.dismiss(await people.cluster('shelf', 2));
    const imports = importsOf(() => app.url);
    const file = mixedFile({ rows: 500, seed: 3 });
    const { id } = await imports.post(file);
    await expect
      .poll(async () => (await imports.get(id)).counts.stored, { timeout: 60_000, interval: 20 })
      .toBeGreaterThan(0);

    const folder = join(dir, 'at-work');
    const backup = await runCli(['backup', folder], { env: { MONGODB_URI: app.uri } });
    expect(backup).toMatchObject({ code: 0, stderr: '' });
    const taken = lastLine(backup.stdout);
    expect(taken).toMatchObject({ ok: true, schema: SCHEMA_VERSION, decisionLog: { seq: 2 } });
    const wanted = (await imports.settled(id)).counts;

    const target = await openDatabase('backup-restored');
    const env = { MONGODB_URI: target.uri };
    const restored = await runCli(['restore', folder], { env });
    expect(restored).toMatchObject({ code: 0, stderr: '' });
    expect(lastLine(restored.stdout)).toMatchObject({
      ...{ ok: true, documents: taken.documents, rollupDifferences: 0 },
      decisionLog: { rows: 2, head: taken.decisionLog, break: null },
    });
    const refused = await runCli(['restore', folder], { env });
    expect([refused.code, refused.stderr]).toEqual([2, expect.stringContaining('not empty')]);

    // The lease of the import that was running is over in some seconds: the restored app goes on with it.
    const { child, url } = await startServe(env);
    try {
      expect((await importsOf(() => url).settled(id)).counts).toEqual(wanted);
    } finally {
      child.kill('SIGKILL');
    }
  });
});
