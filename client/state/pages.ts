import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { ApiError, getJson } from '../api.ts';
import type { Query } from './filters.ts';

type Page<Item> = { items: Item[]; next: string | null };

export type Pages<Item, P extends Page<Item>> = {
  items: Item[];
  /** The newest page, for its totals. */
  last: P | null;
  error: ApiError | null;
  isLoading: boolean;
  hasMore: boolean;
  loadMore: () => void;
  reload: () => void;
};

/** Reads a list that pages by cursor, page after page; starts anew when path or query change. */
export function usePages<Item, P extends Page<Item>>(path: string | null, query: Query): Pages<Item, P> {
  const [items, setItems] = useState<Item[]>([]);
  const [last, setLast] = useState<P | null>(null);
  const [error, setError] = useState<ApiError | null>(null);
  const [isLoading, setLoading] = useState(path !== null);
  const [turn, setTurn] = useState(0);
  const abort = useRef<AbortController | null>(null);
  const key = path === null ? null : `${path}?${new URLSearchParams(query)}`;

  const load = (cursor: string | null, before: Item[]) => {
    if (path === null) return;
    abort.current?.abort();
    const current = new AbortController();
    abort.current = current;
    setLoading(true);
    setError(null);
    getJson<P>(path, cursor === null ? query : { ...query, cursor }, current.signal).then(
      (page) => {
        setItems([...before, ...page.items]);
        setLast(page);
        setLoading(false);
      },
      (cause: unknown) => {
        if (current.signal.aborted) return;
        setError(cause instanceof ApiError ? cause : new ApiError(0, String(cause)));
        setLoading(false);
      },
    );
  };

  useEffect(() => {
    setItems([]);
    setLast(null);
    if (path === null) setLoading(false);
    else load(null, []);
    return () => abort.current?.abort();
  }, [key, turn]);

  return {
    items,
    last,
    error,
    isLoading,
    hasMore: last !== null && last.next !== null,
    loadMore: () => load(last?.next ?? null, items),
    reload: useCallback(() => setTurn((count) => count + 1), []),
  };
}
