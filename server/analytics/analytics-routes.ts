import type { z } from 'zod';
import {
  AnalyticsQuery,
  DuplicatesEffect,
  FeatureTable,
  Moderation,
  Products,
  Quotes,
  QuotesQuery,
  Ratings,
  Trend,
  TrendQuery,
} from '../contract/analytics.ts';
import { type CsvValue, toCsv } from '../http/csv.ts';
import { dayCursor } from '../http/cursor.ts';
import { type Operation, operation } from '../http/operation.ts';
import type { AnalyticsService } from './analytics-service.ts';
import * as rows from './csv-rows.ts';

type CsvRow = Record<string, CsvValue>;

const PAGE = 20;

/** A chart's path: JSON, or the same rows as CSV when that is what the caller accepts. */
function chart<Q, T>(spec: {
  name: string;
  summary: string;
  description?: string;
  query: z.ZodType<Q>;
  schema: z.ZodType<T>;
  read: (query: Q) => Promise<T>;
  toRows: (answer: T) => CsvRow[];
}): Operation {
  const { name, query, schema, read, toRows } = spec;
  return operation({
    id: `analytics${name.replace(/(^|-)([a-z])/g, (_, __, letter: string) => letter.toUpperCase())}`,
    method: 'get',
    path: `/analytics/${name}`,
    tag: 'Analytics',
    summary: spec.summary,
    ...(spec.description ? { description: spec.description } : {}),
    query,
    answers: { 200: { description: 'The figures.', schema, otherTypes: ['text/csv'] } },
    handle: async ({ query: asked, req }) => {
      const answer = await read(asked);
      if (req.accepts(['application/json', 'text/csv']) !== 'text/csv')
        return { status: 200, body: answer, headers: { Vary: 'Accept' } };
      return {
        status: 200,
        body: toCsv(toRows(answer)),
        headers: {
          Vary: 'Accept',
          'Content-Type': 'text/csv; charset=utf-8',
          'Content-Disposition': `attachment; filename="${name}.csv"`,
        },
      };
    },
  });
}

export function analyticsOperations(service: AnalyticsService): Operation[] {
  return [
    chart({
      name: 'features',
      summary: 'How buyers judge each feature, lowest net sentiment first',
      description: '`feature` and `polarity` select judgements: only those are counted.',
      query: AnalyticsQuery,
      schema: FeatureTable,
      read: service.features,
      toRows: rows.featureTable,
    }),
    chart({
      name: 'trend',
      summary: 'Net sentiment and stars over time',
      description: '`feature` chooses the series (the three most mentioned without it) and does not narrow the stars.',
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
      query: AnalyticsQuery,
      schema: Products,
      read: service.products,
      toRows: rows.products,
    }),
    chart({
      name: 'quotes',
      summary: 'The reviews behind a number, newest first',
      description: 'With the filters of a bar, `total` is what the bar says.',
      query: QuotesQuery,
      schema: Quotes,
      read: async ({ limit = PAGE, cursor, ...filters }) => {
        const { last, ...page } = await service.quotes(filters, { after: dayCursor.decode(cursor), limit });
        return { ...page, next: dayCursor.encode(last) };
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
  ];
}
