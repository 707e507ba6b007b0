import { useEffect, useRef, useState } from 'preact/hooks';
import type { ReviewPage, ReviewView } from '../../../server/contract/reviews.ts';
import type { Highlight } from '../../../server/contract/search.ts';
import { SharedFilters } from '../../components/filter-bar.tsx';
import { ClearFilters, CopyLink, ResetFilters } from '../../components/filter-tools.tsx';
import { Icon } from '../../components/icon.tsx';
import { MarksKey } from '../../components/marked-text.tsx';
import { Empty, Failed, PillSelect, Skeleton } from '../../components/parts.tsx';
import { type Patch, useAddress } from '../../state/address.ts';
import { formatCount, plural } from '../../state/figures.ts';
import { type Active, type FilterState, type Query, readFilters, writeFilters } from '../../state/filters.ts';
import { CHECKED, listActiveOfList, readListFilters, STATUSES, writeListFilters } from '../../state/list-filters.ts';
import { usePages } from '../../state/pages.ts';
import { downloadCsv } from '../../state/save-file.ts';
import { workspace } from '../../state/workspace.ts';
import { FirstRun } from '../first-run.tsx';
import { Facets } from './facets.tsx';
import { ReviewItem } from './review-item.tsx';

const TYPING_PAUSE_MS = 300;
const idOfReview = (review: ReviewView) => review.id;

/** Searches as one types, after a pause; the address follows without a step for Back at each letter. */
function SearchBox({ value, onChange }: { value: string; onChange: (text: string) => void }) {
  const [text, setText] = useState(value);
  useEffect(() => setText(value), [value]);
  useEffect(() => {
    if (text === value) return;
    const timer = setTimeout(() => onChange(text.trim()), TYPING_PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text, value, onChange]);
  return (
    <label class="pill search">
      <Icon name="search" />
      <span class="sr">Search in titles and texts</span>
      <input
        type="search"
        value={text}
        maxLength={200}
        placeholder="Search in titles and texts"
        onInput={(event) => setText(event.currentTarget.value)}
      />
    </label>
  );
}

type ResultsProps = { query: Query; filters: FilterState; change: (patch: Patch) => void; more: readonly Active[] };

function Results({ query, filters, change, more }: ResultsProps) {
  const reviews = usePages<ReviewView, ReviewPage>('/reviews', query, idOfReview);
  const total = reviews.last?.total ?? null;
  // Each page tells of its own reviews only.
  const highlights = useRef<Record<string, Highlight[]>>({});
  useEffect(() => {
    highlights.current = {};
  }, [query['q']]);
  Object.assign(highlights.current, reviews.last?.highlights);
  return (
    <div class="explorer">
      <Facets query={query} filters={filters} change={change} />
      <section class="card" aria-labelledby="reviews-count" aria-busy={reviews.isLoading}>
        <div class="card-h list-h">
          <h2 id="reviews-count" aria-live="polite">
            {total === null ? 'Reviews' : plural(total, 'review', 'reviews')}
          </h2>
          <MarksKey />
        </div>
        {reviews.error && reviews.items.length === 0 ? (
          <Failed what="The list" detail={reviews.error.message} onRetry={reviews.reload} />
        ) : total === 0 ? (
          <Empty
            icon="search"
            title="Nothing matches"
            foot={<ClearFilters filters={filters} change={change} more={more} />}
          >
            No review has all of these at once.
          </Empty>
        ) : reviews.items.length === 0 ? (
          <div class="card-b">
            <Skeleton lines={16} />
          </div>
        ) : (
          <ol class="quotes list">
            {reviews.items.map((review) => (
              <ReviewItem
                key={review.id}
                review={review}
                found={query['q'] ? (highlights.current[review.id] ?? []) : []}
              />
            ))}
          </ol>
        )}
        {total !== null && total > 0 ? (
          <div class="card-f">
            <span>
              {formatCount(reviews.items.length)} of {formatCount(total)}
            </span>
            {reviews.hasMore ? (
              <button type="button" class="link" disabled={reviews.isLoading} onClick={reviews.loadMore}>
                {reviews.isLoading ? 'Loading…' : 'Show more'}
              </button>
            ) : null}
            {reviews.error ? <span class="error-text">{reviews.error.message}</span> : null}
          </div>
        ) : null}
      </section>
    </div>
  );
}

/** All reviews, newest first, with the filters of the overview and a search in their words. */
export function Reviews() {
  const { params, change, route } = useAddress();
  const filters = readFilters(params);
  const listFilters = readListFilters(params);
  const { words, status, checked } = listFilters;
  const more = listActiveOfList(listFilters);
  useEffect(() => {
    document.title = 'Reviews · Reviewfinder';
  }, []);
  if (workspace.value?.reviews === 0 && workspace.value.removedReviews === 0) return <FirstRun />;
  const matching: Query = {
    ...writeFilters(filters),
    // Without it, held and removed reviews are listed too.
    ...(params.get('counting') === 'once' ? { counting: 'once' } : {}),
    ...writeListFilters(listFilters),
  };
  return (
    <div class="page">
      <div class="page-head">
        <h1>Reviews</h1>
        <div class="right">
          <ResetFilters filters={filters} onReset={() => route('/reviews')} more={more} />
          <CopyLink />
          <button
            type="button"
            class="btn"
            aria-label="Download reviews as CSV"
            title="All that match, as CSV"
            onClick={() => void downloadCsv('/reviews', matching, 'reviews.csv')}
          >
            <Icon name="download" />
            <span class="wide-text">CSV</span>
          </button>
        </div>
      </div>
      {/* biome-ignore lint/a11y/useSemanticElements: a row of filters, not a form */}
      <div class="filters wraps" role="group" aria-label="Filters">
        <SearchBox value={words} onChange={(text) => change({ q: text }, { replace: true })} />
        <SharedFilters filters={filters} change={change} extra={Number(status !== '') + Number(checked !== '')}>
          <PillSelect
            label="Tags"
            value={checked}
            isOn={checked !== ''}
            options={CHECKED}
            onChange={(value) => change({ checked: value })}
          />
          <PillSelect
            label="Status"
            value={status}
            isOn={status !== ''}
            options={STATUSES}
            onChange={(value) => change({ status: value })}
          />
        </SharedFilters>
      </div>
      <Results query={{ ...matching, limit: '30' }} filters={filters} change={change} more={more} />
    </div>
  );
}
