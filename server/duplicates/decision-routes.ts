import type { Request, Response } from 'express';
import { z } from 'zod';
import { actorName } from '../access/actor.ts';
import { Decide, Decision, DecisionDetail, DecisionPage } from '../contract/duplicates.ts';
import { ListDecisions } from '../contract/moderation-queue.ts';
import { ClusterId, DecisionId } from '../contract/primitives.ts';
import { decodeCursor, encodeCursor } from '../http/cursor.ts';
import { type Operation, operation } from '../http/operation.ts';
import { type CsvRow, streamCsv, wantsCsv } from '../http/stream-csv.ts';
import { idNumber } from '../public-ids.ts';
import type { DecisionService } from './decision-service.ts';
import type { DuplicateService } from './duplicate-service.ts';
import { toDecisionView } from './duplicate-view.ts';

const PAGE = 50;
const CSV_PAGE = 500;
const OneCluster = z.strictObject({ id: ClusterId });
const OneDecision = z.strictObject({ id: DecisionId });

const COLUMNS = [
  ...(['id', 'at', 'actor', 'action', 'reason', 'note', 'cluster', 'kept', 'removed', 'bulk'] as const),
  ...(['undone_at', 'undone_by'] as const),
] as const;

const toRow = ({ kept, removed, undoneAt, undoneBy, ...rest }: Decision): CsvRow<(typeof COLUMNS)[number]> => ({
  ...{ ...rest, kept: kept.join(' '), removed: removed.join(' ') },
  ...{ undone_at: undoneAt, undone_by: undoneBy },
});

type Query = Parameters<DuplicateService['decisions']>[0];

const toQuery = (query: ListDecisions): Omit<Query, 'limit'> => {
  const { cluster, bulk, limit: _, cursor, ...rest } = query;
  const before = cursor === undefined ? undefined : Number(decodeCursor(cursor, ['number'])[0]);
  return {
    ...{ ...rest, before },
    ...(cluster === undefined ? {} : { cluster: idNumber(cluster) }),
    ...(bulk === undefined ? {} : { bulk: idNumber(bulk) }),
  };
};

/** All that match, in pages. */
async function* allRows(service: DuplicateService, query: Omit<Query, 'limit'>) {
  for (let before = query.before; ; ) {
    const page = await service.decisions({ ...query, before, limit: CSV_PAGE });
    yield page.map(toDecisionView).map(toRow);
    const last = page.at(-1);
    if (!last || page.length < CSV_PAGE) return;
    before = last._id;
  }
}

async function answerList(service: DuplicateService, query: ListDecisions, http: { req: Request; res: Response }) {
  const asked = toQuery(query);
  if (wantsCsv(http.req))
    return streamCsv(http, { name: 'decisions', columns: COLUMNS, pages: allRows(service, asked) });
  const limit = query.limit ?? PAGE;
  const rows = await service.decisions({ ...asked, limit });
  const last = rows.length === limit ? rows.at(-1) : undefined;
  const body = { items: rows.map(toDecisionView), next: last ? encodeCursor([last._id]) : null };
  return { status: 200, body, headers: { Vary: 'Accept' } };
}

/** Decisions on one cluster, and reading and taking back decisions. */
export const decisionOperations = (service: DuplicateService, decisions: DecisionService): Operation[] => [
  operation({
    id: 'decideCluster',
    access: 'moderate',
    method: 'post',
    path: '/duplicates/{id}/decisions',
    tag: 'Duplicates',
    summary: 'Remove copies, or say that they are no duplicates',
    params: OneCluster,
    body: Decide,
    answers: { 201: { description: 'The decision, in effect.', schema: Decision } },
    problems: [409],
    handle: async ({ params, body }) => {
      const decision = toDecisionView(await decisions.decide(idNumber(params.id), body, actorName()));
      return { status: 201, body: decision };
    },
  }),
  operation({
    id: 'listDecisions',
    access: 'read',
    method: 'get',
    path: '/decisions',
    tag: 'Duplicates',
    summary: 'Decisions, newest first, undone ones included',
    description: 'As CSV all that match, whatever the limit.',
    query: ListDecisions,
    answers: { 200: { description: 'One page.', schema: DecisionPage, otherTypes: ['text/csv'] } },
    handle: ({ query, req, res }) => answerList(service, query, { req, res }),
  }),
  operation({
    id: 'getDecision',
    access: 'read',
    method: 'get',
    path: '/decisions/{id}',
    tag: 'Duplicates',
    summary: 'One decision, and what stands in the way of undoing it',
    params: OneDecision,
    answers: { 200: { description: 'The decision.', schema: DecisionDetail } },
    handle: async ({ params }) => ({ status: 200, body: await service.decision(idNumber(params.id)) }),
  }),
  operation({
    id: 'undoDecision',
    access: 'moderate',
    method: 'post',
    path: '/decisions/{id}/undo',
    tag: 'Duplicates',
    summary: 'Take a decision back',
    params: OneDecision,
    answers: { 200: { description: 'The decision, undone.', schema: Decision } },
    problems: [409],
    handle: async ({ params }) => ({
      status: 200,
      body: toDecisionView(await decisions.undo(idNumber(params.id), actorName())),
    }),
  }),
];
