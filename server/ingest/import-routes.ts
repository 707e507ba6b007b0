import { z } from 'zod';
import { CreateImport, ImportPage, ImportView, ListImports, ListRejects, RejectPage } from '../contract/imports.ts';
import { ImportId } from '../contract/primitives.ts';
import { decodeCursor, encodeCursor } from '../http/cursor.ts';
import { sendEvents } from '../http/event-stream.ts';
import { type Operation, operation } from '../http/operation.ts';
import { readBody } from '../http/read-body.ts';
import { idNumber } from '../public-ids.ts';
import { controlOperations } from './control-routes.ts';
import type { ImportService } from './import-service.ts';
import { MEDIA_TYPES } from './media-types.ts';
import { rejectFile } from './reject-file-route.ts';

const RAW_TYPES = Object.keys(MEDIA_TYPES);
const DEFAULT_LIMIT = 50;
/** Proxies close streams that are silent for long. */

const OneImport = z.strictObject({ id: ImportId });

const position = (cursor: string | undefined): number | undefined =>
  cursor === undefined ? undefined : Number(decodeCursor(cursor, ['number'])[0]);
const toCursor = (next: number | null) => (next === null ? null : encodeCursor([next]));

const createImport = (service: ImportService) =>
  operation({
    id: 'createImport',
    access: 'ingest',
    method: 'post',
    path: '/imports',
    tag: 'Imports',
    summary: 'Import a whole file',
    description:
      'The raw body is the file, of any size: CSV, JSON, XLSX, a review feed in XML or a page, plain or packed with gzip or ZIP, told by its content.',
    query: CreateImport,
    rawTypes: RAW_TYPES,
    idempotent: true,
    intake: 'upload',
    answers: { 202: { description: 'The file is stored and will be imported.', schema: ImportView } },
    problems: [422],
    handle: async ({ query, req }) => {
      const declared = MEDIA_TYPES[req.is(RAW_TYPES) || ''];
      const body = await readBody(req, (chunks) => service.create({ chunks, request: query, declared }));
      return { status: 202, body, headers: { Location: `/api/v1/imports/${body.id}` } };
    },
  });

const listImports = (service: ImportService) =>
  operation({
    id: 'listImports',
    access: 'follow',
    method: 'get',
    path: '/imports',
    tag: 'Imports',
    summary: 'Imports, newest first',
    query: ListImports,
    answers: { 200: { description: 'A page of imports.', schema: ImportPage } },
    handle: async ({ query: { limit = DEFAULT_LIMIT, cursor } }) => {
      const { items, next } = await service.list({ before: position(cursor), limit });
      return { status: 200, body: { items, next: toCursor(next) } };
    },
  });

const getImport = (service: ImportService) =>
  operation({
    id: 'getImport',
    access: 'follow',
    method: 'get',
    path: '/imports/{id}',
    tag: 'Imports',
    summary: 'One import',
    params: OneImport,
    answers: { 200: { description: 'The import.', schema: ImportView } },
    handle: async ({ params }) => ({ status: 200, body: await service.get(idNumber(params.id)) }),
  });

const watchImport = (service: ImportService) =>
  operation({
    id: 'watchImport',
    access: 'follow',
    method: 'get',
    path: '/imports/{id}/events',
    tag: 'Imports',
    summary: 'Progress of an import',
    description: 'Server-sent events: each message is the import as JSON; the stream ends when the import is over.',
    params: OneImport,
    answers: { 200: { description: 'The import now and after each change.', otherTypes: ['text/event-stream'] } },
    handle: async ({ params, req, res }) => {
      const id = idNumber(params.id);
      await service.get(id);
      return sendEvents({ req, res }, async function* (signal) {
        for await (const view of service.watch(id, signal)) yield `data: ${JSON.stringify(view)}`;
      });
    },
  });

const listRejects = (service: ImportService) =>
  operation({
    id: 'listRejects',
    access: 'follow',
    method: 'get',
    path: '/imports/{id}/rejects',
    tag: 'Imports',
    summary: 'What of the file did not become a review, and why',
    params: OneImport,
    query: ListRejects,
    answers: {
      200: { description: 'A page of faulty rows and other passages, in the order of the file.', schema: RejectPage },
    },
    handle: async ({ params, query: { kind, limit = DEFAULT_LIMIT, cursor } }) => {
      const page = await service.rejects(idNumber(params.id), { kind, after: position(cursor), limit });
      return { status: 200, body: { ...page, next: toCursor(page.next) } };
    },
  });

/** The paths under `/imports`. */
export const importOperations = (service: ImportService): Operation[] => [
  createImport(service),
  listImports(service),
  getImport(service),
  watchImport(service),
  listRejects(service),
  ...controlOperations(service),
  rejectFile(service),
];
