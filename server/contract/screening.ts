import { z } from 'zod';
import { DecisionReason } from './duplicates.ts';
import { Instant, Paging, ReviewId } from './primitives.ts';
import { CheckId } from './review-flags.ts';
import { ReviewView } from './reviews.ts';

/** What a finding of a check does: nothing, a flag on the review, or a flag that holds it for a moderator. */
export const CheckMode = z.enum(['off', 'note', 'hold']).meta({ id: 'CheckMode' });
export type CheckMode = z.infer<typeof CheckMode>;

export const ScreeningCheck = z
  .object({ id: CheckId, label: z.string(), description: z.string(), mode: CheckMode, defaultMode: CheckMode })
  .meta({ id: 'ScreeningCheck' });
export type ScreeningCheck = z.infer<typeof ScreeningCheck>;

export const ScreeningSettings = z
  .object({
    /** In the order in which they are carried out. */
    checks: z.array(ScreeningCheck),
    version: z.int(),
    /** Null while nobody has changed the defaults. */
    updatedAt: Instant.nullable(),
    updatedBy: z.string().nullable(),
    /** Whether reviews that were stored before are still being brought in line with the settings. */
    applying: z.boolean(),
  })
  .meta({ id: 'ScreeningSettings' });
export type ScreeningSettings = z.infer<typeof ScreeningSettings>;

/**
 * Changes the modes of the checks that are named; it counts for reviews that are stored already too, except for those
 * that a moderator has decided on. `version` is the one seen. With `dryRun` nothing changes.
 */
export const PutScreening = z
  .strictObject({
    version: z.int().min(0),
    checks: z.partialRecord(CheckId, CheckMode),
    dryRun: z.boolean().optional(),
  })
  .meta({ id: 'PutScreening' });
export type PutScreening = z.infer<typeof PutScreening>;

/** What settings do to the latest reviews, at most 10,000 of them. */
export const ScreeningEffect = z
  .object({
    looked: z.int(),
    /** How many of them are held now, and how many would be with the new settings. */
    heldNow: z.int(),
    held: z.int(),
    /** Reviews each check has found something in, whatever its mode. */
    byCheck: z.array(z.object({ check: CheckId, found: z.int() })),
  })
  .meta({ id: 'ScreeningEffect' });
export type ScreeningEffect = z.infer<typeof ScreeningEffect>;

/** The settings as they are after the request (with `dryRun` as they were), and what the new ones do. */
export const PutScreeningAnswer = z
  .object({ settings: ScreeningSettings, effect: ScreeningEffect })
  .meta({ id: 'PutScreeningAnswer' });
export type PutScreeningAnswer = z.infer<typeof PutScreeningAnswer>;

/** Reviews that wait for a moderator, those that came in first at first. `check`: held or noted by this check. */
export const ListHeld = z.strictObject({
  check: CheckId.optional(),
  product: z.string().min(1).max(120).optional(),
  source: z.string().min(1).max(80).optional(),
  ...Paging,
});
export type ListHeld = z.infer<typeof ListHeld>;

export const HeldPage = z
  .object({
    items: z.array(ReviewView),
    /** Reviews that match, on all pages. */
    total: z.int(),
    /** Held reviews by check, whatever the `check` asked for; one review counts under each of its flags. */
    counts: z.array(z.object({ check: CheckId, reviews: z.int() })),
    next: z.string().nullable(),
  })
  .meta({ id: 'HeldPage' });
export type HeldPage = z.infer<typeof HeldPage>;

/** Decides on a held review. `version` is the one that was on the screen. Removing needs a `reason`. */
export const DecideHeld = z
  .discriminatedUnion('action', [
    z.strictObject({
      action: z.literal('publish'),
      note: z.string().max(2000).optional(),
      version: z.int().min(1),
    }),
    z.strictObject({
      action: z.literal('remove'),
      reason: DecisionReason,
      note: z.string().max(2000).optional(),
      version: z.int().min(1),
    }),
  ])
  .meta({ id: 'DecideHeld' });
export type DecideHeld = z.infer<typeof DecideHeld>;

/** Ids of decisions on held reviews begin with H. */
export const HeldDecisionId = z.string().regex(/^H-[1-9][0-9]{0,14}$/);

export const HeldDecision = z
  .object({
    id: HeldDecisionId,
    review: ReviewId,
    action: z.enum(['publish', 'remove']),
    /** The checks that had found something. */
    checks: z.array(CheckId),
    reason: DecisionReason.nullable(),
    note: z.string().nullable(),
    actor: z.string(),
    at: Instant,
    undoneAt: Instant.nullable(),
    undoneBy: z.string().nullable(),
  })
  .meta({ id: 'HeldDecision' });
export type HeldDecision = z.infer<typeof HeldDecision>;

export const HeldOutcome = z.object({ decision: HeldDecision, review: ReviewView }).meta({ id: 'HeldOutcome' });
export type HeldOutcome = z.infer<typeof HeldOutcome>;

/** Newest first. */
export const ListHeldDecisions = z.strictObject({ review: ReviewId.optional(), ...Paging });
export const HeldDecisionPage = z
  .object({ items: z.array(HeldDecision), next: z.string().nullable() })
  .meta({ id: 'HeldDecisionPage' });
export type HeldDecisionPage = z.infer<typeof HeldDecisionPage>;

/** A review as it was written, personal data included. That it was read is noted with who and when. */
export const RawReview = z
  .object({ id: ReviewId, title: z.string().nullable(), text: z.string(), author: z.string().nullable() })
  .meta({ id: 'RawReview' });
export type RawReview = z.infer<typeof RawReview>;
