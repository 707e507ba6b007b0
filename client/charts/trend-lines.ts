import type { Counting } from '../../server/contract/primitives.ts';
import { isMoved, netsOf, otherOf, tellOther } from '../state/copies.ts';
import { nameInterval } from '../state/dates.ts';
import { formatCount, formatMargin, formatSigned } from '../state/figures.ts';
import type { LineConfig, LinePlugin } from './draw-chart.ts';
import { type EventDay, markEvents } from './event-marks.ts';
import { drawGhosts, type Ghost } from './ghosts.ts';
import { LABEL_ROOM, nameLines } from './line-names.ts';
import { type Drawing, type Mark, tipStyle } from './marks.ts';
import type { Palette, Stage } from './palette.ts';
import { axisText, STILL, timeAxis } from './time-axis.ts';
import { figureOf, type TrendPlot, type TrendSeries, type TrendSpot } from './trend-plot.ts';

/** Dash and point shape by place, so that series can be told apart without their colour. */
export const LINE_STYLES = [
  { dash: [], point: 'circle' },
  { dash: [7, 3], point: 'rect' },
  { dash: [2, 3], point: 'triangle' },
  { dash: [9, 3, 2, 3], point: 'rectRot' },
  { dash: [4, 4], point: 'star' },
  { dash: [12, 4], point: 'crossRot' },
] as const;

/** From so many points on they would touch: they are drawn smaller. */
const MANY_POINTS = 36;

/** Narrower charts use the chips above them as legend. */
const LABELS_FROM = 620;

function toMark(plot: TrendPlot, dataset: number, index: number): Mark | null {
  const series = plot.series[dataset];
  const spot = series?.spots[index];
  if (!series || !spot || figureOf(spot) === null) return null;
  return {
    place: { dataset, index },
    label: `${nameInterval(spot.start, plot.interval)}${spot.partial ? ', so far' : ''}: ${tipOf(series, spot, plot.counting)}`,
    target: { feature: series.feature, from: spot.start, to: spot.end },
  };
}

const tipOf = (series: TrendSeries, spot: TrendSpot, counting: Counting) =>
  spot.net
    ? `${series.label} ${formatSigned(spot.net.value)} ${formatMargin(spot.net)}, n ${formatCount(spot.reviews)}${tellOther(netsOf(spot.effect), counting)}`
    : series.label;

/** Steps of 0.2 that hold all figures and zero. */
function rangeOf(plot: TrendPlot): { min: number; max: number } {
  const figures = plot.series.flatMap(({ spots }) =>
    spots.flatMap((spot) => {
      const shown = figureOf(spot);
      const other = netsOf(spot?.effect)[otherOf(plot.counting)];
      return shown === null ? [] : other === null ? [shown] : [shown, other];
    }),
  );
  const low = Math.min(0, ...figures);
  const high = Math.max(0, ...figures);
  return {
    min: Math.max(-1, Math.floor((low - 0.02) / 0.2) * 0.2),
    max: Math.min(1, Math.ceil((high + 0.02) / 0.2) * 0.2),
  };
}

/** From so many lines on their intervals would lie over each other. */
const MAX_BANDS = 3;

/** The 95 % interval of each line as a band behind it. */
const bands = (plot: TrendPlot, palette: Palette): LinePlugin => ({
  id: 'bands',
  beforeDatasetsDraw({ ctx, scales, chartArea: { left, top, right, bottom } }) {
    const { x, y } = scales;
    if (!x || !y || plot.series.length > MAX_BANDS) return;
    ctx.save();
    ctx.beginPath();
    ctx.rect(left, top, right - left, bottom - top);
    ctx.clip();
    ctx.globalAlpha = 0.12;
    for (const [at, { spots }] of plot.series.entries()) {
      const known = spots.flatMap((spot, index) =>
        spot?.net && figureOf(spot) !== null ? [{ ...spot.net, index }] : [],
      );
      ctx.fillStyle = palette.series[at] ?? palette.ink;
      ctx.beginPath();
      for (const { high, index } of known) ctx.lineTo(x.getPixelForValue(index), y.getPixelForValue(high));
      for (const { low, index } of known.reverse()) ctx.lineTo(x.getPixelForValue(index), y.getPixelForValue(low));
      ctx.fill();
    }
    ctx.restore();
  },
});

/** Where the copies move a point, if they are counted the other way. */
const ghostsOf = ({ series, counting }: TrendPlot, palette: Palette): Ghost[] =>
  series.flatMap(({ spots }, at) =>
    spots.flatMap((spot, x) => {
      const [shown, other] = [figureOf(spot), netsOf(spot?.effect)[otherOf(counting)]];
      if (shown === null || other === null || !isMoved(netsOf(spot?.effect))) return [];
      return [{ from: { x, y: shown }, to: { x, y: other }, colour: palette.series[at] ?? palette.ink }];
    }),
  );

/** Net sentiment of the chosen features over time; an unfinished interval is dashed with a hollow point. */
export function drawTrendLines(
  plot: TrendPlot,
  { palette, width }: Pick<Stage, 'palette' | 'width'>,
  events: readonly EventDay[] = [],
): Drawing {
  const hasNames = width >= LABELS_FROM;
  const config: LineConfig = {
    type: 'line',
    data: {
      labels: plot.starts,
      datasets: plot.series.map((series, at) => toDataset(series, at, palette)),
    },
    options: {
      ...STILL,
      layout: { padding: { right: hasNames ? LABEL_ROOM : 8, top: events.length > 0 ? 20 : 6 } },
      scales: {
        x: timeAxis(plot, palette),
        y: {
          ...rangeOf(plot),
          border: { display: false },
          grid: { color: ({ tick }) => (Math.abs(tick.value) < 1e-9 ? palette.lineStrong : palette.line) },
          ticks: {
            stepSize: 0.2,
            ...axisText(palette),
            callback: (value) => (Math.abs(Number(value)) < 1e-9 ? '0' : formatSigned(Number(value)).slice(0, 4)),
          },
        },
      },
      plugins: { tooltip: { ...tipStyle(palette), callbacks: tipsOf(plot) } },
    },
    plugins: [
      bands(plot, palette),
      drawGhosts(ghostsOf(plot, palette), palette),
      markEvents(plot.starts, plot.interval, { events, palette }),
      ...(hasNames ? [nameLines(plot, palette)] : []),
    ],
  };
  const grid = plot.series.map((_, dataset) => plot.starts.map((__, index) => toMark(plot, dataset, index)));
  return { config, grid };
}

const tipsOf = (plot: TrendPlot) => ({
  title: ([item]: { dataIndex: number }[]) => {
    const spot = plot.series[0]?.spots[item?.dataIndex ?? 0];
    const name = nameInterval(plot.starts[item?.dataIndex ?? 0] ?? '', plot.interval);
    return spot?.partial ? `${name}, so far` : name;
  },
  label: ({ datasetIndex, dataIndex }: { datasetIndex: number; dataIndex: number }) => {
    const series = plot.series[datasetIndex];
    const spot = series?.spots[dataIndex];
    return series && spot ? tipOf(series, spot, plot.counting) : '';
  },
});

function toDataset(
  { label, spots }: TrendSeries,
  at: number,
  palette: Palette,
): LineConfig['data']['datasets'][number] {
  const colour = palette.series[at % palette.series.length] ?? palette.ink;
  const style = LINE_STYLES[at % LINE_STYLES.length] ?? LINE_STYLES[0];
  const isOpen = (index: number) => spots[index]?.partial === true;
  return {
    label,
    data: spots.map(figureOf),
    borderColor: colour,
    borderWidth: 2,
    borderDash: [...style.dash],
    pointStyle: style.point,
    pointRadius: spots.length > MANY_POINTS ? 2 : 3.5,
    pointHoverRadius: 6,
    pointHitRadius: 10,
    pointBorderColor: colour,
    pointBorderWidth: 1.5,
    pointBackgroundColor: spots.map((_, index) => (isOpen(index) ? palette.surface : colour)),
    pointHoverBorderColor: palette.accent,
    pointHoverBorderWidth: 3,
    spanGaps: true,
    segment: {
      borderDash: ({ p0DataIndex, p1DataIndex }) => (isOpen(p0DataIndex) || isOpen(p1DataIndex) ? [3, 4] : undefined),
    },
  };
}
