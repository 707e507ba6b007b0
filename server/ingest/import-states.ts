import type { ImportOperation, ImportState } from '../contract/imports.ts';
import { AppError } from '../errors.ts';
import { importId } from '../public-ids.ts';
import type { StoredImport } from './import-model.ts';

/** Where an operation leads: at once, or by asking the server that runs the job, which ends its batch first. */
type Step = { to: ImportState } | { ask: 'pause' | 'cancel' };

/** What leads where; a state that is not named cannot be left by the operation. */
const STEPS: Readonly<Record<ImportOperation, Partial<Record<ImportState, Step>>>> = {
  pause: { queued: { to: 'paused' }, running: { ask: 'pause' } },
  resume: { paused: { to: 'queued' } },
  cancel: { queued: { to: 'cancelled' }, paused: { to: 'cancelled' }, running: { ask: 'cancel' } },
  undo: { done: { to: 'undoing' }, failed: { to: 'undoing' }, cancelled: { to: 'undoing' } },
  redo: { undone: { to: 'redoing' } },
  confirm: { done: { to: 'done' } },
};

/** States in which a server is at work, under a lease. */
export const ACTIVE = ['running', 'undoing', 'redoing'] as const satisfies readonly ImportState[];

/** States that are not left unless somebody asks for it. */
export const isOver = (state: ImportState): boolean => ['done', 'failed', 'cancelled', 'undone'].includes(state);

const PARTICIPLES: Readonly<Record<ImportOperation, string>> = {
  pause: 'paused',
  resume: 'resumed',
  cancel: 'cancelled',
  undo: 'undone',
  redo: 'redone',
  confirm: 'confirmed',
};

const list = (words: readonly string[]) => words.join(', ').replace(/, ([^,]+)$/, ' or $1');

/** Why an operation is not possible although the state allows it. */
function obstacle(job: StoredImport, operation: ImportOperation, now: Date): string | undefined {
  const { dryRun, fileId, counts, confirmedBy, keepUntil } = job;
  if (operation === 'pause' && fileId === null)
    return 'is read by the command that was given it: cancel it, and import the file again later.';
  if (operation === 'undo' && dryRun) return 'is a dry run: it has stored nothing.';
  if (operation === 'undo' && counts.stored + counts.updated === 0) return 'has changed nothing.';
  if (operation !== 'confirm') return undefined;
  if (!dryRun) return 'is no dry run: what it tells of is stored already.';
  if (confirmedBy !== null) return `was confirmed already: ${importId(confirmedBy)} does what it told of.`;
  if (fileId === null || keepUntil === null || keepUntil <= now)
    return 'can no longer be confirmed: its file is not kept any more. Import it again.';
  return undefined;
}

function refusal(job: StoredImport, operation: ImportOperation, now: Date): string | undefined {
  if (STEPS[operation][job.state]) return obstacle(job, operation, now);
  const states = list(Object.keys(STEPS[operation]));
  return `is ${job.state}: only an import that is ${states} can be ${PARTICIPLES[operation]}.`;
}

/** What can be asked of a job now. */
export const operationsOf = (job: StoredImport, now: Date): ImportOperation[] =>
  (Object.keys(STEPS) as ImportOperation[]).filter((operation) => refusal(job, operation, now) === undefined);

/** Where an operation leads from the state of a job. @throws AppError `import-state` (409) */
export function stepOf(job: StoredImport, operation: ImportOperation, now: Date): Step {
  const reason = refusal(job, operation, now);
  if (reason !== undefined) throw new AppError('import-state', 409, `${importId(job._id)} ${reason}`);
  return STEPS[operation][job.state] as Step;
}
