import { z } from 'zod';
import { ClusterRelation, ClusterSummary, DecisionReason } from './duplicates.ts';
import { Day, Estimate, Instant } from './primitives.ts';

/** `from` and `to` are inclusive days (UTC) on which decisions were made. */
export const NeutralityQuery = z.strictObject({
  product: z.string().min(1).max(120).optional(),
  source: z.string().min(1).max(80).optional(),
  from: Day.optional(),
  to: Day.optional(),
  interval: z.enum(['day', 'week']).optional(),
});
export type NeutralityQuery = z.infer<typeof NeutralityQuery>;

/** Reviews with one to five stars, in that order, and those without. */
const ByStars = z.object({ stars: z.array(z.int()), unrated: z.int() });

/** One test of whether low ratings are removed more often than chance allows. */
export const NeutralityTest = z
  .object({
    moderator: z.string(),
    /** Null: whatever the reason. */
    reason: DecisionReason.nullable(),
    /** `members`: which reviews of a cluster are removed; `clusters`: which clusters lose reviews at all. */
    unit: z.enum(['members', 'clusters']),
    low: z.object({ removed: z.int(), of: z.int() }),
    other: z.object({ removed: z.int(), of: z.int() }),
    /** Low ones removed that chance would lead to. */
    expected: z.number(),
    p: z.number(),
    /** After Holm's correction for the number of tests. */
    pAdjusted: z.number(),
    warns: z.boolean(),
    /** The finding in one sentence. */
    finding: z.string(),
  })
  .meta({ id: 'NeutralityTest' });
export type NeutralityTest = z.infer<typeof NeutralityTest>;

/** Standing decisions of people, and what they did to reviews of few and of many stars. */
export const Neutrality = z
  .object({
    decisions: z.int(),
    /** Reviews that were decided on, and those removed. */
    reviews: z.int(),
    removed: z.int(),
    /** Five rows, one star first, then those without stars (null). `rate`: removed of those decided on, 95 % (Wilson). */
    byStars: z.array(
      z.object({ stars: z.int().nullable(), decided: z.int(), removed: z.int(), rate: Estimate.nullable() }),
    ),
    removals: z.array(z.object({ moderator: z.string(), reason: DecisionReason, removed: z.int(), ...ByStars.shape })),
    /** The smallest p first. */
    tests: z.array(NeutralityTest),
    warnings: z.array(NeutralityTest),
    method: z.string(),
    interval: z.enum(['day', 'week']),
    /** Intervals without removals are left out. */
    overTime: z.array(
      z.object({
        from: Day,
        to: Day,
        removed: z.int(),
        averageStars: z.number().nullable(),
        ...ByStars.shape,
      }),
    ),
  })
  .meta({ id: 'Neutrality' });
export type Neutrality = z.infer<typeof Neutrality>;

/**
 * Removes exact copies by one author by itself, in clusters of these relations that have been as they are for
 * `minAgeMinutes`. `keep`: the earliest (one of each product), or what is suggested to keep.
 */
export const ExactSameAuthor = z
  .strictObject({
    enabled: z.boolean(),
    keep: z.enum(['earliest', 'suggested']),
    relation: z.array(ClusterRelation).min(1).max(3),
    minAgeMinutes: z.int().min(0).max(525_600),
  })
  .meta({ id: 'ExactSameAuthor' });
export type ExactSameAuthor = z.infer<typeof ExactSameAuthor>;

export const Rules = z
  .object({
    exactSameAuthor: ExactSameAuthor,
    /** 0 until they are first set. */
    version: z.int(),
    updatedAt: Instant.nullable(),
    updatedBy: z.string().nullable(),
  })
  .meta({ id: 'Rules' });
export type Rules = z.infer<typeof Rules>;

/** `version` is the one that was on the screen; another one is a 409. `dryRun` changes nothing. */
export const SetRules = z
  .strictObject({
    exactSameAuthor: ExactSameAuthor,
    version: z.int().min(0),
    dryRun: z.boolean().optional(),
  })
  .meta({ id: 'SetRules' });
export type SetRules = z.infer<typeof SetRules>;

/** What the rules would do, were they enabled. */
export const RulesPreview = z
  .object({
    /** Open clusters that would be decided now. */
    open: z.object({ count: z.int(), removes: z.int(), examples: z.array(ClusterSummary) }),
    /** Clusters that people decided within 30 days and that the rule would have decided: how many of them alike. */
    lastMonth: z.object({
      count: z.int(),
      alike: z.int(),
      otherwise: z.int(),
      examples: z.array(ClusterSummary),
    }),
  })
  .meta({ id: 'RulesPreview' });
export type RulesPreview = z.infer<typeof RulesPreview>;

/** `preview` is given for a dry run only; `rules` are then those that stand. */
export const RulesAnswer = z.object({ rules: Rules, preview: RulesPreview.nullable() }).meta({ id: 'RulesAnswer' });
export type RulesAnswer = z.infer<typeof RulesAnswer>;
