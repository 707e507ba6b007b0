import { type Cell, emptyCell } from './cells.ts';
import { addToCell } from './rollup-counts.ts';
import { type RollupRow, visitCounters } from './rollup-row.ts';
import type { CellQuery } from './rollup-store.ts';

/** The months that days from `from` to `to` lie in, as a condition on roll-up documents; empty without bounds. */
export const monthsOf = ({ from, to }: Pick<CellQuery, 'from' | 'to'>) =>
  from === undefined && to === undefined
    ? {}
    : {
        month: {
          ...(from === undefined ? {} : { $gte: from.slice(0, 7) }),
          ...(to === undefined ? {} : { $lte: to.slice(0, 7) }),
        },
      };

/** Days with reviews of one roll-up document, oldest first, as far as the question goes. */
export function dayCells(
  row: Pick<RollupRow, 'month' | 'sources' | 'features'> & Partial<RollupRow>,
  { source, from, to, counting }: CellQuery,
): Cell[] {
  const cells: Cell[] = [];
  visitCounters(
    row,
    'days',
    (counter) => {
      if (counter.isCopy && counting === 'all') return;
      cells[counter.date] ??= emptyCell(`${row.month}-${String(counter.date).padStart(2, '0')}`);
      addToCell(cells[counter.date] as Cell, counter, counter.isCopy ? -1 : 1);
    },
    { source },
  );
  return cells.filter(
    ({ day, reviews }) => reviews > 0 && (from === undefined || day >= from) && (to === undefined || day <= to),
  );
}
