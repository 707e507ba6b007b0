import { useEffect, useRef } from 'preact/hooks';
import type { ImportOperation, ImportView } from '../../../server/contract/imports.ts';
import { Icon, type IconName } from '../../components/icon.tsx';
import { Failed, Skeleton } from '../../components/parts.tsx';
import { formatInstant } from '../../state/dates.ts';
import { formatCount, nameOf, nameProduct, plural } from '../../state/figures.ts';
import { DecisionsBetween } from './decisions-between.tsx';
import { ENCODING_WORDS, FORMAT_WORDS } from './file-options.ts';
import { countTaken, isMoving, nameState } from './import-rows.ts';
import { Confirm, Differs, Outcome, WaysOn } from './outcome.tsx';
import { PassageList } from './passage-list.tsx';
import { Progress } from './progress.tsx';
import { RejectGroups } from './reject-groups.tsx';
import { type Control, useControl } from './use-control.ts';
import { type Imports, useImport } from './use-imports.ts';

const BUTTONS: Partial<Record<ImportOperation, string>> = {
  pause: 'Pause',
  resume: 'Go on',
  cancel: 'Cancel',
  undo: 'Undo this import',
  redo: 'Redo this import',
};

/** What can be asked of it in its state; confirming a check has its place below the figures. */
const Buttons = ({ view, control }: { view: ImportView; control: Control }) => (
  <>
    {view.can
      .filter((operation) => BUTTONS[operation] !== undefined)
      .map((operation) => (
        <button
          key={operation}
          type="button"
          class="btn small"
          disabled={control.sending !== null || view.asked !== null}
          onClick={() => void control.ask(operation)}
        >
          {BUTTONS[operation]}
        </button>
      ))}
  </>
);

/** What has to be said of a state beyond its name and figures. */
function StateNote({ view }: { view: ImportView }) {
  const { state, counts, undo, dryRun, attempts, error } = view;
  const stored = countTaken(counts);
  if (state === 'failed') {
    return (
      <p class="note warn imp-note">
        <Icon name="alert" />
        <span>
          <span class="error-text">{error ?? 'The file was not taken.'}</span>
          {stored > 0 && !dryRun
            ? ` What was stored before stays: ${plural(stored, 'review', 'reviews')}. Import the file again, nothing will be doubled, or undo it.`
            : ''}
        </span>
      </p>
    );
  }
  const notes: string[] = [];
  if (attempts > 1 && undo === null)
    notes.push(
      `Went on where it was, ${plural(attempts - 1, 'time', 'times')}, after a pause or the stop of a server.`,
    );
  if (state === 'cancelled' && !dryRun)
    notes.push(
      stored > 0
        ? `Cancelled. ${plural(stored, 'review stays', 'reviews stay')} stored; undo the import to take them back.`
        : 'Cancelled before anything was stored.',
    );
  if (undo && (state === 'undone' || state === 'done')) {
    const what = state === 'undone' ? 'undone' : 'redone';
    notes.push(`${plural(undo.done, 'review', 'reviews')} ${what} by ${undo.by}, ${formatInstant(undo.at)}.`);
    if (undo.kept > 0) notes.push(`${formatCount(undo.kept)} left as they are: changed since.`);
  }
  if (notes.length === 0) return null;
  return (
    <p class="note imp-note">
      <Icon name="info" />
      <span>{notes.join(' ')}</span>
    </p>
  );
}

const iconOf = ({ state, dryRun }: ImportView): IconName => {
  if (state === 'failed') return 'alert';
  if (state === 'undone' || state === 'undoing') return 'undo';
  if (state === 'cancelled') return 'close';
  return state === 'done' ? (dryRun ? 'search' : 'check') : 'import';
};

const classOf = ({ state }: ImportView) =>
  state === 'failed' ? 'failed' : state === 'done' ? 'done' : state === 'cancelled' || state === 'undone' ? '' : 'now';

const tellAbout = (view: ImportView): string =>
  [
    formatInstant(view.createdAt),
    FORMAT_WORDS[view.format],
    view.product ? nameProduct(view.product) : null,
    view.source ? nameOf(view.source) : null,
    view.dates === null ? null : view.dates === 'day-first' ? 'day first' : 'month first',
    view.encoding && ENCODING_WORDS[view.encoding],
  ]
    .filter((part) => part !== null)
    .join(' · ');

function Body({ view, control }: { view: ImportView; control: Control }) {
  const isOpen = isMoving(view) || view.state === 'paused';
  const hasOutcome = !isOpen && (view.state !== 'failed' || view.counts.received > 0);
  return (
    <div class="imp-step-b">
      {control.blocked ? <DecisionsBetween blocked={control.blocked} onRetry={() => void control.ask('undo')} /> : null}
      <StateNote view={view} />
      {view.differsFromDryRun ? <Differs view={view} /> : null}
      {isOpen ? <Progress view={view} /> : null}
      {hasOutcome ? <Outcome view={view} /> : null}
      {view.state === 'done' ? (
        <div class="imp-next">
          {view.dryRun ? (
            <Confirm view={view} isSending={control.sending !== null} onConfirm={() => void control.ask('confirm')} />
          ) : (
            <WaysOn view={view} />
          )}
        </div>
      ) : null}
    </div>
  );
}

type ImportDetailProps = {
  id: string;
  known: ImportView | null;
  put: Imports['put'];
  /** Goes to another import: the one that a confirmed check has become. */
  onGo: (id: string) => void;
};

/** One import: what it does while it runs, then what came of it, what was left out, and what can be done about it. */
export function ImportDetail({ id, known, put, onGo }: ImportDetailProps) {
  const { view, error, retry } = useImport(id, { known, put });
  const control = useControl(id, put, (next) => onGo(next.id));
  const head = useRef<HTMLHeadingElement>(null);
  const isNew = useRef(known !== null && isMoving(known));
  useEffect(() => {
    // The card it came from is gone, and the focus with it.
    if (isNew.current && document.activeElement === document.body) head.current?.focus();
  }, []);
  if (view === null) {
    return (
      <section class="card" aria-label="Import">
        {error ? (
          <Failed level={2} what="This import" detail={error.message} onRetry={retry} />
        ) : (
          <div class="card-b">
            <Skeleton height={190} />
          </div>
        )}
      </section>
    );
  }
  const isDone = !isMoving(view) && view.state !== 'paused';
  return (
    <>
      <section class="card" aria-labelledby="import-name">
        <div class={`imp-step ${classOf(view)}`}>
          <span class="no">
            <Icon name={iconOf(view)} />
          </span>
          <h2 id="import-name" ref={head} tabIndex={-1}>
            {view.filename}
          </h2>
          <span class="what">{tellAbout(view)}</span>
          <span class="right">
            <span class={`badge ${view.state === 'failed' ? 'error' : isDone ? '' : 'accent'}`} role="status">
              {nameState(view)}
            </span>
            <Buttons view={view} control={control} />
          </span>
        </div>
        <Body view={view} control={control} />
      </section>
      {isDone && view.counts.rejected > 0 ? <RejectGroups importId={view.id} total={view.counts.rejected} /> : null}
      {isDone && view.counts.notReviews > 0 ? <PassageList importId={view.id} total={view.counts.notReviews} /> : null}
    </>
  );
}
