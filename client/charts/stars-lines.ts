import type { Trend, TrendInterval } from '../../server/contract/analytics.ts';
import { listStarts, nameInterval } from '../state/dates.ts';
import { formatCount, formatStars, TOO_FEW } from '../state/figures.ts';
import type { LineConfig } from './draw-chart.ts';
import { type EventDay, markEvents } from './event-marks.ts';
import { type Drawing, type Mark, tipStyle } from './marks.ts';
import type { Palette, Stage } from './palette.ts';
import { axisText, STILL, timeAxis } from './time-axis.ts';

type StarsPoint = Trend['stars'][number];
/** Average stars by interval: counted once and with all copies, on one row of intervals. */
export type StarsPlot = {
  interval: TrendInterval;
  starts: string[];
  once: (StarsPoint | null)[];
  all: (StarsPoint | null)[];
};

/** Puts two answers, counted once and all, on one row of intervals without gaps. */
export function alignStars(once: Trend, all: Trend): StarsPlot {
  const known = [...once.stars, ...all.stars].map((point) => point.start).sort();
  const [first, last] = [known[0], known.at(-1)];
  const starts = first === undefined || last === undefined ? [] : listStarts(first, last, once.interval);
  const place = (points: StarsPoint[]) => {
    const byStart = new Map(points.map((point) => [point.start, point]));
    return starts.map((start) => byStart.get(start) ?? null);
  };
  return { interval: once.interval, starts, once: place(once.stars), all: place(all.stars) };
}

/** The plot from its first to its last figure. */
export function trimStars(plot: StarsPlot): StarsPlot {
  const at = plot.starts.flatMap((_, index) => (figureOf(plot.once[index] ?? null) === null ? [] : [index]));
  const [from, to] = [at[0] ?? 0, (at.at(-1) ?? -1) + 1];
  const cut = <T>(list: T[]) => list.slice(from, to);
  return { ...plot, starts: cut(plot.starts), once: cut(plot.once), all: cut(plot.all) };
}

const figureOf = (point: StarsPoint | null) => (point && point.rated >= TOO_FEW ? point.average : null);

export const hasStars = (plot: StarsPlot) => plot.once.some((point) => figureOf(point) !== null);

/** What the lines show, in a sentence: the last whole interval against the first. */
export function tellStarsTrend({ once, interval }: StarsPlot): string {
  const whole = once.filter((point): point is StarsPoint => figureOf(point) !== null && !point?.partial);
  const [first, last] = [whole[0], whole.at(-1)];
  if (!first || !last || first === last || first.average === null || last.average === null) {
    return 'Average stars over time: too few reviews for a trend.';
  }
  const change = last.average - first.average;
  const verb = Math.abs(change) < 0.05 ? 'stayed near' : change > 0 ? 'rose to' : 'fell to';
  return `Average stars, counted once, ${verb} ${formatStars(last.average)} (${nameInterval(last.start, interval)}) from ${formatStars(first.average)} (${nameInterval(first.start, interval)}).`;
}

function toMark(plot: StarsPlot, dataset: number, index: number): Mark | null {
  const counting = dataset === 0 ? 'once' : 'all';
  const point = plot[counting][index] ?? null;
  const figure = figureOf(point);
  if (!point || figure === null) return null;
  return {
    place: { dataset, index },
    label: `${nameInterval(point.start, plot.interval)}${point.partial ? ', so far' : ''}, ${counting === 'once' ? 'counted once' : 'all reviews'}: ${formatStars(figure)} stars, n ${formatCount(point.rated)}`,
    target: { from: point.start, to: point.end, counting },
  };
}

/** Steps of half a star that hold all figures: a line may start above zero. */
function rangeOf(plot: StarsPlot): { min: number; max: number } {
  const figures = [...plot.once, ...plot.all].flatMap((point) => figureOf(point) ?? []);
  return {
    min: Math.max(1, Math.floor((Math.min(5, ...figures) - 0.1) * 2) / 2),
    max: Math.min(5, Math.ceil((Math.max(1, ...figures) + 0.1) * 2) / 2),
  };
}

/** Average stars over time: counted once the solid line, all reviews the dotted one, the gap between them shaded. */
export function drawStarsLines(
  plot: StarsPlot,
  { palette }: Pick<Stage, 'palette'>,
  events: readonly EventDay[] = [],
): Drawing {
  const config: LineConfig = {
    type: 'line',
    data: { labels: plot.starts, datasets: [onceLine(plot, palette), allLine(plot, palette)] },
    options: {
      ...STILL,
      layout: { padding: { top: events.length > 0 ? 20 : 6, right: 8 } },
      scales: {
        x: timeAxis(plot, palette),
        y: {
          ...rangeOf(plot),
          border: { display: false },
          grid: { color: palette.line },
          ticks: { ...axisText(palette), stepSize: 0.5, callback: (value) => Number(value).toFixed(1) },
        },
      },
      plugins: {
        tooltip: {
          ...tipStyle(palette),
          callbacks: {
            title: ([item]) => nameInterval(plot.starts[item?.dataIndex ?? 0] ?? '', plot.interval),
            label: ({ datasetIndex, dataIndex }) => toMark(plot, datasetIndex, dataIndex)?.label ?? '',
          },
        },
      },
    },
    plugins: [markEvents(plot.starts, plot.interval, { events, palette })],
  };
  const grid = [0, 1].map((dataset) => plot.starts.map((_, index) => toMark(plot, dataset, index)));
  return { config, grid };
}

const isOpen = (points: readonly (StarsPoint | null)[], index: number) => points[index]?.partial === true;

const onceLine = ({ once }: StarsPlot, palette: Palette): LineConfig['data']['datasets'][number] => ({
  label: 'Counted once',
  data: once.map(figureOf),
  borderColor: palette.ink,
  borderWidth: 2,
  pointRadius: 2.5,
  pointHitRadius: 10,
  pointHoverRadius: 5,
  pointHoverBorderColor: palette.accent,
  pointHoverBorderWidth: 3,
  pointBorderColor: palette.ink,
  pointBackgroundColor: once.map((_, index) => (isOpen(once, index) ? palette.surface : palette.ink)),
  spanGaps: true,
  segment: {
    borderDash: ({ p0DataIndex, p1DataIndex }) =>
      isOpen(once, p0DataIndex) || isOpen(once, p1DataIndex) ? [3, 4] : undefined,
  },
});

const allLine = ({ all }: StarsPlot, palette: Palette): LineConfig['data']['datasets'][number] => ({
  label: 'All reviews',
  data: all.map(figureOf),
  borderColor: palette.ink3,
  borderWidth: 2,
  borderDash: [1, 4],
  borderCapStyle: 'round',
  pointRadius: 0,
  pointHitRadius: 8,
  pointHoverRadius: 4,
  pointHoverBorderColor: palette.accent,
  pointHoverBorderWidth: 3,
  pointBackgroundColor: palette.ink3,
  spanGaps: true,
  fill: { target: '-1', above: `${palette.ink}12`, below: `${palette.ink}12` },
});
