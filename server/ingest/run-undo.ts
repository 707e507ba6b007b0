import type { Log } from '../log.ts';
import type { UndoImport } from '../reviews/undo-import.ts';
import { holdLease } from './hold-lease.ts';
import type { StoredImport, StoredUndo } from './import-model.ts';
import { createRateMeter } from './import-rate.ts';
import type { ImportStore } from './import-store.ts';

interface UndoJobDeps {
  store: ImportStore;
  undo: UndoImport;
  now: () => Date;
  log: Pick<Log, 'warn'>;
  leaseMs: number;
}

/** Takes a leased import back, or does it again, batch by batch from where it is. Answers what broke it off. */
export type RunUndo = (job: StoredImport, signal: AbortSignal) => Promise<unknown>;

export const createRunUndo =
  ({ store, undo, now, log, leaseMs }: UndoJobDeps): RunUndo =>
  async (job, signal) => {
    const lease = { id: job._id, owner: job.owner as string };
    const direction = job.state === 'undoing' ? 'undo' : 'redo';
    const held = holdLease({ store, lease, leaseMs, now, log });
    const measure = createRateMeter();
    let at = job.undo as StoredUndo;
    try {
      while (at.position !== null) {
        signal.throwIfAborted();
        held.signal.throwIfAborted();
        const { position, by } = at;
        let noted = at;
        await undo.step(
          { importId: job._id, direction, position, actor: by },
          async ({ next, done, kept }, session) => {
            noted = { ...at, position: next, done: at.done + done, kept: at.kept + kept };
            const pace = measure({ at: Date.now(), reviews: noted.done, share: noted.done / Math.max(1, noted.total) });
            await store.noteUndo(lease, { undo: noted, ...pace }, session);
          },
        );
        at = noted;
      }
      await store.finishUndo(lease, { state: direction === 'undo' ? 'undone' : at.from });
      return undefined;
    } catch (error) {
      if (signal.aborted) await store.release(lease, job.state);
      else log.warn({ err: error, importId: job._id, direction }, 'taking back broken off');
      return error;
    } finally {
      held.stop();
    }
  };
