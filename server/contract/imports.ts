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

/**
 * What the bytes of a text file stand for. Without it a file is UTF-8; what is no UTF-8 is refused by row. A byte order
 * mark says more: UTF-8 or UTF-16 that begins with one is read as that. A spreadsheet says it itself.
 */
export const TextEncoding = z.enum(['utf-8', 'windows-1252']).meta({ id: 'TextEncoding' });
export type TextEncoding = z.infer<typeof TextEncoding>;

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
  map: z
    .string()
    .max(4000)
    .meta({ contentMediaType: 'application/json', contentSchema: { $ref: '#/$defs/ColumnMap' } })
    .transform(parseMap)
    .pipe(ColumnMap)
    .optional(),
  dates: DateOrder.optional(),
  encoding: TextEncoding.optional(),
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

/** `undone`: what it stored is taken back; `undoing` and `redoing` are on the way there and back, in the background. */
export const ImportState = z
  .enum(['queued', 'running', 'paused', 'done', 'failed', 'cancelled', 'undoing', 'undone', 'redoing'])
  .meta({ id: 'ImportState' });
export type ImportState = z.infer<typeof ImportState>;

/** What can be asked of an import; each only in some of its states. */
export const ImportOperation = z
  .enum(['pause', 'resume', 'cancel', 'undo', 'redo', 'confirm'])
  .meta({ id: 'ImportOperation' });
export type ImportOperation = z.infer<typeof ImportOperation>;

/**
 * How far taking back (or `redoing`) is, in reviews. `kept` are those left as they are: since it was asked for, a
 * decision was made on them, or their source has sent them in yet another form.
 */
const ImportUndo = z
  .object({ total: z.int(), done: z.int(), kept: z.int(), by: z.string(), at: Instant })
  .meta({ id: 'ImportUndo' });
export type ImportUndo = z.infer<typeof ImportUndo>;

export const ImportView = z
  .object({
    id: ImportId,
    state: ImportState,
    filename: z.string(),
    format: ImportFormat,
    product: z.string().nullable(),
    source: z.string().nullable(),
    /** Which column stands for which field, where that was given or remembered. */
    map: ColumnMap.nullable(),
    dates: DateOrder.nullable(),
    /** Null where none was given: UTF-8, or UTF-16 by its byte order mark. */
    encoding: TextEncoding.nullable(),
    dryRun: z.boolean(),
    /** What can be asked of it now. */
    can: z.array(ImportOperation),
    /** What was asked of a running import: it happens after the batch at hand. */
    asked: z.enum(['pause', 'cancel']).nullable(),
    bytes: z.object({ total: z.int().nullable(), read: z.int() }),
    counts: ImportCounts,
    /** Reviews a second during the last seconds, and what is left at this pace; null where it does not run. */
    rate: z.number().nullable(),
    secondsLeft: z.int().nullable(),
    /** How often a server took it up. */
    attempts: z.int(),
    /** The dry run that this import does, and the import that does this dry run. */
    confirms: ImportId.nullable(),
    confirmedBy: ImportId.nullable(),
    /** Until when a dry run can be confirmed: its file is kept so long. */
    confirmUntil: Instant.nullable(),
    /** Of a confirmed dry run that is over: whether its result is another, since something else was stored in between. */
    differsFromDryRun: z.boolean().nullable(),
    undo: ImportUndo.nullable(),
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

/**
 * What a file is and how it would be read. `map` is what is known of the columns, or else suggested; `dates` counts, of
 * the first rows, dates that can be read in two orders and in one only; `encoding` is what the first 64 kB look like,
 * and the names and samples are read by it where none is given; `problem` is why it would be refused as it is.
 */
export const InspectedFile = z
  .object({
    format: ImportFormat,
    layout: z.string().nullable(),
    columns: z.array(z.object({ name: z.string(), samples: z.array(z.string()) })),
    map: ColumnMap,
    /** Whether the map was given for such a header before. */
    remembered: z.boolean(),
    dates: z.object({ ambiguous: z.int(), dayFirst: z.int(), monthFirst: z.int() }),
    encoding: TextEncoding,
    problem: z.string().nullable(),
  })
  .meta({ id: 'InspectedFile' });
export type InspectedFile = z.infer<typeof InspectedFile>;

/** Names a header, whatever the order of its columns. */
export const MappingSignature = z.string().regex(/^[A-Za-z0-9_-]{22}$/);

export const MappingList = z
  .object({
    items: z.array(
      z.object({ signature: MappingSignature, columns: z.array(z.string()), map: ColumnMap, usedAt: Instant }),
    ),
  })
  .meta({ id: 'MappingList' });
export type MappingList = z.infer<typeof MappingList>;
