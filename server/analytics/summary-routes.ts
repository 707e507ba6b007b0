import { createHash } from 'node:crypto';
import { Summary, SummaryParams } from '../contract/summary.ts';
import { type Operation, operation } from '../http/operation.ts';
import type { AnalyticsService } from './analytics-service.ts';
import { toStructuredData } from './summary-service.ts';

const STRUCTURED = 'application/ld+json';
/** How long other sites may show the same. */
const MAX_AGE_SECONDS = 300;

/** What other sites may embed: read by any page, without who asks. */
const EMBEDDABLE = {
  'Access-Control-Allow-Origin': '*',
  'Cross-Origin-Resource-Policy': 'cross-origin',
  'Cache-Control': `public, max-age=${MAX_AGE_SECONDS}`,
  Vary: 'Accept',
};

export function summaryOperations(service: Pick<AnalyticsService, 'productSummary'>): Operation[] {
  return [
    operation({
      id: 'getProductSummary',
      access: 'read',
      method: 'get',
      path: '/products/{product}/summary.json',
      tag: 'Analytics',
      summary: 'A product in short, for other sites to embed',
      description: `Any page may read it. Where ${STRUCTURED} is accepted: a schema.org Product with its AggregateRating.`,
      params: SummaryParams,
      answers: { 200: { description: 'The product in short.', schema: Summary, otherTypes: [STRUCTURED] } },
      handle: async ({ params, req }) => {
        const summary = await service.productSummary(params.product);
        const isStructured = req.accepts(['application/json', STRUCTURED]) === STRUCTURED;
        const body = isStructured ? toStructuredData(summary) : summary;
        const etag = `"${createHash('sha256').update(JSON.stringify(body)).digest('base64url').slice(0, 27)}"`;
        const type = isStructured ? STRUCTURED : 'application/json; charset=utf-8';
        return { status: 200, body, headers: { ...EMBEDDABLE, ETag: etag, 'Content-Type': type } };
      },
    }),
  ];
}
