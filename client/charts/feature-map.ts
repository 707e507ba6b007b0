import type { FeatureMap, Quadrant } from '../../server/contract/insights.ts';
import type { Counting } from '../../server/contract/primitives.ts';
import { isMoved, netsOf, otherOf, tellOther } from '../state/copies.ts';
import { formatCount, formatShare, formatSigned } from '../state/figures.ts';
import type { ScatterConfig, ScatterPlugin } from './draw-chart.ts';
import { drawGhosts, type Ghost } from './ghosts.ts';
import { type Drawing, type Mark, tipStyle } from './marks.ts';
import type { Palette, Stage } from './palette.ts';

export type MapRow = FeatureMap['rows'][number];
export const QUADRANTS: readonly Quadrant[] = ['fix-first', 'watch', 'keep', 'minor'];
export const QUADRANT_NAMES: Record<Quadrant, string> = {
  'fix-first': 'Fix first',
  watch: 'Watch',
  keep: 'Keep',
  minor: 'Minor',
};
const SHAPES = { 'fix-first': 'circle', watch: 'triangle', keep: 'rectRot', minor: 'rect' } as const;

/** Features with enough reviews for a place on the map. */
export const listPlaced = ({ rows }: Pick<FeatureMap, 'rows'>): MapRow[] =>
  rows
    .filter((row) => row.quadrant !== null && row.net !== null)
    .sort((a, b) => QUADRANTS.indexOf(a.quadrant ?? 'minor') - QUADRANTS.indexOf(b.quadrant ?? 'minor'));

/** What the map shows, in a sentence. */
export function tellMap(rows: readonly MapRow[]): string {
  const first = rows.filter((row) => row.quadrant === 'fix-first').sort((a, b) => b.reviews - a.reviews);
  if (first.length === 0) return 'How often and how well: no feature is both often named and judged worse than usual.';
  const named = first.slice(0, 3).map((row) => `${row.label} (${formatSigned(row.net?.value ?? 0)})`);
  return `How often and how well: often named and judged worse than usual, so to fix first: ${named.join(', ')}.`;
}

/** A feature and what it would be if copies were counted the other way. */
const labelOf = (row: MapRow, counting: Counting) =>
  `${row.label}: ${row.quadrant ? QUADRANT_NAMES[row.quadrant].toLowerCase() : 'too few'}, net ${formatSigned(row.net?.value ?? 0)}, named in ${formatShare(row.share.value, { fine: true })} of the reviews, n ${formatCount(row.reviews)}${tellOther(netsOf(row.effect), counting)}`;

function colourOf(quadrant: Quadrant, palette: Palette): string {
  if (quadrant === 'fix-first' || quadrant === 'watch') return palette.negative;
  return quadrant === 'keep' ? palette.positive : palette.ink3;
}

type Box = { left: number; right: number; top: number; bottom: number };
type NamedPoint = { x: number; y: number; label: string; width: number };

const meet = (a: Box, b: Box) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/**
 * Names right of, left of, above or below their points, wherever they cover neither a point nor a name; what finds no
 * room is left to the tooltip and the table. In and out in pixels.
 */
function placeNames(points: readonly NamedPoint[], area: Box): { label: string; left: number; middle: number }[] {
  const taken: Box[] = points.map(({ x, y }) => ({ left: x - 6, right: x + 6, top: y - 6, bottom: y + 6 }));
  return points.flatMap(({ x, y, label, width }) => {
    const offers = [
      { left: x + 9, middle: y },
      { left: x - 9 - width, middle: y },
      { left: x - width / 2, middle: y - 13 },
      { left: x - width / 2, middle: y + 13 },
    ];
    for (const { left, middle } of offers) {
      const box = { left, right: left + width, top: middle - 7, bottom: middle + 7 };
      const isInside = box.left >= area.left && box.right <= area.right && box.top >= area.top;
      if (!isInside || box.bottom > area.bottom || taken.some((other) => meet(box, other))) continue;
      taken.push(box);
      return [{ label, left, middle }];
    }
    return [];
  });
}

/** Lines at the thresholds, the names of the quadrants, and the names of the points beside them. */
const describe = (rows: readonly MapRow[], { thresholds }: Pick<FeatureMap, 'thresholds'>, palette: Palette) =>
  ({
    id: 'describe',
    beforeDatasetsDraw({ ctx, scales, chartArea: { left, right, top, bottom } }) {
      const { x, y } = scales;
      if (!x || !y) return;
      const at = { x: Math.round(x.getPixelForValue(thresholds.share)) + 0.5, y: y.getPixelForValue(thresholds.net) };
      ctx.save();
      ctx.strokeStyle = palette.lineStrong;
      ctx.setLineDash([4, 4]);
      ctx.beginPath();
      ctx.moveTo(at.x, top);
      ctx.lineTo(at.x, bottom);
      ctx.moveTo(left, at.y);
      ctx.lineTo(right, at.y);
      ctx.stroke();
      ctx.fillStyle = palette.ink3;
      ctx.font = `500 12px ${palette.font}`;
      ctx.textBaseline = 'top';
      ctx.textAlign = 'left';
      ctx.fillText('Minor', left + 6, top + 4);
      ctx.textAlign = 'right';
      ctx.fillText('Keep', right - 6, top + 4);
      ctx.textBaseline = 'bottom';
      ctx.fillText('Fix first', right - 6, bottom - 4);
      ctx.textAlign = 'left';
      ctx.fillText('Watch', left + 6, bottom - 4);
      ctx.restore();
    },
    afterDatasetsDraw(chart) {
      const { ctx, chartArea } = chart;
      ctx.save();
      ctx.font = `12px ${palette.font}`;
      ctx.fillStyle = palette.ink2;
      ctx.textBaseline = 'middle';
      ctx.textAlign = 'left';
      const points = chart.getDatasetMeta(0).data.map(({ x, y }, index) => {
        const label = rows[index]?.label ?? '';
        return { x, y, label, width: ctx.measureText(label).width };
      });
      for (const { label, left, middle } of placeNames(points, chartArea)) ctx.fillText(label, left, middle);
      ctx.restore();
    },
  }) satisfies ScatterPlugin;

const axisTitle = (text: string, palette: Palette) => ({
  display: true,
  text,
  color: palette.ink3,
  font: { size: 12, family: palette.font },
});

/** Where the copies move a point, if they are counted the other way. */
const ghostsOf = (rows: readonly MapRow[], counting: Counting, colours: readonly string[]): Ghost[] =>
  rows.flatMap((row, at) => {
    const other = row.effect?.[otherOf(counting)];
    if (!row.net || !other?.net || !isMoved(netsOf(row.effect))) return [];
    const from = { x: row.share.value, y: row.net.value };
    return [{ from, to: { x: other.share, y: other.net.value }, colour: colours[at] ?? '' }];
  });

/** How often a feature is named (across) and how well it is judged (up): fix first, watch, keep, minor. */
export function drawFeatureMap(
  map: Pick<FeatureMap, 'thresholds' | 'counting'>,
  rows: readonly MapRow[],
  { palette }: Pick<Stage, 'palette'>,
): Drawing {
  const ticks = { color: palette.ink3, font: { size: 12, family: palette.font } };
  const quadrants = rows.map((row) => row.quadrant ?? 'minor');
  const colours = quadrants.map((quadrant) => colourOf(quadrant, palette));
  const ghosts = ghostsOf(rows, map.counting, colours);
  const reached = ghosts.map(({ to }) => to.y);
  const config: ScatterConfig = {
    type: 'scatter',
    data: {
      datasets: [
        {
          data: rows.map((row) => ({ x: row.share.value, y: row.net?.value ?? 0 })),
          pointStyle: quadrants.map((quadrant) => SHAPES[quadrant]),
          pointRadius: 5,
          pointHoverRadius: 8,
          pointHitRadius: 8,
          pointBackgroundColor: colours,
          pointBorderColor: colours,
          pointHoverBorderColor: palette.accent,
          pointHoverBorderWidth: 3,
        },
      ],
    },
    options: {
      animation: false,
      responsive: true,
      maintainAspectRatio: false,
      layout: { padding: { top: 4, right: 8 } },
      scales: {
        x: {
          min: 0,
          border: { color: palette.lineStrong },
          grid: { display: false },
          title: axisTitle('Share of the reviews that name it', palette),
          ticks: { ...ticks, callback: (value) => formatShare(Number(value)) },
        },
        y: {
          ...(reached.length > 0 ? { suggestedMin: Math.min(...reached), suggestedMax: Math.max(...reached) } : {}),
          border: { display: false },
          grid: { color: palette.line },
          title: axisTitle('Net sentiment', palette),
          ticks: { ...ticks, callback: (value) => formatSigned(Number(value)) },
        },
      },
      plugins: {
        tooltip: {
          ...tipStyle(palette),
          callbacks: {
            label: ({ dataIndex }) => {
              const row = rows[dataIndex];
              return row ? labelOf(row, map.counting) : '';
            },
          },
        },
      },
    },
    plugins: [describe(rows, map, palette), drawGhosts(ghosts, palette)],
  };
  const grid = rows.map((row, index): (Mark | null)[] => [
    { place: { dataset: 0, index }, label: labelOf(row, map.counting), target: { feature: row.feature } },
  ]);
  return { config, grid };
}
