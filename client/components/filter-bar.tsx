import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { Patch } from '../state/address.ts';
import { formatCount, nameOf, nameProduct, plural } from '../state/figures.ts';
import { type FilterState, POLARITIES } from '../state/filters.ts';
import { useMedia } from '../state/media.ts';
import { workspace } from '../state/workspace.ts';
import { Icon } from './icon.tsx';
import { PillSelect } from './parts.tsx';
import { PeriodFilter } from './period-filter.tsx';

type Change = (patch: Patch) => void;
type FilterProps = { filters: FilterState; change: Change };

/** A value of the address that the workspace does not know is still shown: controls always say what is in force. */
const withChosen = (options: { value: string; label: string }[], chosen: string | null) =>
  chosen === null || options.some((option) => option.value === chosen)
    ? options
    : [...options, { value: chosen, label: chosen }];

/** Of a filter that takes several: what is chosen together stands as one more choice. */
const withSeveral = (
  options: { value: string; label: string }[],
  { chosen, label }: { chosen: readonly string[]; label: string },
) => (chosen.length > 1 ? [...options, { value: chosen.join(','), label }] : withChosen(options, chosen[0] ?? null));

const STARS = [
  { value: '', label: 'All' },
  { value: '5', label: '5' },
  { value: '4,5', label: '4 and 5' },
  { value: '3', label: '3' },
  { value: '1,2', label: '1 and 2' },
  { value: '1', label: '1' },
  { value: 'none', label: 'None given' },
];

const ReviewFilters = ({ filters, change }: FilterProps) => {
  const stars = [...filters.rating].sort().join(',');
  return (
    <>
      <PillSelect
        label="Stars"
        value={stars}
        isOn={stars !== ''}
        options={withChosen(STARS, stars === '' ? null : stars)}
        onChange={(value) => change({ rating: value })}
      />
      <PillSelect
        label="Buyer"
        value={filters.verified ?? ''}
        isOn={filters.verified !== null}
        options={[
          { value: '', label: 'All' },
          { value: 'true', label: 'Verified' },
          { value: 'false', label: 'Not verified' },
        ]}
        onChange={(value) => change({ verified: value })}
      />
      <PillSelect
        label="Feature"
        value={filters.feature.join(',')}
        isOn={filters.feature.length > 0}
        options={withSeveral(
          [
            { value: '', label: 'All' },
            ...(workspace.value?.features ?? []).map(({ feature, label }) => ({ value: feature, label })),
          ],
          { chosen: filters.feature, label: plural(filters.feature.length, 'feature', 'features') },
        )}
        onChange={(value) => change({ feature: value })}
      />
      <PillSelect
        label="Judgement"
        value={filters.polarity.join(',')}
        isOn={filters.polarity.length > 0}
        options={withSeveral(
          [
            { value: '', label: 'All' },
            ...POLARITIES.map((polarity) => ({ value: polarity, label: nameOf(polarity) })),
          ],
          { chosen: filters.polarity, label: filters.polarity.join(', ') },
        )}
        onChange={(value) => change({ polarity: value })}
      />
    </>
  );
};

type SharedFiltersProps = FilterProps & {
  /** More controls for behind "More filters", and how many of them are in force. */
  children?: ComponentChildren;
  extra?: number;
  /** Whether one product can be chosen here; not where products are compared. */
  hasProduct?: boolean;
  /** Whether the period can be left open; not where two periods are compared. */
  hasAllTime?: boolean;
};

/**
 * The filters that every page of reviews has: period, product and source in the row, the rarer ones (`children` too)
 * behind "More filters". A filter that is in force is never hidden.
 */
export function SharedFilters({
  filters,
  change,
  children,
  extra = 0,
  hasProduct = true,
  hasAllTime = true,
}: SharedFiltersProps) {
  const isNarrow = useMedia('(max-width: 900px)');
  const inMore = [
    filters.rating.length > 0,
    filters.verified !== null,
    filters.feature.length > 0,
    filters.polarity.length > 0,
  ];
  const inRow = [filters.product !== null, filters.source !== null];
  const hidden = [...inMore, ...(isNarrow ? inRow : [])].filter(Boolean).length + extra;
  const [isOpen, setOpen] = useState(hidden > 0);
  const usual = <PlaceFilters filters={filters} change={change} hasProduct={hasProduct} />;
  return (
    <>
      <PeriodFilter filters={filters} change={change} hasAllTime={hasAllTime} />
      {isNarrow ? null : usual}
      <button
        type="button"
        class={`pill ${hidden > 0 ? 'on' : ''}`}
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      >
        <Icon name="settings" />
        <b>More filters</b>
        {hidden > 0 ? <span>{hidden}</span> : null}
      </button>
      {isOpen ? (
        <div class="more-filters">
          {isNarrow ? usual : null}
          <ReviewFilters filters={filters} change={change} />
          {children}
        </div>
      ) : null}
    </>
  );
}

/** "All 6"; while nothing is known yet, or there is nothing, just "All". */
const nameAll = (count: number) => (count === 0 ? 'All' : `All ${formatCount(count)}`);

function PlaceFilters({ filters, change, hasProduct }: FilterProps & { hasProduct: boolean }) {
  const { products = [], sources = [] } = workspace.value ?? {};
  return (
    <>
      {hasProduct ? (
        <PillSelect
          label="Product"
          value={filters.product ?? ''}
          isOn={filters.product !== null}
          options={withChosen(
            [
              { value: '', label: nameAll(products.length) },
              ...products.map(({ product }) => ({ value: product, label: nameProduct(product) })),
            ],
            filters.product,
          )}
          onChange={(value) => change({ product: value })}
        />
      ) : null}
      <PillSelect
        label="Source"
        value={filters.source ?? ''}
        isOn={filters.source !== null}
        options={withChosen(
          [
            { value: '', label: nameAll(sources.length) },
            ...sources.map(({ source }) => ({ value: source, label: nameOf(source) })),
          ],
          filters.source,
        )}
        onChange={(value) => change({ source: value })}
      />
    </>
  );
}
