import { z } from 'zod';
import { CreateImport, InspectedFile, MappingList, MappingSignature } from '../contract/imports.ts';
import { type Operation, operation } from '../http/operation.ts';
import { readBody } from '../http/read-body.ts';
import type { InspectService } from './inspect-service.ts';
import { MEDIA_TYPES } from './media-types.ts';

const RAW_TYPES = Object.keys(MEDIA_TYPES);

const OneMapping = z.strictObject({ signature: MappingSignature });

/** The paths that look into a file and that keep what was said of columns; they go before `/imports/{id}`. */
export const inspectOperations = (service: InspectService): Operation[] => [
  operation({
    ...{ id: 'inspectImport', access: 'ingest', method: 'post', path: '/imports/inspect', tag: 'Imports' },
    summary: 'Look into a file before it is imported',
    description:
      'The raw body is the file: what it is, its columns with examples, and what would become of them. Nothing is stored. Of a large file only the beginning is read; an archive or a spreadsheet may have 100 MB.',
    query: CreateImport,
    rawTypes: RAW_TYPES,
    intake: 'upload',
    answers: { 200: { description: 'How the file would be read.', schema: InspectedFile } },
    problems: [413, 422],
    handle: async ({ query, req }) => {
      const declared = MEDIA_TYPES[req.is(RAW_TYPES) || ''];
      const body = await readBody(req, (chunks) => service.inspect({ chunks, request: query, declared }));
      return { status: 200, body };
    },
  }),
  operation({
    ...{ id: 'listMappings', access: 'follow', method: 'get', path: '/imports/mappings', tag: 'Imports' },
    summary: 'Column maps that are remembered, last used first',
    answers: { 200: { description: 'All of them.', schema: MappingList } },
    handle: async () => ({ status: 200, body: await service.mappings() }),
  }),
  operation({
    ...{
      id: 'deleteMapping',
      access: 'ingest',
      method: 'delete',
      path: '/imports/mappings/{signature}',
      tag: 'Imports',
    },
    summary: 'Forget a column map',
    params: OneMapping,
    answers: { 204: { description: 'Files with this header need a map again.' } },
    handle: async ({ params }) => {
      await service.forget(params.signature);
      return { status: 204, body: undefined };
    },
  }),
];
