import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ColumnMap, CreateImport, ImportFormat, ImportView, Reject } from '../contract/imports.ts';
import { notFound } from '../errors.ts';
import { createControlImport } from './control-import.ts';
import type { StoredImport } from './import-model.ts';
import { createImportRunner, type RunnerDeps } from './import-runner.ts';
import { isOver } from './import-states.ts';
import { toImportView, toRejectView } from './import-view.ts';
import { inspectImport } from './read-import.ts';
import { writeRejectFile } from './reject-file.ts';
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
  /** @throws AppError `not-found`, `import-state` (409) */
  ask(id: number, operation: 'pause' | 'resume' | 'cancel'): Promise<ImportView>;
  /** Takes an import back, or does it again, in the background. @throws as `ask`, and `decided-since` (409) */
  turn(id: number, direction: 'undo' | 'redo', actor: string): Promise<ImportView>;
  /** The new job that does what a dry run told of. @throws as `ask` */
  confirm(id: number): Promise<ImportView>;
  /** In the order of the file; `next` is the place to go on behind. */
  rejects(id: number, options: ListRejects): Promise<{ items: Reject[]; total: number; next: number | null }>;
  /** The faulty rows as CSV, to be corrected and imported again. */
  rejectFile(id: number): Promise<AsyncIterable<string>>;
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
  const { store, now, columnMaps } = deps;
  const { rejects } = store;
  const runner = createImportRunner(deps);
  const control = createControlImport({ ...deps, wake: runner.wake });
  const closing = new AbortController();
  const view = (job: StoredImport) => toImportView(job, now());

  const inspect = async ({ chunks, request, declared }: ImportFile) => {
    const { format, product, source, filename = 'upload', map: given, dates, encoding, dryRun = false } = request;
    const inspected = await inspectImport(chunks, {
      ...{ format, product, source, filename, declared, map: given, dates, encoding, now },
      rememberedMap: columnMaps?.find,
    });
    const { header, close } = inspected;
    if (given && header)
      await columnMaps?.remember(header).catch(async (error: unknown) => {
        await close();
        throw error;
      });
    const map: ColumnMap | null = given ?? (header?.from === 'remembered' ? header.map : null);
    const settings = {
      ...{ product: product ?? null, source: source ?? null, map },
      ...{ dates: dates ?? null, encoding: encoding ?? null },
    };
    const job = { filename, format: inspected.format, dryRun, ...settings };
    return { job: { ...job, createdAt: now() }, chunks: inspected.chunks, close };
  };

  const load = async (id: number): Promise<StoredImport> => {
    const job = await store.get(id);
    if (job === null) throw notFound('import');
    return job;
  };

  return {
    async create(file) {
      const { job, chunks, close } = await inspect(file);
      const { fileId, bytes } = await store.uploads.save(chunks, job.filename).finally(close);
      const created = await store.create({ ...job, fileId, bytesTotal: bytes });
      runner.wake();
      return view(created);
    },

    async runDirect(file) {
      const { job, chunks, close } = await inspect(file);
      try {
        const lease = { owner: randomUUID(), until: runner.leaseUntil() };
        const created = await store.create({ ...job, fileId: null, bytesTotal: file.bytesTotal }, lease);
        const failure = await runner.run(created, chunks, file);
        if (failure !== undefined) throw failure;
        return view(await load(created._id));
      } finally {
        await close();
      }
    },

    get: async (id) => view(await load(id)),
    ask: async (id, operation) => view(await control.ask(id, operation)),
    turn: async (id, direction, actor) => view(await control[direction](id, actor)),
    confirm: async (id) => view(await control.confirm(id)),

    async list({ before, limit }) {
      const { items, next } = pageOf(await store.list(before, limit + 1), limit, (job) => job._id);
      return { items: items.map(view), next };
    },

    async rejects(id, { kind, after = -1, limit }) {
      await load(id);
      const [rows, total] = await Promise.all([
        rejects.list(id, { kind, after, limit: limit + 1 }),
        rejects.count(id, kind),
      ]);
      const { items, next } = pageOf(rows, limit, (row) => row.seq);
      return { items: items.map(toRejectView), total, next };
    },

    async rejectFile(id) {
      await load(id);
      return writeRejectFile(await rejects.headers(id), rejects.rows(id));
    },

    countRejectsByCode: (id) => rejects.countByCode(id),

    async *watch(id, until) {
      const signal = AbortSignal.any(until === undefined ? [closing.signal] : [closing.signal, until]);
      let last = '';
      for (;;) {
        const current = view(await load(id));
        const text = JSON.stringify(current);
        if (text !== last) yield current;
        last = text;
        if (isOver(current.state) || signal.aborted) return;
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
