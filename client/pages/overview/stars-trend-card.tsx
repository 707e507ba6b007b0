import { useMemo } from 'preact/hooks';
import type { Trend, TrendInterval } from '../../../server/contract/analytics.ts';
import { groupEvents } from '../../charts/event-marks.ts';
import {
  alignStars,
  drawStarsLines,
  hasStars,
  type StarsPlot,
  tellStarsTrend,
  trimStars,
} from '../../charts/stars-lines.ts';
import { ChartCard } from '../../components/chart-card.tsx';
import type { TableView } from '../../components/data-table.tsx';
import { Empty } from '../../components/parts.tsx';
import { Plot } from '../../components/plot.tsx';
import { nameInterval } from '../../state/dates.ts';
import { formatCount, formatStars, TOO_FEW } from '../../state/figures.ts';
import { narrowStars } from '../../state/filters.ts';
import { type Resource, useResource } from '../../state/resource.ts';
import type { Target } from '../../state/sentences.ts';
import type { CardProps } from './feature-card.tsx';

const HEIGHT = 280;

/** Both ways of counting as one resource: the card is ready when both are. */
const join = (once: Resource<Trend>, all: Resource<Trend>, plot: StarsPlot | null): Resource<StarsPlot> => ({
  value: plot,
  error: once.error ?? all.error,
  isLoading: once.isLoading || all.isLoading,
  updatedAt: once.updatedAt,
  reload: () => {
    once.reload();
    all.reload();
  },
});

const toTable =
  (onOpen: (target: Target) => void) =>
  (plot: StarsPlot): TableView => ({
    columns: [
      { label: 'Period', isNumber: false },
      { label: 'Counted once (n)', isNumber: true },
      { label: 'All reviews (n)', isNumber: true },
    ],
    rows: plot.starts.map((start, at) => ({
      head: `${nameInterval(start, plot.interval)}${plot.once[at]?.partial ? ', so far' : ''}`,
      cells: (['once', 'all'] as const).map((counting) => {
        const point = plot[counting][at];
        if (!point || point.rated === 0 || point.average === null) return { text: 'no stars' };
        const figure = point.rated < TOO_FEW ? 'too few' : formatStars(point.average);
        return {
          text: `${figure} (${formatCount(point.rated)})`,
          label: `${nameInterval(start, plot.interval)}, ${counting === 'once' ? 'counted once' : 'all reviews'}: ${formatCount(point.reviews)} reviews`,
          open: () => onOpen({ from: point.start, to: point.end, counting }),
        };
      }),
    })),
  });

/** Average stars over time, counted once and with all copies. */
export function StarsTrendCard({ query, interval, onOpen }: CardProps & { interval: TrendInterval }) {
  const base = { ...narrowStars(query), interval };
  const once = useResource<Trend>('/analytics/trend', { ...base, counting: 'once' });
  const all = useResource<Trend>('/analytics/trend', { ...base, counting: 'all' });
  const plot = useMemo(
    () => (once.value && all.value ? alignStars(once.value, all.value) : null),
    [once.value, all.value],
  );
  const events = useMemo(() => groupEvents(once.value?.events ?? []), [once.value]);
  const draw = useMemo(
    () => (stage: Parameters<typeof drawStarsLines>[1]) =>
      drawStarsLines(trimStars(plot ?? { interval, starts: [], once: [], all: [] }), stage, events),
    [plot, interval, events],
  );
  return (
    <ChartCard
      title="Stars over time"
      subtitle={`Average stars by ${interval}`}
      resource={join(once, all, plot)}
      height={HEIGHT}
      csv={{ path: '/analytics/trend', query: base, filename: 'stars-over-time.csv' }}
      table={toTable(onOpen)}
      controls={
        <div class="legend chooser">
          <span>
            <i class="line" />
            Counted once
          </span>
          <span>
            <i class="line dots" />
            All reviews
          </span>
        </div>
      }
      empty={(value) =>
        hasStars(value) ? null : (
          <Empty icon="star" title="Too few reviews">
            No {interval} has {TOO_FEW} reviews with stars.
          </Empty>
        )
      }
    >
      {(value) => <Plot draw={draw} finding={tellStarsTrend(value)} height={HEIGHT} onPick={onOpen} />}
    </ChartCard>
  );
}
