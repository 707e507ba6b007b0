import type { DuplicatesEffect } from '../../server/contract/analytics.ts';
import type { Counting } from '../../server/contract/primitives.ts';
import { formatCount, formatDelta, formatShare, plural } from '../state/figures.ts';
import type { BarConfig } from './draw-chart.ts';
import { type Drawing, type Mark, tipStyle } from './marks.ts';
import type { Stage } from './palette.ts';

/** Reviews with so many stars, counted once and with all copies. */
export type StarRow = { stars: number; once: number; all: number };

/** Five stars first. */
export const toStarRows = ({ once, all }: Pick<DuplicatesEffect, 'once' | 'all'>): StarRow[] =>
  [5, 4, 3, 2, 1].map((stars) => ({
    stars,
    once: once.stars.find((row) => row.stars === stars)?.reviews ?? 0,
    all: all.stars.find((row) => row.stars === stars)?.reviews ?? 0,
  }));

/** What the distribution shows, in a sentence. */
export function tellStars(rows: readonly StarRow[], counting: Counting): string {
  const total = rows.reduce((sum, row) => sum + row[counting], 0);
  if (total === 0) return 'Stars: no review has stars.';
  const most = rows.reduce((best, row) => (row[counting] > best[counting] ? row : best));
  const copies = rows.reduce((sum, row) => sum + row.all - row.once, 0);
  const share = formatShare(most[counting] / total);
  return `Stars: most reviews (${share}) give ${plural(most.stars, 'star', 'stars')}. ${plural(copies, 'copy counts', 'copies count')} only under all reviews.`;
}

const SERIES: readonly Counting[] = ['once', 'all'];

function toMark(row: StarRow, index: number, counting: Counting): Mark | null {
  const dataset = SERIES.indexOf(counting);
  const count = counting === 'once' ? row.once : row.all - row.once;
  if (count <= 0) return null;
  const stars = plural(row.stars, 'star', 'stars');
  return {
    place: { dataset, index },
    label:
      counting === 'once'
        ? `${stars}: ${plural(row.once, 'review', 'reviews')}, counted once`
        : `${stars}: ${plural(row.all, 'review', 'reviews')} with all copies, ${formatDelta(count)}`,
    target: { rating: String(row.stars), counting },
  };
}

/** Stars: a solid bar for what counts once, a hatched one behind it for what the copies add. */
export function drawStarBars(rows: readonly StarRow[], { palette, hatch }: Pick<Stage, 'palette' | 'hatch'>): Drawing {
  const shape = {
    barThickness: 12,
    grouped: false,
    borderSkipped: false as const,
    hoverBorderColor: palette.accent,
    hoverBorderWidth: 2,
  };
  const config: BarConfig = {
    type: 'bar',
    data: {
      labels: rows.map((row) => plural(row.stars, 'star', 'stars')),
      datasets: [
        { ...shape, label: 'Counted once', data: rows.map((row) => [0, row.once]), backgroundColor: palette.ink3 },
        {
          ...shape,
          label: 'Copies',
          data: rows.map((row) => (row.all > row.once ? [row.once, row.all] : null)),
          backgroundColor: hatch,
          borderColor: palette.lineStrong,
          borderWidth: 1,
        },
      ],
    },
    options: {
      indexAxis: 'y',
      animation: false,
      responsive: true,
      maintainAspectRatio: false,
      layout: { padding: 0 },
      scales: {
        x: { display: false, min: 0, max: Math.max(1, ...rows.map((row) => row.all)) },
        y: { display: false },
      },
      plugins: {
        tooltip: {
          ...tipStyle(palette),
          callbacks: {
            label: ({ datasetIndex, dataIndex }) => {
              const row = rows[dataIndex];
              if (!row) return '';
              return datasetIndex === 0
                ? `${formatCount(row.once)} counted once`
                : `${formatDelta(row.all - row.once)} with all reviews`;
            },
          },
        },
      },
    },
  };
  return { config, grid: rows.map((row, index) => SERIES.map((counting) => toMark(row, index, counting))) };
}
