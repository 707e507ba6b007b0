import { useEffect } from 'preact/hooks';
import type { DuplicatesEffect, FeatureTable, TrendInterval } from '../../../server/contract/analytics.ts';
import type { Counting } from '../../../server/contract/primitives.ts';
import { SharedFilters } from '../../components/filter-bar.tsx';
import { ClearFilters, CopyLink, isNarrowed, ResetFilters, tellFilters } from '../../components/filter-tools.tsx';
import { Empty, PillSelect, Segments } from '../../components/parts.tsx';
import { PrintButton } from '../../components/print-button.tsx';
import { PrintHead } from '../../components/print-head.tsx';
import { SavedViews } from '../../components/saved-views.tsx';
import { useSentences } from '../../components/sentences-panel.tsx';
import { ShareButton } from '../../components/share-dialog.tsx';
import { toAddress, useAddress } from '../../state/address.ts';
import { chooseInterval, formatClock } from '../../state/dates.ts';
import { plural } from '../../state/figures.ts';
import { readFilters, writeFilters } from '../../state/filters.ts';
import { useResource } from '../../state/resource.ts';
import { workspace } from '../../state/workspace.ts';
import { FirstRun } from '../first-run.tsx';
import { ChangesCard } from './changes-card.tsx';
import { DriversCard } from './drivers-card.tsx';
import { FeatureCard } from './feature-card.tsx';
import { HeatCard } from './heat-card.tsx';
import { KeyFigures } from './key-figures.tsx';
import { MapCard } from './map-card.tsx';
import { StarMixCard } from './star-mix-card.tsx';
import { StarsCard } from './stars-card.tsx';
import { StarsTrendCard } from './stars-trend-card.tsx';
import { TrendCard } from './trend-card.tsx';

const COUNTING: readonly { id: Counting; label: string }[] = [
  { id: 'once', label: 'Counted once' },
  { id: 'all', label: 'All reviews' },
];
const INTERVALS: readonly { value: TrendInterval | ''; label: string }[] = [
  { value: '', label: 'Automatic' },
  { value: 'day', label: 'Days' },
  { value: 'week', label: 'Weeks' },
  { value: 'month', label: 'Months' },
];
const isInterval = (text: string | null): text is TrendInterval =>
  text === 'day' || text === 'week' || text === 'month';

/** What buyers praise and blame: every figure and chart of the reviews that the filters leave. */
export function Overview() {
  useEffect(() => {
    document.title = 'Overview · Reviewfinder';
  }, []);
  if (workspace.value?.reviews === 0 && workspace.value.removedReviews === 0) return <FirstRun />;
  return <Dashboard />;
}

function Dashboard() {
  const { path, params, change, route } = useAddress();
  const filters = readFilters(params);
  const query = writeFilters(filters);
  const { open, panel } = useSentences(filters);
  const wanted = params.get('interval');
  const days = workspace.value?.days;
  const pick = (reviews: number) =>
    isInterval(wanted)
      ? wanted
      : chooseInterval(filters.from ?? days?.from ?? null, filters.to ?? days?.to ?? null, reviews);
  const features = useResource<FeatureTable>('/analytics/features', { ...query, effect: 'true' });
  const effect = useResource<DuplicatesEffect>('/analytics/duplicates-effect', query);
  const nothing = features.value?.reviews === 0 && !features.isLoading;
  const shared = { filters, query, onOpen: open };

  return (
    <div class="page">
      <div class="page-head">
        <h1>Overview</h1>
        <span class="muted" role="status">
          {features.updatedAt ? `Updated ${formatClock(features.updatedAt)}` : features.isLoading ? 'Loading' : ''}
        </span>
        <div class="right">
          <ResetFilters filters={filters} onReset={() => route(toAddress(path, keep(params, ['lines', 'counting'])))} />
          <SavedViews
            page="overview"
            query={params.toString()}
            onOpen={(saved) => route(saved === '' ? path : `${path}?${saved}`)}
          />
          <PrintButton />
          <ShareButton page="overview" params={params} told={tellFilters(filters)} />
          <CopyLink />
        </div>
      </div>
      {/* biome-ignore lint/a11y/useSemanticElements: a row of filters, not a form */}
      <div class="filters" role="group" aria-label="Filters">
        <SharedFilters filters={filters} change={change} extra={isInterval(wanted) ? 1 : 0}>
          <PillSelect
            label="Interval"
            value={wanted ?? ''}
            isOn={wanted !== null}
            options={INTERVALS}
            onChange={(value) => change({ interval: value })}
          />
        </SharedFilters>
        <span class="end">
          <Segments
            label="How copies are counted"
            choices={COUNTING}
            chosen={filters.counting}
            onChoose={(id) => change({ counting: id === 'once' ? null : id })}
          />
        </span>
      </div>
      <PrintHead
        filters={tellFilters(filters)}
        reviews={effect.value ? plural(effect.value[filters.counting].reviews, 'review', 'reviews') : null}
        days={effect.value?.days ?? null}
      />
      <KeyFigures effect={effect} features={features.value} filters={filters} />
      {nothing ? (
        <section class="card nothing">
          {isNarrowed(filters) ? (
            <Empty
              level={2}
              icon="search"
              title="Nothing matches"
              foot={<ClearFilters filters={filters} change={change} />}
            >
              No review has all of these at once.
            </Empty>
          ) : (
            <Empty
              level={2}
              icon="removed"
              title="No review counts"
              foot={
                <a class="btn small" href="/reviews">
                  See all reviews
                </a>
              }
            >
              All that came in are removed, held, or of an import that was undone.
            </Empty>
          )}
        </section>
      ) : (
        <>
          <div class="grid g-lead">
            <ChangesCard {...shared} />
            <FeatureCard {...shared} resource={features} />
          </div>
          <div class="grid">
            <TrendCard {...shared} pick={pick} features={features} lines={params.get('lines')} change={change} />
          </div>
          <div class="grid g-half">
            <MapCard {...shared} />
            <DriversCard {...shared} />
          </div>
          <div class="grid g-tail">
            <StarMixCard {...shared} />
            <StarsCard {...shared} resource={effect} />
          </div>
          <div class="grid">
            <StarsTrendCard {...shared} interval={pick(features.value?.reviews ?? 0)} />
          </div>
          {filters.product === null && (workspace.value?.products.length ?? 2) > 1 ? (
            <div class="grid">
              <HeatCard {...shared} />
            </div>
          ) : null}
        </>
      )}
      <p class="page-note">
        Days are UTC; weeks begin on Monday. Net sentiment is (positive − negative) ÷ all reviews that mention the
        feature, from −1 to +1, with its 95 % interval. Below 10 reviews no figure is shown.
      </p>
      {panel}
    </div>
  );
}

const keep = (params: URLSearchParams, names: string[]) =>
  Object.fromEntries([...params].filter(([name]) => names.includes(name)));
