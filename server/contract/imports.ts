import { z } from 'zod';
import { ImportId, Instant, Paging, queryFlag } from './primitives.ts';

/** How a file is laid out; `auto` decides by its first bytes and its header. */
export const ImportFormat = z
  .enum(['auto', 'ndjson', 'json', 'csv', 'xlsx', 'google-xml', 'page'])
  .meta({ id: 'ImportFormat' });
export type ImportFormat = z.infer<typeof ImportFormat>;

/** What a column of a file can stand for. */
export const ImportField = z
  .enum(['source', 'externalId', 'product', 'title', 'text', 'rating', 'author', 'date', 'verified', 'status'])
  .meta({ id: 'ImportField' });
export type ImportField = z.infer<typeof ImportField>;

/** Which column, by its name in the header, stands for a field. Columns that are not named are left out. */
export const ColumnMap = z.partialRecord(ImportField, z.string().min(1).max(200)).meta({ id: 'ColumnMap' });
export type ColumnMap = z.infer<typeof ColumnMap>;

/** How dates such as 05/03/2024 are read throughout a file. Without it such a file's rows are refused. */
export const DateOrder = z.enum(['day-first', 'month-first']).meta({ id: 'DateOrder' });
export type DateOrder = z.infer<typeof DateOrder>;

const parseMap = (text: string, ctx: z.core.$RefinementCtx): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    ctx.addIssue({ code: 'custom', message: 'must be a JSON object of field and column' });
    return z.NEVER;
  }
};

/**
 * `product` and `source` apply to rows that name none themselves. `map` is a `ColumnMap` as JSON and is remembered for
 * files with the same header.
 */
export const CreateImport = z.strictObject({
  format: ImportFormat.optional(),
  product: z.string().trim().min(1).max(120).optional(),
  source: z.string().trim().min(1).max(80).optional(),
  filename: z.string().min(1).max(255).optional(),
  map: z.string().max(4000).transform(parseMap).pipe(ColumnMap).optional(),
  dates: DateOrder.optional(),
  dryRun: queryFlag.optional(),
});
export type CreateImport = z.infer<typeof CreateImport>;

/**
 * Rows or reviews found (`received`), what became of them, and the passages of a page that are no reviews.
 * The two counts of duplicates are of stored reviews that are copies of an earlier one.
 */
export const ImportCounts = z
  .object({
    received: z.int(),
    stored: z.int(),
    updated: z.int(),
    unchanged: z.int(),
    rejected: z.int(),
    notReviews: z.int(),
    exactDuplicates: z.int(),
    nearDuplicates: z.int(),
  })
  .meta({ id: 'ImportCounts' });
export type ImportCounts = z.infer<typeof ImportCounts>;

export const ImportState = z.enum(['queued', 'running', 'done', 'failed']).meta({ id: 'ImportState' });
export type ImportState = z.infer<typeof ImportState>;

export const ImportView = z
  .object({
    id: ImportId,
    state: ImportState,
    filename: z.string(),
    format: ImportFormat,
    product: z.string().nullable(),
    source: z.string().nullable(),
    dryRun: z.boolean(),
    bytes: z.object({ total: z.int().nullable(), read: z.int() }),
    counts: ImportCounts,
    /** Why the whole file was refused or failed. */
    error: z.string().nullable(),
    createdAt: Instant,
    startedAt: Instant.nullable(),
    finishedAt: Instant.nullable(),
  })
  .meta({ id: 'Import' });
export type ImportView = z.infer<typeof ImportView>;

export const ListImports = z.strictObject({ ...Paging });
export const ImportPage = z
  .object({ items: z.array(ImportView), next: z.string().nullable() })
  .meta({ id: 'ImportPage' });
export type ImportPage = z.infer<typeof ImportPage>;

/**
 * Something of a file that did not become a review. A `row` was meant as a review and is faulty: `line` is where it
 * begins (from 1), `field` the column; a `passage` of a page is other text: `start`/`end` are its UTF-16 offsets.
 * `text` is the beginning of what was not taken.
 */
export const Reject = z
  .object({
    kind: z.enum(['row', 'passage']),
    code: z.string(),
    detail: z.string(),
    /** Which file of an archive; null where the import is one file. */
    file: z.string().nullable(),
    line: z.int().nullable(),
    field: z.string().nullable(),
    start: z.int().nullable(),
    end: z.int().nullable(),
    text: z.string(),
  })
  .meta({ id: 'Reject' });
export type Reject = z.infer<typeof Reject>;

export const ListRejects = z.strictObject({ kind: z.enum(['row', 'passage']).optional(), ...Paging });
export const RejectPage = z
  .object({ items: z.array(Reject), total: z.int(), next: z.string().nullable() })
  .meta({ id: 'RejectPage' });
export type RejectPage = z.infer<typeof RejectPage>;
