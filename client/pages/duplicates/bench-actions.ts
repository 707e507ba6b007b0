import type { ClusterDetail, ClusterState, DecisionReason } from '../../../server/contract/duplicates.ts';
import { type Note, noteOf } from '../../components/note-field.tsx';
import { plural } from '../../state/figures.ts';
import type { KeyId } from '../../state/keys.ts';
import { moveSelection, postpone } from '../../state/queue.ts';
import { toggle } from '../../state/selection.ts';
import {
  countRemoved,
  type Split,
  showNextCopy,
  swapSurvivor,
  toDecision,
  toggleKept,
} from '../../state/split-cluster.ts';
import { showToast } from '../../state/toast.ts';
import type { BulkBench } from './use-bulk.ts';
import { claimOfOther } from './use-claim.ts';
import type { useDecide } from './use-decide.ts';
import type { Bench } from './use-queue.ts';

type BenchActions = {
  tab: ClusterState;
  bench: Bench;
  bulk: BulkBench;
  decisions: ReturnType<typeof useDecide>;
  /** The cluster on screen, read; and whether it can be decided. */
  cluster: ClusterDetail | null;
  isOpen: boolean;
  split: Split | null;
  reason: DecisionReason;
  note: Note;
  changeSplit: (change: (split: Split) => Split) => void;
  focusNext: () => void;
  claim: () => void;
  openHelp: () => void;
  openFilters: () => void;
};

/** All that keys and buttons do on the page of duplicates. */
export function listActions(on: BenchActions): Record<KeyId, () => void> {
  const { tab, bench, bulk, decisions, cluster, isOpen, split, reason, note, changeSplit, focusNext } = on;
  const { queue, setQueue } = bench;
  const item = queue.items.find(({ id }) => id === queue.selected);

  /** The cluster on screen, if it can be decided now; says why not where somebody else is at it. */
  const ready = () => {
    if (!cluster || !isOpen) return null;
    const other = claimOfOther(item);
    if (!other) return cluster;
    showToast({ kind: 'failed', text: `${other.actor} is reviewing this: take it over to decide it.`, action: null });
    return null;
  };
  const remove = () => {
    const shown = ready();
    if (!shown || !split) return;
    const removing = countRemoved(shown, split);
    if (removing === 0) return;
    focusNext();
    const told = `Removed ${plural(removing, 'copy', 'copies')}, kept ${[split.survivor, ...split.kept].join(', ')}.`;
    decisions.decide(shown, { ...toDecision(shown, split, reason), ...noteOf(note) }, told);
  };
  const keepAll = () => {
    const shown = ready();
    if (!shown) return;
    focusNext();
    const told = `Not duplicates: all ${shown.size} reviews stay and count.`;
    decisions.decide(shown, { action: 'not_duplicates', version: shown.version, ...noteOf(note) }, told);
  };

  return {
    remove,
    keepAll,
    swap: () => isOpen && changeSplit(swapSurvivor),
    exclude: () => isOpen && changeSplit(toggleKept),
    later: () => {
      if (!item || tab !== 'open') return;
      focusNext();
      setQueue((old) => postpone(old, item.id));
    },
    note: () => isOpen && note.open(),
    next: () => setQueue((old) => moveSelection(old, 1)),
    previous: () => setQueue((old) => moveSelection(old, -1)),
    nextCopy: () => cluster && changeSplit((old) => showNextCopy(cluster, old)),
    claim: on.claim,
    mark: () => item && tab === 'open' && bulk.setSelection((old) => toggle(old, item.id)),
    undo: () => void decisions.undo(),
    filter: on.openFilters,
    help: on.openHelp,
  };
}
