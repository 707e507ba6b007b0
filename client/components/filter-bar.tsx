import { useState } from 'preact/hooks';
import { type Patch, useAddress } from '../state/address.ts';
import { formatPeriod, listPresets, presetOf } from '../state/dates.ts';
import { nameOf, nameProduct, plural } from '../state/figures.ts';
import { type FilterState, listActive, nameRatings } from '../state/filters.ts';
import { showToast } from '../state/toast.ts';
import { labelOf, workspace } from '../state/workspace.ts';
import { Icon } from './icon.tsx';
import { PillSelect } from './parts.tsx';

type Change = (patch: Patch) => void;
type FilterProps = { filters: FilterState; change: Change };

const today = () => (workspace.value?.now ?? new Date().toISOString()).slice(0, 10);

/** A value of the address that the workspace does not know is still shown: controls always say what is in force. */
const withChosen = (options: { value: string; label: string }[], chosen: string | null) =>
  chosen === null || options.some((option) => option.value === chosen)
    ? options
    : [...options, { value: chosen, label: chosen }];

function PeriodFilter({ filters: { from, to }, change }: FilterProps) {
  const preset = presetOf(from, to, today());
  const [isOpen, setOpen] = useState(false);
  const presets = listPresets(today());
  const isCustom = preset === 'custom' || isOpen;
  return (
    <>
      <PillSelect
        label="Period"
        value={isCustom ? 'custom' : preset}
        isOn={preset !== 'all'}
        options={[...presets.map(({ id, label }) => ({ value: id, label })), { value: 'custom', label: 'From – to' }]}
        onChange={(id) => {
          const chosen = presets.find((entry) => entry.id === id);
          setOpen(!chosen);
          if (chosen) change({ from: chosen.from, to: chosen.to });
        }}
      />
      {isCustom ? (
        <span class="days">
          <label class="pill">
            <span>From</span>
            <input
              type="date"
              value={from ?? ''}
              max={to ?? undefined}
              onChange={(event) => change({ from: event.currentTarget.value || null })}
            />
          </label>
          <label class="pill">
            <span>To</span>
            <input
              type="date"
              value={to ?? ''}
              min={from ?? undefined}
              onChange={(event) => change({ to: event.currentTarget.value || null })}
            />
          </label>
        </span>
      ) : null}
    </>
  );
}

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
    </>
  );
};

/** Product, source, period, stars and buyer: the filters that every page of reviews has. */
export function SharedFilters({ filters, change }: FilterProps) {
  const { products = [], sources = [] } = workspace.value ?? {};
  return (
    <>
      <PeriodFilter filters={filters} change={change} />
      <PillSelect
        label="Product"
        value={filters.product ?? ''}
        isOn={filters.product !== null}
        options={withChosen(
          [
            { value: '', label: `All ${products.length}` },
            ...products.map(({ product }) => ({ value: product, label: nameProduct(product) })),
          ],
          filters.product,
        )}
        onChange={(value) => change({ product: value })}
      />
      <PillSelect
        label="Source"
        value={filters.source ?? ''}
        isOn={filters.source !== null}
        options={withChosen(
          [
            { value: '', label: `All ${sources.length}` },
            ...sources.map(({ source }) => ({ value: source, label: nameOf(source) })),
          ],
          filters.source,
        )}
        onChange={(value) => change({ source: value })}
      />
      <ReviewFilters filters={filters} change={change} />
    </>
  );
}

/** The period in words; open ends are named. */
export function namePeriod(from: string | null, to: string | null): string {
  if (from !== null && to !== null) return formatPeriod(from, to);
  if (from !== null) return `since ${formatPeriod(from, from)}`;
  return to === null ? 'All time' : `until ${formatPeriod(to, to)}`;
}

export const activeFilters = (filters: FilterState) =>
  listActive(filters, { product: nameProduct, feature: labelOf, period: namePeriod, rating: nameRatings });

/** Buttons that take away what empties a page, one for each filter and one for all. */
export function ClearFilters({ filters, change }: FilterProps) {
  const active = activeFilters(filters);
  const dropAll = Object.fromEntries(active.flatMap(({ drop }) => drop).map((name) => [name, null]));
  return (
    <span class="chips">
      {active.map(({ label, drop }) => (
        <button
          key={label}
          type="button"
          class="btn small"
          onClick={() => change(Object.fromEntries(drop.map((name) => [name, null])))}
        >
          Clear “{label}”
        </button>
      ))}
      {active.length > 1 ? (
        <button type="button" class="btn small" onClick={() => change(dropAll)}>
          Clear all
        </button>
      ) : null}
    </span>
  );
}

/** Copies the address of the page as it stands. */
export function CopyLink() {
  const { path } = useAddress();
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(location.href);
      showToast({ kind: 'done', text: 'Link copied. It opens this page with the same filters.', action: null });
    } catch {
      showToast({
        kind: 'failed',
        text: `The browser did not allow copying. The link: ${location.href}`,
        action: null,
      });
    }
  };
  return (
    <button type="button" class="btn quiet" onClick={() => void copy()} data-path={path}>
      <Icon name="link" />
      Copy link
    </button>
  );
}

/** Takes all filters of the page back. Shown only while there is something to take back. */
export const ResetFilters = ({ filters, onReset }: { filters: FilterState; onReset: () => void }) => {
  const count = activeFilters(filters).length;
  return count === 0 ? null : (
    <button
      type="button"
      class="btn quiet"
      onClick={onReset}
      aria-label={`Reset ${plural(count, 'filter', 'filters')}`}
    >
      <Icon name="undo" />
      Reset
    </button>
  );
};
