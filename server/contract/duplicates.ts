import { z } from 'zod';
import { BulkId, ClusterId, CopyKind, DecisionId, Instant, ReviewId } from './primitives.ts';
import { Claim, ConflictingDecision } from './problem.ts';
import { CopyReason, ReviewView } from './reviews.ts';

/** `open` waits for a moderator; `removed` and `not_duplicates` are decided. */
export const ClusterState = z.enum(['open', 'removed', 'not_duplicates']).meta({ id: 'ClusterState' });
export type ClusterState = z.infer<typeof ClusterState>;

/**
 * What the members have in common: `same` product and source; `syndicated`, one product on several sources; `variant`,
 * several products. A copy on another site or variant is not wrong there, so it has a rule of its own.
 */
export const ClusterRelation = z.enum(['same', 'syndicated', 'variant']).meta({ id: 'ClusterRelation' });
export type ClusterRelation = z.infer<typeof ClusterRelation>;

/**
 * Signals beside the texts; none is a proof. `burst`: five or more came in one import, or through the API within ten
 * minutes, under different names and with dates a week or more apart.
 */
export const ClusterSignal = z.enum(['burst', 'same-author', 'same-import']).meta({ id: 'ClusterSignal' });
export type ClusterSignal = z.infer<typeof ClusterSignal>;

export const DecisionReason = z
  .enum([
    'duplicate-exact',
    'duplicate-near',
    'duplicate-paraphrase',
    'syndicated-copy',
    'spam',
    'personal-data',
    'off-product',
    'other',
  ])
  .meta({ id: 'DecisionReason' });
export type DecisionReason = z.infer<typeof DecisionReason>;

export const ClusterSummary = z
  .object({
    id: ClusterId,
    state: ClusterState,
    /** The strongest kind among its pairs, and all of them. */
    kind: CopyKind,
    kinds: z.array(CopyKind),
    relation: ClusterRelation,
    signals: z.array(ClusterSignal),
    size: z.int(),
    /** The survivor's title, or the beginning of its text. */
    headline: z.string(),
    products: z.array(z.string()),
    sources: z.array(z.string()),
    /** The review to keep, and why that one. */
    survivor: ReviewId,
    survivorReason: z.string(),
    /** What to keep: the survivor first, and of a `variant` cluster one review of each product. */
    suggestedKeep: z.array(ReviewId),
    suggestedReason: DecisionReason,
    /** Why these reviews were taken for copies, in one line. */
    why: z.string(),
    sameImport: z.boolean(),
    /** Who is at it; null for nobody, and once the claim has ended. */
    claim: Claim.nullable(),
    /** Who decided it; null while it is open. */
    moderator: z.string().nullable(),
    createdAt: Instant,
    updatedAt: Instant,
    version: z.int(),
  })
  .meta({ id: 'ClusterSummary' });
export type ClusterSummary = z.infer<typeof ClusterSummary>;

export const CopyPair = z
  .object({
    a: ReviewId,
    b: ReviewId,
    kind: CopyKind,
    score: z.number(),
    reasons: z.array(CopyReason),
    /** Said not to be duplicates by an earlier decision. */
    dismissed: z.boolean(),
  })
  .meta({ id: 'CopyPair' });
export type CopyPair = z.infer<typeof CopyPair>;

const Figure = z.object({ value: z.number().nullable(), n: z.int() });

/** What a decision would do to one measure of the cluster's main product, over the days of its members. */
export const Effect = z
  .object({ measure: z.string(), scope: z.string(), now: Figure, ifRemoved: Figure, ifKept: Figure })
  .meta({ id: 'Effect' });
export type Effect = z.infer<typeof Effect>;

export const Decision = z
  .object({
    id: DecisionId,
    cluster: ClusterId,
    action: z.enum(['remove', 'not_duplicates']),
    kept: z.array(ReviewId),
    removed: z.array(ReviewId),
    reason: DecisionReason.nullable(),
    note: z.string().nullable(),
    /** Of a rule `rule:` and its name. */
    actor: z.string(),
    at: Instant,
    /** The bulk that it was part of. */
    bulk: BulkId.nullable(),
    undoneAt: Instant.nullable(),
    undoneBy: z.string().nullable(),
  })
  .meta({ id: 'Decision' });
export type Decision = z.infer<typeof Decision>;

/** Place of a cluster in the queue that a filter makes: "12 of 240". */
const QueuePosition = z.object({ place: z.int(), total: z.int() }).meta({ id: 'QueuePosition' });
export type QueuePosition = z.infer<typeof QueuePosition>;

export const ClusterDetail = ClusterSummary.extend({
  /** The survivor first, then by date: those suggested to keep, and no more than 200 others of `size`. */
  members: z.array(ReviewView),
  /** Of the members that are listed. */
  pairs: z.array(CopyPair),
  effects: z.array(Effect),
  decisions: z.array(Decision),
  /** Null where no filter was given (`state=open` is one), and where the cluster does not match it. */
  position: QueuePosition.nullable(),
}).meta({ id: 'ClusterDetail' });
export type ClusterDetail = z.infer<typeof ClusterDetail>;

export const ClusterPage = z
  .object({
    items: z.array(ClusterSummary),
    /** When this was so: `since` of `/duplicates/new`, `shownAt` of a bulk. */
    now: Instant,
    /** Clusters that match, on all pages. */
    total: z.int(),
    /** Clusters by state, whatever the filter. */
    counts: z.object({ open: z.int(), removed: z.int(), not_duplicates: z.int() }),
    next: z.string().nullable(),
  })
  .meta({ id: 'ClusterPage' });
export type ClusterPage = z.infer<typeof ClusterPage>;

/**
 * `remove` keeps `keep` and removes `remove`: both lists together are the members of the cluster as the moderator saw
 * them; without `remove` it removes all others. `version` is the version that was on the screen, which stands for the
 * members too; another one is answered with 409. So is a cluster that somebody else has claimed, unless `takeOver`.
 */
export const Decide = z
  .discriminatedUnion('action', [
    z.strictObject({
      action: z.literal('remove'),
      keep: z.array(ReviewId).min(1).max(10_000),
      remove: z.array(ReviewId).min(1).max(10_000).optional(),
      reason: DecisionReason,
      note: z.string().max(2000).optional(),
      version: z.int().min(1),
      takeOver: z.boolean().optional(),
    }),
    z.strictObject({
      action: z.literal('not_duplicates'),
      note: z.string().max(2000).optional(),
      version: z.int().min(1),
      takeOver: z.boolean().optional(),
    }),
  ])
  .meta({ id: 'Decide' });
export type Decide = z.infer<typeof Decide>;

export const DecisionPage = z
  .object({ items: z.array(Decision), next: z.string().nullable() })
  .meta({ id: 'DecisionPage' });
export type DecisionPage = z.infer<typeof DecisionPage>;

export const DecisionDetail = Decision.extend({
  /** The later decision on the same reviews that would have to be undone first. */
  blockedBy: ConflictingDecision.nullable(),
}).meta({ id: 'DecisionDetail' });
export type DecisionDetail = z.infer<typeof DecisionDetail>;
