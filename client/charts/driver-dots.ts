import type { DriverSide, Drivers } from '../../server/contract/insights.ts';
import type { Counting } from '../../server/contract/primitives.ts';
import { type BothFigures, isMoved, otherOf, tellOther } from '../state/copies.ts';
import { formatCount, formatSigned } from '../state/figures.ts';
import type { ScatterConfig, ScatterPlugin } from './draw-chart.ts';
import { drawGhosts, type Ghost } from './ghosts.ts';
import { type Drawing, type Mark, tipStyle } from './marks.ts';
import type { Palette, Stage } from './palette.ts';

export type DriverRow = Drivers['rows'][number];
export type SideName = 'blamed' | 'praised';
export const SIDES: readonly SideName[] = ['blamed', 'praised'];

/** Only reviews with stars move the stars. */
const RATED = '1,2,3,4,5';

/** The reviews behind a figure of a driver. */
export const targetOf = (feature: string, side: SideName) => ({
  feature,
  polarity: side === 'blamed' ? ('negative' as const) : ('positive' as const),
  rating: RATED,
});

/** What leaving the reviews out changes, counted once and with all copies. */
export const effectOf = ({ effect }: DriverSide): BothFigures => ({
  once: effect?.once.change ?? null,
  all: effect?.all.change ?? null,
});

/** Whether the interval reaches zero: the change may be chance. */
export const mayBeChance = ({ change }: DriverSide) => !change || (change.low <= 0 && change.high >= 0);

/** Rows with a figure on either side, in the order of the answer. */
export const listDrivers = ({ rows }: Pick<Drivers, 'rows'>, limit: number): DriverRow[] =>
  rows.filter(({ blamed, praised }) => !blamed.tooFew || !praised.tooFew).slice(0, limit);

/** What the chart shows, in a sentence. */
export function tellDrivers(rows: readonly DriverRow[]): string {
  const worst = rows.find((row) => row.blamed.change && !mayBeChance(row.blamed));
  if (!worst?.blamed.change) return 'What moves the stars: no feature moves the average by more than chance.';
  return `What moves the stars: without the ${formatCount(worst.blamed.n)} reviews that blame ${worst.label} the average would change by ${formatSigned(worst.blamed.change.value)}, the most of all features.`;
}

function toMark(row: DriverRow, index: number, side: SideName, counting: Counting): Mark | null {
  const { change, n } = row[side];
  if (!change) return null;
  return {
    place: { dataset: SIDES.indexOf(side), index },
    label: `${row.label} ${side}: the average would change by ${formatSigned(change.value)} (${formatSigned(change.low)} to ${formatSigned(change.high)}) without these ${formatCount(n)} reviews${tellOther(effectOf(row[side]), counting)}`,
    target: targetOf(row.feature, side),
  };
}

/** The 95 % interval of each point, and the line at zero. */
const intervals = (rows: readonly DriverRow[], palette: Palette): ScatterPlugin => ({
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
    for (const [index, row] of rows.entries()) {
      for (const side of SIDES) {
        const { change } = row[side];
        if (!change) continue;
        const at = y.getPixelForValue(index + offsetOf(side));
        ctx.strokeStyle = side === 'blamed' ? palette.negative : palette.positive;
        ctx.beginPath();
        ctx.moveTo(x.getPixelForValue(change.low), at);
        ctx.lineTo(x.getPixelForValue(change.high), at);
        ctx.stroke();
      }
    }
    ctx.restore();
  },
});

/** Blame above the middle of its row, praise below, so that they never cover each other. */
const offsetOf = (side: SideName) => (side === 'blamed' ? -0.16 : 0.16);

/** Where the copies move a point, if they are counted the other way. */
const ghostsOf = (rows: readonly DriverRow[], counting: Counting, palette: Palette): Ghost[] =>
  rows.flatMap((row, index) =>
    SIDES.flatMap((side) => {
      const figures = effectOf(row[side]);
      const other = figures[otherOf(counting)];
      const shown = row[side].change;
      if (!shown || other === null || !isMoved(figures)) return [];
      const y = index + offsetOf(side);
      const colour = side === 'blamed' ? palette.negative : palette.positive;
      return [{ from: { x: shown.value, y }, to: { x: other, y }, colour }];
    }),
  );

/** What moves the stars: a dot for blamed, a diamond for praised, hollow where it may be chance. */
export function drawDriverDots(
  { rows, counting }: { rows: readonly DriverRow[]; counting: Counting },
  { palette }: Pick<Stage, 'palette'>,
): Drawing {
  const ends = rows.flatMap((row) => SIDES.flatMap((side) => row[side].change ?? []));
  const ghosts = ghostsOf(rows, counting, palette);
  const reaches = [...ends.flatMap(({ low, high }) => [low, high]), ...ghosts.map(({ to }) => to.x)];
  const reach = Math.max(0.02, ...reaches.map(Math.abs)) * 1.06;
  const config: ScatterConfig = {
    type: 'scatter',
    data: {
      datasets: SIDES.map((side) => {
        const colour = side === 'blamed' ? palette.negative : palette.positive;
        return {
          label: side,
          data: rows.map((row, index) => ({ x: row[side].change?.value ?? Number.NaN, y: index + offsetOf(side) })),
          pointStyle: side === 'blamed' ? 'circle' : 'rectRot',
          pointRadius: 5,
          pointHoverRadius: 7,
          pointHitRadius: 8,
          borderColor: colour,
          pointBorderWidth: 2,
          pointBackgroundColor: rows.map((row) => (mayBeChance(row[side]) ? palette.surface : colour)),
          pointHoverBorderColor: palette.accent,
          pointHoverBorderWidth: 3,
        };
      }),
    },
    options: {
      animation: false,
      responsive: true,
      maintainAspectRatio: false,
      // Room for the points at the edges would move the rows away from their names.
      layout: { autoPadding: false },
      scales: {
        x: { display: false, min: -reach, max: reach },
        y: { display: false, reverse: true, min: -0.5, max: rows.length - 0.5 },
      },
      plugins: {
        tooltip: {
          ...tipStyle(palette),
          callbacks: {
            label: ({ datasetIndex, dataIndex }) => {
              const row = rows[dataIndex];
              const side = SIDES[datasetIndex];
              const change = row && side ? row[side].change : null;
              return row && side && change
                ? `${row.label} ${side}: ${formatSigned(change.value)} (${formatSigned(change.low)} to ${formatSigned(change.high)}), n ${formatCount(row[side].n)}${tellOther(effectOf(row[side]), counting)}`
                : '';
            },
          },
        },
      },
    },
    plugins: [intervals(rows, palette), drawGhosts(ghosts, palette)],
  };
  return { config, grid: rows.map((row, index) => SIDES.map((side) => toMark(row, index, side, counting))) };
}
