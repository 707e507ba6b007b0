import { randomUUID } from 'node:crypto';
import { AppError } from '../errors.ts';
import type { Log } from '../log.ts';
import type { Intake, IntakePreview } from '../reviews/intake.ts';
import type { StoredImport } from './import-model.ts';
import type { ImportStore, Lease } from './import-store.ts';
import { type ImportProgress, runImport } from './run-import.ts';

export interface RunnerDeps {
  store: ImportStore;
  intake: Intake;
  preview: IntakePreview;
  now: () => Date;
  log: Pick<Log, 'info' | 'warn' | 'error'>;
  /** How long a run may be silent before another server takes it over, and how often to look for work. */
  leaseMs?: number;
  pollMs?: number;
}

export interface ImportRunner {
  leaseUntil(): Date;
  /**
   * Runs a leased job to its end, which is recorded in the job. Answers undefined, or the failure: an `AppError` of the
   * file, or what broke the run off (the job is then taken up again by whoever is free).
   */
  run(job: StoredImport, chunks: AsyncIterable<Uint8Array>, watch?: RunWatch): Promise<unknown>;
  /** Takes up jobs, one at a time, until `stop`. */
  start(): void;
  /** Breaks off the running job, gives it back, and waits for that. */
  stop(): Promise<void>;
  /** There is a new job: look for it now. */
  wake(): void;
}

interface RunWatch {
  signal?: AbortSignal | undefined;
  onProgress?: ((progress: ImportProgress) => void) | undefined;
}

/** A job that was begun this often and never ended is given up: it may be what kills the servers. */
const MAX_ATTEMPTS = 20;
/** Progress is recorded at most this often. */
const SAVE_EVERY_MS = 250;
const DAY_MS = 24 * 60 * 60 * 1000;

const GIVEN_UP = `The import was begun ${MAX_ATTEMPTS} times and never came to its end.`;
const NO_BYTES = 'The import was interrupted and its file is not here: import it again, nothing will be doubled.';

class LeaseLost extends Error {}

/** Keeps the lease of a run alive, and breaks the run off when it was lost or could not be renewed in time. */
const holdLease = (deps: RunnerDeps, lease: Lease, leaseMs: number) => {
  const lost = new AbortController();
  let until = Date.now() + leaseMs;
  const renew = async (progress?: ImportProgress) => {
    const next = Date.now() + leaseMs;
    const kept = await deps.store.renew(lease, new Date(deps.now().getTime() + leaseMs), progress);
    if (kept) until = next;
    else lost.abort(new LeaseLost());
  };
  const timer = setInterval(() => {
    if (Date.now() > until) lost.abort(new LeaseLost());
    else renew().catch((error: unknown) => deps.log.warn({ err: error, importId: lease.id }, 'lease not renewed'));
  }, leaseMs / 3);
  return { signal: lost.signal, renew, stop: () => clearInterval(timer) };
};

export function createImportRunner(deps: RunnerDeps): ImportRunner {
  const { store, now, log, leaseMs = 15_000, pollMs = 500 } = deps;
  const leaseUntil = () => new Date(now().getTime() + leaseMs);
  const stopping = new AbortController();
  let wake = () => {};
  let loop: Promise<void> | undefined;

  const read = async (job: StoredImport, chunks: AsyncIterable<Uint8Array>, lease: Lease, watch: RunWatch) => {
    const held = holdLease(deps, lease, leaseMs);
    const signals = [held.signal, ...(watch.signal ? [watch.signal] : [])];
    let seq = 0;
    let savedAt = 0;
    try {
      await store.dropEarlierRejects(job);
      return await runImport({
        chunks,
        options: {
          ...{ format: job.format, filename: job.filename, now },
          ...{ product: job.product ?? undefined, source: job.source ?? undefined },
        },
        intake: job.dryRun ? deps.preview : deps.intake,
        importId: job.dryRun ? undefined : job._id,
        signal: AbortSignal.any(signals),
        saveRejects: async (rejects) => {
          await store.addRejects(job, seq, rejects);
          seq += rejects.length;
        },
        onProgress: async (progress) => {
          watch.onProgress?.(progress);
          if (Date.now() - savedAt < SAVE_EVERY_MS) return;
          await held.renew(progress);
          savedAt = Date.now();
        },
      });
    } finally {
      held.stop();
    }
  };

  const finish = async (job: StoredImport, lease: Lease, error: string | null, update?: ImportProgress) => {
    if (!(await store.finish(lease, { at: now(), error, update }))) return;
    if (job.fileId !== null) await store.uploads.drop(job.fileId);
  };

  const run: ImportRunner['run'] = async (job, chunks, watch = {}) => {
    const lease = { id: job._id, owner: job.owner! };
    let last: ImportProgress | undefined;
    const onProgress = (progress: ImportProgress) => {
      last = progress;
      watch.onProgress?.(progress);
    };
    try {
      await finish(job, lease, null, await read(job, chunks, lease, { ...watch, onProgress }));
      return undefined;
    } catch (error) {
      if (error instanceof AppError && error.status < 500) await finish(job, lease, error.message, last);
      else if (job.fileId === null) await finish(job, lease, NO_BYTES, last);
      else if (watch.signal?.aborted) await store.release(lease);
      // Anything else may pass: the lease runs out, and the job is begun again.
      else log.warn({ err: error, importId: job._id }, 'import broken off');
      return error;
    }
  };

  const takeUp = async (): Promise<boolean> => {
    const job = await store.claim(randomUUID(), now(), leaseUntil());
    if (job === null) return false;
    const lease = { id: job._id, owner: job.owner! };
    if (job.fileId === null) await finish(job, lease, NO_BYTES);
    else if (job.attempts > MAX_ATTEMPTS) await finish(job, lease, GIVEN_UP);
    else await run(job, store.uploads.open(job.fileId), { signal: stopping.signal });
    return true;
  };

  const idle = () =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, pollMs);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });

  const work = async () => {
    await store.uploads
      .sweep(new Date(now().getTime() - DAY_MS), (fileId) => store.usesFile(fileId))
      .catch((error: unknown) => log.warn({ err: error }, 'uploads not swept'));
    while (!stopping.signal.aborted) {
      const busy = await takeUp().catch((error: unknown) => {
        log.warn({ err: error }, 'import jobs cannot be reached');
        return false;
      });
      if (!busy && !stopping.signal.aborted) await idle();
    }
  };

  return {
    leaseUntil,
    run,
    start() {
      loop ??= work();
    },
    async stop() {
      stopping.abort(new AppError('stopping', 503, 'The server is stopping.', { retryAfterSeconds: 5 }));
      wake();
      await loop;
    },
    wake: () => wake(),
  };
}
