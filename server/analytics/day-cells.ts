import { type Cell, emptyCell } from './cells.ts';
import { addAtPlace, placeOf } from './rollup-counts.ts';
import { type RollupRow, visitCounters } from './rollup-row.ts';
import type { CellQuery } from './rollup-store.ts';

/** The cell of a day from its counts: those of all reviews, then those of each feature of the document. */
function cellOf(day: string, counts: Float64Array, features: readonly string[]): Cell {
  const cell = emptyCell(day);
  for (const [at, count] of counts.entries()) {
    if (count !== 0) addAtPlace(cell, features, at, count);
  }
  return cell;
}

/** Days with reviews of one roll-up document, oldest first, as far as the question goes. */
export function dayCells(
  row: Pick<RollupRow, 'month' | 'sources' | 'features'> & Partial<RollupRow>,
  { source, from, to, counting }: CellQuery,
): Cell[] {
  // By place in the document: to look features up by name for each counter would be most of the work.
  const byDate: Float64Array[] = [];
  visitCounters(
    row,
    'days',
    ({ date, isCopy, featureAt, kind, count }) => {
      if (isCopy && counting === 'all') return;
      byDate[date] ??= new Float64Array(placeOf(row.features.length, 0));
      const at = placeOf(featureAt, kind);
      (byDate[date] as Float64Array)[at] = ((byDate[date] as Float64Array)[at] as number) + (isCopy ? -count : count);
    },
    { source },
  );
  return byDate
    .map((counts, date) => cellOf(`${row.month}-${String(date).padStart(2, '0')}`, counts, row.features))
    .filter(
      ({ day, reviews }) => reviews > 0 && (from === undefined || day >= from) && (to === undefined || day <= to),
    );
}
