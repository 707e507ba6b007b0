import {
  AnalyticsQuery,
  DuplicatesEffect,
  EffectQuery,
  FeatureTable,
  Moderation,
  Products,
  Quotes,
  QuotesQuery,
  Ratings,
  Trend,
  TrendQuery,
} from '../contract/analytics.ts';
import {
  Changes,
  ChangesQuery,
  CompareQuery,
  Comparison,
  Drivers,
  DriversQuery,
  FeatureMap,
  MapQuery,
} from '../contract/insights.ts';
import { Summary, SummaryQuery } from '../contract/summary.ts';
import type { Operation } from '../http/operation.ts';
import type { AnalyticsService } from './analytics-service.ts';
import { chart } from './chart-operation.ts';
import * as rows from './csv-rows.ts';
import * as insightRows from './insight-rows.ts';
import { quoteCursor } from './quote-cursor.ts';
import { summaryOperations } from './summary-routes.ts';

const PAGE = 20;

const EFFECT = '`effect=true` adds what each figure is counted once and with all copies.';

const CHANGES =
  'Net sentiment and share of each feature, mean stars and reviews a day, of each product and of all. Without a period: the last 90 days, compared with the 90 before. A row has both figures with their n, the difference with its 95 % interval, whether it is larger than chance (Benjamini and Hochberg over all rows compared), the filters that open it, and a sentence.';

export function analyticsOperations(service: AnalyticsService): Operation[] {
  return [
    chart({
      name: 'features',
      summary: 'How buyers judge each feature, lowest net sentiment first',
      description: `\`feature\` and \`polarity\` select judgements: only those are counted. ${EFFECT}`,
      query: EffectQuery,
      schema: FeatureTable,
      read: service.features,
      toRows: rows.featureTable,
    }),
    chart({
      name: 'trend',
      summary: 'Net sentiment and stars over time',
      description: `\`feature\` chooses the series (the three most mentioned without it) and does not narrow the stars. ${EFFECT}`,
      query: TrendQuery,
      schema: Trend,
      read: service.trend,
      toRows: rows.trend,
    }),
    chart({
      name: 'ratings',
      summary: 'Distribution of the stars',
      query: AnalyticsQuery,
      schema: Ratings,
      read: service.ratings,
      toRows: rows.ratings,
    }),
    chart({
      name: 'products',
      summary: 'Each product by itself',
      description: EFFECT,
      query: EffectQuery,
      schema: Products,
      read: service.products,
      toRows: rows.products,
    }),
    chart({
      name: 'quotes',
      summary: 'The reviews behind a number',
      description:
        'With the filters of a bar, `total` is what the bar says, and every one of them is on some page. `order=representative` ranks the newest 200 by how close their sentence is to the words of all of them, one an author, the first twenty unlike each other; the others follow, newest first.',
      query: QuotesQuery,
      schema: Quotes,
      read: async (query) => {
        const position = quoteCursor.decode(query.cursor, query.order ?? 'newest');
        const { next, ...page } = await service.quotes(query, { position, limit: query.limit ?? PAGE });
        return { ...page, next: quoteCursor.encode(next, page.order) };
      },
      toRows: rows.quotes,
    }),
    chart({
      name: 'duplicates-effect',
      summary: 'Key figures counted once and with all copies',
      query: AnalyticsQuery,
      schema: DuplicatesEffect,
      read: service.duplicatesEffect,
      toRows: rows.duplicatesEffect,
    }),
    chart({
      name: 'moderation',
      summary: 'Decisions by day',
      query: AnalyticsQuery,
      schema: Moderation,
      read: service.moderation,
      toRows: rows.moderation,
    }),
    chart({
      name: 'changes',
      summary: 'What changed between two periods, by product and feature',
      description: CHANGES,
      query: ChangesQuery,
      schema: Changes,
      read: service.changes,
      toRows: insightRows.changes,
    }),
    chart({
      name: 'drivers',
      summary: 'What moves the stars',
      description: `For each feature: by how much the mean rating would change if the reviews that blame (praise) it were left out. ${EFFECT}`,
      query: DriversQuery,
      schema: Drivers,
      read: service.drivers,
      toRows: insightRows.drivers,
    }),
    chart({
      name: 'map',
      summary: 'How often each feature is named against how it is judged',
      description: EFFECT,
      query: MapQuery,
      schema: FeatureMap,
      read: service.map,
      toRows: insightRows.map,
    }),
    chart({
      name: 'compare',
      summary: 'Up to four products, or two periods, side by side',
      description: EFFECT,
      query: CompareQuery,
      schema: Comparison,
      read: service.compare,
      toRows: insightRows.compare,
    }),
    chart({
      name: 'summary',
      summary: 'Strengths and weaknesses in short, each with a sentence of a customer',
      query: SummaryQuery,
      schema: Summary,
      read: service.summary,
      toRows: insightRows.summary,
    }),
    ...summaryOperations(service),
  ];
}
