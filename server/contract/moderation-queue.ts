import { z } from 'zod';
import { ClusterRelation, ClusterSignal, ClusterState, DecisionReason } from './duplicates.ts';
import { BulkId, ClusterId, CopyKind, Day, Instant, Paging, queryFlag } from './primitives.ts';

/**
 * What narrows the queue. `reason`: the suggested one while open, then the one decided on. `createdAfter` is that day
 * and later, `createdBefore` before that day (UTC). `claimed`: by the one who asks, by others, by nobody.
 */
export const queueShape = {
  kind: CopyKind.optional(),
  relation: ClusterRelation.optional(),
  product: z.string().min(1).max(120).optional(),
  source: z.string().min(1).max(80).optional(),
  reason: DecisionReason.optional(),
  signal: ClusterSignal.optional(),
  createdAfter: Day.optional(),
  createdBefore: Day.optional(),
  claimed: z.enum(['mine', 'others', 'free']).optional(),
};

/** The same with the filters of decided clusters. */
const decidedShape = { state: ClusterState.optional(), moderator: z.string().min(1).max(200).optional() };

/** `state` is `open` unless it says otherwise. */
export const ListClusters = z.strictObject({ ...decidedShape, ...queueShape, ...Paging });
export type ListClusters = z.infer<typeof ListClusters>;

/** The filter of the list that a cluster was opened from, for its `position`. */
export const GetCluster = z.strictObject({ ...decidedShape, ...queueShape });

/** How many clusters that match came in after `since`. */
export const CountNewClusters = z.strictObject({ since: Instant, ...queueShape });
export const NewClusters = z
  .object({
    count: z.int(),
    /** To ask with next time. */
    now: Instant,
  })
  .meta({ id: 'NewClusters' });
export type NewClusters = z.infer<typeof NewClusters>;

/** `takeOver` takes the claim of somebody else. */
export const PutClaim = z.strictObject({ takeOver: z.boolean().optional() }).meta({ id: 'PutClaim' });
export type PutClaim = z.infer<typeof PutClaim>;

/** `from` and `to` are inclusive days (UTC) of the decision; `undone` tells undone ones from those that stand. */
export const ListDecisions = z.strictObject({
  cluster: ClusterId.optional(),
  moderator: z.string().min(1).max(200).optional(),
  action: z.enum(['remove', 'not_duplicates']).optional(),
  reason: DecisionReason.optional(),
  from: Day.optional(),
  to: Day.optional(),
  undone: queryFlag.optional(),
  bulk: BulkId.optional(),
  ...Paging,
});
export type ListDecisions = z.infer<typeof ListDecisions>;
