import { useMemo } from 'preact/hooks';
import type { Trend } from '../../../server/contract/analytics.ts';
import { drawStarMix, STARS, type StarMix, tellMix, toStarMix } from '../../charts/star-mix.ts';
import { ChartCard } from '../../components/chart-card.tsx';
import type { TableView } from '../../components/data-table.tsx';
import { Empty } from '../../components/parts.tsx';
import { Plot } from '../../components/plot.tsx';
import { otherOf, WITH_COPIES } from '../../state/copies.ts';
import { nameInterval } from '../../state/dates.ts';
import { formatCount, formatShare, plural, TOO_FEW } from '../../state/figures.ts';
import { narrowStars } from '../../state/filters.ts';
import { useResource } from '../../state/resource.ts';
import type { Target } from '../../state/sentences.ts';
import type { CardProps } from './feature-card.tsx';

const HEIGHT = 360;

const nameStars = (stars: number) => plural(stars, 'star', 'stars');

const toTable = ({ counting, months }: StarMix, onOpen: (target: Target) => void): TableView => ({
  columns: [
    { label: 'Month', isNumber: false },
    { label: 'n', isNumber: true },
    { label: `n ${WITH_COPIES[otherOf(counting)]}`, isNumber: true },
    ...STARS.map((stars) => ({ label: nameStars(stars), isNumber: true })),
  ],
  rows: months.map(({ start, end, partial, rated, otherRated, parts }) => ({
    head: `${nameInterval(start, 'month')}${partial ? ', so far' : ''}`,
    cells: [
      { text: formatCount(rated) },
      { text: otherRated === null ? '' : formatCount(otherRated) },
      ...STARS.map((stars, at) => {
        const { reviews = 0, share = null } = parts[at] ?? {};
        return {
          text: `${share === null ? 'too few' : formatShare(share, { fine: true })} (${formatCount(reviews)})`,
          label: `${nameInterval(start, 'month')}, ${nameStars(stars)}: ${formatCount(reviews)} reviews`,
          ...(reviews > 0 ? { open: () => onOpen({ rating: String(stars), from: start, to: end }) } : {}),
        };
      }),
    ],
  })),
});

const Legend = () => (
  <div class="legend chooser">
    {STARS.map((stars) => (
      <span key={stars}>
        <i class={`k-star-${stars}`} />
        {nameStars(stars)}
      </span>
    ))}
  </div>
);

/** The distribution of the stars over time: the share of each number of stars, month by month. */
export function StarMixCard({ query, onOpen }: CardProps) {
  const asked = { ...narrowStars(query), interval: 'month', effect: 'true' };
  const resource = useResource<Trend>('/analytics/trend', asked);
  const mix = useMemo(() => (resource.value ? toStarMix(resource.value) : null), [resource.value]);
  const draw = useMemo(
    () => (stage: Parameters<typeof drawStarMix>[1]) => drawStarMix(mix ?? { counting: 'once', months: [] }, stage),
    [mix],
  );
  return (
    <ChartCard
      title="Stars by month"
      subtitle={`Share of the reviews with so many stars; below each month its number of reviews (n), none drawn under ${TOO_FEW}`}
      resource={resource}
      height={HEIGHT}
      csv={{ path: '/analytics/trend', query: asked, filename: 'stars-by-month.csv' }}
      table={() => toTable(mix ?? { counting: 'once', months: [] }, onOpen)}
      controls={<Legend />}
      empty={() =>
        mix?.months.length === 0 ? (
          <Empty icon="star" title="Too few reviews">
            No month has {TOO_FEW} reviews with stars.
          </Empty>
        ) : null
      }
    >
      {() => (mix ? <Plot draw={draw} finding={tellMix(mix)} height={HEIGHT} onPick={onOpen} /> : null)}
    </ChartCard>
  );
}
