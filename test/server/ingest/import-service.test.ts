import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { CreateImport, ImportView, Reject } from '../../../server/contract/imports.ts';
import { AppError } from '../../../server/errors.ts';
import { noCounts } from '../../../server/ingest/import-counts.ts';
import { createImportService, type ImportService } from '../../../server/ingest/import-service.ts';
import { createImportStore, type ImportStore } from '../../../server/ingest/import-store.ts';
import { importId } from '../../../server/public-ids.ts';
import type { Intake } from '../../../server/reviews/intake.ts';
import { openTestDatabase, type TestDatabase } from '../../support/database.ts';
import { fakeIntake, fakeParts, manyRows } from './fake-intake.ts';
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
  for (const name of ['imports', 'uploads.files', 'uploads.chunks'])
    await database.connection.collection(name).deleteMany({});
});
afterEach(async () => {
  await Promise.all(services.splice(0).map((service) => service.stop()));
});

const serve = (intake: Intake, preview: Intake = intake, leaseMs = 2000): ImportService => {
  const service = createImportService({
    store,
    intake,
    ...fakeParts(preview),
    now: () => new Date(),
    log,
    leaseMs,
    pollMs: 20,
  });
  services.push(service);
  return service;
};
const upload = (service: ImportService, text: string | Buffer, request: CreateImport = {}) =>
  service.create({ chunks: inChunks(text, 4096), request: { product: 'cam', filename: 'a.ndjson', ...request } });
const end = async (service: ImportService, { id }: ImportView): Promise<ImportView[]> => {
  const views: ImportView[] = [];
  for await (const view of service.watch(Number(id.slice(2)))) views.push(view);
  return views;
};
const plain = { map: null, dates: null, encoding: null, dryRun: false } as const;
const reject = (code: string): Reject => ({
  ...{ kind: 'row', code, detail: '', file: null, line: 1, field: null, start: null, end: null, text: '' },
});
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
  it('its job is gone on with by another behind the last batch that was saved', async () => {
    const { intake, stored, contexts } = fakeIntake();
    const service = serve(intake);
    const created = await upload(service, manyRows(1200));
    // A server that was killed after its first batch: the lease runs out, nobody renews it.
    const past = new Date(Date.now() - 1000);
    const { _id: id } = (await store.claim('killed', new Date(), past))!;
    const counts = { ...noCounts(), received: 500, stored: 496, rejected: 4 };
    const pace = { rate: null, secondsLeft: null };
    const update = { items: 500, rejects: 4, counts, format: 'ndjson', bytesRead: 9000, ...pace } as const;
    await store.renew({ id, owner: 'killed' }, past, update);
    await store.rejects.add(id, 4, [{ reject: reject('of the batch that was not saved') }]);
    service.start();
    const final = (await end(service, created)).at(-1)!;
    expect(final).toMatchObject({
      ...{ state: 'done', attempts: 2, bytes: { read: final.bytes.total } },
      counts: { received: 1212, stored: 1200, unchanged: 0, rejected: 12 },
    });
    expect([stored.size, stored.has('review 495'), stored.has('review 496'), contexts.length]).toEqual([
      ...[704, false, true],
      ...[2],
    ]);
    const { items } = await service.rejects(id, { limit: 50 });
    expect(items.map(({ line }) => line)).toEqual([505, 606, 707, 808, 909, 1010, 1111, 1212]);
  });

  it('its job is gone on with in the encoding that was said', async () => {
    const { intake, stored } = fakeIntake();
    const service = serve(intake);
    const rows = Array.from({ length: 600 }, (_, index) => `caf\xe9 ${index}\n`).join('');
    const options = { encoding: 'windows-1252', filename: 'a.csv' } as CreateImport;
    const created = await upload(service, Buffer.from(`text\n${rows}`, 'latin1'), options);
    const past = new Date(Date.now() - 1000);
    const { _id: id } = (await store.claim('killed', new Date(), past))!;
    const counts = { ...noCounts(), received: 500, stored: 500 };
    const pace = { rate: null, secondsLeft: null };
    await store.renew({ id, owner: 'killed' }, past, {
      ...{ items: 500, rejects: 0, counts, format: 'csv', bytesRead: 4000, ...pace },
    });
    service.start();
    expect((await end(service, created)).at(-1)).toMatchObject({
      ...{ state: 'done', attempts: 2, encoding: 'windows-1252', counts: { received: 600, stored: 600, rejected: 0 } },
    });
    expect([stored.size, stored.has('café 500'), stored.has('café 599')]).toEqual([100, true, true]);
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
    const job = { filename: 'a', format: 'csv', product: null, source: null, ...plain } as const;
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

describe('asked for', () => {
  const idOf = ({ id }: ImportView) => Number(id.slice(2));
  const begin = async (rows = 5000) => {
    const slow = fakeIntake(() => sleep(40));
    const service = serve(slow.intake, slow.intake, 60_000);
    const created = await upload(service, manyRows(rows));
    service.start();
    await expect.poll(() => slow.contexts.length).toBeGreaterThan(1);
    return { ...slow, service, id: idOf(created) };
  };
  const state = (service: ImportService, id: number) => service.get(id).then((view) => view.state);

  it('a pause comes after the batch at hand, and resuming goes on where it was', async () => {
    const { service, id, stored, contexts } = await begin();
    expect(await service.ask(id, 'pause')).toMatchObject({ state: 'running', asked: 'pause' });
    await expect.poll(() => state(service, id)).toBe('paused');
    const paused = await service.get(id);
    expect(paused).toMatchObject({ asked: null, can: ['resume', 'cancel'], rate: null, error: null });
    expect(paused.counts.stored).toBe(stored.size);
    const calls = contexts.length;
    await sleep(200);
    expect(contexts.length).toBe(calls);
    expect(['queued', 'running']).toContain((await service.ask(id, 'resume')).state);
    const views = await end(service, paused);
    expect(views.at(-1)).toMatchObject({
      ...{ state: 'done', attempts: 2, startedAt: paused.startedAt },
      counts: { received: 5050, stored: 5000, unchanged: 0, rejected: 50 },
    });
    expect(views.some(({ rate, secondsLeft }) => (rate ?? 0) > 0 && secondsLeft !== null)).toBe(true);
    expect((await service.rejects(id, { limit: 1 })).total).toBe(50);
  });

  it('a cancel comes after the batch at hand; what is stored stays and is told', async () => {
    const { service, id, stored } = await begin();
    await service.ask(id, 'cancel');
    const final = (await end(service, { id: importId(id) } as ImportView)).at(-1)!;
    expect(final).toMatchObject({ state: 'cancelled', can: ['undo'], counts: { stored: stored.size } });
    expect(final.finishedAt).not.toBeNull();
    await expect.poll(chunksLeft).toBe(0);
  });

  it('what waits or is paused is cancelled at once, and its bytes go', async () => {
    const service = serve(fakeIntake().intake);
    const waiting = idOf(await upload(service, manyRows(5)));
    expect(await service.ask(waiting, 'cancel')).toMatchObject({ state: 'cancelled', can: [] });
    const paused = idOf(await upload(service, manyRows(5)));
    await service.ask(paused, 'pause');
    expect(await service.ask(paused, 'cancel')).toMatchObject({ state: 'cancelled' });
    expect(await chunksLeft()).toBe(0);
    service.start();
    await sleep(100);
    expect(await state(service, waiting)).toBe('cancelled');
  });

  it('what is asked of a server that dies is done by the next', async () => {
    const service = serve(fakeIntake().intake);
    const id = idOf(await upload(service, manyRows(5)));
    await store.claim('killed', new Date(), new Date(Date.now() - 1));
    await service.ask(id, 'cancel');
    service.start();
    await expect.poll(() => state(service, id)).toBe('cancelled');
    expect((await service.get(id)).counts.received).toBe(0);
  });

  it('a command that reads its file itself can be cancelled, not paused', async () => {
    const slow = fakeIntake(() => sleep(40));
    const service = serve(slow.intake, slow.intake, 60_000);
    const text = manyRows(20_000);
    const running = service.runDirect({ chunks: inChunks(text, 4096), request: { product: 'cam' }, bytesTotal: null });
    const outcome = expect(running).rejects.toMatchObject({ code: 'import-cancelled', status: 409 });
    await expect.poll(() => slow.contexts.length).toBeGreaterThan(1);
    const id = idOf((await service.list({ limit: 1 })).items[0]!);
    await expect(service.ask(id, 'pause')).rejects.toMatchObject({ code: 'import-state', status: 409 });
    await service.ask(id, 'cancel');
    await outcome;
    expect(await service.get(id)).toMatchObject({ state: 'cancelled', counts: { stored: slow.stored.size } });
  });
});

describe('a dry run', () => {
  const dryRun = async (real = fakeIntake(), preview = fakeIntake()) => {
    const service = serve(real.intake, preview.intake);
    service.start();
    const options = { dryRun: true, source: 'shop', dates: 'day-first' } as CreateImport;
    const [final] = (await end(service, await upload(service, manyRows(600), options))).slice(-1) as [ImportView];
    return { real, service, final, id: Number(final.id.slice(2)) };
  };

  it('keeps its file, and is confirmed once: the same file with the same settings', async () => {
    const { real, service, final, id } = await dryRun();
    expect(final).toMatchObject({ state: 'done', can: ['confirm'], counts: { stored: 600, rejected: 6 } });
    expect(Date.parse(final.confirmUntil!) - Date.parse(final.finishedAt!)).toBe(24 * 3_600_000);
    expect([await chunksLeft(), real.stored.size]).toEqual([1, 0]);
    const confirming = await service.confirm(id);
    const settings = { filename: 'a.ndjson', source: 'shop', product: 'cam', dates: 'day-first' };
    expect(confirming).toMatchObject({ ...settings, dryRun: false, confirms: final.id, differsFromDryRun: null });
    expect((await end(service, confirming)).at(-1)).toMatchObject({
      ...{ state: 'done', differsFromDryRun: false },
      counts: final.counts,
    });
    expect(real.stored.size).toBe(600);
    expect(await service.get(id)).toMatchObject({ confirmedBy: confirming.id, can: [], confirmUntil: null });
    await expect(service.confirm(id)).rejects.toMatchObject({ code: 'import-state', status: 409 });
    await expect.poll(chunksLeft).toBe(0);
  });

  it('is confirmed in the encoding that it was read by', async () => {
    const real = fakeIntake();
    const preview = fakeIntake();
    const service = serve(real.intake, preview.intake);
    service.start();
    const options = { dryRun: true, encoding: 'windows-1252', filename: 'a.csv' } as CreateImport;
    const created = await upload(service, Buffer.from('text\n\x93caf\xe9\x94\n', 'latin1'), options);
    const final = (await end(service, created)).at(-1)!;
    expect(final).toMatchObject({ encoding: 'windows-1252', counts: { stored: 1, rejected: 0 } });
    const confirming = await service.confirm(Number(final.id.slice(2)));
    expect(confirming.encoding).toBe('windows-1252');
    expect((await end(service, confirming)).at(-1)).toMatchObject({ state: 'done', differsFromDryRun: false });
    expect([...preview.stored.keys(), ...real.stored.keys()]).toEqual(['“café”', '“café”']);
  });

  it('that says something else than what came of it is told of', async () => {
    const { real, service, id } = await dryRun();
    real.stored.set('review 3', {} as never);
    const confirming = await service.confirm(id);
    expect((await end(service, confirming)).at(-1)).toMatchObject({
      ...{ state: 'done', differsFromDryRun: true },
      counts: { stored: 599, unchanged: 1 },
    });
  });

  it('of a server that was killed begins anew', async () => {
    const preview = fakeIntake();
    const service = serve(fakeIntake().intake, preview.intake);
    const created = await upload(service, manyRows(600), { dryRun: true } as CreateImport);
    const past = new Date(Date.now() - 1);
    const { _id: id } = (await store.claim('killed', new Date(), past))!;
    const counts = { ...noCounts(), received: 500, stored: 496, rejected: 4 };
    const update = {
      items: 500,
      rejects: 4,
      counts,
      format: 'ndjson',
      bytesRead: 1,
      rate: null,
      secondsLeft: null,
    } as const;
    await store.renew({ id, owner: 'killed' }, past, update);
    service.start();
    expect((await end(service, created)).at(-1)).toMatchObject({ counts: { received: 606, stored: 600 } });
    expect(preview.stored.size).toBe(600);
  });
});
