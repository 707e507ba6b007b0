import type { ImportCounts, ImportState, ImportView } from '../../../server/contract/imports.ts';
import { formatBytes, formatCount, plural } from '../../state/figures.ts';

/** States in which something happens by itself. */
export const isMoving = ({ state }: Pick<ImportView, 'state'>): boolean =>
  ['queued', 'running', 'undoing', 'redoing'].includes(state);

/** States that are not left unless somebody asks for it. */
export const isOver = ({ state }: Pick<ImportView, 'state'>): boolean =>
  ['done', 'failed', 'cancelled', 'undone'].includes(state);

const STATE_WORDS: Record<ImportState, string> = {
  queued: 'Waiting',
  running: 'Running',
  paused: 'Paused',
  done: 'Done',
  failed: 'Not taken',
  cancelled: 'Cancelled',
  undoing: 'Being undone',
  undone: 'Undone',
  redoing: 'Being redone',
};

/** The state in a word or two; what was asked of a running import before it has happened. */
export function nameState({ state, dryRun, asked, counts }: ImportView): string {
  if (state === 'running' && asked !== null) return asked === 'pause' ? 'Pausing' : 'Ending';
  if (dryRun && state === 'running') return 'Checking';
  if (dryRun && state === 'done') return 'Checked';
  if (state === 'failed' && counts.stored + counts.updated > 0) return 'Failed';
  return STATE_WORDS[state];
}

/** What came of a file, one figure a fate; only what happened, new reviews and errors always. */
export function listOutcome(counts: ImportCounts, isDryRun: boolean): { figure: string; label: string }[] {
  const fates: [number, string][] = [
    [counts.stored, isDryRun ? 'would be new' : 'new'],
    [counts.updated, isDryRun ? 'would be updated' : 'updated'],
    [counts.unchanged, 'unchanged'],
    [counts.rejected, 'with errors'],
    [counts.notReviews, 'not reviews'],
  ];
  return fates
    .filter(([count, label], at) => at === 0 || count > 0 || label === 'with errors')
    .map(([count, label]) => ({ figure: formatCount(count), label }));
}

/** Copies among the new reviews, in words; empty when there are none. */
export function tellCopies({ exactDuplicates, nearDuplicates }: ImportCounts): string {
  const parts = [
    exactDuplicates > 0 ? plural(exactDuplicates, 'exact copy', 'exact copies') : null,
    nearDuplicates > 0 ? plural(nearDuplicates, 'edited copy', 'edited copies') : null,
  ].filter((part) => part !== null);
  return parts.length === 0 ? '' : `${parts.join(' and ')} of earlier reviews`;
}

/** Reviews that are stored or changed because of it. */
export const countTaken = ({ stored, updated }: ImportCounts): number => stored + updated;

const tellUndo = ({ undo }: ImportView): string =>
  undo === null ? '' : `${formatCount(undo.done)} of ${plural(undo.total, 'review', 'reviews')}`;

/** What is over, in a line. */
function tellEnd({ counts }: ImportView): string {
  const errors = counts.rejected > 0 ? `, ${plural(counts.rejected, 'error', 'errors')}` : '';
  const others = counts.notReviews > 0 ? `, ${formatCount(counts.notReviews)} not reviews` : '';
  const found = plural(counts.received, 'review', 'reviews');
  return `${found}, ${formatCount(counts.stored)} new${errors}${others}`;
}

/** One line for the list: what the import did or does. */
export function tellImport(view: ImportView): string {
  const { state, counts, bytes, error } = view;
  const found = plural(counts.received, 'review', 'reviews');
  const total = bytes.total === null ? '' : ` of ${formatBytes(bytes.total)}`;
  switch (state) {
    case 'failed':
      return error ?? 'The file was not taken.';
    case 'queued':
      return 'Waiting for its turn';
    case 'running':
      return `${found} so far, ${formatBytes(bytes.read)}${total} read`;
    case 'paused':
      return `Paused after ${found}`;
    case 'cancelled':
      return `Cancelled after ${found}`;
    case 'undoing':
    case 'redoing':
      return `${state === 'undoing' ? 'Being undone' : 'Being redone'}, ${tellUndo(view)}`;
    case 'undone':
      return `Undone, ${plural(view.undo?.done ?? 0, 'review', 'reviews')}`;
    case 'done':
      return tellEnd(view);
  }
}

/** How far it is, 0 to 1; null when that is not known. */
export function progressOf({ bytes, state, undo }: ImportView): number | null {
  if (state === 'undoing' || state === 'redoing') return undo && undo.total > 0 ? undo.done / undo.total : null;
  if (state === 'done') return 1;
  return bytes.total === null || bytes.total === 0 ? null : Math.min(bytes.read / bytes.total, 1);
}

const MINUTE_S = 60;
const HOUR_S = 3600;

/** A time to come, as roughly as it is known: "3 s", "4 min", "1 h 20 min". */
export function tellSeconds(seconds: number): string {
  if (seconds < MINUTE_S) return `${Math.max(1, Math.round(seconds))} s`;
  const minutes = Math.round(seconds / MINUTE_S);
  if (seconds < HOUR_S) return `${minutes} min`;
  const rest = minutes % MINUTE_S;
  return `${Math.floor(minutes / MINUTE_S)} h${rest === 0 ? '' : ` ${rest} min`}`;
}

/** Pace and time left of a running import; empty where neither is known. */
export function tellPace({ rate, secondsLeft }: Pick<ImportView, 'rate' | 'secondsLeft'>): string {
  const parts = [
    rate === null ? null : `${formatCount(Math.round(rate))} a second`,
    secondsLeft === null ? null : `${tellSeconds(secondsLeft)} left`,
  ];
  return parts.filter((part) => part !== null).join(', ');
}

/** Whether `one` is an older look at an import than `other`: answers overtake each other. */
const isOlder = (one: ImportView, other: ImportView): boolean =>
  one.state === other.state &&
  one.attempts === other.attempts &&
  (one.bytes.read < other.bytes.read || (one.undo?.done ?? 0) < (other.undo?.done ?? 0));

/** Imports of several answers as one list, the newest first, each as it is known last. */
export function mergeImports(
  known: ReadonlyMap<string, ImportView>,
  more: readonly ImportView[],
): Map<string, ImportView> {
  const merged = new Map(known);
  for (const view of more) {
    const before = merged.get(view.id);
    if (before === undefined || !isOlder(view, before)) merged.set(view.id, view);
  }
  return merged;
}

const numberOf = (id: string) => Number(id.slice(2));
export const sortImports = (views: Iterable<ImportView>): ImportView[] =>
  [...views].sort((a, b) => numberOf(b.id) - numberOf(a.id));

/** A figure that a check foretold otherwise. */
export type Difference = { label: string; foretold: number; came: number };

/** In which figures an import came out otherwise than its check said. */
export function listDifferences(foretold: ImportCounts, came: ImportCounts): Difference[] {
  const figures: [keyof ImportCounts, string][] = [
    ['stored', 'new'],
    ['updated', 'updated'],
    ['unchanged', 'unchanged'],
    ['rejected', 'with errors'],
    ['exactDuplicates', 'exact copies'],
    ['nearDuplicates', 'edited copies'],
  ];
  return figures
    .filter(([figure]) => foretold[figure] !== came[figure])
    .map(([figure, label]) => ({ label, foretold: foretold[figure], came: came[figure] }));
}
