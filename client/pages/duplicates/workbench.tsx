import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { ClusterState, Decision } from '../../../server/contract/duplicates.ts';
import { Icon } from '../../components/icon.tsx';
import { Failed, Skeleton } from '../../components/parts.tsx';
import { formatInstant } from '../../state/dates.ts';
import { plural } from '../../state/figures.ts';
import type { Query } from '../../state/filters.ts';
import type { KeyId } from '../../state/keys.ts';
import { moveSelection, positionOf, postpone } from '../../state/queue.ts';
import {
  countRemoved,
  REASONS,
  showNextCopy,
  swapSurvivor,
  toDecision,
  toggleKept,
} from '../../state/split-cluster.ts';
import { ActionBar, DecidedBar } from './action-bar.tsx';
import { useDecisions, useFocusAfter, useKeys, usePlace, usePrefetch } from './bench-hooks.ts';
import { useDetail } from './cluster-details.ts';
import { ClusterList } from './cluster-list.tsx';
import { ClusterView } from './cluster-view.tsx';
import { KeyHelp } from './key-help.tsx';
import { Awaited, Nothing } from './nothing.tsx';
import { type Counts, useQueue } from './use-queue.ts';
import { standing, useSplit } from './use-split.ts';

type WorkbenchProps = {
  tab: ClusterState;
  query: Query;
  /** The cluster that the address names. */
  wanted: string | null;
  onPlace: (id: string | null, options?: { replace?: boolean }) => void;
  /** Shows the list that the named cluster is in. */
  onTab: (tab: ClusterState) => void;
  hrefOf: (id: string) => string;
  onClearFilters: () => void;
  head: (bench: { counts: Counts | null; reload: () => void; openHelp: () => void }) => ComponentChildren;
};

const tellDecision = (decision: Decision) => {
  const reason = REASONS.find((entry) => entry.id === decision.reason)?.label;
  const what =
    decision.action === 'remove'
      ? `Removed ${plural(decision.removed.length, 'copy', 'copies')}, kept ${decision.kept.join(', ')}`
      : 'Not duplicates';
  return [what, reason, decision.actor, formatInstant(decision.at)].filter(Boolean).join(' · ');
};

/** List and detail of one tab, and all that keys and buttons do there. */
export function Workbench({ tab, query, wanted, onPlace, onTab, hrefOf, onClearFilters, head }: WorkbenchProps) {
  const bench = useQueue(tab, query, wanted);
  const { queue, setQueue, reading } = bench;
  const [isHelpOpen, setHelpOpen] = useState(false);
  const [turn, setTurn] = useState(0);
  const detail = useDetail(queue.selected, turn);
  const { split, reason, changeSplit, changeReason } = useSplit(detail.value);
  const cluster = detail.value;
  const isOpen = tab === 'open' && cluster !== null && standing(cluster) === null;
  const decisions = useDecisions(tab);

  useEffect(() => {
    if (reading.elsewhere !== null) onTab(reading.elsewhere);
  }, [reading.elsewhere, onTab]);
  usePlace({
    selected: queue.selected,
    wanted,
    onPlace,
    onWanted: (id) => setQueue((old) => ({ ...old, selected: id })),
  });
  usePrefetch(
    queue.items.map((item) => item.id),
    queue.selected,
  );
  const focusNext = useFocusAfter(queue.selected);

  const select = (id: string) => {
    setQueue((old) => ({ ...old, selected: id }));
    if (wanted !== id) onPlace(id, { replace: wanted !== null });
  };
  const decideRemoval = () => {
    if (!cluster || !split || !isOpen) return;
    const removing = countRemoved(cluster, split);
    if (removing === 0) return;
    focusNext();
    const told = `Removed ${plural(removing, 'copy', 'copies')}, kept ${[split.survivor, ...split.kept].join(', ')}.`;
    bench.decide(cluster, toDecision(cluster, split, reason), told);
  };
  const actions: Record<KeyId, () => void> = {
    remove: decideRemoval,
    keepAll: () => {
      if (!cluster || !isOpen) return;
      focusNext();
      const told = `Not duplicates: all ${cluster.size} reviews stay and count.`;
      bench.decide(cluster, { action: 'not_duplicates', version: cluster.version }, told);
    },
    swap: () => isOpen && changeSplit(swapSurvivor),
    exclude: () => isOpen && changeSplit(toggleKept),
    later: () => {
      if (!cluster || tab !== 'open') return;
      focusNext();
      setQueue((old) => postpone(old, cluster.id));
    },
    next: () => setQueue((old) => moveSelection(old, 1)),
    previous: () => setQueue((old) => moveSelection(old, -1)),
    nextCopy: () => cluster && changeSplit((old) => showNextCopy(cluster, old)),
    undo: () => void bench.undo(),
    help: () => setHelpOpen(true),
  };
  useKeys(actions);

  const decision = standing(cluster);
  const total = Math.max(queue.total, queue.items.length);
  return (
    <>
      {head({ counts: bench.counts, reload: bench.reload, openHelp: actions.help })}
      {queue.items.length === 0 && reading.isLoading ? (
        <Awaited />
      ) : queue.items.length === 0 ? (
        <div class="dq-none">
          <Nothing
            tab={tab}
            reading={reading}
            isFiltered={Object.keys(query).length > 0}
            bench={bench}
            onClear={onClearFilters}
          />
        </div>
      ) : (
        <div class={`dq-body ${wanted === null ? 'at-list' : 'at-detail'}`}>
          <ClusterList
            queue={queue}
            label={tab === 'open' ? 'Clusters to decide' : 'Decided clusters'}
            hrefOf={hrefOf}
            decisions={decisions}
            onSelect={select}
            more={{ has: reading.next !== null, isLoading: reading.isLoading, load: bench.loadMore }}
          />
          <section class="detail" aria-label="Cluster" aria-busy={cluster === null && detail.error === null}>
            {/* biome-ignore lint/a11y/useSemanticElements: not a form, but a part that scrolls and so needs a name */}
            {/* biome-ignore lint/a11y/noNoninteractiveTabindex: or the keyboard could not scroll it */}
            <div class="detail-s" tabIndex={0} role="group" aria-label="Both reviews">
              <a class="back" href={hrefOf('').replace(/\/(?=\?|$)/, '')}>
                <Icon name="left" />
                List
                <span>
                  {positionOf(queue)} of {total}
                </span>
              </a>
              {cluster && split ? (
                <ClusterView
                  cluster={cluster}
                  split={split}
                  isOpen={isOpen}
                  position={{ at: positionOf(queue), total }}
                  failure={queue.failed[cluster.id]}
                  actions={actions}
                  onShow={(shown) => changeSplit((old) => ({ ...old, shown }))}
                />
              ) : detail.error ? (
                <Failed
                  what="This cluster"
                  detail={detail.error.message}
                  onRetry={() => setTurn((count) => count + 1)}
                />
              ) : (
                <Skeleton lines={14} />
              )}
            </div>
            {decision && cluster ? (
              <DecidedBar told={tellDecision(decision)} onUndo={() => void bench.undoDecision(cluster, decision)} />
            ) : (
              <ActionBar
                removing={cluster && split ? countRemoved(cluster, split) : 0}
                isReady={isOpen}
                reason={reason}
                onReason={changeReason}
                actions={actions}
              />
            )}
          </section>
        </div>
      )}
      {isHelpOpen ? <KeyHelp onClose={() => setHelpOpen(false)} /> : null}
    </>
  );
}
