import { useEffect, useState } from 'preact/hooks';
import type { ImportView } from '../../../server/contract/imports.ts';
import { ApiError, getJson, listen } from '../../api.ts';
import { Icon } from '../../components/icon.tsx';
import { Failed, Skeleton } from '../../components/parts.tsx';
import { formatInstant } from '../../state/dates.ts';
import { formatCount, formatShare, nameOf, nameProduct, plural } from '../../state/figures.ts';
import { FORMAT_WORDS, listOutcome, progressOf, tellCopies, tellImport } from './import-rows.ts';
import { RejectList } from './reject-list.tsx';

const isOver = (view: ImportView) => view.state === 'done' || view.state === 'failed';

type ImportDetailProps = {
  id: string;
  start: ImportView | null;
  onUpdate: (view: ImportView) => void;
  /** Imports a checked file for real; null when the file is not at hand any more. */
  onRepeat: (() => void) | null;
};

/** Follows an import for as long as it runs; reads it once when the list has not got it. */
function useImport({ id, start, onUpdate }: Pick<ImportDetailProps, 'id' | 'start' | 'onUpdate'>) {
  const [view, setView] = useState(start);
  const [error, setError] = useState<ApiError | null>(null);
  const isRunning = view !== null && !isOver(view);
  useEffect(() => {
    if (view !== null) return;
    getJson<ImportView>(`/imports/${id}`).then(setView, (cause: unknown) =>
      setError(cause instanceof ApiError ? cause : new ApiError(0, String(cause))),
    );
  }, [id]);
  useEffect(() => {
    if (!isRunning) return;
    return listen<ImportView>(`/imports/${id}/events`, (next) => {
      setView(next);
      onUpdate(next);
      return isOver(next) ? 'over' : 'more';
    });
  }, [id, isRunning]);
  return { view, error };
}

const Progress = ({ view }: { view: ImportView }) => {
  const share = progressOf(view);
  return (
    <div class="step-b">
      <div class="meter-l">
        <span>{tellImport(view)}</span>
        <span class="muted">You can leave this page</span>
      </div>
      <div
        class={`meter ${share === null ? 'unknown' : ''}`}
        role="progressbar"
        aria-label={`Importing ${view.filename}`}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={share === null ? undefined : Math.round(share * 100)}
        aria-valuetext={share === null ? 'Running' : formatShare(share)}
      >
        <i style={{ width: `${(share ?? 0.3) * 100}%` }} />
      </div>
    </div>
  );
};

const Outcome = ({ view, onRepeat }: { view: ImportView; onRepeat: (() => void) | null }) => {
  const copies = tellCopies(view.counts);
  return (
    <div class="step-b">
      <dl class="outcome">
        {listOutcome(view.counts, view.dryRun).map(({ figure, label }) => (
          <div key={label}>
            <dd>{figure}</dd>
            <dt>{label}</dt>
          </div>
        ))}
      </dl>
      {copies ? (
        <p class="imp-told">Among them {copies}. They go to the queue and count once until someone decides.</p>
      ) : null}
      {view.state === 'done' ? (
        <p class="imp-next">
          {view.dryRun ? (
            onRepeat ? (
              <button type="button" class="btn solid" onClick={onRepeat}>
                Import {plural(view.counts.stored + view.counts.updated, 'review', 'reviews')}
              </button>
            ) : (
              <span class="muted">Nothing was stored. Choose the file again to import it.</span>
            )
          ) : (
            <>
              <a class="btn" href={view.product ? `/?product=${encodeURIComponent(view.product)}` : '/'}>
                <Icon name="overview" />
                Open the overview
              </a>
              {view.counts.exactDuplicates + view.counts.nearDuplicates > 0 ? (
                <a class="btn" href="/duplicates">
                  <Icon name="duplicates" />
                  Decide the copies
                </a>
              ) : null}
            </>
          )}
        </p>
      ) : null}
    </div>
  );
};

const TITLES = { queued: 'Waiting', running: 'Running', done: 'Done', failed: 'Not taken' } as const;

/** One import: its progress while it runs, then what came of it and what was left out. */
export function ImportDetail({ id, start, onUpdate, onRepeat }: ImportDetailProps) {
  const { view, error } = useImport({ id, start, onUpdate });
  if (error) {
    return (
      <section class="card">
        <Failed level={2} what="This import" detail={error.message} onRetry={() => location.reload()} />
      </section>
    );
  }
  if (view === null) return <Skeleton height={220} />;
  const about = [
    formatInstant(view.createdAt),
    FORMAT_WORDS[view.format],
    view.product ? nameProduct(view.product) : null,
    view.source ? nameOf(view.source) : null,
    view.dryRun ? 'check only' : null,
  ].filter((part) => part !== null);
  return (
    <>
      <section class="card" aria-labelledby="import-name">
        <div class={`step ${isOver(view) ? 'done' : 'now'} ${view.state === 'failed' ? 'failed' : ''}`}>
          <span class="no">
            <Icon name={view.state === 'failed' ? 'alert' : isOver(view) ? 'check' : 'import'} />
          </span>
          <h2 id="import-name">{view.filename}</h2>
          <span class="what">{about.join(' · ')}</span>
          <span class="right">
            <span
              class={`badge ${view.state === 'failed' ? 'error' : view.state === 'done' ? '' : 'accent'}`}
              role="status"
            >
              {TITLES[view.state]}
            </span>
          </span>
        </div>
        {view.state === 'failed' ? (
          <div class="step-b">
            <p class="note warn">
              <Icon name="alert" />
              <span>{view.error ?? 'The file was not taken.'}</span>
            </p>
          </div>
        ) : isOver(view) ? null : (
          <Progress view={view} />
        )}
        {view.state === 'failed' && view.counts.received === 0 ? null : <Outcome view={view} onRepeat={onRepeat} />}
      </section>
      {isOver(view) && view.counts.rejected > 0 ? (
        <RejectList
          importId={view.id}
          kind="row"
          title={`${plural(view.counts.rejected, 'row', 'rows')} with errors`}
        />
      ) : null}
      {isOver(view) && view.counts.notReviews > 0 ? (
        <RejectList
          importId={view.id}
          kind="passage"
          title={`${formatCount(view.counts.notReviews)} ${view.counts.notReviews === 1 ? 'passage' : 'passages'} not taken`}
        />
      ) : null}
    </>
  );
}
