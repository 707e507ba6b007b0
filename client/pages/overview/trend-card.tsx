import { useMemo } from 'preact/hooks';
import type { FeatureTable, Trend, TrendInterval } from '../../../server/contract/analytics.ts';
import { groupEvents } from '../../charts/event-marks.ts';
import { MAX_SERIES } from '../../charts/palette.ts';
import { drawTrendLines } from '../../charts/trend-lines.ts';
import {
  alignTrend,
  figureOf,
  hasFigures,
  listBare,
  type TrendPlot,
  tellTrend,
  trimTrend,
} from '../../charts/trend-plot.ts';
import { ChartCard } from '../../components/chart-card.tsx';
import { CopiesNote } from '../../components/copies-note.tsx';
import type { TableView } from '../../components/data-table.tsx';
import { FeatureChooser } from '../../components/feature-chooser.tsx';
import { Empty } from '../../components/parts.tsx';
import { Plot } from '../../components/plot.tsx';
import { TimelineNotes } from '../../components/timeline-notes.tsx';
import type { Patch } from '../../state/address.ts';
import { netsOf, otherOf, WITH_COPIES } from '../../state/copies.ts';
import { nameInterval } from '../../state/dates.ts';
import { formatCount, formatSigned, TOO_FEW } from '../../state/figures.ts';
import { type Resource, useResource } from '../../state/resource.ts';
import type { Target } from '../../state/sentences.ts';
import type { CardProps } from './feature-card.tsx';

const HEIGHT = 330;
const FIRST_LINES = 3;

/** The features whose lines are drawn: those of the address, else the ones that most reviews name. */
function chooseLines(lines: string | null, features: Pick<FeatureTable, 'rows'> | null): string[] {
  if (lines !== null)
    return [...new Set(lines.split(','))].filter((id) => /^[a-z][a-z0-9_]*$/.test(id)).slice(0, MAX_SERIES);
  const rows = [...(features?.rows ?? [])].filter((row) => row.reviews >= TOO_FEW);
  return rows
    .sort((a, b) => b.reviews - a.reviews)
    .slice(0, FIRST_LINES)
    .map((row) => row.feature);
}

/** Only the chosen series, in the order they were chosen. */
function toPlot(trend: Trend, lines: string[]): TrendPlot {
  const series = lines.flatMap((id) => trend.series.find((entry) => entry.feature === id) ?? []);
  return alignTrend({ interval: trend.interval, counting: trend.counting, series });
}

const toTable = (plot: TrendPlot, onOpen: (target: Target) => void): TableView => ({
  columns: [
    { label: 'Period', isNumber: false },
    ...plot.series.flatMap(({ label }) => [
      { label: `${label}, net (n)`, isNumber: true },
      { label: `${label}, ${WITH_COPIES[otherOf(plot.counting)]}`, isNumber: true },
    ]),
  ],
  rows: plot.starts.map((start, at) => {
    const isPartial = plot.series.some(({ spots }) => spots[at]?.partial);
    return {
      head: `${nameInterval(start, plot.interval)}${isPartial ? ', so far' : ''}`,
      cells: plot.series.flatMap(({ feature, label, spots }) => {
        const spot = spots[at];
        if (!spot || spot.reviews === 0) return [{ text: 'no reviews' }, { text: '' }];
        const isTooFew = spot.reviews < TOO_FEW || spot.net === null;
        const other = netsOf(spot.effect)[otherOf(plot.counting)];
        const shown = {
          text: `${isTooFew ? 'too few' : formatSigned(spot.net?.value ?? 0)} (${formatCount(spot.reviews)})`,
          label: `${label}, ${nameInterval(start, plot.interval)}: ${formatCount(spot.reviews)} reviews`,
          open: () => onOpen({ feature, from: spot.start, to: spot.end }),
        };
        return [shown, { text: isTooFew || other === null ? '' : formatSigned(other) }];
      }),
    };
  }),
});

const bare = (interval: TrendInterval): TrendPlot => ({ interval, counting: 'once', starts: [], series: [] });

const listFigures = ({ interval, series }: TrendPlot) =>
  series.flatMap(({ label, spots }) =>
    spots.flatMap((spot) =>
      spot && figureOf(spot) !== null
        ? [{ ...netsOf(spot.effect), label: `${label}, ${nameInterval(spot.start, interval)}` }]
        : [],
    ),
  );

const EVERY = { day: 'a day', week: 'a week', month: 'a month' } as const;
const COARSER = { day: 'week', week: 'month', month: null } as const;

type TrendCardProps = CardProps & {
  /** The interval for lines of so many reviews each. */
  pick: (reviews: number) => TrendInterval;
  features: Resource<FeatureTable>;
  lines: string | null;
  change: (patch: Patch) => void;
};

/** Net sentiment of a few chosen features over time. */
export function TrendCard({ pick, features: named, lines, query, change, onOpen }: TrendCardProps) {
  const features = named.value;
  const chosen = chooseLines(lines, features);
  const fewest = Math.min(...chosen.map((id) => features?.rows.find((row) => row.feature === id)?.reviews ?? 0));
  const interval = pick(fewest);
  const trendQuery = { ...query, feature: chosen.join(','), interval, effect: 'true' };
  const resource = useResource<Trend>(chosen.length > 0 ? '/analytics/trend' : null, trendQuery);
  const key = chosen.join(',');
  const plot = useMemo(() => (resource.value ? toPlot(resource.value, key.split(',')) : null), [resource.value, key]);
  const events = useMemo(() => groupEvents(resource.value?.events ?? []), [resource.value]);
  const draw = useMemo(
    () => (stage: Parameters<typeof drawTrendLines>[1]) =>
      drawTrendLines(trimTrend(plot ?? bare(interval)), stage, events),
    [plot, interval, events],
  );
  const coarser = COARSER[interval];
  return (
    <ChartCard
      title="Net sentiment over time"
      subtitle={`By ${interval}, days in UTC. The band is the 95 % interval; the unfinished ${interval} is dashed with a hollow point`}
      resource={chosen.length > 0 ? resource : { ...named, value: features ? EMPTY_TREND : null }}
      height={HEIGHT}
      csv={{ path: '/analytics/trend', query: trendQuery, filename: 'net-sentiment-over-time.csv' }}
      table={() => toTable(plot ?? bare(interval), onOpen)}
      controls={
        <FeatureChooser
          chosen={chosen}
          features={features?.rows ?? []}
          bare={resource.isLoading || !plot ? [] : listBare(plot)}
          max={MAX_SERIES}
          onChange={(ids) => change({ lines: ids.join(',') || 'none' })}
        />
      }
      foot={() => (
        <>
          <TimelineNotes events={events} product={query['product'] ?? null} />
          {plot ? <CopiesNote figures={listFigures(plot)} mark="ring" /> : null}
        </>
      )}
      empty={() =>
        plot && hasFigures(plot) ? null : chosen.length === 0 ? (
          <Empty icon="overview" title="No feature chosen">
            Add one above to see how it went.
          </Empty>
        ) : (
          <Empty
            icon="overview"
            title={`Too few reviews ${EVERY[interval]}`}
            foot={
              coarser ? (
                <button type="button" class="btn small" onClick={() => change({ interval: coarser })}>
                  Show {coarser}s
                </button>
              ) : null
            }
          >
            No {interval} has {TOO_FEW} reviews that name one of these features, so a line would show chance.
          </Empty>
        )
      }
    >
      {() => (plot ? <Plot draw={draw} finding={tellTrend(plot)} height={HEIGHT} onPick={onOpen} /> : null)}
    </ChartCard>
  );
}

const EMPTY_TREND: Trend = {
  counting: 'once',
  timeZone: 'UTC',
  days: { from: null, to: null },
  interval: 'month',
  series: [],
  stars: [],
  events: [],
};
