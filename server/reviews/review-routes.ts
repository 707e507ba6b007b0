import { z } from 'zod';
import { actorName } from '../access/actor.ts';
import { ReviewId } from '../contract/primitives.ts';
import type { Fault } from '../contract/problem.ts';
import {
  BatchAnswer,
  ListReviews,
  PatchReview,
  PostedReview,
  ReviewBatch,
  ReviewHistory,
  ReviewInput,
  ReviewPage,
  ReviewView,
} from '../contract/reviews.ts';
import { dayCursor } from '../http/cursor.ts';
import { type Operation, operation } from '../http/operation.ts';
import { toFaults } from '../http/parse-request.ts';
import { streamCsv, wantsCsv } from '../http/stream-csv.ts';
import { idNumber } from '../public-ids.ts';
import { findHighlights } from '../search/find-highlights.ts';
import { REVIEW_COLUMNS, reviewRows } from './review-csv.ts';
import type { BatchOutcome, ReviewService } from './review-service.ts';
import { toReviewView } from './review-view.ts';

const PAGE = 50;
const Params = z.strictObject({ id: ReviewId });

const parseReview = (raw: unknown): ReviewInput | Fault[] => {
  const parsed = ReviewInput.safeParse(raw);
  return parsed.success ? parsed.data : toFaults(parsed.error, '');
};

function toBatchAnswer(outcomes: readonly BatchOutcome[]): z.infer<typeof BatchAnswer> {
  const answer: z.infer<typeof BatchAnswer> = { created: 0, updated: 0, unchanged: 0, rejected: 0, results: [] };
  for (const outcome of outcomes) {
    if ('errors' in outcome) {
      answer.rejected += 1;
      answer.results.push({ index: outcome.index, result: 'rejected', errors: outcome.errors });
      continue;
    }
    const { index, result, review, duplicates } = outcome;
    answer[result] += 1;
    answer.results.push({ index, result, id: review.id, features: review.features, duplicates });
  }
  return answer;
}

/** One review, or a batch: a body with `reviews` is a batch whatever else it holds. */
const PostReviews = z.union([ReviewInput, ReviewBatch]);

export function reviewOperations(service: ReviewService): Operation[] {
  return [
    operation({
      id: 'postReviews',
      access: 'ingest',
      method: 'post',
      path: '/reviews',
      tag: 'Reviews',
      summary: 'Take in one review, or up to 1000',
      description:
        'Answered when the reviews are durable, tagged and looked up for copies. Posting the same review again changes nothing. In a batch each review is checked by itself.',
      idempotent: true,
      intake: 'reviews',
      body: PostReviews,
      branchOf: (body) => (typeof body === 'object' && body !== null && 'reviews' in body ? ReviewBatch : ReviewInput),
      answers: {
        201: { description: 'The review was created.', schema: PostedReview },
        200: {
          description: 'The review was known already, or a batch with a result for each.',
          schema: z.union([PostedReview, BatchAnswer]),
        },
      },
      handle: async ({ body }) => {
        if ('reviews' in body)
          return { status: 200, body: toBatchAnswer(await service.postBatch(body.reviews, parseReview)) };
        const { result, review, duplicates } = await service.post(body);
        const posted = { ...review, result, duplicates };
        if (result !== 'created') return { status: 200, body: posted };
        return { status: 201, body: posted, headers: { Location: `/api/v1/reviews/${review.id}` } };
      },
    }),
    operation({
      id: 'listReviews',
      access: 'read',
      method: 'get',
      path: '/reviews',
      tag: 'Reviews',
      summary: 'Reviews, newest first',
      description:
        '`q` is found as it stands, in upper or lower case, in title or text; `highlights` says where. `facets=true` counts what the query finds by product, source, stars, feature, polarity, language and verification. As CSV all that match from the cursor on, whatever the limit.',
      query: ListReviews,
      answers: { 200: { description: 'One page.', schema: ReviewPage, otherTypes: ['text/csv'] } },
      handle: async ({ query, req, res }) => {
        if (wantsCsv(req))
          return streamCsv(
            { req, res },
            { name: 'reviews', columns: REVIEW_COLUMNS, pages: reviewRows(service, query) },
          );
        const limit = query.limit ?? PAGE;
        const after = dayCursor.decode(query.cursor);
        const { items, total, facets } = await service.list(query, { after, limit });
        const next = items.length === limit ? dayCursor.encode(items.at(-1)) : null;
        const views = items.map(toReviewView);
        const { q } = query;
        const highlights =
          q === undefined ? undefined : Object.fromEntries(views.map((view) => [view.id, findHighlights(view, q)]));
        return { status: 200, body: { items: views, total, next, highlights, facets }, headers: { Vary: 'Accept' } };
      },
    }),
    operation({
      id: 'getReview',
      access: 'read',
      method: 'get',
      path: '/reviews/{id}',
      tag: 'Reviews',
      summary: 'One review',
      params: Params,
      answers: { 200: { description: 'The review.', schema: ReviewView } },
      handle: async ({ params }) => ({ status: 200, body: toReviewView(await service.get(idNumber(params.id))) }),
    }),
    operation({
      id: 'patchReview',
      access: 'moderate',
      method: 'patch',
      path: '/reviews/{id}',
      tag: 'Reviews',
      summary: 'Change the status of a review, or correct its tags',
      params: Params,
      body: PatchReview,
      answers: { 200: { description: 'The review as it is now.', schema: ReviewView } },
      problems: [409],
      handle: async ({ params, body }) => ({
        status: 200,
        body: toReviewView(await service.patch(idNumber(params.id), body, actorName())),
      }),
    }),
    operation({
      id: 'getReviewHistory',
      access: 'read',
      method: 'get',
      path: '/reviews/{id}/history',
      tag: 'Reviews',
      summary: 'What happened to a review',
      params: Params,
      answers: { 200: { description: 'Its events, oldest first.', schema: ReviewHistory } },
      handle: async ({ params }) => ({ status: 200, body: await service.history(idNumber(params.id)) }),
    }),
  ];
}
