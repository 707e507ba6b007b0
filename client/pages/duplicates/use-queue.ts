import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { ClusterPage, ClusterState } from '../../../server/contract/duplicates.ts';
import { type ApiError, getJson, toApiFailure } from '../../api.ts';
import type { Query } from '../../state/filters.ts';
import { EMPTY_QUEUE, fillQueue, type Queue } from '../../state/queue.ts';
import { readNamed } from './cluster-details.ts';

const FIRST_PAGE = '100';
const PAGE = '200';
/** How near to the end of what is loaded the selection may come before more is read. */
const AHEAD = 10;

export type Counts = ClusterPage['counts'];
type Reading = {
  isLoading: boolean;
  error: ApiError | null;
  next: string | null;
  /** The state of the cluster that the address names, when that is another list's. */
  elsewhere: ClusterState | null;
  /** When the list was as it is shown. */
  shownAt: string | null;
  /** Place of the named cluster in the whole list, where it stands above what was read of that. */
  linked: { id: string; place: number } | null;
};

const NOT_READ: Reading = { isLoading: true, error: null, next: null, elsewhere: null, shownAt: null, linked: null };

type Held = { key: string; queue: Queue; reading: Reading };

/** The list of clusters in one state, page by page; it starts anew when state or query change. */
export function useQueue(state: ClusterState, query: Query, wanted: string | null) {
  const key = new URLSearchParams({ ...query, state }).toString();
  const [held, setHeld] = useState<Held>({ key, queue: EMPTY_QUEUE, reading: NOT_READ });
  const [counts, setCounts] = useState<Counts | null>(null);
  const [turn, setTurn] = useState(0);
  const current = held.key === key ? held : { key, queue: EMPTY_QUEUE, reading: NOT_READ };
  const latest = useRef(current);
  latest.current = current;
  const wish = useRef(wanted);
  wish.current = wanted;

  const change = useCallback((to: (old: Held) => Held) => setHeld((old) => (old.key === key ? to(old) : old)), [key]);
  const setQueue = useCallback(
    (to: (queue: Queue) => Queue) => change((old) => ({ ...old, queue: to(old.queue) })),
    [change],
  );

  const readPage = useCallback(
    async (cursor: string | null, signal: AbortSignal) => {
      const isFirst = cursor === null;
      const asked = Object.fromEntries(new URLSearchParams(key));
      try {
        const paging: Query = isFirst ? { limit: FIRST_PAGE } : { limit: PAGE, cursor };
        const page = await getJson<ClusterPage>('/duplicates', { ...asked, ...paging }, signal);
        const named = isFirst ? await readNamed(wish.current, page.items, asked) : null;
        if (signal.aborted) return;
        setCounts(page.counts);
        change(({ queue, reading }) => {
          // Another list is shown in a moment: nothing of this one is to be selected meanwhile.
          if (named && named.state !== state)
            return { key, queue: EMPTY_QUEUE, reading: { ...NOT_READ, elsewhere: named.state } };
          const linked = named ? [named] : [];
          const before = isFirst ? [] : queue.items;
          const known = new Set([...linked, ...before].map((item) => item.id));
          const items = [...linked, ...before, ...page.items.filter((item) => !known.has(item.id))];
          const base = isFirst ? { ...EMPTY_QUEUE, selected: queue.selected } : queue;
          return {
            key,
            queue: fillQueue(base, items, page.total, isFirst ? wish.current : null),
            reading: {
              isLoading: false,
              error: null,
              next: page.next,
              elsewhere: null,
              shownAt: isFirst ? page.now : reading.shownAt,
              linked: named?.position ? { id: named.id, place: named.position.place } : isFirst ? null : reading.linked,
            },
          };
        });
      } catch (error) {
        if (signal.aborted) return;
        change((old) => ({ ...old, reading: { ...old.reading, isLoading: false, error: toApiFailure(error) } }));
      }
    },
    [key, state, change],
  );

  useEffect(() => {
    const abort = new AbortController();
    setHeld((old) => (old.key === key ? old : { key, queue: EMPTY_QUEUE, reading: NOT_READ }));
    change((old) => ({ ...old, reading: { ...old.reading, isLoading: true, error: null } }));
    void readPage(null, abort.signal);
    return () => abort.abort();
  }, [readPage, turn]);

  const loadMore = useCallback(() => {
    const { next, isLoading } = latest.current.reading;
    if (next === null || isLoading) return;
    change((old) => ({ ...old, reading: { ...old.reading, isLoading: true, error: null } }));
    void readPage(next, new AbortController().signal);
  }, [readPage, change]);

  const { queue, reading } = current;
  const at = queue.items.findIndex((item) => item.id === queue.selected);
  useEffect(() => {
    if (at >= 0 && queue.items.length - at <= AHEAD && reading.error === null) loadMore();
  }, [at, queue.items.length, loadMore, reading.error]);

  return {
    queue,
    setQueue,
    counts,
    setCounts,
    reading,
    loadMore,
    reload: useCallback(() => setTurn((count) => count + 1), []),
  };
}

export type Bench = ReturnType<typeof useQueue>;
