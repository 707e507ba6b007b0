import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { CreateImport, ImportFormat, ImportView, Reject } from '../contract/imports.ts';
import { notFound } from '../errors.ts';
import type { StoredImport } from './import-model.ts';
import { createImportRunner, type RunnerDeps } from './import-runner.ts';
import { toImportView, toRejectView } from './import-view.ts';
import { inspectImport } from './read-import.ts';
import type { ImportProgress } from './run-import.ts';

/** A file on its way in: its bytes, what the caller says of it, and what its name or media type says of its format. */
interface ImportFile {
  chunks: AsyncIterable<Uint8Array>;
  request: CreateImport;
  declared?: Exclude<ImportFormat, 'auto'> | undefined;
}

interface DirectImport extends ImportFile {
  bytesTotal: number | null;
  onProgress?: ((progress: ImportProgress) => void) | undefined;
  signal?: AbortSignal | undefined;
}

export interface ImportService {
  /** Stores the file durably as a job that waits. Throws what `inspectImport` throws, before anything is stored. */
  create(file: ImportFile): Promise<ImportView>;
  /** Imports at once, in this process, straight from the stream. Throws what refuses or breaks off the file. */
  runDirect(file: DirectImport): Promise<ImportView>;
  get(id: number): Promise<ImportView>;
  /** Newest first; `next` is the id to go on below. */
  list(options: { before?: number | undefined; limit: number }): Promise<{ items: ImportView[]; next: number | null }>;
  /** In the order of the file; `next` is the place to go on behind. */
  rejects(id: number, options: ListRejects): Promise<{ items: Reject[]; total: number; next: number | null }>;
  /** Faulty rows of each code, the most frequent first. */
  countRejectsByCode(id: number): Promise<{ code: string; rows: number }[]>;
  /** The job now, then whenever it has changed, until it is over or the signal is aborted. */
  watch(id: number, signal?: AbortSignal): AsyncGenerator<ImportView>;
  countOpen(): Promise<number>;
  /** Takes up waiting jobs, those of killed servers too, until `stop`, which gives back the job at hand and ends every `watch`. */
  start(): void;
  stop(): Promise<void>;
}

interface ListRejects {
  kind?: Reject['kind'] | undefined;
  after?: number | undefined;
  limit: number;
}

const WATCH_MS = 300;

/** The rows of a page and the position of the next one, out of one row more than was asked for. */
const pageOf = <T>(rows: readonly T[], limit: number, position: (row: T) => number) => {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, next: rows.length > limit && last !== undefined ? position(last) : null };
};

export function createImportService(deps: RunnerDeps): ImportService {
  const { store, now } = deps;
  const runner = createImportRunner(deps);
  const closing = new AbortController();

  const inspect = async ({ chunks, request, declared }: ImportFile) => {
    const { format, product, source, filename = 'upload', dryRun = false } = request;
    const inspected = await inspectImport(chunks, { format, product, source, filename, declared, now });
    const job = { filename, format: inspected.format, dryRun, product: product ?? null, source: source ?? null };
    return { job: { ...job, createdAt: now() }, chunks: inspected.chunks };
  };

  const load = async (id: number): Promise<StoredImport> => {
    const job = await store.get(id);
    if (job === null) throw notFound('import');
    return job;
  };

  return {
    async create(file) {
      const { job, chunks } = await inspect(file);
      const { fileId, bytes } = await store.uploads.save(chunks, job.filename);
      const created = await store.create({ ...job, fileId, bytesTotal: bytes });
      runner.wake();
      return toImportView(created);
    },

    async runDirect(file) {
      const { job, chunks } = await inspect(file);
      const lease = { owner: randomUUID(), until: runner.leaseUntil() };
      const created = await store.create({ ...job, fileId: null, bytesTotal: file.bytesTotal }, lease);
      const failure = await runner.run(created, chunks, file);
      if (failure !== undefined) throw failure;
      return toImportView(await load(created._id));
    },

    get: async (id) => toImportView(await load(id)),

    async list({ before, limit }) {
      const { items, next } = pageOf(await store.list(before, limit + 1), limit, (job) => job._id);
      return { items: items.map(toImportView), next };
    },

    async rejects(id, { kind, after = -1, limit }) {
      const job = await load(id);
      const [rows, total] = await Promise.all([
        store.listRejects(job, { kind, after, limit: limit + 1 }),
        store.countRejects(job, kind),
      ]);
      const { items, next } = pageOf(rows, limit, (row) => row.seq);
      return { items: items.map(toRejectView), total, next };
    },

    countRejectsByCode: async (id) => store.countRejectsByCode(await load(id)),

    async *watch(id, until) {
      const signal = AbortSignal.any(until === undefined ? [closing.signal] : [closing.signal, until]);
      let last = '';
      for (;;) {
        const view = toImportView(await load(id));
        const text = JSON.stringify(view);
        if (text !== last) yield view;
        last = text;
        if (view.state === 'done' || view.state === 'failed' || signal.aborted) return;
        await sleep(WATCH_MS, undefined, { signal }).catch(() => undefined); // aborted: ends above
      }
    },

    countOpen: () => store.countOpen(),
    start: () => runner.start(),
    async stop() {
      closing.abort();
      await runner.stop();
    },
  };
}
