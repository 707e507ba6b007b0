import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { ReviewView } from '../../../server/contract/reviews.ts';
import type { DecideHeld, HeldOutcome, HeldPage } from '../../../server/contract/screening.ts';
import { type ApiError, getJson, postJson, toApiFailure } from '../../api.ts';
import type { Query } from '../../state/filters.ts';
import { EMPTY_QUEUE, fillQueue, putBack, type Queue, takeItem } from '../../state/queue.ts';
import { showToast } from '../../state/toast.ts';
import { refreshWorkspace } from '../../state/workspace.ts';
import { readNamed } from './read-named.ts';

const PAGE = '100';
const TOLD = { publish: 'Published', remove: 'Removed' } as const;

type Reading = { isLoading: boolean; error: ApiError | null; next: string | null; counts: HeldPage['counts'] };
type Done = { answer: Promise<HeldOutcome>; item: ReviewView; at: number };

/** Decisions of this visit, the newest last. */
const done: Done[] = [];

/** The review that the address names, and how to go to the list where that does not wait any more. */
type Named = { wanted: string | null; toList: () => void };

/** Puts a review on screen; one that stands further down than what was read comes first. */
const select = (queue: Queue<ReviewView>, review: ReviewView): Queue<ReviewView> => ({
  ...queue,
  items: queue.items.some(({ id }) => id === review.id) ? queue.items : [review, ...queue.items],
  selected: review.id,
});

/** Reviews that wait for a moderator, and decisions on them that take effect on screen at once. */
export function useHeld(query: Query, named: Named) {
  const key = new URLSearchParams(query).toString();
  const [queue, setQueue] = useState<Queue<ReviewView>>(EMPTY_QUEUE);
  const [reading, setReading] = useState<Reading>({ isLoading: true, error: null, next: null, counts: [] });
  const [turn, setTurn] = useState(0);
  const latest = useRef(queue);
  latest.current = queue;
  const address = useRef(named);
  address.current = named;

  const readPage = useCallback(
    async (cursor: string | null, signal?: AbortSignal) => {
      setReading((old) => ({ ...old, isLoading: true, error: null }));
      try {
        const asked = { ...Object.fromEntries(new URLSearchParams(key)), limit: PAGE };
        const paged = cursor === null ? asked : { ...asked, cursor };
        const page = await getJson<HeldPage>('/moderation/held', paged, signal);
        const { wanted, toList } = address.current;
        const isNamed = cursor === null && wanted !== null;
        const review = isNamed ? await readNamed(wanted, page.items) : null;
        if (signal?.aborted) return;
        if (isNamed && review === null) toList();
        setQueue((old) => {
          const before = cursor === null ? [] : old.items;
          const known = new Set(before.map(({ id }) => id));
          const items = [...before, ...page.items.filter(({ id }) => !known.has(id))];
          const base = cursor === null ? { ...EMPTY_QUEUE, selected: old.selected } : old;
          const filled = fillQueue<ReviewView>(base, items, page.total, null);
          return review ? select(filled, review) : filled;
        });
        setReading({ isLoading: false, error: null, next: page.next, counts: page.counts });
      } catch (error) {
        if (!signal?.aborted) setReading((old) => ({ ...old, isLoading: false, error: toApiFailure(error) }));
      }
    },
    [key],
  );

  useEffect(() => {
    const abort = new AbortController();
    setQueue(EMPTY_QUEUE);
    void readPage(null, abort.signal);
    return () => abort.abort();
  }, [readPage, turn]);

  const undo = useCallback(async () => {
    const last = done.pop();
    if (!last) {
      showToast({ kind: 'done', text: 'There is no decision of this visit left to undo.', action: null });
      return;
    }
    try {
      const { decision } = await last.answer;
      const { review } = await postJson<HeldOutcome>(`/moderation/held-decisions/${decision.id}/undo`);
      setQueue((old) => putBack(old, { item: review, index: last.at }));
      showToast({ kind: 'done', text: `Taken back: ${review.id} waits again.`, action: null });
      void refreshWorkspace();
    } catch (error) {
      showToast({ kind: 'failed', text: `This could not be undone. ${toApiFailure(error).message}`, action: null });
    }
  }, []);

  const decide = useCallback(
    (item: ReviewView, body: DecideHeld) => {
      const at = latest.current.items.findIndex(({ id }) => id === item.id);
      if (at < 0) return;
      setQueue((old) => takeItem(old, item.id)?.queue ?? old);
      const answer = postJson<HeldOutcome>(`/moderation/held/${item.id}/decisions`, body);
      const entry: Done = { answer, item, at };
      done.push(entry);
      const action = { label: 'Undo', keyId: 'undo', run: () => void undo() } as const;
      showToast({ kind: 'done', text: `${TOLD[body.action]}: ${item.id}.`, action });
      answer.then(refreshWorkspace, (error: unknown) => {
        done.splice(done.indexOf(entry), 1);
        const reason = toApiFailure(error).message;
        setQueue((old) => putBack(old, { item, index: at, reason }));
        showToast({ kind: 'failed', text: `Not done, ${item.id} is back. ${reason}`, action: null });
      });
    },
    [undo],
  );

  return {
    queue,
    setQueue,
    reading,
    decide,
    undo,
    open: useCallback(async (id: string) => {
      const review = await readNamed(id, latest.current.items);
      if (review) setQueue((old) => select(old, review));
      else address.current.toList();
    }, []),
    reload: useCallback(() => setTurn((count) => count + 1), []),
    loadMore: useCallback(() => {
      if (reading.next !== null && !reading.isLoading) void readPage(reading.next);
    }, [reading.next, reading.isLoading, readPage]),
  };
}

export type HeldBench = ReturnType<typeof useHeld>;
