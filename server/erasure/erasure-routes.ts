import { z } from 'zod';
import { actorName } from '../access/actor.ts';
import { Erasure, ErasureId, ErasurePage, ListErasures, RequestErasure } from '../contract/erasure.ts';
import { decodeCursor, encodeCursor } from '../http/cursor.ts';
import { type Operation, operation } from '../http/operation.ts';
import { idNumber } from '../public-ids.ts';
import type { ErasureService } from './erasure-service.ts';

const PAGE = 50;

export const erasureOperations = (service: ErasureService): Operation[] => [
  operation({
    ...{ id: 'requestErasure', access: 'admin', method: 'post', path: '/erasure', tag: 'Erasure' },
    summary: "Erase a person's data",
    description:
      'Erases their reviews, and blanks their name and address wherever else they are kept. The reviews stay known by a hash, so that they do not come in again. `dryRun` only counts. There is no undo.',
    body: RequestErasure,
    answers: {
      200: { description: 'What it would touch (dry run).', schema: Erasure },
      202: { description: 'It is being carried out.', schema: Erasure },
    },
    handle: async ({ body }) => {
      const erasure = await service.request(body, actorName());
      if (erasure.id === null) return { status: 200, body: erasure };
      return { status: 202, body: erasure, headers: { Location: `/api/v1/erasure/${erasure.id}` } };
    },
  }),
  operation({
    ...{ id: 'listErasures', access: 'admin', method: 'get', path: '/erasure', tag: 'Erasure' },
    summary: 'Erasures, newest first',
    query: ListErasures,
    answers: { 200: { description: 'One page.', schema: ErasurePage } },
    handle: async ({ query: { cursor, limit = PAGE } }) => {
      const before = cursor === undefined ? undefined : Number(decodeCursor(cursor, ['number'])[0]);
      const items = await service.list(before, limit);
      const last = items.length === limit ? items.at(-1)?.id : undefined;
      return { status: 200, body: { items, next: last ? encodeCursor([idNumber(last)]) : null } };
    },
  }),
  operation({
    ...{ id: 'getErasure', access: 'admin', method: 'get', path: '/erasure/{id}', tag: 'Erasure' },
    summary: 'How far an erasure is',
    params: z.strictObject({ id: ErasureId }),
    answers: { 200: { description: 'What it has touched so far.', schema: Erasure } },
    problems: [404],
    handle: async ({ params }) => ({ status: 200, body: await service.get(idNumber(params.id)) }),
  }),
];
