import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { type ApiError, getJson, toApiFailure } from '../api.ts';
import type { Query } from './filters.ts';
import { revision } from './revision.ts';

export type Resource<T> = {
  /** The last answer; stays on screen while a newer one is on its way. */
  value: T | null;
  error: ApiError | null;
  isLoading: boolean;
  updatedAt: Date | null;
  reload: () => void;
};

type Held<T> = Omit<Resource<T>, 'reload'>;

/** Reads a path of the API and again whenever path, query or what is stored change. `path` null reads nothing. */
export function useResource<T>(path: string | null, query: Query = {}): Resource<T> {
  const [held, setHeld] = useState<Held<T>>({ value: null, error: null, isLoading: path !== null, updatedAt: null });
  const [turn, setTurn] = useState(0);
  const shown = useRef<string | null>(null);
  const changes = revision.value;
  const key = path === null ? null : `${path}?${new URLSearchParams(query)}`;

  useEffect(() => {
    if (path === null) {
      setHeld({ value: null, error: null, isLoading: false, updatedAt: null });
      return;
    }
    const abort = new AbortController();
    const samePath = shown.current === path;
    shown.current = path;
    setHeld((old) => ({ ...old, value: samePath ? old.value : null, error: null, isLoading: true }));
    getJson<T>(path, query, abort.signal).then(
      (value) => setHeld({ value, error: null, isLoading: false, updatedAt: new Date() }),
      (error: unknown) => {
        if (abort.signal.aborted) return;
        setHeld((old) => ({ ...old, error: toApiFailure(error), isLoading: false }));
      },
    );
    return () => abort.abort();
  }, [key, turn, changes]);

  return { ...held, reload: useCallback(() => setTurn((count) => count + 1), []) };
}
