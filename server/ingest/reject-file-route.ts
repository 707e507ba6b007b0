import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { z } from 'zod';
import { ImportId } from '../contract/primitives.ts';
import { operation } from '../http/operation.ts';
import { idNumber } from '../public-ids.ts';
import type { ImportService } from './import-service.ts';

/** The faulty rows of an import as a file, streamed. */
export const rejectFile = (service: ImportService) =>
  operation({
    id: 'getRejectFile',
    access: 'follow',
    method: 'get',
    path: '/imports/{id}/rejects/file',
    tag: 'Imports',
    summary: 'The faulty rows as CSV, to be corrected and imported again',
    description:
      'The columns of the file, then `reject_file`, `reject_line`, `reject_code` and `reject_detail`. A cell that a spreadsheet would take for a formula has an apostrophe before it, which is taken off when the file is imported.',
    params: z.strictObject({ id: ImportId }),
    answers: { 200: { description: 'A row for each faulty row, in the order of the file.', otherTypes: ['text/csv'] } },
    handle: async ({ params, req, res }) => {
      const lines = await service.rejectFile(idNumber(params.id));
      res.status(200).set({
        'Content-Type': 'text/csv; charset=utf-8',
        'Content-Disposition': `attachment; filename="rejects-${params.id}.csv"`,
      });
      if (req.method === 'HEAD') {
        res.end();
        return undefined;
      }
      await pipeline(Readable.from(lines), res).catch((error: unknown) => {
        if (!res.destroyed) throw error; // whoever asked for it has gone
      });
      return undefined;
    },
  });
