import type { Target } from '../state/sentences.ts';
import type { BarConfig, LineConfig, Place, ScatterConfig, Tips } from './draw-chart.ts';
import type { Palette } from './palette.ts';

/** A mark of a chart that opens its sentences; `label` says in words what it shows. */
export type Mark = { place: Place; label: string; target: Target };

/** A chart ready to be drawn: its configuration, and its marks in rows and columns as the arrow keys walk them. */
export type Drawing = { config: BarConfig | LineConfig | ScatterConfig; grid: (Mark | null)[][] };

type Cell = { row: number; column: number };
const STEPS: Record<string, readonly [number, number]> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** Where an arrow key leads in a grid of marks, gaps skipped; the same cell at the edge, the first mark from nowhere. */
export function moveInGrid(grid: readonly (readonly (Mark | null)[])[], from: Cell | null, key: string): Cell | null {
  if (from === null || key === 'Home') return findMark(grid, 'first');
  if (key === 'End') return findMark(grid, 'last');
  const step = STEPS[key];
  if (!step) return from;
  let { row, column } = from;
  for (;;) {
    row += step[0];
    column += step[1];
    const cells = grid[row];
    if (!cells || column < 0 || column >= cells.length) return from;
    if (cells[column]) return { row, column };
    const nearest = step[0] === 0 ? null : nearestColumn(cells, column);
    if (nearest !== null) return { row, column: nearest };
  }
}

function nearestColumn(cells: readonly (Mark | null)[], column: number): number | null {
  let best: number | null = null;
  for (const [at, cell] of cells.entries()) {
    if (cell && (best === null || Math.abs(at - column) < Math.abs(best - column))) best = at;
  }
  return best;
}

function findMark(grid: readonly (readonly (Mark | null)[])[], end: 'first' | 'last'): Cell | null {
  const cells = grid.flatMap((marks, row) => marks.flatMap((mark, column) => (mark ? [{ row, column }] : [])));
  return (end === 'first' ? cells[0] : cells.at(-1)) ?? null;
}

/** The mark at a place of the chart. */
export const markAt = (grid: readonly (readonly (Mark | null)[])[], place: Place): Mark | null =>
  grid
    .flat()
    .find((mark) => mark !== null && mark.place.dataset === place.dataset && mark.place.index === place.index) ?? null;

/** Tooltips in the colours of a message. */
export const tipStyle = (palette: Palette): Tips => ({
  backgroundColor: palette.solid,
  titleColor: palette.onSolid,
  bodyColor: palette.onSolid,
  padding: 10,
  cornerRadius: 6,
  displayColors: false,
  caretSize: 0,
});

/**
 * Moves labels apart that would cover each other: each stays as near to its wanted middle as the gap allows.
 * In and out in the order of the arguments; units are pixels.
 */
export function spreadLabels(wanted: readonly number[], gap: number, top: number, bottom: number): number[] {
  const order = wanted.map((y, index) => ({ y, index })).sort((a, b) => a.y - b.y);
  const placed: number[] = [];
  for (const { y } of order) placed.push(Math.max(y, (placed.at(-1) ?? top - gap) + gap));
  for (let at = placed.length - 1; at >= 0; at -= 1) {
    placed[at] = Math.min(placed[at] ?? bottom, (placed[at + 1] ?? bottom + gap) - gap);
  }
  const result = new Array<number>(wanted.length).fill(0);
  for (const [at, { index }] of order.entries()) result[index] = placed[at] ?? 0;
  return result;
}
