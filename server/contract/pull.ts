import { z } from 'zod';
import { ColumnMap, DateOrder, ImportFormat, TextEncoding } from './imports.ts';
import { ImportId, Instant, PullId } from './primitives.ts';

const shape = {
  url: z.string().min(1).max(2000),
  everyMinutes: z.int().min(5).max(43_200),
  format: ImportFormat,
  product: z.string().trim().min(1).max(120).nullable(),
  source: z.string().trim().min(1).max(80).nullable(),
  map: ColumnMap.nullable(),
  dates: DateOrder.nullable(),
  encoding: TextEncoding.nullable(),
  active: z.boolean(),
};
const { url, everyMinutes, ...rest } = shape;

/**
 * A file that is fetched again and again and imported when it has changed. The origin of `url` has to be one of those
 * that the operator allows; the rest is as for an import.
 */
export const CreatePull = z
  .strictObject({ url, everyMinutes, ...z.strictObject(rest).partial().shape })
  .meta({ id: 'CreatePull' });
export type CreatePull = z.infer<typeof CreatePull>;

/** What is not named stays. Where it is read from or how has changed, it is fetched anew at once. */
export const PatchPull = z.strictObject(shape).partial().meta({ id: 'PatchPull' });
export type PatchPull = z.infer<typeof PatchPull>;

/** `unchanged`: the file is the one that was imported last. `detail` says why, or what failed. */
export const PullRun = z
  .object({
    at: Instant,
    result: z.enum(['imported', 'unchanged', 'failed']),
    detail: z.string().nullable(),
  })
  .meta({ id: 'PullRun' });
export type PullRun = z.infer<typeof PullRun>;

export const PullView = z
  .object({
    id: PullId,
    ...shape,
    state: z.enum(['waiting', 'running']),
    lastRun: PullRun.nullable(),
    /** The latest import made of it; what became of that is told there. */
    lastImport: ImportId.nullable(),
    /** Null where it is not active. */
    nextRunAt: Instant.nullable(),
    createdAt: Instant,
    updatedAt: Instant,
  })
  .meta({ id: 'Pull' });
export type PullView = z.infer<typeof PullView>;

export const PullList = z
  .object({
    items: z.array(PullView),
    /** Origins that the operator allows to fetch from; where there is none, nothing can be added. */
    allowedOrigins: z.array(z.string()),
    /** Whether the operator has named a folder whose files are imported. */
    watchesFolder: z.boolean(),
  })
  .meta({ id: 'PullList' });
export type PullList = z.infer<typeof PullList>;
