import type { Patch } from '../state/address.ts';
import { formatPeriod } from '../state/dates.ts';
import { nameProduct, plural } from '../state/figures.ts';
import { type Active, type FilterState, listActive, nameRatings } from '../state/filters.ts';
import { showToast } from '../state/toast.ts';
import { labelOf } from '../state/workspace.ts';
import { Icon } from './icon.tsx';

/** `more` are filters in force that only this page has. */
type ClearFiltersProps = { filters: FilterState; change: (patch: Patch) => void; more?: readonly Active[] };

/** The period in words; open ends are named. */
export function namePeriod(from: string | null, to: string | null): string {
  if (from !== null && to !== null) return formatPeriod(from, to);
  if (from !== null) return `since ${formatPeriod(from, from)}`;
  return to === null ? 'All time' : `until ${formatPeriod(to, to)}`;
}

const activeFilters = (filters: FilterState) =>
  listActive(filters, { product: nameProduct, feature: labelOf, period: namePeriod, rating: nameRatings });

/** Whether any filter leaves reviews out. */
export const isNarrowed = (filters: FilterState): boolean => activeFilters(filters).length > 0;

/**
 * All that narrows the figures, in one line: for a picture, for print, for readers by a link. What is compared, products
 * or periods, is left out of it.
 */
export function tellFilters(filters: FilterState, compared?: 'products' | 'periods'): string {
  const rest = activeFilters({ ...filters, from: null, to: null }).map(({ label }) => label);
  return [
    ...(compared === 'periods' ? [] : [namePeriod(filters.from, filters.to)]),
    ...(filters.product === null && compared !== 'products' ? ['all products'] : []),
    ...rest,
    filters.counting === 'all' ? 'all reviews, copies too' : 'counted once',
  ].join(' · ');
}

/** Buttons that take away what empties a page, one for each filter and one for all. */
export function ClearFilters({ filters, change, more = [] }: ClearFiltersProps) {
  const active = [...more, ...activeFilters(filters)];
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
    <button type="button" class="btn quiet" aria-label="Copy link" title="Copy link" onClick={() => void copy()}>
      <Icon name="link" />
      <span class="wide-text">Copy link</span>
    </button>
  );
}

type ResetFiltersProps = { filters: FilterState; onReset: () => void; more?: readonly Active[] };

/** Takes all filters of the page back. Shown only while there is something to take back. */
export const ResetFilters = ({ filters, onReset, more = [] }: ResetFiltersProps) => {
  const count = more.length + activeFilters(filters).length;
  return count === 0 ? null : (
    <button
      type="button"
      class="btn quiet"
      onClick={onReset}
      aria-label={`Reset ${plural(count, 'filter', 'filters')}`}
    >
      <Icon name="undo" />
      <span class="wide-text">Reset</span>
    </button>
  );
};
