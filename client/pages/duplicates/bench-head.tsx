import type { ClusterState } from '../../../server/contract/duplicates.ts';
import { shortcutOf } from '../../components/key-button.tsx';
import { Segments } from '../../components/parts.tsx';
import { SavedViews } from '../../components/saved-views.tsx';
import { formatCount } from '../../state/figures.ts';
import { keyOf, keysOn } from '../../state/keys.ts';
import type { QueueFilterName, QueueFilters } from '../../state/queue-filters.ts';
import { countChosen } from '../../state/selection.ts';
import { BulkBar } from './bulk-bar.tsx';
import { MoreFilters, QueueFilterBar, type useMoreFilters } from './queue-filter-bar.tsx';
import { SecondLookLine } from './second-look-line.tsx';
import type { BulkBench } from './use-bulk.ts';
import type { Counts } from './use-queue.ts';

const TABS: readonly { id: ClusterState; label: string }[] = [
  { id: 'open', label: 'To decide' },
  { id: 'removed', label: 'Removed' },
  { id: 'not_duplicates', label: 'Not duplicates' },
];

type BenchHeadProps = {
  tab: ClusterState;
  filters: QueueFilters;
  /** The address after the question mark. */
  search: string;
  counts: Counts | null;
  total: number;
  moderators: readonly string[];
  bulk: BulkBench;
  more: ReturnType<typeof useMoreFilters>;
  on: {
    tab: (tab: ClusterState) => void;
    filter: (patch: Partial<Record<QueueFilterName, string | null>>) => void;
    view: (query: string) => void;
    help: () => void;
    reload: () => void;
    bulk: (action: 'remove' | 'not_duplicates') => void;
  };
};

/** Title, lists, filters; the bar for many takes the place of the filters while any is selected. */
export function BenchHead({ tab, filters, search, counts, total, moderators, bulk, more, on }: BenchHeadProps) {
  const chosen = tab === 'open' ? countChosen(bulk.selection, total) : 0;
  const shown = { tab, filters, moderators, isOpen: more.isOpen, onOpen: more.setOpen, onChange: on.filter };
  return (
    <div class="dq-head">
      <div class="page-head">
        <h1>Duplicates</h1>
        <div class="right">
          <button
            type="button"
            class="btn quiet"
            aria-keyshortcuts={shortcutOf('help')}
            aria-haspopup="dialog"
            onClick={on.help}
          >
            Keys {keysOn.value ? <kbd>{keyOf('help')}</kbd> : 'are off'}
          </button>
        </div>
      </div>
      {chosen > 0 ? (
        <BulkBar bulk={bulk} chosen={chosen} total={total} filters={filters} onDecide={on.bulk} />
      ) : (
        <div class="filters">
          <Segments
            label="Queue"
            chosen={tab}
            choices={TABS.map(({ id, label }) => ({
              id,
              label: counts ? `${label} ${formatCount(counts[id])}` : label,
            }))}
            onChoose={on.tab}
          />
          <span class="end">
            <QueueFilterBar {...shown} />
            <SavedViews page="duplicates" query={search} onOpen={on.view} />
          </span>
          <MoreFilters {...shown} />
        </div>
      )}
      <SecondLookLine onDone={on.reload} />
    </div>
  );
}
