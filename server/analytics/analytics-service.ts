import type {
  DuplicatesEffect,
  FeaturesQuery,
  FeatureTable,
  Moderation,
  Products,
  Ratings,
  Trend,
  TrendInterval,
} from '../contract/analytics.ts';
import type { Filters } from '../contract/filters.ts';
import type { TimelineEvent } from '../contract/timeline.ts';
import { type Cell, sumCells } from './cells.ts';
import { tallyOf } from './difference.ts';
import { netEstimate, tallyTotal } from './estimate.ts';
import { type CountedFilters, counted, type Figures, stated } from './figures.ts';
import { createInsightsService } from './insights-service.ts';
import { clampPeriod, defaultInterval } from './intervals.ts';
import { createQuotesService, type QuoteDeps } from './quotes-service.ts';
import { createSummaryService } from './summary-service.ts';
import { featureRows, keyFigures, type LabelOf, productRows, ratingTable, trendSeries } from './tables.ts';

export interface AnalyticsDeps {
  figures: Figures;
  reviews: QuoteDeps['reviews'];
  moderation: (days: {
    from: string | undefined;
    to: string | undefined;
  }) => Promise<Pick<Moderation, 'open' | 'decided' | 'removedReviews' | 'rows'>>;
  openClusters: (product: string | undefined) => Promise<number>;
  /** Notes and imports of a period (inclusive days) that concern a product, or any. */
  events: (scope: {
    from: string | undefined;
    to: string | undefined;
    product: string | undefined;
  }) => Promise<TimelineEvent[]>;
  features: () => readonly { id: string; label: string }[];
  now: () => Date;
}

export type AnalyticsService = ReturnType<typeof createAnalyticsService>;

/** The figures of a feature counted once and with all copies. */
const effectOf = (once: Cell, all: Cell, feature: string) => {
  const [left, right] = [tallyOf(once, feature), tallyOf(all, feature)];
  return {
    once: { reviews: tallyTotal(left), net: netEstimate(left) },
    all: { reviews: tallyTotal(right), net: netEstimate(right) },
  };
};

/** Answers every chart. */
export function createAnalyticsService(deps: AnalyticsDeps) {
  const { figures } = deps;
  const featureIds = () => deps.features().map((feature) => feature.id);
  const labelOf: LabelOf = (id) => deps.features().find((feature) => feature.id === id)?.label ?? id;
  const today = () => deps.now().toISOString().slice(0, 10);
  const bothCountings = (filters: CountedFilters) =>
    Promise.all([figures.sum({ ...filters, counting: 'once' }), figures.sumAndDays({ ...filters, counting: 'all' })]);

  return {
    ...createInsightsService({ figures, labelOf, now: deps.now }),
    ...createQuotesService({ reviews: deps.reviews, figures, featureIds }),
    ...createSummaryService({ figures, reviews: deps.reviews, featureIds, labelOf }),

    async features({ effect, ...query }: FeaturesQuery): Promise<FeatureTable> {
      const filters = counted(query);
      const [{ sum, days }, both] = await Promise.all([
        figures.sumAndDays(filters),
        effect ? bothCountings(filters) : undefined,
      ]);
      return {
        ...stated(filters, days),
        reviews: sum.reviews,
        mentioning: sum.mentioning,
        rows: featureRows(sum, labelOf).map((row) =>
          both ? { ...row, effect: effectOf(both[0], both[1].sum, row.feature) } : row,
        ),
      };
    },

    /** `feature` chooses the series here; without it the three most mentioned are shown. */
    async trend({ interval, feature, ...query }: Filters & { interval?: TrendInterval | undefined }): Promise<Trend> {
      const filters = counted(query.polarity === undefined ? query : { ...query, ...(feature ? { feature } : {}) });
      const [cells, events] = await Promise.all([
        figures.cells(filters),
        deps.events({ from: filters.from, to: filters.to, product: filters.product }),
      ]);
      const frame = stated(filters, { from: cells[0]?.day ?? null, to: cells.at(-1)?.day ?? null });
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
      return {
        ...frame,
        interval: scope.interval,
        ...trendSeries(cells, scope, labelOf),
        events: events.filter(({ day }) => day >= period.from && day <= period.to),
      };
    },

    async ratings(query: Filters): Promise<Ratings> {
      const filters = counted(query);
      const { sum, days } = await figures.sumAndDays(filters);
      return { ...stated(filters, days), ...ratingTable(sum) };
    },

    async products(query: Filters): Promise<Products> {
      const filters = counted(query);
      const { products, days } = await figures.byProduct(filters);
      return { ...stated(filters, days), rows: productRows(products, labelOf) };
    },

    async duplicatesEffect(query: Filters): Promise<DuplicatesEffect> {
      const filters = counted(query);
      const [[once, all], openClusters] = await Promise.all([
        bothCountings(filters),
        deps.openClusters(filters.product),
      ]);
      return {
        ...stated(filters, all.days),
        once: keyFigures(once),
        all: keyFigures(all.sum),
        copies: all.sum.reviews - once.reviews,
        openClusters,
      };
    },

    async moderation(query: Filters): Promise<Moderation> {
      const filters = counted(query);
      return {
        ...stated(filters, { from: null, to: null }),
        ...(await deps.moderation({ from: filters.from, to: filters.to })),
      };
    },
  };
}
