import type { Trend } from '../../server/contract/analytics.ts';
import type { Counting } from '../../server/contract/primitives.ts';
import { otherOf, WITH_COPIES } from '../state/copies.ts';
import { formatInterval, nameInterval } from '../state/dates.ts';
import { formatCount, formatShare, plural, TOO_FEW } from '../state/figures.ts';
import type { BarConfig } from './draw-chart.ts';
import { type Drawing, type Mark, tipStyle } from './marks.ts';
import type { Stage } from './palette.ts';

/** A month with its reviews by stars; `shares` are of the rated reviews and null below ten of them. */
export type MixMonth = {
  start: string;
  end: string;
  partial: boolean;
  rated: number;
  /** Rated reviews counted the other way; null where that is not known. */
  otherRated: number | null;
  /** One entry for each of `STARS`. */
  parts: { reviews: number; share: number | null; other: number | null }[];
};
export type StarMix = { counting: Counting; months: MixMonth[] };

/** Best first, as they stand on top of each other and in the table. */
export const STARS = [5, 4, 3, 2, 1] as const;

type Figures = Pick<Trend['stars'][number], 'rated' | 'distribution'>;

const countOf = ({ distribution }: Figures, stars: number) =>
  distribution.find((row) => row.stars === stars)?.reviews ?? 0;
const shareOf = (figures: Figures | undefined, stars: number) =>
  figures && figures.rated >= TOO_FEW ? countOf(figures, stars) / figures.rated : null;

/** The months from the first to the last that has enough rated reviews; what is between has its place. */
export function toStarMix({ counting, stars }: Pick<Trend, 'counting' | 'stars'>): StarMix {
  const months = stars.map((point): MixMonth => {
    const other = point.effect?.[otherOf(counting)];
    return {
      start: point.start,
      end: point.end,
      partial: point.partial,
      rated: point.rated,
      otherRated: other?.rated ?? null,
      parts: STARS.map((count) => ({
        reviews: countOf(point, count),
        share: shareOf(point, count),
        other: shareOf(other, count),
      })),
    };
  });
  const known = months.flatMap(({ rated }, at) => (rated >= TOO_FEW ? [at] : []));
  return { counting, months: months.slice(known[0] ?? 0, (known.at(-1) ?? -1) + 1) };
}

/** What the chart shows, in a sentence: five stars and one star in the last whole month against the first. */
export function tellMix({ months }: StarMix): string {
  const whole = months.filter(({ rated, partial }) => rated >= TOO_FEW && !partial);
  const [first, last] = [whole[0], whole.at(-1)];
  if (!first || !last || first === last) return 'Stars by month: too few months to compare.';
  const tell = (at: number, name: string) => {
    const [from, to] = [first.parts[at]?.share ?? 0, last.parts[at]?.share ?? 0];
    const verb = Math.abs(to - from) < 0.02 ? 'stayed near' : to > from ? 'rose to' : 'fell to';
    return `${name} ${verb} ${formatShare(to)} from ${formatShare(from)}`;
  };
  return `Stars by month: ${tell(0, 'five stars')}, ${tell(4, 'one star')} (${nameInterval(first.start, 'month')} to ${nameInterval(last.start, 'month')}).`;
}

const isOtherShare = (share: number | null, other: number | null) =>
  share !== null && other !== null && Math.round(share * 100) !== Math.round(other * 100);

/** "Nov 2026, so far: 5 stars 41 %, 54 of the reviews, n 132, with all copies 43 %". */
function labelOf({ counting }: StarMix, month: MixMonth, at: number): string {
  const part = month.parts[at];
  if (!part || part.share === null) return '';
  const other = isOtherShare(part.share, part.other)
    ? `, ${WITH_COPIES[otherOf(counting)]} ${formatShare(part.other ?? 0)}`
    : '';
  const name = `${nameInterval(month.start, 'month')}${month.partial ? ', so far' : ''}`;
  return `${name}: ${plural(STARS[at] ?? 0, 'star', 'stars')} ${formatShare(part.share, { fine: true })}, ${plural(part.reviews, 'review', 'reviews')} of ${formatCount(month.rated)}${other}`;
}

const targetOf = ({ start, end }: MixMonth, at: number) => ({ rating: String(STARS[at]), from: start, to: end });

function toMark(mix: StarMix, dataset: number, index: number): Mark | null {
  const month = mix.months[index];
  const part = month?.parts[dataset];
  if (!month || !part || part.share === null || part.reviews === 0) return null;
  return { place: { dataset, index }, label: labelOf(mix, month, dataset), target: targetOf(month, dataset) };
}

/** From where to where the parts of a month reach, from one star at the bottom to five at the top. */
function spansOf({ parts }: MixMonth): ([number, number] | null)[] {
  let below = 0;
  const spans: ([number, number] | null)[] = [];
  for (const { share } of parts.toReversed()) {
    spans.unshift(share === null ? null : [below, below + share]);
    below += share ?? 0;
  }
  return spans;
}

/** Pixels that the name of a month and a number of reviews need, and what the axis at the left takes. */
const NAME_ROOM = 64;
const COUNT_ROOM = 30;
const AXIS_ROOM = 48;

/** Below each month its number of reviews, and its name as often as there is room for it. */
function nameMonths({ months }: StarMix, width: number): (string | string[])[] {
  const slot = (width - AXIS_ROOM) / Math.max(1, months.length);
  const step = Math.max(1, Math.ceil(NAME_ROOM / slot));
  return months.map(({ start, rated }, index) => {
    const isNamed = index % step === 0;
    const count = isNamed || slot >= COUNT_ROOM ? formatCount(rated) : '';
    return [count, isNamed ? formatInterval(start, 'month') : ''];
  });
}

/** The share of each number of stars by month; an unfinished month is paler. */
export function drawStarMix(mix: StarMix, { palette, width }: Pick<Stage, 'palette' | 'width'>): Drawing {
  const font = { size: 12, family: palette.font };
  const spans = mix.months.map(spansOf);
  const names = nameMonths(mix, width);
  const config: BarConfig = {
    type: 'bar',
    data: {
      labels: mix.months.map(({ start }) => start),
      datasets: STARS.map((stars, at) => ({
        label: plural(stars, 'star', 'stars'),
        data: spans.map((month) => month[at] ?? null),
        grouped: false,
        maxBarThickness: 44,
        categoryPercentage: 0.9,
        barPercentage: 0.9,
        borderSkipped: false as const,
        backgroundColor: mix.months.map(({ partial }) => `${palette.stars[at] ?? palette.ink3}${partial ? 'a0' : ''}`),
        borderColor: palette.surface,
        borderWidth: 1,
        hoverBorderColor: palette.accent,
        hoverBorderWidth: 2,
      })),
    },
    options: {
      animation: false,
      responsive: true,
      maintainAspectRatio: false,
      layout: { padding: { top: 6, right: 4 } },
      scales: {
        x: {
          grid: { display: false },
          border: { color: palette.lineStrong },
          ticks: {
            color: palette.ink3,
            font,
            maxRotation: 0,
            autoSkip: false,
            callback: (_, index) => names[index] ?? '',
          },
        },
        y: {
          min: 0,
          max: 1,
          border: { display: false },
          grid: { color: palette.line },
          ticks: { color: palette.ink3, font, stepSize: 0.25, callback: (value) => formatShare(Number(value)) },
        },
      },
      plugins: {
        tooltip: {
          ...tipStyle(palette),
          callbacks: {
            title: () => '',
            label: ({ datasetIndex, dataIndex }) => {
              const month = mix.months[dataIndex];
              return month ? labelOf(mix, month, datasetIndex) : '';
            },
          },
        },
      },
    },
  };
  const grid = STARS.map((_, dataset) => mix.months.map((__, index) => toMark(mix, dataset, index)));
  return { config, grid };
}
