import { z } from 'zod';
import { localActor } from '../access/actor.ts';
import { ClusterDetail, ClusterPage, Decide, Decision, DecisionPage } from '../contract/duplicates.ts';
import { ListClusters, ListDecisions } from '../contract/moderation-queue.ts';
import { ClusterId, DecisionId } from '../contract/primitives.ts';
import { decodeCursor, encodeCursor } from '../http/cursor.ts';
import { type Operation, operation } from '../http/operation.ts';
import { idNumber } from '../public-ids.ts';
import type { DecisionService } from './decision-service.ts';
import type { DuplicateService } from './duplicate-service.ts';
import { toClusterSummary, toDecisionView } from './duplicate-view.ts';

const PAGE = 50;
const ClusterParams = z.strictObject({ id: ClusterId });
const DecisionParams = z.strictObject({ id: DecisionId });

export function duplicateOperations(service: DuplicateService, decisions: DecisionService): Operation[] {
  return [
    operation({
      id: 'listClusters',
      method: 'get',
      path: '/duplicates',
      tag: 'Duplicates',
      summary: 'Clusters of copies, the largest first',
      description: 'Those to decide unless `state` says otherwise.',
      query: ListClusters,
      answers: { 200: { description: 'One page.', schema: ClusterPage } },
      handle: async ({ query }) => {
        const limit = query.limit ?? PAGE;
        const [size, id] = query.cursor === undefined ? [] : decodeCursor(query.cursor, ['number', 'number']);
        const after = size === undefined ? undefined : { size: Number(size), id: Number(id) };
        const page = await service.page({ ...query, state: query.state ?? 'open' }, { after, limit });
        const last = page.items.length === limit ? page.items.at(-1) : undefined;
        return {
          status: 200,
          body: {
            items: page.items.map(toClusterSummary),
            total: page.total,
            counts: page.counts,
            next: last ? encodeCursor([last.size, last._id]) : null,
          },
        };
      },
    }),
    operation({
      id: 'getCluster',
      method: 'get',
      path: '/duplicates/{id}',
      tag: 'Duplicates',
      summary: 'One cluster with its reviews, evidence and effect',
      params: ClusterParams,
      answers: { 200: { description: 'The cluster.', schema: ClusterDetail } },
      handle: async ({ params }) => ({ status: 200, body: await service.detail(idNumber(params.id)) }),
    }),
    operation({
      id: 'decideCluster',
      method: 'post',
      path: '/duplicates/{id}/decisions',
      tag: 'Duplicates',
      summary: 'Remove copies, or say that they are no duplicates',
      params: ClusterParams,
      body: Decide,
      answers: { 201: { description: 'The decision, in effect.', schema: Decision } },
      problems: [409],
      handle: async ({ params, body }) => {
        const decision = toDecisionView(await decisions.decide(idNumber(params.id), body, localActor()));
        return { status: 201, body: decision };
      },
    }),
    operation({
      id: 'listDecisions',
      method: 'get',
      path: '/decisions',
      tag: 'Duplicates',
      summary: 'Decisions, newest first, undone ones included',
      query: ListDecisions,
      answers: { 200: { description: 'One page.', schema: DecisionPage } },
      handle: async ({ query }) => {
        const limit = query.limit ?? PAGE;
        const [before] = query.cursor === undefined ? [] : decodeCursor(query.cursor, ['number']);
        const rows = await service.decisions({
          cluster: query.cluster === undefined ? undefined : idNumber(query.cluster),
          before: before === undefined ? undefined : Number(before),
          limit,
        });
        const last = rows.length === limit ? rows.at(-1) : undefined;
        return { status: 200, body: { items: rows.map(toDecisionView), next: last ? encodeCursor([last._id]) : null } };
      },
    }),
    operation({
      id: 'undoDecision',
      method: 'post',
      path: '/decisions/{id}/undo',
      tag: 'Duplicates',
      summary: 'Take a decision back',
      params: DecisionParams,
      answers: { 200: { description: 'The decision, undone.', schema: Decision } },
      problems: [409],
      handle: async ({ params }) => ({
        status: 200,
        body: toDecisionView(await decisions.undo(idNumber(params.id), localActor())),
      }),
    }),
  ];
}
