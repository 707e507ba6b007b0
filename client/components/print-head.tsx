import { useEffect, useState } from 'preact/hooks';
import type { DuplicatesEffect } from '../../server/contract/analytics.ts';
import { formatInstant, formatPeriod } from '../state/dates.ts';
import { formatCount } from '../state/figures.ts';
import type { FilterState } from '../state/filters.ts';
import { tellFilters } from './filter-tools.tsx';

type PrintHeadProps = { filters: FilterState; effect: DuplicatesEffect | null };

/** On paper the controls are gone: what they said, how many reviews there are, of which days, and when it was printed. */
export function PrintHead({ filters, effect }: PrintHeadProps) {
  const [at, setAt] = useState(() => new Date().toISOString());
  useEffect(() => {
    const stamp = () => setAt(new Date().toISOString());
    addEventListener('beforeprint', stamp);
    return () => removeEventListener('beforeprint', stamp);
  }, []);
  const { from, to } = effect?.days ?? { from: null, to: null };
  return (
    <div class="print-head">
      <p>{tellFilters(filters)}</p>
      <p>
        {effect ? `${formatCount(effect[filters.counting].reviews)} reviews` : ''}
        {from && to ? `, ${formatPeriod(from, to)} (UTC)` : ''}. Printed {formatInstant(at)} from {location.href}
      </p>
    </div>
  );
}
