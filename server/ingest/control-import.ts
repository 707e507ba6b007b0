import type { ImportOperation } from '../contract/imports.ts';
import { AppError, notFound } from '../errors.ts';
import { decisionId, importId } from '../public-ids.ts';
import { firstPosition, type UndoImport } from '../reviews/undo-import.ts';
import type { StoredImport } from './import-model.ts';
import { stepOf } from './import-states.ts';
import type { ImportStore } from './import-store.ts';
import type { DryRuns } from './run-job.ts';

interface ControlDeps {
  store: ImportStore;
  dryRuns: Pick<DryRuns, 'drop'>;
  undo: Pick<UndoImport, 'decisionsOn' | 'count'>;
  now: () => Date;
  /** Called when there is something to do. */
  wake: () => void;
}

/** What can be asked of an import. Each answers the job, for `confirm` the new one. @throws AppError `not-found`, `import-state` (409) */
export interface ControlImport {
  /** A running import comes to it after its batch. What was stored stays. */
  ask(id: number, operation: 'pause' | 'resume' | 'cancel'): Promise<StoredImport>;
  /** In the background. @throws AppError `decided-since` (409) while decisions rest on what the import brought in */
  undo(id: number, actor: string): Promise<StoredImport>;
  redo(id: number, actor: string): Promise<StoredImport>;
  /** Does what a dry run told of: the same file with the same settings, as a new job. */
  confirm(id: number): Promise<StoredImport>;
}

/** Ids that are named of decisions that are in the way. */
const NAMED = 5;
/** Tries when a server changes the state in between. */
const MAX_TRIES = 5;

export function createControlImport({ store, dryRuns, undo, now, wake }: ControlDeps): ControlImport {
  const load = async (id: number): Promise<StoredImport> => {
    const job = await store.get(id);
    if (job === null) throw notFound('import');
    return job;
  };

  /** Changes a job as `change` says of its state, until nothing has changed it in between. */
  const move = async (
    id: number,
    operation: ImportOperation,
    change: (job: StoredImport, step: ReturnType<typeof stepOf>) => Promise<Partial<StoredImport>>,
  ): Promise<{ before: StoredImport; after: StoredImport }> => {
    for (let tries = 1; ; tries += 1) {
      const job = await load(id);
      const set = await change(job, stepOf(job, operation, now()));
      if (await store.move(id, job.state, set)) return { before: job, after: await load(id) };
      if (tries === MAX_TRIES) throw busy(id);
    }
  };

  const turn = (id: number, direction: 'undo' | 'redo', actor: string) =>
    move(id, direction, async (job, step) => {
      if (direction === 'undo') refuseDecided(id, await undo.decisionsOn(id));
      const total = await undo.count(id, direction);
      const progress = { total, done: 0, kept: 0, by: actor, at: now(), position: firstPosition(direction) };
      const from = job.undo && direction === 'redo' ? job.undo.from : job.state;
      return { ...stateOf(step), undo: { ...progress, from }, strikes: 0 };
    });

  return {
    async ask(id, operation) {
      const { before, after } = await move(id, operation, async (_job, step) => {
        if ('ask' in step) return { asked: step.ask };
        const end = step.to === 'cancelled' ? { finishedAt: now(), fileId: null, notes: [] } : {};
        return { ...stateOf(step), asked: null, ...end };
      });
      if (after.state === 'cancelled') {
        if (before.fileId !== null) await store.uploads.drop(before.fileId);
        if (before.dryRun) await dryRuns.drop(String(id));
      }
      wake();
      return after;
    },

    async undo(id, actor) {
      const { after } = await turn(id, 'undo', actor);
      wake();
      return after;
    },

    async redo(id, actor) {
      const { after } = await turn(id, 'redo', actor);
      wake();
      return after;
    },

    async confirm(id) {
      const dryRun = await load(id);
      stepOf(dryRun, 'confirm', now());
      const job = await store.confirm(dryRun, now());
      if (job === null) {
        stepOf(await load(id), 'confirm', now());
        throw busy(id);
      }
      wake();
      return job;
    },
  };
}

const stateOf = (step: ReturnType<typeof stepOf>) => ('to' in step ? { state: step.to } : {});

const busy = (id: number) => new AppError('import-state', 409, `${importId(id)} is changing right now: try again.`);

function refuseDecided(id: number, decisions: readonly number[]): void {
  if (decisions.length === 0) return;
  const named = decisions.slice(0, NAMED).map(decisionId).join(', ');
  const others = decisions.length > NAMED ? ` and ${decisions.length - NAMED} others` : '';
  const count = decisions.length === 1 ? '1 decision rests' : `${decisions.length} decisions rest`;
  throw new AppError(
    'decided-since',
    409,
    `${importId(id)} cannot be undone: ${count} on its reviews (${named}${others}). Undo that first.`,
  );
}
