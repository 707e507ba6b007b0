import { useCallback, useEffect, useMemo } from 'preact/hooks';
import { useRoute } from 'preact-iso';
import type { ClusterState } from '../../../server/contract/duplicates.ts';
import { patchParams, toAddress, useAddress } from '../../state/address.ts';
import { readQueueFilters, toQueueQuery } from '../../state/queue-filters.ts';
import { workspace } from '../../state/workspace.ts';
import { dropDetails } from './cluster-details.ts';
import { Workbench } from './workbench.tsx';

const STATES: readonly ClusterState[] = ['open', 'removed', 'not_duplicates'];
const readTab = (text: string | null): ClusterState => STATES.find((state) => state === text) ?? 'open';
const tabPatch = (tab: ClusterState) => ({ tab: tab === 'open' ? null : tab });

/** The moderators' page: clusters of copies to decide, and the decisions that can be taken back. */
export function Duplicates() {
  const { params, route } = useAddress();
  const { params: place } = useRoute();
  const wanted = place['id'] ?? null;
  const tab = readTab(params.get('tab'));
  const filters = useMemo(() => readQueueFilters(params, tab), [params, tab]);
  const today = (workspace.value?.now ?? new Date().toISOString()).slice(0, 10);
  const query = useMemo(() => toQueueQuery(filters, today), [filters, today]);
  const toPlace = (id: string | null, patch: Record<string, string | null> = {}) =>
    toAddress(id === null ? '/duplicates' : `/duplicates/${id}`, patchParams(params, patch));

  useEffect(() => {
    document.title = 'Duplicates · Reviewfinder';
    return dropDetails;
  }, []);

  const onNamedTab = useCallback(
    (id: ClusterState) => route(toAddress(`/duplicates/${wanted}`, patchParams(params, tabPatch(id))), true),
    [route, params, wanted],
  );

  return (
    <Workbench
      tab={tab}
      filters={filters}
      query={query}
      search={params.toString()}
      wanted={wanted}
      onPlace={(id, options) => route(toPlace(id), options?.replace ?? false)}
      onNamedTab={onNamedTab}
      onTab={(id) => route(toPlace(null, tabPatch(id)))}
      onFilter={(patch) => route(toPlace(null, patch))}
      onView={(saved) => route(toAddress('/duplicates', new URLSearchParams(saved)))}
      hrefOf={(id) => toPlace(id)}
    />
  );
}
