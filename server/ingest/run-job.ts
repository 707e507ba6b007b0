import type { ColumnMap } from '../contract/imports.ts';
import { AppError } from '../errors.ts';
import type { Log } from '../log.ts';
import { importId } from '../public-ids.ts';
import type { Intake } from '../reviews/intake.ts';
import type { Notes } from './batch-ledger.ts';
import { Asked, holdLease } from './hold-lease.ts';
import { differ } from './import-counts.ts';
import type { StoredImport } from './import-model.ts';
import { createRateMeter } from './import-rate.ts';
import type { ImportUpdate, Lease } from './import-run-store.ts';
import type { ImportStore } from './import-store.ts';
import type { ImportHeader } from './read-import.ts';
import { type ImportProgress, runImport } from './run-import.ts';

/** Dry runs: each previews its file on what it has put aside of it so far. */
export interface DryRuns {
  open(name: string): Promise<Intake>;
  drop(name: string): Promise<void>;
  names(): Promise<string[]>;
}

/** Maps of columns, by the header of the files that they were given for. */
export interface ColumnMaps {
  find: (signature: string) => Promise<ColumnMap | undefined>;
  remember: (header: ImportHeader) => Promise<void>;
}

export interface JobDeps {
  store: ImportStore;
  intake: Intake;
  dryRuns: DryRuns;
  columnMaps?: ColumnMaps | undefined;
  now: () => Date;
  log: Pick<Log, 'info' | 'warn' | 'error'>;
  leaseMs: number;
}

export interface RunWatch {
  signal?: AbortSignal | undefined;
  onProgress?: ((progress: ImportProgress) => void) | undefined;
}

/** How long the file of a dry run is kept for its confirmation. */
export const KEPT_MS = 24 * 60 * 60 * 1000;

export const NO_BYTES =
  'The import was interrupted and its file is not here: import it again, nothing will be doubled.';

/**
 * Runs a leased import from where it is to its end, which is recorded in the job. Answers undefined, or the failure: an
 * `AppError` of the file, `import-cancelled`, or what broke the run off (it is then gone on with by whoever is free).
 */
export type RunJob = (job: StoredImport, chunks: AsyncIterable<Uint8Array>, watch?: RunWatch) => Promise<unknown>;

export function createRunJob(deps: JobDeps): RunJob {
  const { store, now, log, leaseMs } = deps;

  /** A dry run that broke off without saying so may have put more aside than its checkpoint tells. */
  const prepare = async (job: StoredImport, lease: Lease): Promise<StoredImport> => {
    const isDirty = job.dryRun && job.brokenOff;
    if (isDirty) await Promise.all([deps.dryRuns.drop(String(job._id)), store.restart(lease)]);
    const fresh = isDirty ? ((await store.get(job._id)) as StoredImport) : job;
    await store.rejects.dropFrom(job._id, fresh.rejects);
    return { ...fresh, notes: isDirty ? [] : job.notes };
  };

  const notesOf = (lease: Lease): Notes => ({
    add: (note, session) => store.note(lease, note, session),
    setCopies: (entry, copies) => store.noteCopies(lease, entry, copies),
  });

  const read = async (begun: StoredImport, chunks: AsyncIterable<Uint8Array>, lease: Lease, watch: RunWatch) => {
    const job = await prepare(begun, lease);
    const held = holdLease({ store, lease, leaseMs, now, log, hasOpenBatch: job.notes.length > 0 });
    const signals = [held.signal, ...(watch.signal ? [watch.signal] : [])];
    const measure = createRateMeter();
    try {
      return await runImport({
        chunks,
        options: {
          // The same rows are in order whenever the file is read again.
          ...{ format: job.format, filename: job.filename, now: () => job.createdAt },
          ...{ product: job.product ?? undefined, source: job.source ?? undefined },
          ...{ map: job.map ?? undefined, rememberedMap: deps.columnMaps?.find },
          ...{ dates: job.dates ?? undefined, encoding: job.encoding ?? undefined },
        },
        intake: job.dryRun ? await deps.dryRuns.open(String(job._id)) : deps.intake,
        importId: job.dryRun ? undefined : job._id,
        from: job,
        notes: job.dryRun ? undefined : notesOf(lease),
        signal: AbortSignal.any(signals),
        saveRejects: (seq, rejects) => store.rejects.add(job._id, seq, rejects),
        onProgress: async (progress) => {
          const { counts, bytesRead } = progress;
          const share = job.bytesTotal ? Math.min(1, bytesRead / job.bytesTotal) : null;
          await held.save({ ...progress, ...measure({ at: Date.now(), reviews: counts.received, share }) });
          watch.onProgress?.(progress);
        },
      });
    } finally {
      held.stop();
    }
  };

  const cleanUp = async (job: StoredImport, keepsFile: boolean) => {
    if (job.dryRun) await deps.dryRuns.drop(String(job._id));
    if (job.fileId !== null && !keepsFile) await store.uploads.drop(job.fileId);
  };

  const succeed = async (job: StoredImport, lease: Lease, progress: ImportProgress) => {
    const keepUntil = job.dryRun && job.fileId !== null ? new Date(now().getTime() + KEPT_MS) : null;
    const differs = job.expected && differ(job.expected, progress.counts);
    const end = { state: 'done', at: now(), differs, keepUntil } as const;
    if (await store.finish(lease, end, toUpdate(progress))) await cleanUp(job, keepUntil !== null);
  };

  const fail = async (job: StoredImport, lease: Lease, error: string) => {
    if (await store.finish(lease, { state: 'failed', at: now(), error })) await cleanUp(job, false);
  };

  const doAsked = async (job: StoredImport, lease: Lease, what: Asked['what']): Promise<unknown> => {
    if (what === 'pause') return void (await store.release(lease, 'paused'));
    if (await store.finish(lease, { state: 'cancelled', at: now() })) await cleanUp(job, false);
    return new AppError('import-cancelled', 409, `${importId(job._id)} was cancelled.`);
  };

  return async (job, chunks, watch = {}) => {
    const lease = { id: job._id, owner: job.owner as string };
    if (job.asked !== null && job.notes.length === 0) return doAsked(job, lease, job.asked);
    try {
      await succeed(job, lease, await read(job, chunks, lease, watch));
      return undefined;
    } catch (error) {
      if (error instanceof Asked) return doAsked(job, lease, error.what);
      if (error instanceof AppError && error.status < 500) await fail(job, lease, error.message);
      else if (job.fileId === null) await fail(job, lease, NO_BYTES);
      else if (watch.signal?.aborted) await store.release(lease, 'queued');
      // Anything else may pass: the lease runs out, and the job is gone on with.
      else log.warn({ err: error, importId: job._id }, 'import broken off');
      return error;
    }
  };
}

const toUpdate = ({ items, rejects, counts, format, bytesRead }: ImportProgress): ImportUpdate => ({
  ...{ items, rejects, counts, format, bytesRead, rate: null, secondsLeft: null },
});
