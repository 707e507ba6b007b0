import type {
  DuplicatesEffect,
  FeatureTable,
  Moderation,
  Products,
  Quotes,
  Ratings,
  Trend,
  TrendInterval,
} from '../contract/analytics.ts';
import type { Filters } from '../contract/filters.ts';
import type { Counting } from '../contract/primitives.ts';
import { reviewFilter, selectedTags } from '../reviews/review-filter.ts';
import type { StoredReview } from '../reviews/review-model.ts';
import { toReviewView } from '../reviews/review-view.ts';
import { type Cell, sumCells } from './cells.ts';
import { clampPeriod, defaultInterval } from './intervals.ts';
import type { LiveStore } from './live-store.ts';
import type { RollupStore } from './rollup-store.ts';
import { featureRows, keyFigures, type LabelOf, productRows, ratingTable, trendSeries } from './tables.ts';

export interface AnalyticsDeps {
  rollups: Pick<RollupStore, 'cells' | 'cellsBy'>;
  live: LiveStore;
  /** One page of reviews, newest first. */
  reviewPage: (
    filter: ReturnType<typeof reviewFilter>,
    paging: { after: { day: string; id: number } | undefined; limit: number },
  ) => Promise<{ items: StoredReview[]; total: number }>;
  moderation: (days: {
    from: string | undefined;
    to: string | undefined;
  }) => Promise<Pick<Moderation, 'open' | 'decided' | 'removedReviews' | 'rows'>>;
  openClusters: (product: string | undefined) => Promise<number>;
  features: () => readonly { id: string; label: string }[];
  now: () => Date;
}

export interface QuotesPage {
  after: { day: string; id: number } | undefined;
  limit: number;
}

export type AnalyticsService = ReturnType<typeof createAnalyticsService>;

/** Answers every chart: from the roll-ups where they cover the filters, else by counting the reviews. */
export function createAnalyticsService(deps: AnalyticsDeps) {
  const { rollups, live } = deps;
  const featureIds = () => deps.features().map((feature) => feature.id);
  const labelOf: LabelOf = (id) => deps.features().find((feature) => feature.id === id)?.label ?? id;
  const today = () => deps.now().toISOString().slice(0, 10);

  /** Roll-ups are kept by product, source and day; anything else needs the reviews themselves. */
  const isCovered = (filters: Filters) =>
    [filters.rating, filters.verified, filters.feature, filters.polarity].every((filter) => filter === undefined);

  const counted = (filters: Filters): Filters & { counting: Counting } => ({
    ...filters,
    counting: filters.counting ?? 'once',
  });

  const cellsOf = async (filters: Filters & { counting: Counting }): Promise<Cell[]> =>
    isCovered(filters)
      ? rollups.cells(filters)
      : live.cells(reviewFilter(filters, featureIds()), selectedTags(filters, featureIds()));

  const stated = (filters: Filters & { counting: Counting }, cells: readonly Cell[]) => ({
    counting: filters.counting,
    timeZone: 'UTC' as const,
    days: { from: filters.from ?? cells[0]?.day ?? null, to: filters.to ?? cells.at(-1)?.day ?? null },
  });

  return {
    async features(query: Filters): Promise<FeatureTable> {
      const filters = counted(query);
      const cells = await cellsOf(filters);
      const sum = sumCells(cells);
      return {
        ...stated(filters, cells),
        reviews: sum.reviews,
        mentioning: sum.mentioning,
        rows: featureRows(sum, labelOf),
      };
    },

    /** `feature` chooses the series here; without it the three most mentioned are shown. */
    async trend({ interval, feature, ...query }: Filters & { interval?: TrendInterval | undefined }): Promise<Trend> {
      const filters = counted(query.polarity === undefined ? query : { ...query, ...(feature ? { feature } : {}) });
      const cells = await cellsOf(filters);
      const frame = stated(filters, cells);
      const asked = { from: frame.days.from ?? today(), to: frame.days.to ?? today() };
      const step = interval ?? defaultInterval(asked.from, asked.to);
      const known = { from: cells[0]?.day ?? asked.to, to: cells.at(-1)?.day ?? asked.to };
      const period = clampPeriod(asked, known, step);
      const mostMentioned = () =>
        featureRows(sumCells(cells), labelOf)
          .sort((x, y) => y.reviews - x.reviews)
          .slice(0, 3)
          .map((row) => row.feature);
      const scope = { ...period, interval: step, today: today(), features: feature ?? mostMentioned() };
      return { ...frame, interval: scope.interval, ...trendSeries(cells, scope, labelOf), events: [] };
    },

    async ratings(query: Filters): Promise<Ratings> {
      const filters = counted(query);
      const cells = await cellsOf(filters);
      return { ...stated(filters, cells), ...ratingTable(sumCells(cells)) };
    },

    async products(query: Filters): Promise<Products> {
      const filters = counted(query);
      const products = isCovered(filters)
        ? await rollups.cellsBy('product', filters)
        : await live.cellsByProduct(reviewFilter(filters, featureIds()), selectedTags(filters, featureIds()));
      const days = [...products.values()]
        .flat()
        .map((cell) => ({ ...cell }))
        .sort((x, y) => (x.day < y.day ? -1 : 1));
      return { ...stated(filters, days), rows: productRows(products, labelOf) };
    },

    /** The reviews behind a number, newest first, each with only the mentions that were asked for. */
    async quotes(query: Filters, page: QuotesPage): Promise<Omit<Quotes, 'next'> & { last: StoredReview | undefined }> {
      const filters = counted(query);
      const { items, total } = await deps.reviewPage(reviewFilter(filters, featureIds()), page);
      const wanted = new Set(selectedTags(filters, featureIds()) ?? []);
      const isAsked = (review: StoredReview, feature: string) =>
        wanted.size === 0 || review.tags.some((tag) => wanted.has(tag) && tag.startsWith(`${feature}:`));
      return {
        ...stated(filters, []),
        total,
        order: 'newest',
        items: items.map((review) => {
          const view = toReviewView(review);
          return { review: view, mentions: view.mentions.filter((mention) => isAsked(review, mention.feature)) };
        }),
        last: items.length === page.limit ? items.at(-1) : undefined,
      };
    },

    async duplicatesEffect(query: Filters): Promise<DuplicatesEffect> {
      const filters = counted(query);
      const [once, all, openClusters] = await Promise.all([
        cellsOf({ ...filters, counting: 'once' }),
        cellsOf({ ...filters, counting: 'all' }),
        deps.openClusters(filters.product),
      ]);
      const [onceSum, allSum] = [sumCells(once), sumCells(all)];
      return {
        ...stated(filters, all),
        once: keyFigures(onceSum),
        all: keyFigures(allSum),
        copies: allSum.reviews - onceSum.reviews,
        openClusters,
      };
    },

    async moderation(query: Filters): Promise<Moderation> {
      const filters = counted(query);
      return { ...stated(filters, []), ...(await deps.moderation({ from: filters.from, to: filters.to })) };
    },
  };
}
