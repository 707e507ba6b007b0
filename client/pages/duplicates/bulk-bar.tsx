import { Only } from '../../components/only.tsx';
import { formatCount } from '../../state/figures.ts';
import { type QueueFilters, tellQueueFilters } from '../../state/queue-filters.ts';
import { chooseAll, NO_SELECTION } from '../../state/selection.ts';
import type { BulkBench } from './use-bulk.ts';

type BulkBarProps = {
  bulk: BulkBench;
  chosen: number;
  total: number;
  filters: QueueFilters;
  onDecide: (action: 'remove' | 'not_duplicates') => void;
};

/** In place of the filters while clusters are selected: how many, the way to all that match, and what to do. */
export function BulkBar({ bulk, chosen, total, filters, onDecide }: BulkBarProps) {
  const { selection, setSelection, running } = bulk;
  const isFiltered = Object.keys(filters).length > 0;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a row of buttons
    <div class="filters bulk-bar" role="group" aria-label="Decide many at once">
      <span class="bulk-told">
        <b>{formatCount(chosen)} selected</b>
        {selection.isAll ? <span class="muted"> of all that match: {tellQueueFilters(filters)}</span> : null}
      </span>
      {selection.isAll || total <= chosen ? null : (
        <button type="button" class="link" onClick={() => setSelection(chooseAll())}>
          Select all {formatCount(total)} {isFiltered ? 'that match' : 'in the queue'}
        </button>
      )}
      <span class="end">
        {running ? (
          <span role="status" class="muted">
            {formatCount(running.decided + running.skipped + running.failed)} of {formatCount(running.count)} …
          </span>
        ) : null}
        <button type="button" class="btn quiet" onClick={() => setSelection(NO_SELECTION)}>
          Clear selection
        </button>
        <Only right="moderate">
          <button type="button" class="btn" disabled={running !== null} onClick={() => onDecide('not_duplicates')}>
            Not duplicates …
          </button>
          <button type="button" class="btn solid" disabled={running !== null} onClick={() => onDecide('remove')}>
            Remove copies …
          </button>
        </Only>
      </span>
    </div>
  );
}
