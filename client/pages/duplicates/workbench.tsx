import type { ComponentChildren } from 'preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type {
  ClusterDetail,
  ClusterState,
  Decision,
  DecisionPage,
  DecisionReason,
} from '../../../server/contract/duplicates.ts';
import { Icon } from '../../components/icon.tsx';
import { Empty, Failed, Skeleton } from '../../components/parts.tsx';
import { formatInstant } from '../../state/dates.ts';
import { plural } from '../../state/figures.ts';
import type { Query } from '../../state/filters.ts';
import { actionOf, type KeyId, keysOn, toKeyPress } from '../../state/keys.ts';
import { moveSelection, positionOf, postpone } from '../../state/queue.ts';
import { useResource } from '../../state/resource.ts';
import {
  listRemoved,
  REASONS,
  reasonOf,
  type Split,
  showNextCopy,
  suggestSplit,
  swapSurvivor,
  toDecision,
  toggleKept,
} from '../../state/split-cluster.ts';
import { workspace } from '../../state/workspace.ts';
import { ActionBar, DecidedBar } from './action-bar.tsx';
import { readDetail, useDetail } from './cluster-details.ts';
import { ClusterList } from './cluster-list.tsx';
import { ClusterView } from './cluster-view.tsx';
import { KeyHelp } from './key-help.tsx';
import { type Counts, useQueue } from './use-queue.ts';

type WorkbenchProps = {
  tab: ClusterState;
  query: Query;
  /** The cluster that the address names. */
  wanted: string | null;
  onPlace: (id: string | null, options?: { replace?: boolean }) => void;
  hrefOf: (id: string) => string;
  onClearFilters: () => void;
  head: (counts: Counts | null, openHelp: () => void) => ComponentChildren;
};

const tellDecision = (decision: Decision) => {
  const reason = REASONS.find((entry) => entry.id === decision.reason)?.label;
  const what =
    decision.action === 'remove'
      ? `Removed ${plural(decision.removed.length, 'copy', 'copies')}, kept ${decision.kept.join(', ')}`
      : 'Not duplicates';
  return [what, reason, decision.actor, formatInstant(decision.at)].filter(Boolean).join(' · ');
};

/** The standing decision of a cluster, if any. */
const standing = (cluster: ClusterDetail | null) =>
  cluster?.decisions.filter((decision) => decision.undoneAt === null).at(-1) ?? null;

/** How a decided cluster was split, so that it is shown as it was decided. */
function decidedSplit(cluster: ClusterDetail, decision: Decision): Split {
  const survivor = decision.kept[0] ?? cluster.survivor;
  const shown = decision.removed[0] ?? cluster.members.find((member) => member.id !== survivor)?.id ?? survivor;
  return { survivor, kept: decision.action === 'remove' ? decision.kept.slice(1) : [], shown };
}

/** The split of the shown cluster; a new cluster starts with what the server suggests. */
function useSplit(cluster: ClusterDetail | null) {
  const [held, setHeld] = useState<{ of: ClusterDetail; split: Split; reason: DecisionReason | null } | null>(null);
  const decision = standing(cluster);
  const fresh = useMemo(() => {
    if (!cluster) return null;
    return { of: cluster, split: decision ? decidedSplit(cluster, decision) : suggestSplit(cluster), reason: null };
  }, [cluster, decision]);
  const current = held !== null && held.of === cluster ? held : fresh;
  return {
    split: current?.split ?? null,
    reason: current?.reason ?? reasonOf(cluster?.kind ?? 'exact'),
    changeSplit: (change: (split: Split) => Split) => current && setHeld({ ...current, split: change(current.split) }),
    changeReason: (reason: DecisionReason) => current && setHeld({ ...current, reason }),
  };
}

/** List and detail of one tab, and all that keys and buttons do there. */
export function Workbench({ tab, query, wanted, onPlace, hrefOf, onClearFilters, head }: WorkbenchProps) {
  const bench = useQueue(tab, query, wanted);
  const { queue, setQueue, reading } = bench;
  const [isHelpOpen, setHelpOpen] = useState(false);
  const [turn, setTurn] = useState(0);
  const detail = useDetail(queue.selected, turn);
  const { split, reason, changeSplit, changeReason } = useSplit(detail.value);
  const cluster = detail.value;
  const isOpen = tab === 'open' && cluster !== null && standing(cluster) === null;
  const decisions = useDecisions(tab);

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
    const removed = listRemoved(cluster, split);
    if (removed.length === 0) return;
    focusNext();
    const told = `Removed ${plural(removed.length, 'copy', 'copies')}, kept ${[split.survivor, ...split.kept].join(', ')}.`;
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
      {head(bench.counts, actions.help)}
      {queue.items.length === 0 ? (
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
                removing={cluster && split ? listRemoved(cluster, split).length : 0}
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

/** Runs the action of a key press; the newest actions, not those of the render that began to listen. */
function useKeys(actions: Record<KeyId, () => void>) {
  const latest = useRef(actions);
  latest.current = actions;
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented) return;
      const action = actionOf(toKeyPress(event), keysOn.value);
      if (action === undefined) return;
      event.preventDefault();
      latest.current[action]();
    };
    addEventListener('keydown', onKeyDown);
    return () => removeEventListener('keydown', onKeyDown);
  }, []);
}

type Place = Pick<WorkbenchProps, 'wanted' | 'onPlace'> & { selected: string | null; onWanted: (id: string) => void };

/** Keeps address and selection together: Back goes to the row it names, a step in the list is no step for Back. */
function usePlace({ selected, wanted, onPlace, onWanted }: Place) {
  const before = useRef(wanted);
  useEffect(() => {
    const hasMoved = before.current !== wanted;
    before.current = wanted;
    if (wanted === null || selected === null || wanted === selected) return;
    if (hasMoved) onWanted(wanted);
    else onPlace(selected, { replace: true });
  }, [wanted, selected, onPlace, onWanted]);
}

function usePrefetch(ids: string[], selected: string | null) {
  const next = ids[ids.indexOf(selected ?? '') + 1];
  useEffect(() => {
    // A failure is shown when the cluster is really asked for.
    if (next !== undefined) readDetail(next).catch(() => undefined);
  }, [next]);
}

/** After a decision the focus goes to the row that is selected next, or it would be lost with the old one. */
function useFocusAfter(selected: string | null): () => void {
  const isDue = useRef(false);
  useEffect(() => {
    if (!isDue.current) return;
    isDue.current = false;
    const row = document.querySelector<HTMLElement>(`[data-cluster="${selected}"]`);
    if (row?.offsetParent) row.focus();
    else document.getElementById('main')?.focus();
  }, [selected]);
  return () => {
    isDue.current = true;
  };
}

/** Who decided what, for the rows of decided clusters; the newest decision of each cluster. */
function useDecisions(tab: ClusterState): Map<string, Decision> {
  const { value } = useResource<DecisionPage>(tab === 'open' ? null : '/decisions', { limit: '200' });
  return useMemo(() => {
    const standingOnes = (value?.items ?? []).filter((decision) => decision.undoneAt === null);
    return new Map(standingOnes.map((decision) => [decision.cluster, decision]));
  }, [value]);
}

type NothingProps = {
  tab: ClusterState;
  reading: ReturnType<typeof useQueue>['reading'];
  isFiltered: boolean;
  bench: ReturnType<typeof useQueue>;
  onClear: () => void;
};

/** Which kind of nothing the list shows. */
function Nothing({ tab, reading, isFiltered, bench, onClear }: NothingProps) {
  if (reading.error) return <Failed what="The list" detail={reading.error.message} onRetry={bench.reload} />;
  if (reading.isLoading) return <Skeleton lines={10} />;
  if (isFiltered) {
    const clear = (
      <button type="button" class="btn small" onClick={onClear}>
        Clear filters
      </button>
    );
    return (
      <Empty icon="search" title="Nothing matches" foot={clear}>
        No cluster is of this kind and product.
      </Empty>
    );
  }
  if (tab === 'removed') {
    return (
      <Empty icon="removed" title="Nothing removed">
        Copies that a moderator removes are listed here and can be taken back at any time.
      </Empty>
    );
  }
  if (tab === 'not_duplicates') {
    return (
      <Empty icon="check" title="Nothing here yet">
        Clusters that a moderator calls “not duplicates” are listed here and are not asked about again.
      </Empty>
    );
  }
  const hasReviews = (workspace.value?.reviews ?? 0) > 0;
  return hasReviews ? (
    <Empty
      icon="clear"
      title="Queue is clear"
      foot={
        <a class="link" href="/duplicates?tab=removed">
          See decisions
        </a>
      }
    >
      There is nothing left to decide. New copies appear here as they are found.
    </Empty>
  ) : (
    <Empty
      icon="import"
      title="Nothing imported yet"
      foot={
        <a class="btn small" href="/import">
          Go to import
        </a>
      }
    >
      Copies are looked for in every review that comes in.
    </Empty>
  );
}
