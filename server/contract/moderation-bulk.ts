import { z } from 'zod';
import { ClusterSummary, DecisionReason } from './duplicates.ts';
import { queueShape } from './moderation-queue.ts';
import { BulkId, ClusterId, DecisionId, Instant } from './primitives.ts';

/** As of `GET /duplicates`; only open clusters are decided. */
export const QueueFilter = z.strictObject(queueShape).meta({ id: 'QueueFilter' });
export type QueueFilter = z.infer<typeof QueueFilter>;

/** Most clusters of one bulk. */
export const MOST_OF_BULK = 5000;

const which = {
  filter: QueueFilter.optional(),
  /** Left out of what the filter matches. */
  exclude: z.array(ClusterId).max(MOST_OF_BULK).optional(),
  ids: z.array(ClusterId).min(1).max(MOST_OF_BULK).optional(),
  note: z.string().max(2000).optional(),
  /** How many were shown; required unless `dryRun`. More than that are never decided: 409 `count-differs`. */
  expected: z.int().min(0).max(MOST_OF_BULK).optional(),
  /** `now` of the page or dry run that was shown: a cluster that has changed since is skipped. */
  shownAt: Instant.optional(),
  /** Also what others have claimed. */
  takeOver: z.boolean().optional(),
  dryRun: z.boolean().optional(),
};

/**
 * Decides many clusters alike: those that a filter matches at this moment, or those named; one of `filter` and `ids`.
 * `remove` keeps what is suggested to keep of each; `reason` `suggested` takes each cluster's own.
 */
export const DecideBulk = z
  .discriminatedUnion('action', [
    z.strictObject({ action: z.literal('remove'), reason: z.enum([...DecisionReason.options, 'suggested']), ...which }),
    z.strictObject({ action: z.literal('not_duplicates'), ...which }),
  ])
  .superRefine((bulk, context) => {
    const refuse = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message });
    if ((bulk.filter === undefined) === (bulk.ids === undefined)) refuse('filter', 'give either filter or ids');
    if (bulk.ids !== undefined && bulk.exclude !== undefined) refuse('exclude', 'goes with filter only');
    if (bulk.expected === undefined && bulk.dryRun !== true) refuse('expected', 'is required unless dryRun is true');
  })
  .meta({ id: 'DecideBulk' });
export type DecideBulk = z.infer<typeof DecideBulk>;

export const BulkPreview = z
  .object({
    /** How many would be decided; `expected` of the run. */
    count: z.int(),
    /** Reviews that would be removed. */
    removes: z.int(),
    filter: QueueFilter.nullable(),
    /** Ten at most, as in the queue. */
    examples: z.array(ClusterSummary),
    now: Instant,
  })
  .meta({ id: 'BulkPreview' });
export type BulkPreview = z.infer<typeof BulkPreview>;

/** `why` of what was skipped or failed. */
export const BulkRow = z
  .object({
    id: ClusterId,
    result: z.enum(['waiting', 'decided', 'skipped', 'failed']),
    why: z.string().nullable(),
    decision: DecisionId.nullable(),
    /** Once the undo of the bulk has come to it. */
    undo: z.object({ result: z.enum(['undone', 'skipped', 'failed']), why: z.string().nullable() }).nullable(),
  })
  .meta({ id: 'BulkRow' });
export type BulkRow = z.infer<typeof BulkRow>;

export const BulkState = z.enum(['running', 'done', 'undoing', 'undone']).meta({ id: 'BulkState' });
export type BulkState = z.infer<typeof BulkState>;

export const Bulk = z
  .object({
    id: BulkId,
    state: BulkState,
    action: z.enum(['remove', 'not_duplicates']),
    reason: z.string().nullable(),
    note: z.string().nullable(),
    filter: QueueFilter.nullable(),
    actor: z.string(),
    at: Instant,
    /** Rows, and those among them by result. */
    count: z.int(),
    decided: z.int(),
    skipped: z.int(),
    failed: z.int(),
    undone: z.int(),
    finishedAt: Instant.nullable(),
    undoneBy: z.string().nullable(),
    undoneAt: Instant.nullable(),
    rows: z.array(BulkRow),
  })
  .meta({ id: 'Bulk' });
export type Bulk = z.infer<typeof Bulk>;
