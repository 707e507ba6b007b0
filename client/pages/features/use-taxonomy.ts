import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { TaxonomyView } from '../../../server/contract/taxonomy.ts';
import { getJson, postJson, putJson } from '../../api.ts';
import type { ListedFeature } from '../../state/feature-list.ts';
import { useResource } from '../../state/resource.ts';
import { markChanged } from '../../state/revision.ts';
import { refreshWorkspace } from '../../state/workspace.ts';

const POLL_MS = 1000;

/** The feature list, how to change it, and, while reviews are tagged anew, how far that has come. */
export function useTaxonomy() {
  const { value, error, reload } = useResource<TaxonomyView>('/taxonomy');
  const [view, setView] = useState<TaxonomyView | null>(null);
  const [polls, setPolls] = useState(0);
  const latest = useRef<TaxonomyView | null>(null);

  // An answer that was on its way while the list was changed is older than the change.
  const show = useCallback((next: TaxonomyView) => {
    if (latest.current && latest.current.version > next.version) return;
    latest.current = next;
    setView(next);
  }, []);
  useEffect(() => {
    if (value) show(value);
  }, [value, show]);

  const isRunning = view?.retagging.state === 'running';
  useEffect(() => {
    if (!isRunning) return;
    const abort = new AbortController();
    const timer = setTimeout(() => {
      getJson<TaxonomyView>('/taxonomy', {}, abort.signal)
        .then((next) => {
          show(next);
          if (next.retagging.state === 'idle') markChanged();
        })
        .catch(() => undefined)
        .finally(() => {
          if (!abort.signal.aborted) setPolls((count) => count + 1);
        });
    }, POLL_MS);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [isRunning, polls, show]);

  const changed = (next: TaxonomyView) => {
    show(next);
    void refreshWorkspace();
  };
  return {
    view,
    error,
    reload,
    /** The newest known state, also inside callbacks that were made earlier. */
    latest: () => latest.current,
    /** Reads the list again and answers it. @throws ApiError */
    refresh: async () => show(await getJson<TaxonomyView>('/taxonomy')),
    /** Replaces the list that was seen as `version`. @throws ApiError */
    save: async (features: ListedFeature[], version: number) =>
      changed(await putJson<TaxonomyView>('/taxonomy', { version, features })),
    /** @throws ApiError */
    retag: async () => changed(await postJson<TaxonomyView>('/taxonomy/retag')),
  };
}

export type Taxonomy = ReturnType<typeof useTaxonomy>;
