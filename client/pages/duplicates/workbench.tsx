import { useCallback, useEffect, useState } from 'preact/hooks';
import type { ClusterState } from '../../../server/contract/duplicates.ts';
import { KeyHelp } from '../../components/key-help.tsx';
import { useNote } from '../../components/note-field.tsx';
import type { Query } from '../../state/filters.ts';
import { useMedia } from '../../state/media.ts';
import { sweepGone } from '../../state/queue.ts';
import type { QueueFilterName, QueueFilters } from '../../state/queue-filters.ts';
import { NO_SELECTION, toggle, toggleRange } from '../../state/selection.ts';
import { useFocusAfter } from '../../state/use-focus-after.ts';
import { useKeys } from '../../state/use-keys.ts';
import { usePlace } from '../../state/use-place.ts';
import { listActions } from './bench-actions.ts';
import { BenchHead } from './bench-head.tsx';
import { useDecisions, usePrefetch } from './bench-hooks.ts';
import { BulkDialog } from './bulk-dialog.tsx';
import { BulkReport } from './bulk-report.tsx';
import { useDetail } from './cluster-details.ts';
import { ClusterList } from './cluster-list.tsx';
import { ClusterPane } from './cluster-pane.tsx';
import { Awaited, Nothing } from './nothing.tsx';
import { useMoreFilters } from './queue-filter-bar.tsx';
import { type BulkAsk, useBulk } from './use-bulk.ts';
import { useClaim } from './use-claim.ts';
import { useDecide } from './use-decide.ts';
import { useLive } from './use-live.ts';
import { useQueue } from './use-queue.ts';
import { standing, useSplit } from './use-split.ts';

type WorkbenchProps = {
  tab: ClusterState;
  filters: QueueFilters;
  query: Query;
  /** The address after the question mark. */
  search: string;
  /** The cluster that the address names. */
  wanted: string | null;
  onPlace: (id: string | null, options?: { replace?: boolean }) => void;
  /** Shows the list that the named cluster is in. */
  onNamedTab: (tab: ClusterState) => void;
  onTab: (tab: ClusterState) => void;
  onFilter: (patch: Partial<Record<QueueFilterName, string | null>>) => void;
  onView: (query: string) => void;
  hrefOf: (id: string) => string;
};

/** Goes to the first filter; on a phone all of them are behind "Filters". */
const goToFilters = () =>
  document.querySelector<HTMLElement>('.dq-head .filters .end select, .dq-head .filters .end button')?.focus();

/** List and detail of one tab, and all that keys and buttons do there. */
export function Workbench(props: WorkbenchProps) {
  const { tab, filters, query, search, wanted, onPlace, onNamedTab, onTab, onFilter, onView, hrefOf } = props;
  const bench = useQueue(tab, query, wanted);
  const { queue, setQueue, reading } = bench;
  const bulk = useBulk(bench, query);
  const decisions = useDecide(tab, bench, bulk.undoBulk);
  const [dialog, setDialog] = useState<'help' | BulkAsk['action'] | null>(null);
  const [turn, setTurn] = useState(0);
  const readAgain = useCallback(() => setTurn((count) => count + 1), []);
  const detail = useDetail(queue.selected, turn);
  const { split, reason, changeSplit, changeReason } = useSplit(detail.value);
  const cluster = detail.value;
  const at = queue.items.findIndex(({ id }) => id === queue.selected);
  const item = queue.items[at] ?? null;
  const isGone = item !== null && queue.gone[item.id] !== undefined;
  const isOpen = tab === 'open' && cluster !== null && standing(cluster) === null && !isGone;
  const isDeciding = tab === 'open';
  const live = useLive({
    bench,
    query,
    isOn: isDeciding,
    isPending: decisions.isPending,
    onShownChanged: readAgain,
  });
  // On a phone the list alone is on screen until a cluster is opened.
  const isNarrow = useMedia('(max-width: 900px)');
  const claim = useClaim(bench, item, isDeciding && !isGone && (wanted !== null || !isNarrow));
  const note = useNote(queue.selected);
  const more = useMoreFilters(filters);
  const decided = useDecisions(tab);

  useEffect(() => {
    if (reading.elsewhere !== null) onNamedTab(reading.elsewhere);
  }, [reading.elsewhere, onNamedTab]);
  useEffect(() => bulk.setSelection(NO_SELECTION), [search]);
  usePlace({
    selected: queue.selected,
    wanted,
    onPlace,
    onWanted: (id) => setQueue((old) => ({ ...old, selected: id })),
  });
  usePrefetch(queue.items[at + 1]?.id);
  const focusNext = useFocusAfter(queue.selected, 'data-cluster');

  const select = (id: string) => {
    setQueue((old) => ({ ...old, selected: id }));
    if (wanted !== id) onPlace(id, { replace: wanted !== null });
  };
  const actions = listActions({
    ...{ tab, bench, bulk, decisions, cluster, isOpen, split, reason, note, changeSplit, focusNext, claim },
    openHelp: () => setDialog('help'),
    openFilters: goToFilters,
  });
  useKeys('duplicates', actions);

  const total = Math.max(queue.total, queue.items.length);
  const place = reading.linked?.id === queue.selected ? (reading.linked?.place ?? 0) : at + 1;
  const news = live.hasMissed ? 'The list may have changed: load it again' : `Show ${live.fresh} new`;
  const tick = (id: string, isRange: boolean) =>
    bulk.setSelection((old) =>
      isRange
        ? toggleRange(
            old,
            id,
            queue.items.map((one) => one.id),
          )
        : toggle(old, id),
    );
  return (
    <>
      <BenchHead
        tab={tab}
        filters={filters}
        search={search}
        counts={bench.counts}
        total={total}
        moderators={[...new Set([...decided.values()].map(({ actor }) => actor))].sort()}
        bulk={bulk}
        more={more}
        on={{
          tab: onTab,
          filter: onFilter,
          view: onView,
          help: actions.help,
          reload: bench.reload,
          bulk: setDialog,
        }}
      />
      {queue.items.length === 0 && reading.isLoading ? (
        <Awaited />
      ) : queue.items.length === 0 ? (
        <div class="dq-none">
          <Nothing tab={tab} filters={filters} bench={bench} fresh={live.fresh} onFilter={onFilter} />
        </div>
      ) : (
        <div class={`dq-body ${wanted === null ? 'at-list' : 'at-detail'}`}>
          <ClusterList
            queue={queue}
            tab={tab}
            hrefOf={hrefOf}
            decisions={decided}
            selection={isDeciding ? bulk.selection : null}
            onTick={tick}
            onSelect={select}
            onLeave={() => setQueue(sweepGoneUnselected)}
            more={{ has: reading.next !== null, isLoading: reading.isLoading, load: bench.loadMore }}
            news={live.hasMissed || live.fresh > 0 ? { label: news, show: bench.reload } : null}
          />
          <ClusterPane
            {...{ cluster, split, isOpen, isGone, reason, note, actions, item }}
            error={detail.error}
            position={{ at: place, total }}
            failure={cluster ? queue.failed[cluster.id] : undefined}
            isChanged={live.changed !== null && live.changed === queue.selected}
            decision={standing(cluster)}
            listHref={hrefOf('').replace(/\/(?=\?|$)/, '')}
            onReason={changeReason}
            onShow={(shown) => changeSplit((old) => ({ ...old, shown }))}
            onReadAgain={() => {
              live.seen();
              readAgain();
            }}
            onUndo={(decision) => cluster && void decisions.undoDecision(cluster, decision)}
          />
        </div>
      )}
      {dialog === 'help' ? <KeyHelp page="duplicates" onClose={() => setDialog(null)} /> : null}
      {dialog === 'remove' || dialog === 'not_duplicates' ? (
        <BulkDialog bulk={bulk} action={dialog} filters={filters} onClose={() => setDialog(null)} />
      ) : null}
      {bulk.report && dialog === null ? (
        <BulkReport
          report={bulk.report}
          headlineOf={(id) => queue.items.find((one) => one.id === id)?.headline ?? id}
          onUndo={() => void bulk.undoBulk(bulk.report?.id ?? '')}
          onClose={bulk.closeReport}
        />
      ) : null}
    </>
  );
}

/** What others have dealt with leaves, but for what is being looked at. */
const sweepGoneUnselected: typeof sweepGone = (queue) => {
  const told = queue.selected === null ? undefined : queue.gone[queue.selected];
  if (told === undefined || queue.selected === null) return sweepGone(queue);
  const { [queue.selected]: _, ...others } = queue.gone;
  return { ...sweepGone({ ...queue, gone: others }), gone: { [queue.selected]: told } };
};
