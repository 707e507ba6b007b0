import { useEffect } from 'preact/hooks';
import { useRoute } from 'preact-iso';
import type { ClusterState } from '../../../server/contract/duplicates.ts';
import { PillSelect, Segments } from '../../components/parts.tsx';
import { patchParams, toAddress, useAddress } from '../../state/address.ts';
import { formatCount, nameProduct } from '../../state/figures.ts';
import type { Query } from '../../state/filters.ts';
import { keyOf, keysOn } from '../../state/keys.ts';
import { workspace } from '../../state/workspace.ts';
import { dropDetails } from './cluster-details.ts';
import { SecondLookLine } from './second-look-line.tsx';
import { Workbench } from './workbench.tsx';

const TABS: readonly { id: ClusterState; label: string }[] = [
  { id: 'open', label: 'To decide' },
  { id: 'removed', label: 'Removed' },
  { id: 'not_duplicates', label: 'Not duplicates' },
];
const KINDS = [
  { value: '', label: 'All' },
  { value: 'exact', label: 'Exact' },
  { value: 'near', label: 'Near' },
  { value: 'paraphrase', label: 'Paraphrase' },
];

const RELATIONS = [
  { value: '', label: 'All' },
  { value: 'same', label: 'One site and product' },
  { value: 'syndicated', label: 'Several sites' },
  { value: 'variant', label: 'Several products' },
];

const readTab = (text: string | null): ClusterState => TABS.find((tab) => tab.id === text)?.id ?? 'open';

/** The moderators' page: clusters of copies to decide, and the decisions that can be taken back. */
export function Duplicates() {
  const { params, change, route } = useAddress();
  const { params: place } = useRoute();
  const tab = readTab(params.get('tab'));
  const readChoice = (name: string, choices: readonly { value: string }[]) =>
    choices.find((entry) => entry.value === params.get(name))?.value ?? '';
  const kind = readChoice('kind', KINDS);
  const relation = readChoice('relation', RELATIONS);
  const product = params.get('product') ?? '';
  const query: Query = {
    ...(kind ? { kind } : {}),
    ...(relation ? { relation } : {}),
    ...(product ? { product } : {}),
  };
  const toPlace = (id: string | null, patch: Record<string, string | null> = {}) =>
    toAddress(id === null ? '/duplicates' : `/duplicates/${id}`, patchParams(params, patch));

  useEffect(() => {
    document.title = 'Duplicates · Reviewfinder';
    return dropDetails;
  }, []);

  return (
    <Workbench
      key={`${tab} ${kind} ${relation} ${product}`}
      tab={tab}
      query={query}
      wanted={place['id'] ?? null}
      onPlace={(id, options) => route(toPlace(id), options?.replace ?? false)}
      onTab={(id) => route(toPlace(place['id'] ?? null, { tab: id === 'open' ? null : id }), true)}
      hrefOf={(id) => toPlace(id)}
      onClearFilters={() => route(toPlace(null, { kind: null, relation: null, product: null }))}
      head={({ counts, reload, openHelp }) => (
        <div class="dq-head">
          <div class="page-head">
            <h1>Duplicates</h1>
            <div class="right">
              <button
                type="button"
                class="btn quiet"
                aria-keyshortcuts={keyOf('help')}
                aria-haspopup="dialog"
                onClick={openHelp}
              >
                Keys {keysOn.value ? <kbd>{keyOf('help')}</kbd> : 'are off'}
              </button>
            </div>
          </div>
          <div class="filters">
            <Segments
              label="Queue"
              chosen={tab}
              choices={TABS.map(({ id, label }) => ({
                id,
                label: counts ? `${label} ${formatCount(counts[id])}` : label,
              }))}
              onChoose={(id) => route(toPlace(null, { tab: id === 'open' ? null : id }))}
            />
            <span class="end">
              <PillSelect
                label="Kind"
                value={kind}
                isOn={kind !== ''}
                options={KINDS}
                onChange={(value) => route(toPlace(null, { kind: value || null }))}
              />
              <PillSelect
                label="Copies on"
                value={relation}
                isOn={relation !== ''}
                options={RELATIONS}
                onChange={(value) => route(toPlace(null, { relation: value || null }))}
              />
              <PillSelect
                label="Product"
                value={product}
                isOn={product !== ''}
                options={[
                  {
                    value: '',
                    label: workspace.value?.products.length ? `All ${workspace.value.products.length}` : 'All',
                  },
                  ...(workspace.value?.products ?? []).map((entry) => ({
                    value: entry.product,
                    label: nameProduct(entry.product),
                  })),
                ]}
                onChange={(value) => change({ product: value || null })}
              />
            </span>
          </div>
          <SecondLookLine onDone={reload} />
        </div>
      )}
    />
  );
}
