import type { Comparison } from '../../server/contract/insights.ts';
import type { Counting } from '../../server/contract/primitives.ts';
import { isMoved, netsOf, otherOf, tellOther } from '../state/copies.ts';
import { formatCount, formatMargin, formatSigned } from '../state/figures.ts';
import type { Target } from '../state/sentences.ts';
import type { ScatterConfig, ScatterPlugin } from './draw-chart.ts';
import { drawGhosts, type Ghost } from './ghosts.ts';
import { type Drawing, type Mark, tipStyle } from './marks.ts';
import type { Palette, Stage } from './palette.ts';

export type CompareRow = Comparison['rows'][number];
/** A product or a period that is compared: its name, and what narrows a number to it. */
export type CompareColumn = { name: string; target: Target };
const SHAPES = ['circle', 'rectRot', 'triangle', 'rect'] as const;

/** Features that at least two columns have a figure of. */
export const listCompared = ({ rows }: Pick<Comparison, 'rows'>): CompareRow[] =>
  rows.filter(({ cells }) => cells.filter((cell) => !cell.tooFew && cell.net).length > 1);

/** The clear difference that is largest, in a sentence. */
export function tellComparison(rows: readonly CompareRow[], columns: readonly CompareColumn[]): string {
  const clear = rows.flatMap((row) =>
    row.differences.flatMap((entry) => (entry.isClear && entry.difference ? [{ row, ...entry }] : [])),
  );
  const [most] = clear.sort((x, y) => Math.abs(y.difference?.value ?? 0) - Math.abs(x.difference?.value ?? 0));
  if (!most?.difference) return 'Comparison: no difference is more than chance.';
  const [better, worse] = most.difference.value > 0 ? [most.b, most.a] : [most.a, most.b];
  const net = (at: number) => formatSigned(most.row.cells[at]?.net?.value ?? 0);
  return `Comparison: the largest clear difference is ${most.row.label}, ${columns[better]?.name ?? ''} (${net(better)}) against ${columns[worse]?.name ?? ''} (${net(worse)}).`;
}

const labelOf = (row: CompareRow, { name, counting }: { name: string; counting: Counting }, at: number): string => {
  const cell = row.cells[at];
  return cell?.net
    ? `${row.label}, ${name}: net ${formatSigned(cell.net.value)} ${formatMargin(cell.net)}, n ${formatCount(cell.reviews)}${tellOther(netsOf(cell.effect), counting)}`
    : '';
};

/** Columns lie a little apart within their row, so that equal figures do not cover each other. */
const yOf = (index: number, at: number, count: number) => index + ((at - (count - 1) / 2) / count) * 0.62;

const intervals = (rows: readonly CompareRow[], count: number, palette: Palette): ScatterPlugin => ({
  id: 'intervals',
  beforeDatasetsDraw({ ctx, scales, chartArea }) {
    const { x, y } = scales;
    if (!x || !y) return;
    ctx.save();
    ctx.strokeStyle = palette.lineStrong;
    const zero = Math.round(x.getPixelForValue(0)) + 0.5;
    ctx.beginPath();
    ctx.moveTo(zero, chartArea.top);
    ctx.lineTo(zero, chartArea.bottom);
    ctx.stroke();
    ctx.lineWidth = 2;
    for (const [index, { cells }] of rows.entries()) {
      for (const [at, { net, tooFew }] of cells.entries()) {
        if (!net || tooFew) continue;
        const middle = y.getPixelForValue(yOf(index, at, count));
        ctx.strokeStyle = palette.series[at] ?? palette.ink;
        ctx.beginPath();
        ctx.moveTo(x.getPixelForValue(net.low), middle);
        ctx.lineTo(x.getPixelForValue(net.high), middle);
        ctx.stroke();
      }
    }
    ctx.restore();
  },
});

/** Where the copies move a point, if they are counted the other way. */
const ghostsOf = (rows: readonly CompareRow[], counting: Counting, palette: Palette): Ghost[] =>
  rows.flatMap(({ cells }, index) =>
    cells.flatMap(({ net, tooFew, effect }, at) => {
      const other = netsOf(effect)[otherOf(counting)];
      if (!net || tooFew || other === null || !isMoved(netsOf(effect))) return [];
      const y = yOf(index, at, cells.length);
      return [{ from: { x: net.value, y }, to: { x: other, y }, colour: palette.series[at] ?? palette.ink }];
    }),
  );

/** Net sentiment of each feature for up to four products, or two periods, on one axis with 95 % intervals. */
export function drawCompareDots(
  { rows, counting }: { rows: readonly CompareRow[]; counting: Counting },
  columns: readonly CompareColumn[],
  { palette }: Pick<Stage, 'palette'>,
): Drawing {
  const font = { size: 12, family: palette.font };
  const count = columns.length;
  const markOf = (row: CompareRow, index: number, at: number): Mark | null => {
    const [cell, column] = [row.cells[at], columns[at]];
    if (!cell?.net || cell.tooFew || !column) return null;
    return {
      place: { dataset: at, index },
      label: labelOf(row, { name: column.name, counting }, at),
      target: { ...column.target, feature: row.feature },
    };
  };
  const config: ScatterConfig = {
    type: 'scatter',
    data: {
      datasets: columns.map(({ name }, at) => ({
        label: name,
        data: rows.map(({ cells }, index) => ({
          x: cells[at]?.tooFew ? Number.NaN : (cells[at]?.net?.value ?? Number.NaN),
          y: yOf(index, at, count),
        })),
        pointStyle: SHAPES[at] ?? 'circle',
        pointRadius: 5,
        pointHoverRadius: 7,
        pointBackgroundColor: palette.series[at] ?? palette.ink,
        pointBorderColor: palette.series[at] ?? palette.ink,
        pointHoverBorderColor: palette.accent,
        pointHoverBorderWidth: 3,
      })),
    },
    options: {
      animation: false,
      responsive: true,
      maintainAspectRatio: false,
      scales: {
        x: {
          min: -1,
          max: 1,
          border: { color: palette.lineStrong },
          grid: { color: palette.line },
          ticks: { color: palette.ink3, font, stepSize: 0.5, callback: (value) => formatSigned(Number(value)) },
        },
        y: {
          reverse: true,
          min: -0.5,
          max: rows.length - 0.5,
          border: { display: false },
          grid: { display: false },
          afterBuildTicks: (axis) => {
            axis.ticks = rows.map((_, value) => ({ value }));
          },
          ticks: { color: palette.ink, font, autoSkip: false, callback: (_, at) => rows[at]?.label ?? '' },
        },
      },
      plugins: {
        tooltip: {
          ...tipStyle(palette),
          callbacks: {
            label: ({ datasetIndex, dataIndex }) => {
              const row = rows[dataIndex];
              return row ? labelOf(row, { name: columns[datasetIndex]?.name ?? '', counting }, datasetIndex) : '';
            },
          },
        },
      },
    },
    plugins: [intervals(rows, count, palette), drawGhosts(ghostsOf(rows, counting, palette), palette)],
  };
  return { config, grid: rows.map((row, index) => columns.map((_, at) => markOf(row, index, at))) };
}
