import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { CreateImport, ImportView } from '../../../server/contract/imports.ts';
import { AppError } from '../../../server/errors.ts';
import { createImportService, type ImportService } from '../../../server/ingest/import-service.ts';
import { createImportStore, type ImportStore } from '../../../server/ingest/import-store.ts';
import { importId } from '../../../server/ingest/import-view.ts';
import type { Intake } from '../../../server/reviews/intake.ts';
import { openTestDatabase, type TestDatabase } from '../../support/database.ts';
import { fakeIntake, manyRows } from './fake-intake.ts';
import { inChunks } from './read-all.ts';

let database: TestDatabase;
let store: ImportStore;
let last = 0;
const services: ImportService[] = [];
const log = { info: () => {}, warn: () => {}, error: () => {} };

beforeAll(async () => {
  database = await openTestDatabase('import-service');
  store = createImportStore(database.connection, async () => {
    last += 1;
    return last;
  });
  await store.prepare();
});
afterAll(() => database.close());
beforeEach(async () => {
  await database.connection.collection('imports').deleteMany({});
});
afterEach(async () => {
  await Promise.all(services.splice(0).map((service) => service.stop()));
});

const serve = (intake: Intake, preview: Intake = intake, leaseMs = 600): ImportService => {
  const service = createImportService({ store, intake, preview, now: () => new Date(), log, leaseMs, pollMs: 20 });
  services.push(service);
  return service;
};
const upload = (service: ImportService, text: string, request: CreateImport = {}) =>
  service.create({ chunks: inChunks(text, 4096), request: { product: 'cam', filename: 'a.ndjson', ...request } });
const end = async (service: ImportService, { id }: ImportView): Promise<ImportView[]> => {
  const views: ImportView[] = [];
  for await (const view of service.watch(Number(id.slice(2)))) views.push(view);
  return views;
};
const chunksLeft = () => database.connection.collection('uploads.chunks').countDocuments();

describe('a job', () => {
  it('waits with its bytes stored, is run, reports, and drops the bytes', async () => {
    const { intake, stored, contexts } = fakeIntake();
    const service = serve(intake);
    const file = manyRows(1200);
    const created = await upload(service, file, { source: 'shop' });
    expect(created).toMatchObject({ state: 'queued', format: 'ndjson', source: 'shop', bytes: { total: file.length } });
    expect(await chunksLeft()).toBe(1);
    service.start();
    const views = await end(service, created);
    expect(views.at(-1)).toMatchObject({
      ...{ id: created.id, state: 'done', error: null, bytes: { total: file.length, read: file.length } },
      counts: { received: 1212, stored: 1200, rejected: 12, unchanged: 0 },
    });
    expect(stored.get('review 7')).toMatchObject({ product: 'cam', source: 'shop' });
    expect(new Set(contexts)).toEqual(new Set([Number(created.id.slice(2))]));
    await expect.poll(chunksLeft).toBe(0);
  });

  it('pages through its rejects', async () => {
    const service = serve(fakeIntake().intake);
    service.start();
    const created = await upload(service, manyRows(500));
    await end(service, created);
    const id = Number(created.id.slice(2));
    const first = await service.rejects(id, { limit: 3 });
    expect(first).toMatchObject({ total: 5, next: 2 });
    const rest = await service.rejects(id, { after: first.next!, limit: 3 });
    expect(rest.next).toBeNull();
    expect([...first.items, ...rest.items].map(({ line }) => line)).toEqual([101, 202, 303, 404, 505]);
  });

  it('of a dry run asks the preview and stores nothing', async () => {
    const real = fakeIntake();
    const preview = fakeIntake();
    const service = serve(real.intake, preview.intake);
    service.start();
    const created = await upload(service, manyRows(10), { dryRun: true } as CreateImport);
    expect((await end(service, created)).at(-1)).toMatchObject({ state: 'done', dryRun: true, counts: { stored: 10 } });
    expect([real.contexts, preview.contexts]).toEqual([[], [undefined]]);
  });

  it('is refused before it is stored when the file cannot be read', async () => {
    const service = serve(fakeIntake().intake);
    await expect(upload(service, 'colour,size\nred,1\n', { filename: 'a.csv' })).rejects.toMatchObject({
      code: 'unknown-header',
    });
    expect([await chunksLeft(), (await service.list({ limit: 5 })).items]).toEqual([0, []]);
  });

  it('fails with the reason when the file turns out unreadable', async () => {
    const service = serve(fakeIntake().intake);
    service.start();
    const created = await service.create({
      chunks: inChunks(Buffer.from([0x61, 0x20, 0xff, 0x62])),
      request: { product: 'cam', format: 'page' },
    });
    expect((await end(service, created)).at(-1)).toMatchObject({
      state: 'failed',
      error: expect.stringContaining('UTF-8'),
    });
    await expect.poll(chunksLeft).toBe(0);
  });
});

describe('when a server goes away', () => {
  it('its job is run again from the start by another, and no row is doubled', async () => {
    const { intake, stored } = fakeIntake();
    const service = serve(intake);
    const created = await upload(service, manyRows(1200));
    // A server that was killed after its first batch: the lease runs out, nobody renews it.
    const past = new Date(Date.now() - 1000);
    const job = await store.claim('killed', new Date(), past);
    await store.addRejects(job!, 0, [
      { kind: 'row', code: 'x', detail: '', file: null, line: 1, field: null, start: null, end: null, text: '' },
    ]);
    for (let index = 0; index < 500; index += 1) stored.set(`review ${index}`, {} as never);
    service.start();
    const final = (await end(service, created)).at(-1)!;
    expect(final).toMatchObject({
      state: 'done',
      counts: { received: 1212, stored: 700, unchanged: 500, rejected: 12 },
    });
    expect(stored.size).toBe(1200);
    expect((await service.rejects(Number(created.id.slice(2)), { limit: 50 })).total).toBe(12);
  });

  it('a stopping server gives its job back at once', async () => {
    const slow = fakeIntake(() => sleep(60));
    const one = serve(slow.intake, slow.intake, 60_000);
    const created = await upload(one, manyRows(5000));
    one.start();
    await expect.poll(() => slow.contexts.length).toBeGreaterThan(1);
    await one.stop();
    expect(await one.get(Number(created.id.slice(2)))).toMatchObject({ state: 'queued' });
    const two = serve(slow.intake);
    two.start();
    expect((await end(two, created)).at(-1)).toMatchObject({ state: 'done', counts: { received: 5050 } });
    expect(slow.stored.size).toBe(5000);
  });

  it('a stopping server ends its event streams', async () => {
    const service = serve(fakeIntake().intake);
    const watching = end(service, await upload(service, manyRows(3)));
    await sleep(50);
    await service.stop();
    expect(await watching).toMatchObject([{ state: 'queued' }]);
  });

  it('two servers share the work, and no job is run twice', async () => {
    const shared = fakeIntake(() => sleep(5));
    const [one, two] = [serve(shared.intake), serve(shared.intake)];
    const jobs: ImportView[] = [];
    for (let index = 0; index < 6; index += 1) jobs.push(await upload(one, manyRows(20)));
    one.start();
    two.start();
    for (const job of jobs)
      expect((await end(two, job)).at(-1)).toMatchObject({ state: 'done', counts: { received: 20 } });
    expect([...shared.contexts].sort()).toEqual(jobs.map(({ id }) => Number(id.slice(2))).sort());
  });

  it('a run that lost its lease stops and does not touch the job', async () => {
    const slow = fakeIntake(() => sleep(50));
    const service = serve(slow.intake, slow.intake, 300);
    const created = await upload(service, manyRows(20_000));
    service.start();
    await expect.poll(() => slow.contexts.length).toBeGreaterThan(0);
    await database.connection
      .collection('imports')
      .updateOne({}, { $set: { owner: 'other', leaseUntil: new Date(Date.now() + 60_000) } });
    await sleep(500);
    const calls = slow.contexts.length;
    await sleep(300);
    expect(slow.contexts.length).toBe(calls);
    expect(await store.get(Number(created.id.slice(2)))).toMatchObject({ state: 'running', owner: 'other' });
  });

  it('an intake that fails for a while is tried again', async () => {
    const flaky = fakeIntake((call) => {
      if (call === 2) throw new AppError('database-unavailable', 503, 'Not now.');
    });
    const service = serve(flaky.intake);
    service.start();
    const created = await upload(service, manyRows(1200));
    expect((await end(service, created)).at(-1)).toMatchObject({ state: 'done', counts: { received: 1212 } });
    expect(flaky.stored.size).toBe(1200);
  });
});

describe('a direct import', () => {
  const direct = (service: ImportService, text: string, more = {}) =>
    service.runDirect({ chunks: inChunks(text, 4096), request: { product: 'cam' }, bytesTotal: text.length, ...more });

  it('runs at once, leaves a job, and tells its progress', async () => {
    const { intake, stored } = fakeIntake();
    const service = serve(intake);
    const steps: number[] = [];
    const view = await direct(service, manyRows(1200), {
      onProgress: ({ counts }: { counts: { received: number } }) => void steps.push(counts.received),
    });
    expect(view).toMatchObject({ state: 'done', counts: { received: 1212, stored: 1200, rejected: 12 } });
    expect(steps).toEqual([500, 1000, 1212]);
    expect([stored.size, await service.get(Number(view.id.slice(2)))]).toEqual([1200, view]);
    expect(await service.countOpen()).toBe(0);
  });

  it('throws what failed and marks the job', async () => {
    const service = serve(async () => {
      throw new Error('no disk');
    });
    await expect(direct(service, manyRows(3))).rejects.toThrow('no disk');
    expect((await service.list({ limit: 1 })).items[0]).toMatchObject({ state: 'failed', error: expect.any(String) });
  });

  it('that was killed ends as failed, since its bytes are not here', async () => {
    const service = serve(fakeIntake().intake);
    const job = { filename: 'a', format: 'csv', product: null, source: null, dryRun: false } as const;
    const lease = { owner: 'killed', until: new Date(Date.now() - 1) };
    const { _id } = await store.create({ ...job, fileId: null, bytesTotal: null, createdAt: new Date() }, lease);
    service.start();
    const [final] = (await end(service, { id: importId(_id) } as ImportView)).slice(-1);
    expect(final).toMatchObject({ state: 'failed', error: expect.stringContaining('import it again') });
  });
});

it('an import that does not exist is not found', async () => {
  const service = serve(fakeIntake().intake);
  await expect(service.get(999_999)).rejects.toMatchObject({ status: 404 });
  await expect(service.rejects(999_999, { limit: 1 })).rejects.toMatchObject({ status: 404 });
  await expect(service.watch(999_999).next()).rejects.toMatchObject({ status: 404 });
});
