import { z } from 'zod';
import { PullId } from '../contract/primitives.ts';
import { CreatePull, PatchPull, PullList, PullView } from '../contract/pull.ts';
import { type Operation, operation } from '../http/operation.ts';
import { idNumber } from '../public-ids.ts';
import type { PullService } from './pull-service.ts';

const tag = 'Pulls';
const One = z.strictObject({ id: PullId });

/** The paths under `/pulls`. */
export const pullOperations = (service: PullService): Operation[] => [
  operation({
    ...{
      id: 'listPulls',
      access: 'admin',
      method: 'get',
      path: '/pulls',
      tag,
      summary: 'Files that are fetched by a schedule',
    },
    answers: { 200: { description: 'The pulls, the oldest first.', schema: PullList } },
    handle: async () => ({ status: 200, body: await service.list() }),
  }),
  operation({
    ...{
      id: 'createPull',
      access: 'admin',
      method: 'post',
      path: '/pulls',
      tag,
      summary: 'Fetch a file by a schedule',
    },
    description:
      'The file is fetched at once and then every so many minutes, and imported where it has changed since. Its origin has to be one that the operator allows.',
    body: CreatePull,
    answers: { 201: { description: 'The pull.', schema: PullView } },
    problems: [409],
    handle: async ({ body }) => {
      const created = await service.create(body);
      return { status: 201, body: created, headers: { Location: `/api/v1/pulls/${created.id}` } };
    },
  }),
  operation({
    ...{ id: 'getPull', access: 'admin', method: 'get', path: '/pulls/{id}', tag, summary: 'One pull' },
    params: One,
    answers: { 200: { description: 'The pull.', schema: PullView } },
    handle: async ({ params }) => ({ status: 200, body: await service.get(idNumber(params.id)) }),
  }),
  operation({
    ...{ id: 'patchPull', access: 'admin', method: 'patch', path: '/pulls/{id}', tag, summary: 'Change a pull' },
    params: One,
    body: PatchPull,
    answers: { 200: { description: 'The pull as it is now.', schema: PullView } },
    handle: async ({ params, body }) => ({ status: 200, body: await service.patch(idNumber(params.id), body) }),
  }),
  operation({
    ...{ id: 'deletePull', access: 'admin', method: 'delete', path: '/pulls/{id}', tag, summary: 'Delete a pull' },
    params: One,
    answers: { 204: { description: 'It is gone; what it imported stays.' } },
    handle: async ({ params }) => {
      await service.remove(idNumber(params.id));
      return { status: 204, body: undefined };
    },
  }),
  operation({
    ...{ id: 'runPull', access: 'admin', method: 'post', path: '/pulls/{id}/run', tag, summary: 'Fetch the file now' },
    params: One,
    answers: { 202: { description: 'The pull, which is due now.', schema: PullView } },
    problems: [409],
    handle: async ({ params }) => ({ status: 202, body: await service.run(idNumber(params.id)) }),
  }),
];
