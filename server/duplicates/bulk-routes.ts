import { z } from 'zod';
import { actorName } from '../access/actor.ts';
import { Bulk, BulkPreview, DecideBulk } from '../contract/moderation-bulk.ts';
import { BulkId } from '../contract/primitives.ts';
import { type Answer, type Operation, operation } from '../http/operation.ts';
import { idNumber } from '../public-ids.ts';
import type { BulkService } from './bulk-service.ts';

const OneBulk = z.strictObject({ id: BulkId });

/** 202 while it is still at work: `GET /bulks/{id}` tells when it is done. */
const answerWith = (bulk: Bulk): Answer => ({
  status: bulk.state === 'running' || bulk.state === 'undoing' ? 202 : 200,
  body: bulk,
  headers: { Location: `/api/v1/bulks/${bulk.id}` },
});

const inProgress = { description: 'The bulk at work, with what is done so far.', schema: Bulk };

/** Decisions on many clusters at once. */
export const bulkOperations = (bulks: BulkService): Operation[] => [
  operation({
    id: 'decideBulk',
    access: 'moderate',
    method: 'post',
    path: '/duplicates/decisions',
    tag: 'Duplicates',
    summary: 'Decide all that a filter matches, or clusters by name',
    description:
      'The filter is looked at again at that moment; where more match than `expected`, nothing is decided. Each cluster is decided for itself, and what has changed meanwhile is skipped. With `dryRun` it only tells what would be decided.',
    body: DecideBulk,
    idempotent: true,
    answers: {
      200: { description: 'The bulk, done; of a dry run what it would do.', schema: z.union([Bulk, BulkPreview]) },
      202: inProgress,
    },
    problems: [409],
    handle: async ({ body }) =>
      body.dryRun
        ? { status: 200, body: await bulks.preview(body, actorName()) }
        : answerWith(await bulks.decide(body, actorName())),
  }),
  operation({
    id: 'getBulk',
    access: 'read',
    method: 'get',
    path: '/bulks/{id}',
    tag: 'Duplicates',
    summary: 'One bulk with the result of each row',
    params: OneBulk,
    answers: { 200: { description: 'The bulk.', schema: Bulk } },
    handle: async ({ params }) => ({ status: 200, body: await bulks.get(idNumber(params.id)) }),
  }),
  operation({
    id: 'undoBulk',
    access: 'moderate',
    method: 'post',
    path: '/bulks/{id}/undo',
    tag: 'Duplicates',
    summary: 'Take a whole bulk back',
    description: 'Decisions under a later one are named in the rows and stay; once that is undone, ask again.',
    params: OneBulk,
    answers: { 200: { description: 'The bulk, undone.', schema: Bulk }, 202: inProgress },
    problems: [409],
    handle: async ({ params }) => answerWith(await bulks.undo(idNumber(params.id), actorName())),
  }),
];
