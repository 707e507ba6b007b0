import type { FeatureTable } from '../../server/contract/analytics.ts';
import type { Estimate, Polarity } from '../../server/contract/primitives.ts';
import { formatCount, formatShare, formatSigned, TOO_FEW } from '../state/figures.ts';
import { POLARITIES } from '../state/filters.ts';
import type { BarConfig, BarPlugin } from './draw-chart.ts';
import { type Drawing, type Mark, tipStyle } from './marks.ts';
import type { Palette, Stage } from './palette.ts';

/** A feature as the bar shows it: shares of the reviews that mention it, 0 to 1. */
export type FeatureBar = {
  feature: string;
  label: string;
  reviews: number;
  counts: Record<Polarity, number>;
  net: Estimate | null;
  isTooFew: boolean;
  /** Net counted once and with all copies, where both are known. */
  effect: { once: number; all: number } | null;
};

const toBar = ({ feature, label, reviews, net, effect, ...counts }: FeatureTable['rows'][number]): FeatureBar => ({
  feature,
  label,
  reviews,
  counts: { positive: counts.positive, negative: counts.negative, neutral: counts.neutral, mixed: counts.mixed },
  net,
  isTooFew: reviews < TOO_FEW,
  effect: effect?.once.net && effect.all.net ? { once: effect.once.net.value, all: effect.all.net.value } : null,
});

/** The `limit` features that most reviews mention, lowest net first, those with too few reviews last. */
export function sortBars(table: Pick<FeatureTable, 'rows'>, limit: number): FeatureBar[] {
  return table.rows
    .filter((row) => row.reviews > 0)
    .map(toBar)
    .sort((a, b) => b.reviews - a.reviews || a.label.localeCompare(b.label))
    .slice(0, limit)
    .sort(
      (a, b) =>
        Number(a.isTooFew) - Number(b.isTooFew) ||
        (a.net?.value ?? 0) - (b.net?.value ?? 0) ||
        a.label.localeCompare(b.label),
    );
}

export type Spans = Record<Polarity, [number, number]>;

/** From where to where each part of a bar reaches: mixed and neutral lie across zero, together centred on it. */
export function spanBar({ counts, reviews }: Pick<FeatureBar, 'counts' | 'reviews'>): Spans {
  const share = (polarity: Polarity) => (reviews === 0 ? 0 : counts[polarity] / reviews);
  const left = -(share('mixed') + share('neutral')) / 2;
  return {
    negative: [left - share('negative'), left],
    mixed: [left, left + share('mixed')],
    neutral: [left + share('mixed'), -left],
    positive: [-left, -left + share('positive')],
  };
}

/** What the chart shows, in a sentence: the label of the canvas. */
export function tellBars(bars: readonly FeatureBar[]): string {
  const rated = bars.filter((bar) => !bar.isTooFew && bar.net !== null);
  const [worst, best] = [rated[0], rated.at(-1)];
  if (!worst?.net || !best?.net) return 'Sentiment by feature: too few reviews for a figure.';
  const tell = (bar: FeatureBar) => `${bar.label} (${formatSigned(bar.net?.value ?? 0)})`;
  if (worst === best) return `Sentiment by feature: ${tell(worst)}.`;
  return `Sentiment by feature, from negative to positive: ${tell(worst)} is judged worst, ${tell(best)} best of ${rated.length}.`;
}

const percent = (share: number) => String(Math.round(share * 100));

/** Per cents at both ends of each bar, never inside it. */
function endLabels(bars: readonly FeatureBar[], palette: Palette): BarPlugin {
  return {
    id: 'endLabels',
    afterDatasetsDraw({ ctx, scales }) {
      const { x, y } = scales;
      if (!x || !y) return;
      ctx.save();
      ctx.font = `12px ${palette.font}`;
      ctx.fillStyle = palette.ink2;
      ctx.textBaseline = 'middle';
      for (const [index, bar] of bars.entries()) {
        if (bar.isTooFew) continue;
        const spans = spanBar(bar);
        const middle = y.getPixelForValue(index);
        ctx.textAlign = 'right';
        ctx.fillText(percent(bar.counts.negative / bar.reviews), x.getPixelForValue(spans.negative[0]) - 6, middle);
        ctx.textAlign = 'left';
        ctx.fillText(percent(bar.counts.positive / bar.reviews), x.getPixelForValue(spans.positive[1]) + 6, middle);
      }
      ctx.restore();
    },
  };
}

/** Rows above this height have text over the bar, which the axis must not cross. */
const CLOSE_ROW = 40;

/** The axis at zero, behind the bars: one line, or on high rows a piece beside each bar. */
const zeroLine = (bars: readonly FeatureBar[], palette: Palette): BarPlugin => ({
  id: 'zeroLine',
  beforeDatasetsDraw({ ctx, scales, chartArea }) {
    const { x, y } = scales;
    const rows = bars.length;
    if (!x || !y || rows === 0) return;
    const height = (chartArea.bottom - chartArea.top) / rows;
    const reach = height > CLOSE_ROW ? 12 : height / 2;
    const at = Math.round(x.getPixelForValue(0)) + 0.5;
    ctx.save();
    ctx.strokeStyle = palette.lineStrong;
    ctx.beginPath();
    for (let row = 0; row < rows; row += 1) {
      if (height > CLOSE_ROW && bars[row]?.isTooFew) continue;
      ctx.moveTo(at, y.getPixelForValue(row) - reach);
      ctx.lineTo(at, y.getPixelForValue(row) + reach);
    }
    ctx.stroke();
    ctx.restore();
  },
});

const toMark = (bar: FeatureBar, index: number, polarity: Polarity): Mark | null =>
  bar.isTooFew || bar.counts[polarity] === 0
    ? null
    : {
        place: { dataset: POLARITIES.indexOf(polarity), index },
        label: `${bar.label}, ${polarity}: ${formatCount(bar.counts[polarity])} of ${formatCount(bar.reviews)} reviews`,
        target: { feature: bar.feature, polarity },
      };

/** A part of no width has no edges to draw either. */
const drawnSpan = (span: [number, number] | undefined) => (span && span[1] > span[0] ? span : null);

/** Sentiment by feature: a row a feature, negative left of the axis, mixed and neutral across it, positive right. */
export function drawFeatureBars(bars: readonly FeatureBar[], { palette }: Pick<Stage, 'palette'>): Drawing {
  const spans = bars.map((bar) => (bar.isTooFew ? null : spanBar(bar)));
  const reach = spans.flatMap((span) => (span ? [-span.negative[0], span.positive[1]] : []));
  const config: BarConfig = {
    type: 'bar',
    data: {
      labels: bars.map((bar) => bar.label),
      datasets: POLARITIES.map((polarity) => ({
        label: polarity,
        data: spans.map((span) => drawnSpan(span?.[polarity])),
        backgroundColor: palette[polarity],
        borderColor: palette.surface,
        borderWidth: { left: 1, right: 1 },
        hoverBorderColor: palette.accent,
        hoverBorderWidth: 2,
        borderSkipped: false,
        borderRadius: 2,
        barThickness: 16,
        grouped: false,
      })),
    },
    options: {
      indexAxis: 'y',
      animation: false,
      responsive: true,
      maintainAspectRatio: false,
      layout: { padding: { left: 28, right: 28, top: 0, bottom: 0 } },
      scales: {
        x: { display: false, min: -Math.max(0.1, ...reach), max: Math.max(0.1, ...reach) },
        y: { display: false, grid: { display: false } },
      },
      plugins: {
        tooltip: {
          ...tipStyle(palette),
          callbacks: {
            title: ([item]) => item?.label ?? '',
            label: ({ datasetIndex, dataIndex }) => tipOf(bars[dataIndex], POLARITIES[datasetIndex]),
          },
        },
      },
    },
    plugins: [zeroLine(bars, palette), endLabels(bars, palette)],
  };
  return { config, grid: bars.map((bar, index) => POLARITIES.map((polarity) => toMark(bar, index, polarity))) };
}

function tipOf(bar: FeatureBar | undefined, polarity: Polarity | undefined): string {
  if (!bar || !polarity) return '';
  return `${formatCount(bar.counts[polarity])} ${polarity}, ${formatShare(bar.counts[polarity] / bar.reviews)} of ${formatCount(bar.reviews)}`;
}
