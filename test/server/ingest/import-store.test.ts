import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Reject } from '../../../server/contract/imports.ts';
import { createTransact, type Session } from '../../../server/db/transaction.ts';
import type { StoredReject } from '../../../server/ingest/import-model.ts';
import { LeaseLost } from '../../../server/ingest/import-run-store.ts';
import { createImportStore, type ImportStore, type NewImport } from '../../../server/ingest/import-store.ts';
import type { RejectStore } from '../../../server/ingest/reject-store.ts';
import type { WriteNote } from '../../../server/reviews/intake.ts';
import { openTestDatabase, type TestDatabase } from '../../support/database.ts';
import { inChunks, NOW } from './read-all.ts';

let database: TestDatabase;
let store: ImportStore;
let last = 0;

beforeAll(async () => {
  database = await openTestDatabase('import-store');
  store = createImportStore(database.connection, async () => {
    last += 1;
    return last;
  });
  await store.prepare();
  await store.prepare();
});
afterAll(() => database.close());
beforeEach(async () => {
  await database.connection.collection('imports').deleteMany({});
});

const transact = <T>(work: (session: Session) => Promise<T>) => createTransact(database.connection)(work);
const note: WriteNote = { result: 'created', places: [0], ids: [7], settled: 0, entry: 'e', copies: null };
const later = (seconds: number) => new Date(NOW.getTime() + seconds * 1000);
const job: NewImport = {
  ...{ filename: 'a.csv', format: 'csv', product: 'cam', source: null, map: null, dates: null },
  ...{ encoding: null, dryRun: false },
  ...{ fileId: '0123456789abcdef01234567', bytesTotal: 3, createdAt: NOW },
};
const reject = (code: string, kind: Reject['kind'] = 'row'): Reject => ({
  ...{ kind, code, detail: 'd', file: null, line: 1, field: null, start: null, end: null, text: 't' },
});

describe('jobs', () => {
  it('are claimed once, oldest first, whoever asks', async () => {
    const ids = [await store.create(job), await store.create(job), await store.create(job)].map(({ _id }) => _id);
    const claims = await Promise.all(['a', 'b', 'c', 'd'].map((owner) => store.claim(owner, NOW, later(15))));
    const claimed = claims.flatMap((one) => (one === null ? [] : [one._id]));
    expect(claimed.sort()).toEqual(ids);
    expect(claims.filter((one) => one === null)).toHaveLength(1);
  });

  it('are claimed again when the lease ran out, and the first run can no longer write', async () => {
    const { _id } = await store.create(job);
    await store.claim('first', NOW, later(15));
    expect(await store.claim('second', later(14), later(30))).toBeNull();
    const again = { _id, attempts: 2, owner: 'second', brokenOff: true };
    expect(await store.claim('second', later(16), later(31))).toMatchObject(again);
    const lost = { id: _id, owner: 'first' };
    await expect(store.renew(lost, later(60))).rejects.toThrow(LeaseLost);
    const noting = transact((session) => store.note(lost, note, session));
    await expect(noting).rejects.toThrow(LeaseLost);
    expect(await store.finish(lost, { state: 'done', at: NOW })).toBe(false);
    expect(await store.release(lost, 'queued')).toBe(false);
    expect(await store.get(_id)).toMatchObject({ state: 'running', owner: 'second', leaseUntil: later(31) });
  });

  it('keep progress, also over being given back, and end once', async () => {
    const { _id: id } = await store.create(job);
    await store.claim('a', NOW, later(15));
    const lease = { id, owner: 'a' };
    await transact((session) => store.note(lease, note, session));
    const counts = { ...(await store.get(id))!.counts, received: 5, stored: 4 };
    const update = { items: 6, rejects: 1, counts, format: 'csv', bytesRead: 2, rate: 3, secondsLeft: 4 } as const;
    expect(await store.renew(lease, later(20), update)).toMatchObject({ asked: null });
    expect(await store.get(id)).toMatchObject({ ...update, leaseUntil: later(20) });
    expect(await store.release(lease, 'queued')).toBe(true);
    const claimed = await store.claim('b', later(2), later(15));
    const kept = { counts, bytesRead: 2, items: 6, rejects: 1, rate: null, notes: [], brokenOff: false };
    expect(claimed).toMatchObject({ _id: id, ...kept, startedAt: NOW, strikes: 1 });
    expect(await store.finish({ id, owner: 'b' }, { state: 'failed', at: later(1), error: 'why' })).toBe(true);
    expect(await store.get(id)).toMatchObject({ state: 'failed', error: 'why', fileId: null, owner: null, counts });
    expect(await store.claim('c', later(99), later(100))).toBeNull();
  });

  it('hand the notes of the open batch to the next run, until the batch is saved', async () => {
    const { _id: id } = await store.create(job);
    const lease = { id, owner: 'a' };
    await store.claim('a', NOW, later(15));
    for (const at of [1, 2])
      await transact((session) => store.note(lease, { ...note, ids: [at], entry: `e${at}` }, session));
    await store.noteCopies(lease, 'e2', [{ place: 0, kind: 'near' }]);
    expect((await store.get(id))?.notes).toEqual([]); // not read where nobody needs them
    const claimed = await store.claim('b', later(20), later(30));
    expect(claimed?.notes).toEqual([
      { ...note, ids: [1], entry: 'e1' },
      { ...note, ids: [2], entry: 'e2', copies: [{ place: 0, kind: 'near' }] },
    ]);
  });

  it('tell the run what was asked of it, and forget it when that is done', async () => {
    const { _id: id } = await store.create(job);
    await store.claim('a', NOW, later(15));
    expect(await store.move(id, 'queued', { asked: 'cancel' })).toBe(false);
    expect(await store.move(id, 'running', { asked: 'pause' })).toBe(true);
    expect(await store.renew({ id, owner: 'a' }, later(20))).toMatchObject({ asked: 'pause' });
    // A server that stops leaves it to the next.
    await store.release({ id, owner: 'a' }, 'queued');
    expect(await store.claim('b', NOW, later(15))).toMatchObject({ asked: 'pause' });
    await store.release({ id, owner: 'b' }, 'paused');
    expect(await store.get(id)).toMatchObject({ state: 'paused', asked: null, owner: null });
    expect(await store.claim('c', later(99), later(100))).toBeNull();
  });

  it('of an earlier release are read with what came later', async () => {
    await database.connection.collection('imports').insertOne({ _id: 900_001, state: 'queued' } as never);
    expect(await store.get(900_001)).toMatchObject({ notes: [], items: 0, undo: null, encoding: null });
    expect(await store.claim('a', NOW, later(1))).toMatchObject({ _id: 900_001, attempts: 1, strikes: 1, notes: [] });
  });

  it('take a dry run over once, and end its keeping', async () => {
    const { _id: id } = await store.create({ ...job, dryRun: true, fileId: '0123456789abcdef0123456a' });
    await store.claim('a', NOW, later(15));
    await store.finish({ id, owner: 'a' }, { state: 'done', at: NOW, keepUntil: later(60) });
    const dryRun = (await store.get(id))!;
    const jobs = await Promise.all([1, 2, 3].map(() => store.confirm(dryRun, NOW)));
    const made = jobs.filter((one) => one !== null);
    expect(made).toMatchObject([{ confirms: id, fileId: dryRun.fileId, dryRun: false, expected: dryRun.counts }]);
    expect(await store.get(id)).toMatchObject({ confirmedBy: made[0]?._id, fileId: null });
  });

  it('let the files of old dry runs go', async () => {
    const ids = ['b', 'c'].map((last) => `0123456789abcdef0123456${last}`);
    for (const [index, fileId] of ids.entries()) {
      const { _id: id } = await store.create({ ...job, dryRun: true, fileId });
      await store.claim('a', NOW, later(15));
      await store.finish({ id, owner: 'a' }, { state: 'done', at: NOW, keepUntil: later(index * 60) });
    }
    expect(await store.expireFiles(later(30))).toEqual([ids[0]]);
    expect(await Promise.all(ids.map((fileId) => store.usesFile(fileId)))).toEqual([false, true]);
  });

  it('are listed newest first and counted while open', async () => {
    for (let index = 0; index < 5; index += 1) await store.create(job);
    const [first, second] = await store.list(undefined, 2);
    expect(first!._id).toBe(second!._id + 1);
    expect((await store.list(second!._id, 10)).map(({ _id }) => _id)).toEqual([1, 2, 3].map((n) => second!._id - n));
    await store.claim('a', NOW, later(15));
    expect(await store.countOpen()).toBe(5);
  });
});

describe('rejects', () => {
  const row = (columns: string[], cells: string[]) => ({ columns, cells });
  const listed = async (importId: number, filter: Parameters<RejectStore['list']>[1]) =>
    (await store.rejects.list(importId, filter)).map(({ code }) => code);

  it('are listed in order, by kind, each once however often it is saved', async () => {
    const { rejects } = store;
    await rejects.add(1000, 0, [{ reject: reject('old') }]);
    await rejects.add(1000, 0, [{ reject: reject('a') }, { reject: reject('b', 'passage') }]);
    await rejects.add(1000, 1, [{ reject: reject('b', 'passage') }, { reject: reject('c') }]);
    await rejects.add(1001, 0, [{ reject: reject('of another import') }]);
    expect(await listed(1000, { after: -1, limit: 10 })).toEqual(['a', 'b', 'c']);
    expect(await listed(1000, { after: 0, limit: 1 })).toEqual(['b']);
    expect(await listed(1000, { kind: 'row', after: -1, limit: 10 })).toEqual(['a', 'c']);
    expect([await rejects.count(1000), await rejects.count(1000, 'passage')]).toEqual([3, 1]);
    await rejects.add(1000, 3, [{ reject: reject('c') }]);
    expect(await rejects.countByCode(1000)).toEqual([
      { code: 'c', rows: 2 },
      { code: 'a', rows: 1 },
    ]);
    await rejects.dropFrom(1000, 1);
    expect(await listed(1000, { after: -1, limit: 10 })).toEqual(['a']);
  });

  it('keep their rows up to a limit, and know which headers there were', async () => {
    const { rejects } = store;
    const long = 'x'.repeat(70_000);
    await rejects.add(1002, 0, [
      { reject: reject('a'), row: row(['text', 'stars'], ['', '4']) },
      { reject: reject('no row') },
      { reject: reject('b'), row: row(['body'], [long]) },
      { reject: reject('c'), row: row(['text', 'stars'], [long, '5']) },
    ]);
    expect(await rejects.headers(1002)).toEqual([['text', 'stars'], ['body']]);
    const rows: StoredReject['row'][] = [];
    for await (const { row: kept } of rejects.rows(1002)) rows.push(kept);
    const cut = 'x'.repeat(65_536);
    expect(rows).toEqual([
      { ...row(['text', 'stars'], ['', '4']), cut: false },
      null,
      { ...row(['body'], [cut]), cut: true },
      { ...row(['text', 'stars'], [cut, '']), cut: true },
    ]);
  });
});

describe('uploads', () => {
  const chunks = () => database.connection.collection('uploads.chunks').countDocuments();
  const read = async (fileId: string) => {
    const parts: Uint8Array[] = [];
    for await (const part of store.uploads.open(fileId)) parts.push(part);
    return Buffer.concat(parts);
  };

  it('come back byte for byte and can be dropped', async () => {
    const bytes = Buffer.alloc(2_500_000, 'abc\0\xff');
    const { fileId, bytes: length } = await store.uploads.save(inChunks(bytes, 65_536), 'a.csv');
    expect(length).toBe(bytes.length);
    expect((await read(fileId)).equals(bytes)).toBe(true);
    await store.uploads.drop(fileId);
    expect(await chunks()).toBe(0);
  });

  it('leave nothing when the stream breaks off', async () => {
    async function* broken() {
      yield Buffer.alloc(3_000_000);
      throw new Error('gone');
    }
    await expect(store.uploads.save(broken(), 'a.csv')).rejects.toThrow('gone');
    expect(await chunks()).toBe(0);
  });

  it('are swept when no job names them and they are old', async () => {
    const kept = await store.uploads.save(inChunks('kept'), 'a');
    const orphan = await store.uploads.save(inChunks('orphan'), 'b');
    await store.create({ ...job, fileId: kept.fileId });
    expect(await store.uploads.sweep(new Date(Date.now() - 60_000), store.usesFile)).toBe(0);
    expect(await store.uploads.sweep(new Date(Date.now() + 60_000), store.usesFile)).toBe(1);
    expect((await read(kept.fileId)).toString()).toBe('kept');
    await expect(read(orphan.fileId)).rejects.toThrow();
    await store.uploads.drop(kept.fileId);
  });
});
