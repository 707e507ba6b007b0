import { z } from 'zod';
import { actorName } from '../access/actor.ts';
import { ClusterDetail, ClusterPage } from '../contract/duplicates.ts';
import { QueueEvent } from '../contract/moderation-events.ts';
import { CountNewClusters, GetCluster, ListClusters, NewClusters, PutClaim } from '../contract/moderation-queue.ts';
import { ClusterId } from '../contract/primitives.ts';
import { Claim } from '../contract/problem.ts';
import { decodeCursor, encodeCursor } from '../http/cursor.ts';
import { sendEvents } from '../http/event-stream.ts';
import { type Operation, operation } from '../http/operation.ts';
import { idNumber } from '../public-ids.ts';
import type { ClaimService } from './claim-service.ts';
import type { DuplicateService } from './duplicate-service.ts';
import type { QueueEvents } from './queue-events.ts';

const PAGE = 50;
/** Proxies close streams that are silent for long. */
const OneCluster = z.strictObject({ id: ClusterId });

const listClusters = (service: DuplicateService) =>
  operation({
    id: 'listClusters',
    access: 'read',
    method: 'get',
    path: '/duplicates',
    tag: 'Duplicates',
    summary: 'Clusters of copies, the largest first',
    description: 'Those to decide unless `state` says otherwise.',
    query: ListClusters,
    answers: { 200: { description: 'One page.', schema: ClusterPage } },
    handle: async ({ query: { limit = PAGE, cursor, ...filter } }) => {
      const [size, id] = cursor === undefined ? [] : decodeCursor(cursor, ['number', 'number']);
      const after = size === undefined ? undefined : { size: Number(size), id: Number(id) };
      const { last, ...page } = await service.page(filter, { after, limit }, actorName());
      const items = await service.summaries(page.items, actorName());
      return { status: 200, body: { ...page, items, next: last ? encodeCursor([last.size, last.id]) : null } };
    },
  });

const countNew = (service: DuplicateService) =>
  operation({
    id: 'countNewClusters',
    access: 'read',
    method: 'get',
    path: '/duplicates/new',
    tag: 'Duplicates',
    summary: 'How many open clusters came in since',
    query: CountNewClusters,
    answers: { 200: { description: 'Their number.', schema: NewClusters } },
    handle: async ({ query: { since, ...filter } }) => ({
      status: 200,
      body: await service.countNew(filter, new Date(since), actorName()),
    }),
  });

const watchQueue = (events: QueueEvents) =>
  operation({
    id: 'watchQueue',
    access: 'read',
    method: 'get',
    path: '/duplicates/events',
    tag: 'Duplicates',
    summary: 'What happens in the queue, as it happens',
    description:
      'Server-sent events: `ready`, `decided`, `undone`, `claimed`, `released`, `arrived`, `gone` and `missed`, each with a QueueEvent as JSON. After a reconnection, load the list anew.',
    answers: {
      200: { description: 'Events until the caller leaves.', schema: QueueEvent, otherTypes: ['text/event-stream'] },
    },
    handle: ({ req, res }) =>
      sendEvents({ req, res }, async function* (signal) {
        for await (const event of events.listen(actorName(), signal))
          yield `event: ${event.type}\ndata: ${JSON.stringify(event)}`;
      }),
  });

const getCluster = (service: DuplicateService) =>
  operation({
    id: 'getCluster',
    access: 'read',
    method: 'get',
    path: '/duplicates/{id}',
    tag: 'Duplicates',
    summary: 'One cluster with its reviews, evidence and effect',
    description: 'With the filter of a list, `position` is its place in that list.',
    params: OneCluster,
    query: GetCluster,
    answers: { 200: { description: 'The cluster.', schema: ClusterDetail } },
    handle: async ({ params, query }) => ({
      status: 200,
      body: await service.detail(idNumber(params.id), query, actorName()),
    }),
  });

const claimOperations = (claims: ClaimService): Operation[] => [
  operation({
    id: 'claimCluster',
    access: 'moderate',
    method: 'put',
    path: '/duplicates/{id}/claim',
    tag: 'Duplicates',
    summary: 'Say that one is at a cluster, for five minutes',
    description: 'Again: for five minutes more. It ends by itself, and with the decision.',
    params: OneCluster,
    body: PutClaim,
    answers: { 200: { description: 'The claim.', schema: Claim } },
    problems: [409],
    handle: async ({ params, body }) => ({
      status: 200,
      body: await claims.claim(idNumber(params.id), actorName(), body.takeOver ?? false),
    }),
  }),
  operation({
    id: 'releaseCluster',
    access: 'moderate',
    method: 'delete',
    path: '/duplicates/{id}/claim',
    tag: 'Duplicates',
    summary: 'Give one’s claim back',
    params: OneCluster,
    answers: { 204: { description: 'There is no claim of the caller.' } },
    problems: [409],
    handle: async ({ params }) => {
      await claims.release(idNumber(params.id), actorName());
      return { status: 204, body: undefined };
    },
  }),
];

/** Reading the queue, and claims on what is in it. Fixed paths stand before `{id}`. */
export const queueOperations = (services: {
  duplicates: DuplicateService;
  queueEvents: QueueEvents;
  claims: ClaimService;
}): Operation[] => [
  listClusters(services.duplicates),
  countNew(services.duplicates),
  watchQueue(services.queueEvents),
  getCluster(services.duplicates),
  ...claimOperations(services.claims),
];
