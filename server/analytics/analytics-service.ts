import type {
  DuplicatesEffect,
  EffectQuery,
  FeatureTable,
  Moderation,
  Products,
  Ratings,
  Trend,
  TrendQuery,
} from '../contract/analytics.ts';
import type { Filters } from '../contract/filters.ts';
import type { TimelineEvent } from '../contract/timeline.ts';
import { emptyCell, sumCells } from './cells.ts';
import { featureEffect, mapBoth, readCountings } from './copies-effect.ts';
import { counted, type Figures, stated } from './figures.ts';
import { createInsightsService } from './insights-service.ts';
import { clampPeriod, defaultInterval } from './intervals.ts';
import { createQuotesService, type QuoteDeps } from './quotes-service.ts';
import { createSummaryService } from './summary-service.ts';
import { featureRows, keyFigures, type LabelOf, productRows, ratingTable, trendSeries } from './tables.ts';
import { withCopies } from './trend-effect.ts';

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

/** Answers every chart. */
export function createAnalyticsService(deps: AnalyticsDeps) {
  const { figures } = deps;
  const featureIds = () => deps.features().map((feature) => feature.id);
  const labelOf: LabelOf = (id) => deps.features().find((feature) => feature.id === id)?.label ?? id;
  const today = () => deps.now().toISOString().slice(0, 10);
  return {
    ...createInsightsService({ figures, labelOf, now: deps.now }),
    ...createQuotesService({ reviews: deps.reviews, figures, featureIds }),
    ...createSummaryService({ figures, reviews: deps.reviews, featureIds, labelOf }),

    async features({ effect, ...query }: EffectQuery): Promise<FeatureTable> {
      const filters = counted(query);
      const { shown, both } = await readCountings(filters, effect, figures.sumAndDays);
      const sums = both && mapBoth(both, ({ sum }) => sum);
      return {
        ...stated(filters, shown.days),
        reviews: shown.sum.reviews,
        mentioning: shown.sum.mentioning,
        rows: featureRows(shown.sum, labelOf).map((row) =>
          sums ? { ...row, effect: featureEffect(sums, row.feature) } : row,
        ),
      };
    },

    /** `feature` chooses the series here; without it the three most mentioned are shown. */
    async trend({ interval, feature, effect, ...query }: TrendQuery): Promise<Trend> {
      const filters = counted(query.polarity === undefined ? query : { ...query, ...(feature ? { feature } : {}) });
      const [{ shown: cells, both }, events] = await Promise.all([
        readCountings(filters, effect, figures.cells),
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
        ...withCopies(
          trendSeries(cells, scope, labelOf),
          both && mapBoth(both, (own) => trendSeries(own, scope, labelOf)),
        ),
        events: events.filter(({ day }) => day >= period.from && day <= period.to),
      };
    },

    async ratings(query: Filters): Promise<Ratings> {
      const filters = counted(query);
      const { sum, days } = await figures.sumAndDays(filters);
      return { ...stated(filters, days), ...ratingTable(sum) };
    },

    async products({ effect, ...query }: EffectQuery): Promise<Products> {
      const filters = counted(query);
      const { shown, both } = await readCountings(filters, effect, figures.byProduct);
      const rows = productRows(shown.products, labelOf);
      if (!both) return { ...stated(filters, shown.days), rows };
      const withEffect = (row: Products['rows'][number]) => {
        const sums = mapBoth(both, ({ products }) => products.get(row.product) ?? emptyCell(''));
        return {
          ...row,
          features: row.features.map((entry) => ({ ...entry, effect: featureEffect(sums, entry.feature) })),
        };
      };
      return { ...stated(filters, shown.days), rows: rows.map(withEffect) };
    },

    async duplicatesEffect(query: Filters): Promise<DuplicatesEffect> {
      const filters = counted(query);
      const [once, all, openClusters] = await Promise.all([
        figures.sum({ ...filters, counting: 'once' }),
        figures.sumAndDays({ ...filters, counting: 'all' }),
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
