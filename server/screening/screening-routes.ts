import { z } from 'zod';
import { actorName, currentActor } from '../access/actor.ts';
import { ReviewId } from '../contract/primitives.ts';
import {
  DecideHeld,
  HeldDecisionId,
  HeldDecisionPage,
  HeldOutcome,
  HeldPage,
  ListHeld,
  ListHeldDecisions,
  PutScreening,
  PutScreeningAnswer,
  RawReview,
  ScreeningSettings,
} from '../contract/screening.ts';
import { decodeCursor, encodeCursor } from '../http/cursor.ts';
import { type Operation, operation } from '../http/operation.ts';
import { idNumber } from '../public-ids.ts';
import { toReviewView } from '../reviews/review-view.ts';
import { type HeldService, toHeldDecisionView } from './held-service.ts';
import type { RawService } from './raw-service.ts';
import type { ScreeningService } from './screening-service.ts';

const PAGE = 50;
const ReviewParams = z.strictObject({ id: ReviewId });

const idCursor = {
  encode: (id: number | undefined) => (id === undefined ? null : encodeCursor([id])),
  decode: (cursor: string | undefined) =>
    cursor === undefined ? undefined : Number(decodeCursor(cursor, ['number'])[0]),
};

export interface ScreeningServices {
  screening: Pick<ScreeningService, 'settings' | 'put'>;
  held: HeldService;
  raw: RawService;
}

export const screeningOperations = (services: ScreeningServices): Operation[] => [
  ...settingsOperations(services),
  ...heldOperations(services),
  ...heldDecisionOperations(services),
  operation({
    ...{ id: 'getRawReview', access: 'moderate', method: 'get', path: '/reviews/{id}/raw', tag: 'Reviews' },
    summary: 'A review as it was written, personal data included',
    description: 'For those who may read personal data. Each read is noted with who and when.',
    params: ReviewParams,
    answers: { 200: { description: 'Its words, without masks.', schema: RawReview } },
    problems: [403, 404],
    handle: async ({ params }) => ({ status: 200, body: await services.raw.read(idNumber(params.id), currentActor()) }),
  }),
];

const settingsOperations = ({ screening }: ScreeningServices): Operation[] => [
  operation({
    ...{ id: 'getScreening', access: 'read', method: 'get', path: '/moderation/checks', tag: 'Screening' },
    summary: 'What reviews are checked for, and what a finding does',
    answers: { 200: { description: 'The checks, in their order.', schema: ScreeningSettings } },
    handle: async () => ({ status: 200, body: await screening.settings() }),
  }),
  operation({
    ...{ id: 'putScreening', access: 'admin', method: 'put', path: '/moderation/checks', tag: 'Screening' },
    summary: 'Change what findings do',
    description:
      'Checks that are not named stay. Reviews that are stored already follow in the background, those aside that a person has decided on. `dryRun` only tells what would be held.',
    body: PutScreening,
    answers: { 200: { description: 'The settings, and what the new ones do.', schema: PutScreeningAnswer } },
    problems: [409],
    handle: async ({ body }) => ({ status: 200, body: await screening.put(body, actorName()) }),
  }),
];

const heldOperations = ({ held }: ScreeningServices): Operation[] => [
  operation({
    ...{ id: 'listHeld', access: 'read', method: 'get', path: '/moderation/held', tag: 'Screening' },
    summary: 'Reviews that wait for a moderator',
    query: ListHeld,
    answers: { 200: { description: 'One page, those that came in first at first.', schema: HeldPage } },
    handle: async ({ query: { cursor, limit = PAGE, ...filter } }) => {
      const { items, total, counts } = await held.page(filter, { after: idCursor.decode(cursor) ?? 0, limit });
      const next = items.length === limit ? idCursor.encode(items.at(-1)?._id) : null;
      return { status: 200, body: { items: items.map(toReviewView), total, counts, next } };
    },
  }),
  operation({
    ...{
      id: 'decideHeld',
      access: 'moderate',
      method: 'post',
      path: '/moderation/held/{id}/decisions',
      tag: 'Screening',
    },
    summary: 'Publish a held review, or remove it',
    params: ReviewParams,
    body: DecideHeld,
    answers: { 200: { description: 'The decision, and the review as it is now.', schema: HeldOutcome } },
    problems: [404, 409],
    handle: async ({ params, body }) => {
      const { decision, review } = await held.decide(idNumber(params.id), body, actorName());
      return { status: 200, body: { decision: toHeldDecisionView(decision), review: toReviewView(review) } };
    },
  }),
];

const heldDecisionOperations = ({ held }: ScreeningServices): Operation[] => [
  operation({
    ...{ id: 'listHeldDecisions', access: 'read', method: 'get', path: '/moderation/held-decisions', tag: 'Screening' },
    summary: 'Decisions on held reviews',
    query: ListHeldDecisions,
    answers: { 200: { description: 'One page, newest first.', schema: HeldDecisionPage } },
    handle: async ({ query: { review, cursor, limit = PAGE } }) => {
      const asked = { review: review === undefined ? undefined : idNumber(review), before: idCursor.decode(cursor) };
      const items = await held.decisions(asked, limit);
      const next = items.length === limit ? idCursor.encode(items.at(-1)?._id) : null;
      return { status: 200, body: { items: items.map(toHeldDecisionView), next } };
    },
  }),
  operation({
    ...{
      id: 'undoHeldDecision',
      access: 'moderate',
      method: 'post',
      path: '/moderation/held-decisions/{id}/undo',
      tag: 'Screening',
    },
    summary: 'Take a decision on a held review back: it waits again',
    params: z.strictObject({ id: HeldDecisionId }),
    answers: { 200: { description: 'The decision, and the review as it is now.', schema: HeldOutcome } },
    problems: [404, 409],
    handle: async ({ params }) => {
      const { decision, review } = await held.undo(idNumber(params.id), actorName());
      return { status: 200, body: { decision: toHeldDecisionView(decision), review: toReviewView(review) } };
    },
  }),
];
