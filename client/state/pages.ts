import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { type ApiError, getJson, toApiFailure } from '../api.ts';
import type { Query } from './filters.ts';
import { revision } from './revision.ts';

type Page<Item> = { items: Item[]; next: string | null };

export type Pages<Item, P extends Page<Item>> = {
  items: Item[];
  /** Ids of items that stay on screen though the list no longer has them, because of a change made here. */
  left: ReadonlySet<string>;
  /** The newest page, for its totals. */
  last: P | null;
  error: ApiError | null;
  isLoading: boolean;
  hasMore: boolean;
  loadMore: () => void;
  reload: () => void;
  /** Replaces one item by what is known of it now. */
  update: (id: string, change: (item: Item) => Item) => void;
};

/** Most items in one page of any list. */
const MAX_PAGE = 200;
const NONE: ReadonlySet<string> = new Set();

type IdOf<Item> = (item: Item) => string;

/** A page put to the end of a list; what the list has already is left out. */
function appendPage<Item>(items: readonly Item[], page: readonly Item[], idOf: IdOf<Item> | undefined): Item[] {
  if (!idOf) return [...items, ...page];
  const known = new Set(items.map(idOf));
  return [...items, ...page.filter((item) => !known.has(idOf(item)))];
}

/**
 * A list on screen brought up to date without moving anything in it: items keep their places, those that are gone
 * stay and are named in `left`, and new ones come in only below the last. `fresh` is the list's beginning, `isWhole`
 * when it is all of it: what lies behind its end may be there still.
 */
export function mergeQuietly<Item>(
  shown: readonly Item[],
  { fresh, isWhole }: { fresh: readonly Item[]; isWhole: boolean },
  idOf: IdOf<Item>,
): { items: Item[]; left: Set<string> } {
  const freshById = new Map(fresh.map((item) => [idOf(item), item]));
  const shownIds = shown.map(idOf);
  const known = new Set(shownIds);
  const below = fresh.slice(fresh.findLastIndex((item) => known.has(idOf(item))) + 1);
  const lastFound = shownIds.findLastIndex((id) => freshById.has(id));
  const reach = isWhole || below.length > 0 ? shown.length : lastFound;
  return {
    items: [...shown.map((item) => freshById.get(idOf(item)) ?? item), ...below],
    left: new Set(shownIds.slice(0, reach).filter((id) => !freshById.has(id))),
  };
}

/** Reads as many items as are on screen, in as few pages as that takes. */
async function readAgain<P extends Page<unknown>>(path: string, query: Query, count: number, signal: AbortSignal) {
  const items: P['items'] = [];
  for (let cursor: string | null = null; ; ) {
    const limit = String(Math.min(MAX_PAGE, Math.max(1, count - items.length)));
    const page: P = await getJson<P>(path, { ...query, limit, ...(cursor === null ? {} : { cursor }) }, signal);
    items.push(...page.items);
    cursor = page.next;
    if (cursor === null || items.length >= count) return { ...page, items };
  }
}

/**
 * Reads a list that pages by cursor, page after page; starts anew when path or query change. With `idOf` it also
 * brings what is on screen up to date, in place, after each change made here.
 */
export function usePages<Item, P extends Page<Item>>(
  path: string | null,
  query: Query,
  idOf?: IdOf<Item>,
): Pages<Item, P> {
  const [items, setItems] = useState<Item[]>([]);
  const [left, setLeft] = useState(NONE);
  const [last, setLast] = useState<P | null>(null);
  const [error, setError] = useState<ApiError | null>(null);
  const [isLoading, setLoading] = useState(path !== null);
  const [turn, setTurn] = useState(0);
  const abort = useRef<AbortController | null>(null);
  const changes = revision.value;
  const known = useRef(changes);
  const key = path === null ? null : `${path}?${new URLSearchParams(query)}`;

  const load = (cursor: string | null) => {
    if (path === null) return;
    abort.current?.abort();
    const current = new AbortController();
    abort.current = current;
    setLoading(true);
    setError(null);
    getJson<P>(path, cursor === null ? query : { ...query, cursor }, current.signal).then(
      (page) => {
        setItems((old) => appendPage(cursor === null ? [] : old, page.items, idOf));
        setLast(page);
        setLoading(false);
      },
      (cause: unknown) => {
        if (current.signal.aborted) return;
        setError(toApiFailure(cause));
        setLoading(false);
      },
    );
  };

  useEffect(() => {
    setItems([]);
    setLeft(NONE);
    setLast(null);
    known.current = revision.peek();
    if (path === null) setLoading(false);
    else load(null);
    return () => abort.current?.abort();
  }, [key, turn]);

  useEffect(() => {
    if (path === null || !idOf || last === null || known.current === changes) return;
    if (items.length === 0) {
      setTurn((count) => count + 1);
      return;
    }
    const current = new AbortController();
    readAgain<P>(path, query, items.length, current.signal).then(
      (page) => {
        known.current = changes;
        const part = { fresh: page.items, isWhole: page.next === null };
        setItems((old) => mergeQuietly(old, part, idOf).items);
        setLeft(mergeQuietly(items, part, idOf).left);
        setLast(page);
      },
      (cause: unknown) => {
        if (!current.signal.aborted) setError(toApiFailure(cause));
      },
    );
    return () => current.abort();
  }, [changes, key]);

  return {
    items,
    left,
    last,
    error,
    isLoading,
    hasMore: last !== null && last.next !== null,
    loadMore: () => load(last?.next ?? null),
    reload: useCallback(() => setTurn((count) => count + 1), []),
    update: useCallback(
      (id, change) => setItems((old) => old.map((item) => (idOf?.(item) === id ? change(item) : item))),
      [],
    ),
  };
}
