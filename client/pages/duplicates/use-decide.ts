import { useCallback, useRef } from 'preact/hooks';
import type {
  ClusterDetail,
  ClusterState,
  ClusterSummary,
  Decide,
  Decision,
} from '../../../server/contract/duplicates.ts';
import { ApiError, postJson, toApiFailure } from '../../api.ts';
import { formatInstant } from '../../state/dates.ts';
import { putBack, takeItem } from '../../state/queue.ts';
import { showToast } from '../../state/toast.ts';
import { refreshWorkspace } from '../../state/workspace.ts';
import { dropDetail, readDetail } from './cluster-details.ts';
import { type Done, forgetDone, noteDone, popDone } from './decisions-done.ts';
import type { Bench, Counts } from './use-queue.ts';

const STATE_OF = { remove: 'removed', not_duplicates: 'not_duplicates' } as const;

const shift = (counts: Counts | null, from: ClusterState, to: ClusterState): Counts | null =>
  counts && { ...counts, [from]: Math.max(counts[from] - 1, 0), [to]: counts[to] + 1 };

async function takeBack(decision: Decision): Promise<void> {
  await postJson<Decision>(`/decisions/${decision.id}/undo`);
  void refreshWorkspace();
}

/** A refusal in words for a reader: who decided what and when, in their own time zone. */
export function tellRefusal(error: unknown): string {
  const { message, problem } = error instanceof ApiError ? error : toApiFailure(error);
  const other = problem?.decision;
  if (!other || problem?.type.endsWith('already-decided') !== true) return message;
  const what = other.action === 'remove' ? `removed ${other.removed} of its reviews` : 'said they are not duplicates';
  return `${other.actor} ${what}, ${formatInstant(other.at)}.`;
}

/**
 * Decisions that take effect on screen at once and can be taken back. `isPending` while answers are awaited: totals
 * read meanwhile would not know of them.
 */
export function useDecide(state: ClusterState, bench: Bench, undoBulk: (id: string) => Promise<void>) {
  const { setQueue, setCounts } = bench;
  const latest = useRef(bench.queue);
  latest.current = bench.queue;
  const pending = useRef(0);

  const undo = useCallback(async () => {
    const last = popDone();
    if (!last) {
      showToast({ kind: 'done', text: 'There is no decision of this visit left to undo.', action: null });
      return;
    }
    if (last.kind === 'bulk') return undoBulk(last.id);
    try {
      const decision = await last.answer;
      await takeBack(decision);
      setCounts((old) => shift(old, STATE_OF[decision.action], 'open'));
      dropDetail(decision.cluster);
      const item = await readDetail(decision.cluster);
      if (state === 'open') setQueue((old) => putBack(old, { item, index: last.index }));
      showToast({ kind: 'done', text: `Taken back: “${item.headline}” is to decide again.`, action: null });
    } catch (error) {
      showToast({ kind: 'failed', text: `This could not be undone. ${tellRefusal(error)}`, action: null });
    }
  }, [state, undoBulk, setQueue, setCounts]);

  const decide = useCallback(
    (cluster: ClusterSummary, body: Decide, told: string) => {
      const taken = takeItem(latest.current, cluster.id);
      if (!taken) return;
      latest.current = taken.queue;
      setQueue((old) => takeItem(old, cluster.id)?.queue ?? old);
      setCounts((old) => shift(old, 'open', STATE_OF[body.action]));
      const answer = postJson<Decision>(`/duplicates/${cluster.id}/decisions`, body);
      const entry: Done = { kind: 'one', answer, index: taken.index };
      noteDone(entry);
      pending.current += 1;
      showToast({ kind: 'done', text: told, action: { label: 'Undo', keyId: 'undo', run: () => void undo() } });
      dropDetail(cluster.id);
      answer
        .then(refreshWorkspace, (error: unknown) => {
          forgetDone(entry);
          const reason = tellRefusal(error);
          setQueue((old) => putBack(old, { item: taken.item, index: taken.index, reason }));
          setCounts((old) => shift(old, STATE_OF[body.action], 'open'));
          showToast({ kind: 'failed', text: `Not done, “${cluster.headline}” is back. ${reason}`, action: null });
        })
        .finally(() => {
          pending.current -= 1;
        });
    },
    [undo, setQueue, setCounts],
  );

  const undoDecision = useCallback(
    async (cluster: ClusterDetail, decision: Decision) => {
      const taken = takeItem(latest.current, cluster.id);
      if (taken) setQueue(() => taken.queue);
      setCounts((old) => shift(old, STATE_OF[decision.action], 'open'));
      try {
        await takeBack(decision);
        dropDetail(cluster.id);
        showToast({ kind: 'done', text: `Taken back: “${cluster.headline}” is to decide again.`, action: null });
      } catch (error) {
        const reason = tellRefusal(error);
        if (taken) setQueue((old) => putBack(old, { item: taken.item, index: taken.index, reason }));
        setCounts((old) => shift(old, 'open', STATE_OF[decision.action]));
        showToast({ kind: 'failed', text: `This could not be undone. ${reason}`, action: null });
      }
    },
    [setQueue, setCounts],
  );

  return { decide, undo, undoDecision, isPending: useCallback(() => pending.current > 0, []) };
}
