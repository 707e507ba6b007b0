import { useCallback, useEffect, useState } from 'preact/hooks';
import type { ImportPage, ImportView } from '../../../server/contract/imports.ts';
import { type ApiError, getJson, listen, toApiFailure } from '../../api.ts';
import { usePages } from '../../state/pages.ts';
import { markChanged } from '../../state/revision.ts';
import { refreshWorkspace } from '../../state/workspace.ts';
import { isMoving, isOver, mergeImports, sortImports } from './import-rows.ts';

const PAGE = '20';
/** While something moves, and while only others could have started something. */
const MOVING_MS = 1500;
const QUIET_MS = 10_000;

export type Imports = {
  items: ImportView[];
  error: ApiError | null;
  isLoading: boolean;
  hasMore: boolean;
  loadMore: () => void;
  reload: () => void;
  /** What is known of an import now. */
  put: (view: ImportView) => void;
};

/** The list of imports, kept up to date: others start, pause and undo imports too, and several run at once. */
export function useImports(): Imports {
  const pages = usePages<ImportView, ImportPage>('/imports', { limit: PAGE });
  const [known, setKnown] = useState<ReadonlyMap<string, ImportView>>(new Map());
  const putAll = useCallback((views: readonly ImportView[]) => setKnown((old) => mergeImports(old, views)), []);
  // A page of the list may be older than what events have told since: it only tells of imports not known yet.
  useEffect(
    () => setKnown((old) => mergeImports(new Map(pages.items.map((view) => [view.id, view])), [...old.values()])),
    [pages.items],
  );

  const items = sortImports(known.values());
  const moving = items.filter(isMoving).length;
  useEffect(() => {
    const timer = setInterval(
      () => {
        if (document.hidden) return;
        // What fails here is tried again by the next turn; the list says so when it cannot be read at all.
        getJson<ImportPage>('/imports', { limit: PAGE }).then(
          (page) => putAll(page.items),
          () => undefined,
        );
      },
      moving > 0 ? MOVING_MS : QUIET_MS,
    );
    return () => clearInterval(timer);
  }, [moving > 0]);
  // Figures everywhere follow from what an import did, also from one that was only looked at in the list.
  useEffect(() => void refreshWorkspace(), [moving]);

  return {
    items,
    error: pages.error,
    isLoading: pages.isLoading,
    hasMore: pages.hasMore,
    loadMore: pages.loadMore,
    reload: pages.reload,
    put: useCallback((view: ImportView) => putAll([view]), []),
  };
}

type Followed = { view: ImportView | null; error: ApiError | null; retry: () => void };

/** One import, followed by its events for as long as it is not over; read once where the list has not got it. */
export function useImport(id: string, { known, put }: { known: ImportView | null; put: Imports['put'] }): Followed {
  const [error, setError] = useState<ApiError | null>(null);
  const [turn, setTurn] = useState(0);
  const isMissing = known === null;
  const isOpen = known !== null && !isOver(known);
  useEffect(() => {
    if (!isMissing) return;
    setError(null);
    getJson<ImportView>(`/imports/${id}`).then(put, (cause: unknown) => setError(toApiFailure(cause)));
  }, [id, isMissing, turn]);
  useEffect(() => {
    if (!isOpen) return;
    return listen<ImportView>(`/imports/${id}/events`, (next) => {
      put(next);
      if (!isOver(next)) return 'more';
      markChanged();
      return 'over';
    });
  }, [id, isOpen]);
  return { view: known, error, retry: () => setTurn((count) => count + 1) };
}
