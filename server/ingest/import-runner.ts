import { randomUUID } from 'node:crypto';
import { inSmallHeap } from '../bound-heap.ts';
import { AppError } from '../errors.ts';
import type { UndoImport } from '../reviews/undo-import.ts';
import { createRounds } from '../rounds.ts';
import type { StoredImport } from './import-model.ts';
import { isOver } from './import-states.ts';
import { createRunJob, type JobDeps, KEPT_MS, NO_BYTES, type RunJob } from './run-job.ts';
import { createRunUndo } from './run-undo.ts';

export interface RunnerDeps extends Omit<JobDeps, 'leaseMs'> {
  undo: UndoImport;
  /** How long rejects are kept after their import has ended; null: for ever. */
  keepRejectsDays?: number | null;
  /** How long a run may be silent before another server takes it over, and how often to look for work. */
  leaseMs?: number;
  pollMs?: number;
}

export interface ImportRunner {
  leaseUntil(): Date;
  run: RunJob;
  /** Takes up jobs, one at a time, until `stop`. */
  start(): void;
  /** Breaks off the running job, gives it back, and waits for that. */
  stop(): Promise<void>;
  /** There is a new job: look for it now. */
  wake(): void;
}

/** A job that was begun this often and came no further is given up: it may be what kills the servers. */
const MAX_STRIKES = 20;
/** Shorter than what a person waits for a server that was killed. */
const LEASE_MS = 6000;
const SWEEP_MS = 60 * 60 * 1000;
const DAY_MS = 24 * 60 * 60 * 1000;

const GIVEN_UP = `It was begun ${MAX_STRIKES} times and came no further.`;

export function createImportRunner(deps: RunnerDeps): ImportRunner {
  const { store, now, log, leaseMs = LEASE_MS, pollMs = 500 } = deps;
  const runJob = createRunJob({ ...deps, leaseMs });
  const run: RunJob = (...job) => inSmallHeap(() => runJob(...job));
  const runUndo = createRunUndo({ ...deps, leaseMs });
  const leaseUntil = () => new Date(now().getTime() + leaseMs);

  const giveUp = async (job: StoredImport, error: string) => {
    const lease = { id: job._id, owner: job.owner as string };
    if (job.undo && job.state !== 'running') {
      await store.finishUndo(lease, { state: job.state === 'undoing' ? job.undo.from : 'undone', error });
      return;
    }
    await store.finish(lease, { state: 'failed', at: now(), error });
    if (job.fileId !== null) await store.uploads.drop(job.fileId);
    if (job.dryRun) await deps.dryRuns.drop(String(job._id));
  };

  const takeUp = async (): Promise<boolean> => {
    const job = await store.claim(randomUUID(), now(), leaseUntil());
    if (job === null) return false;
    if (job.strikes > MAX_STRIKES) await giveUp(job, GIVEN_UP);
    else if (job.state !== 'running') await runUndo(job, rounds.signal);
    else if (job.fileId === null) await giveUp(job, NO_BYTES);
    else await run(job, store.uploads.open(job.fileId), { signal: rounds.signal });
    return true;
  };

  const sweepRejects = async (days: number) => {
    const before = new Date(now().getTime() - days * DAY_MS);
    for (const id of await store.endedBefore(await store.rejects.imports(), before))
      await store.rejects.dropFrom(id, 0);
  };

  /** Drops files, dry runs and rejects that nothing can need any more. */
  const sweep = async () => {
    if (deps.keepRejectsDays) await sweepRejects(deps.keepRejectsDays);
    for (const fileId of await store.expireFiles(now())) await store.uploads.drop(fileId);
    await store.uploads.sweep(new Date(now().getTime() - KEPT_MS), (fileId) => store.usesFile(fileId));
    for (const name of await deps.dryRuns.names()) {
      const job = await store.get(Number(name));
      if (job === null || isOver(job.state)) await deps.dryRuns.drop(name);
    }
  };

  let swept = Number.NEGATIVE_INFINITY;
  const rounds = createRounds({
    pollMs,
    async round() {
      if (performance.now() - swept > SWEEP_MS) {
        swept = performance.now();
        await sweep().catch((error: unknown) => log.warn({ err: error }, 'uploads not swept'));
      }
      return takeUp();
    },
    onError: (error) => log.warn({ err: error }, 'import jobs cannot be reached'),
    reason: new AppError('stopping', 503, 'The server is stopping.', { retryAfterSeconds: 5 }),
  });
  return { ...rounds, leaseUntil, run };
}
