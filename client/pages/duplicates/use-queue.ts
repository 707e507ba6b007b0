import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type {
  ClusterDetail,
  ClusterPage,
  ClusterState,
  ClusterSummary,
  Decide,
  Decision,
} from '../../../server/contract/duplicates.ts';
import { ApiError, getJson, postJson } from '../../api.ts';
import type { Query } from '../../state/filters.ts';
import { EMPTY_QUEUE, fillQueue, putBack, type Queue, takeItem } from '../../state/queue.ts';
import { showToast } from '../../state/toast.ts';
import { refreshWorkspace } from '../../state/workspace.ts';
import { dropDetail, readDetail } from './cluster-details.ts';

const PAGE = '100';
/** How near to the end of what is loaded the selection may come before more is read. */
const AHEAD = 10;

export type Counts = ClusterPage['counts'];
type Reading = {
  isLoading: boolean;
  error: ApiError | null;
  next: string | null;
  /** The state of the cluster that the address names, when that is another list's. */
  elsewhere: ClusterState | null;
};
/** A decision that can be taken back here: its answer may still be on the way. */
type Done = { answer: Promise<Decision>; index: number };

/** All decisions of this visit, the newest last: undo works after filters, tabs and pages were changed too. */
const done: Done[] = [];

const STATE_OF = { remove: 'removed', not_duplicates: 'not_duplicates' } as const;
const shift = (counts: Counts | null, from: ClusterState, to: ClusterState): Counts | null =>
  counts && { ...counts, [from]: Math.max(counts[from] - 1, 0), [to]: counts[to] + 1 };
const wordsOf = (error: unknown) => (error instanceof Error ? error.message : String(error));

/** The list of clusters in one state, with decisions that take effect at once and can be taken back. */
export function useQueue(state: ClusterState, query: Query, wanted: string | null) {
  const [queue, setQueue] = useState<Queue>(EMPTY_QUEUE);
  const [counts, setCounts] = useState<Counts | null>(null);
  const [reading, setReading] = useState<Reading>({ isLoading: true, error: null, next: null, elsewhere: null });
  const [turn, setTurn] = useState(0);
  const latest = useRef(queue);
  latest.current = queue;
  const key = new URLSearchParams({ ...query, state }).toString();

  const readPage = useCallback(
    async (cursor: string | null, signal: AbortSignal) => {
      setReading((old) => ({ ...old, isLoading: true, error: null }));
      try {
        const base = { ...Object.fromEntries(new URLSearchParams(key)), limit: PAGE };
        const page = await getJson<ClusterPage>('/duplicates', cursor === null ? base : { ...base, cursor }, signal);
        const named = cursor === null ? await readNamed(wanted, page.items) : null;
        const linked = named?.state === state ? [named] : [];
        if (signal.aborted) return;
        const before = cursor === null ? [] : latest.current.items;
        const known = new Set(before.map((item) => item.id));
        const items = [...linked, ...before, ...page.items.filter((item) => !known.has(item.id))];
        setQueue((old) =>
          fillQueue(cursor === null ? EMPTY_QUEUE : old, items, page.total, cursor === null ? wanted : null),
        );
        setCounts(page.counts);
        setReading({
          isLoading: false,
          error: null,
          next: page.next,
          elsewhere: named && named.state !== state ? named.state : null,
        });
      } catch (error) {
        if (signal.aborted) return;
        const known = error instanceof ApiError ? error : new ApiError(0, wordsOf(error));
        setReading((old) => ({ ...old, isLoading: false, error: known }));
      }
    },
    [key, state],
  );

  useEffect(() => {
    const abort = new AbortController();
    void readPage(null, abort.signal);
    return () => abort.abort();
  }, [readPage, turn]);

  const loadMore = useCallback(() => {
    if (reading.next !== null && !reading.isLoading) void readPage(reading.next, new AbortController().signal);
  }, [reading, readPage]);

  const at = queue.items.findIndex((item) => item.id === queue.selected);
  useEffect(() => {
    if (at >= 0 && queue.items.length - at <= AHEAD && reading.error === null) loadMore();
  }, [at, queue.items.length, loadMore, reading.error]);

  const undo = useCallback(async () => {
    const last = done.pop();
    if (!last) {
      showToast({ kind: 'done', text: 'There is no decision of this visit left to undo.', action: null });
      return;
    }
    try {
      const decision = await last.answer;
      await takeBack(decision);
      setCounts((old) => shift(old, STATE_OF[decision.action], 'open'));
      dropDetail(decision.cluster);
      const item = await readDetail(decision.cluster);
      if (state === 'open') setQueue((old) => putBack(old, { item, index: last.index }));
      showToast({ kind: 'done', text: `Taken back: “${item.headline}” is to decide again.`, action: null });
    } catch (error) {
      showToast({ kind: 'failed', text: `This could not be undone. ${wordsOf(error)}`, action: null });
    }
  }, [state]);

  const decide = useCallback(
    (cluster: ClusterSummary, body: Decide, told: string) => {
      const taken = takeItem(latest.current, cluster.id);
      if (!taken) return;
      setQueue(taken.queue);
      setCounts((old) => shift(old, 'open', STATE_OF[body.action]));
      const answer = postJson<Decision>(`/duplicates/${cluster.id}/decisions`, body);
      const entry = { answer, index: taken.index };
      done.push(entry);
      showToast({ kind: 'done', text: told, action: { label: 'Undo', keyId: 'undo', run: () => void undo() } });
      dropDetail(cluster.id);
      answer.then(refreshWorkspace, (error: unknown) => {
        if (done.includes(entry)) done.splice(done.indexOf(entry), 1);
        setQueue((old) => putBack(old, { item: taken.item, index: taken.index, reason: wordsOf(error) }));
        setCounts((old) => shift(old, STATE_OF[body.action], 'open'));
        showToast({ kind: 'failed', text: `Not done, “${cluster.headline}” is back. ${wordsOf(error)}`, action: null });
      });
    },
    [undo],
  );

  const undoDecision = useCallback(async (cluster: ClusterDetail, decision: Decision) => {
    const taken = takeItem(latest.current, cluster.id);
    if (taken) setQueue(taken.queue);
    setCounts((old) => shift(old, STATE_OF[decision.action], 'open'));
    try {
      await takeBack(decision);
      dropDetail(cluster.id);
      showToast({ kind: 'done', text: `Taken back: “${cluster.headline}” is to decide again.`, action: null });
    } catch (error) {
      if (taken) setQueue((old) => putBack(old, { item: taken.item, index: taken.index, reason: wordsOf(error) }));
      setCounts((old) => shift(old, 'open', STATE_OF[decision.action]));
      showToast({ kind: 'failed', text: `This could not be undone. ${wordsOf(error)}`, action: null });
    }
  }, []);

  return {
    queue,
    setQueue,
    counts,
    reading,
    loadMore,
    reload: useCallback(() => setTurn((count) => count + 1), []),
    decide,
    undo,
    undoDecision,
  };
}

/** The cluster that the address names, when it is not among the first: so a link to it always opens. */
async function readNamed(id: string | null, items: ClusterSummary[]): Promise<ClusterSummary | null> {
  if (id === null || items.some((item) => item.id === id)) return null;
  return readDetail(id).catch(() => null);
}

async function takeBack(decision: Decision): Promise<void> {
  await postJson<Decision>(`/decisions/${decision.id}/undo`);
  void refreshWorkspace();
}
