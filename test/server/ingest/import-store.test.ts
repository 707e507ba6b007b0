import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Reject } from '../../../server/contract/imports.ts';
import { createImportStore, type ImportStore, type NewImport } from '../../../server/ingest/import-store.ts';
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

const later = (seconds: number) => new Date(NOW.getTime() + seconds * 1000);
const job: NewImport = {
  ...{ filename: 'a.csv', format: 'csv', product: 'cam', source: null, dryRun: false },
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
    expect(await store.claim('second', later(16), later(31))).toMatchObject({ _id, attempts: 2, owner: 'second' });
    const lost = { id: _id, owner: 'first' };
    expect(await store.renew(lost, later(60))).toBe(false);
    expect(await store.finish(lost, { at: NOW, error: null })).toBe(false);
    expect(await store.release(lost)).toBe(false);
    expect(await store.get(_id)).toMatchObject({ state: 'running', owner: 'second', leaseUntil: later(31) });
  });

  it('keep progress, end once, and are given back on request', async () => {
    const { _id: id } = await store.create(job);
    await store.claim('a', NOW, later(15));
    const counts = { ...(await store.get(id))!.counts, received: 5, stored: 4 };
    expect(await store.renew({ id, owner: 'a' }, later(20), { counts, format: 'csv', bytesRead: 2 })).toBe(true);
    expect(await store.get(id)).toMatchObject({ counts, bytesRead: 2, leaseUntil: later(20) });
    expect(await store.release({ id, owner: 'a' })).toBe(true);
    expect(await store.claim('b', NOW, later(15))).toMatchObject({ _id: id, counts: { received: 0 }, bytesRead: 0 });
    expect(await store.finish({ id, owner: 'b' }, { at: later(1), error: 'why' })).toBe(true);
    expect(await store.get(id)).toMatchObject({ state: 'failed', error: 'why', fileId: null, owner: null });
    expect(await store.claim('c', later(99), later(100))).toBeNull();
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
  it('are listed in order, by kind, of the last run only', async () => {
    const first = { _id: 1000, attempts: 1 };
    const second = { _id: 1000, attempts: 2 };
    await store.addRejects(first, 0, [reject('old')]);
    await store.dropEarlierRejects(second);
    await store.addRejects(second, 0, [reject('a'), reject('b', 'passage')]);
    await store.addRejects(second, 2, [reject('c')]);
    await store.addRejects(first, 1, [reject('from a run that lost its lease')]);
    const codes = async (filter: Parameters<ImportStore['listRejects']>[1]) =>
      (await store.listRejects(second, filter)).map(({ code }) => code);
    expect(await codes({ after: -1, limit: 10 })).toEqual(['a', 'b', 'c']);
    expect(await codes({ after: 0, limit: 1 })).toEqual(['b']);
    expect(await codes({ kind: 'row', after: -1, limit: 10 })).toEqual(['a', 'c']);
    expect([await store.countRejects(second), await store.countRejects(second, 'passage')]).toEqual([3, 1]);
    await store.addRejects(second, 3, [reject('c')]);
    expect(await store.countRejectsByCode(second)).toEqual([
      { code: 'c', rows: 2 },
      { code: 'a', rows: 1 },
    ]);
    expect(await database.connection.collection('rejects').countDocuments({ importId: 1000, attempt: 1 })).toBe(1);
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
