import type { DuplicatesEffect, FeatureTable, TrendInterval } from '../../../server/contract/analytics.ts';
import type { SharedPage } from '../../../server/contract/views.ts';
import { tellFilters } from '../../components/filter-tools.tsx';
import { useSentences } from '../../components/sentences-panel.tsx';
import { useAddress } from '../../state/address.ts';
import { chooseInterval } from '../../state/dates.ts';
import { readFilters, writeFilters } from '../../state/filters.ts';
import { useResource } from '../../state/resource.ts';
import type { Target } from '../../state/sentences.ts';
import { showToast } from '../../state/toast.ts';
import { DriversCard } from '../overview/drivers-card.tsx';
import { FeatureCard } from '../overview/feature-card.tsx';
import { HeatCard } from '../overview/heat-card.tsx';
import { KeyFigures } from '../overview/key-figures.tsx';
import { MapCard } from '../overview/map-card.tsx';
import { StarMixCard } from '../overview/star-mix-card.tsx';
import { StarsCard } from '../overview/stars-card.tsx';
import { TrendCard } from '../overview/trend-card.tsx';

const isInterval = (text: string | null): text is TrendInterval =>
  text === 'day' || text === 'week' || text === 'month';

/** The charts within what the link shows; whatever is opened on them stands in the address of the reader. */
export function SharedOverview({ page }: { page: SharedPage }) {
  const { params, change } = useAddress();
  const kept = new URLSearchParams(page.query);
  const filters = readFilters(new URLSearchParams(page.filters));
  const query = writeFilters(filters);
  const features = useResource<FeatureTable>('/analytics/features', { ...query, effect: 'true' });
  const effect = useResource<DuplicatesEffect>('/analytics/duplicates-effect', query);
  const sentences = useSentences(filters);
  const wanted = params.get('interval') ?? kept.get('interval');
  const { from, to } = features.value?.days ?? { from: null, to: null };
  const open = (next: Target) => {
    if (next.counting !== undefined && next.counting !== filters.counting) {
      const text = `This link shows ${filters.counting === 'all' ? 'all reviews' : 'reviews counted once'} only.`;
      showToast({ kind: 'failed', text, action: null });
    } else sentences.open(next);
  };
  const shared = { filters, query, onOpen: open };
  return (
    <>
      <p class="lead">{tellFilters(filters)}</p>
      <KeyFigures effect={effect} features={features.value} filters={filters} isRead />
      <div class="grid g-tail">
        <FeatureCard {...shared} resource={features} />
        <StarsCard {...shared} resource={effect} />
      </div>
      <div class="grid">
        <TrendCard
          {...shared}
          pick={(reviews) => (isInterval(wanted) ? wanted : chooseInterval(from, to, reviews))}
          features={features}
          lines={params.get('lines') ?? kept.get('lines')}
          change={change}
        />
      </div>
      <div class="grid">
        <StarMixCard {...shared} />
      </div>
      <div class="grid g-half">
        <MapCard {...shared} />
        <DriversCard {...shared} />
      </div>
      {filters.product === null ? (
        <div class="grid">
          <HeatCard {...shared} />
        </div>
      ) : null}
      {sentences.panel}
    </>
  );
}
