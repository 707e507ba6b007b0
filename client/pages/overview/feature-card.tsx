import { useMemo, useState } from 'preact/hooks';
import type { FeatureTable } from '../../../server/contract/analytics.ts';
import { drawFeatureBars, type FeatureBar, sortBars, tellBars } from '../../charts/feature-bars.ts';
import { ChartCard } from '../../components/chart-card.tsx';
import type { TableView } from '../../components/data-table.tsx';
import { Empty } from '../../components/parts.tsx';
import { Plot } from '../../components/plot.tsx';
import { formatCount, formatMargin, formatSigned } from '../../state/figures.ts';
import { type FilterState, POLARITIES, type Query } from '../../state/filters.ts';
import { useMedia } from '../../state/media.ts';
import type { Resource } from '../../state/resource.ts';
import type { Target } from '../../state/sentences.ts';

/** Rows shown before "Show all", and their heights: the phone has the bar below its name. */
const FEW = 12;
const ROW = 33;
const TALL_ROW = 50;

export type CardProps = { filters: FilterState; query: Query; onOpen: (target: Target) => void };

const NetFigure = ({ bar }: { bar: FeatureBar }) =>
  bar.isTooFew || bar.net === null ? (
    <span class="fb-net muted">too few</span>
  ) : (
    <span class="fb-net">
      <b>{formatSigned(bar.net.value)}</b>
      <small>{formatMargin(bar.net)}</small>
    </span>
  );

/** What the copies do to the net: nothing is a dash, so that what moves stands out. */
const CopiesFigure = ({ bar: { effect, isTooFew } }: { bar: FeatureBar }) => {
  if (!effect || isTooFew) return <span class="fb-copies" />;
  const moved = formatSigned(effect.all - effect.once);
  const title = `Counted once ${formatSigned(effect.once)}, all reviews ${formatSigned(effect.all)}`;
  return (
    <span class="fb-copies" title={title}>
      {/[1-9]/.test(moved) ? moved : '–'}
    </span>
  );
};

const nameBar = (bar: FeatureBar) => {
  const net = bar.isTooFew || bar.net === null ? 'too few reviews for a figure' : `net ${formatSigned(bar.net.value)}`;
  const parts = POLARITIES.map((polarity) => `${formatCount(bar.counts[polarity])} ${polarity}`).join(', ');
  const other = bar.effect && !bar.isTooFew ? `, with all copies ${formatSigned(bar.effect.all)}` : '';
  return `${bar.label}: ${net}, ${formatCount(bar.reviews)} reviews, ${parts}${other}`;
};

function Bars({ bars, onOpen }: { bars: FeatureBar[]; onOpen: (target: Target) => void }) {
  const isNarrow = useMedia('(max-width: 900px)');
  const draw = useMemo(() => (stage: Parameters<typeof drawFeatureBars>[1]) => drawFeatureBars(bars, stage), [bars]);
  return (
    <div class="fbars">
      <div class="legend">
        <span>
          <i class="k-neg" />
          Negative, %
        </span>
        <span>
          <i class="k-mixed" />
          Mixed
        </span>
        <span>
          <i class="k-neutral" />
          Neutral
        </span>
        <span>
          <i class="k-pos" />
          Positive, %
        </span>
      </div>
      <div class="fb-head" aria-hidden="true">
        <span>Feature</span>
        <span>Reviews</span>
        <span />
        <span>Net ± 95 %</span>
        <span title="Net with all copies, minus net counted once">Copies</span>
      </div>
      <div class="fb-body">
        <ol>
          {bars.map((bar) => (
            <li key={bar.feature}>
              <button
                type="button"
                class="fb"
                aria-label={nameBar(bar)}
                onClick={() => onOpen({ feature: bar.feature })}
              >
                <span class="fb-name">{bar.label}</span>
                <span class="fb-n">{formatCount(bar.reviews)}</span>
                <span />
                <NetFigure bar={bar} />
                <CopiesFigure bar={bar} />
              </button>
            </li>
          ))}
        </ol>
        <div class="fb-plot">
          <Plot
            draw={draw}
            finding={tellBars(bars)}
            height={bars.length * (isNarrow ? TALL_ROW : ROW)}
            onPick={onOpen}
          />
        </div>
      </div>
    </div>
  );
}

const toTable =
  (onOpen: (target: Target) => void) =>
  ({ rows }: FeatureTable): TableView => ({
    columns: [
      { label: 'Feature', isNumber: false },
      { label: 'Reviews', isNumber: true },
      { label: 'Negative', isNumber: true },
      { label: 'Mixed', isNumber: true },
      { label: 'Neutral', isNumber: true },
      { label: 'Positive', isNumber: true },
      { label: 'Net', isNumber: true },
      { label: '± 95 %', isNumber: true },
      { label: 'Net counted once', isNumber: true },
      { label: 'Net, all reviews', isNumber: true },
    ],
    rows: sortBars({ rows }, rows.length).map((bar) => ({
      head: bar.label,
      cells: [
        {
          text: formatCount(bar.reviews),
          label: `${bar.label}: ${formatCount(bar.reviews)} reviews`,
          open: () => onOpen({ feature: bar.feature }),
        },
        ...POLARITIES.map((polarity) => ({
          text: formatCount(bar.counts[polarity]),
          ...(bar.counts[polarity] === 0
            ? {}
            : {
                label: `${bar.label}, ${polarity}: ${formatCount(bar.counts[polarity])} reviews`,
                open: () => onOpen({ feature: bar.feature, polarity }),
              }),
        })),
        { text: bar.isTooFew || !bar.net ? 'too few' : formatSigned(bar.net.value) },
        { text: bar.isTooFew || !bar.net ? '' : formatMargin(bar.net) },
        { text: bar.isTooFew || !bar.effect ? '' : formatSigned(bar.effect.once) },
        { text: bar.isTooFew || !bar.effect ? '' : formatSigned(bar.effect.all) },
      ],
    })),
  });

const isBare = (table: FeatureTable) => table.rows.every((row) => row.reviews === 0);

type FeatureCardProps = CardProps & { resource: Resource<FeatureTable> };

/** Sentiment by feature: the bars, and in line with them the reviews and the net with its interval. */
export function FeatureCard({ resource, query, onOpen }: FeatureCardProps) {
  const [isAll, setAll] = useState(false);
  const named = resource.value?.rows.filter((row) => row.reviews > 0).length ?? 0;
  const shown = isAll ? named : Math.min(FEW, named);
  const bars = useMemo(() => sortBars(resource.value ?? { rows: [] }, shown), [resource.value, shown]);
  const count = named > FEW && !isAll ? `${FEW} most named of ${named}` : `${named} named`;
  return (
    <ChartCard
      title="Sentiment by feature"
      subtitle={`${resource.value ? count : 'Most named'}, lowest net first. Share of the reviews that mention it`}
      resource={resource}
      height={60 + FEW * ROW}
      csv={{ path: '/analytics/features', query, filename: 'sentiment-by-feature.csv' }}
      table={toTable(onOpen)}
      empty={(table) =>
        isBare(table) ? (
          <Empty icon="reviews" title="No feature is named">
            The reviews that match speak of no feature.
          </Empty>
        ) : null
      }
      foot={() =>
        named > FEW ? (
          <button type="button" class="link" onClick={() => setAll(!isAll)}>
            {isAll ? `Show the ${FEW} most named` : `Show all ${named}`}
          </button>
        ) : null
      }
    >
      {() => <Bars bars={bars} onOpen={onOpen} />}
    </ChartCard>
  );
}
