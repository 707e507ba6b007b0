import { z } from 'zod';

/** How a customer judges a feature: one word for a mention and for a review's summary of a feature. */
export const Polarity = z.enum(['positive', 'negative', 'neutral', 'mixed']).meta({ id: 'Polarity' });
export type Polarity = z.infer<typeof Polarity>;

export const ReviewStatus = z.enum(['published', 'pending', 'removed']).meta({ id: 'ReviewStatus' });
export type ReviewStatus = z.infer<typeof ReviewStatus>;

/** `once` counts the copies of an undecided cluster as one review, `all` counts every published review. */
export const Counting = z.enum(['once', 'all']).meta({ id: 'Counting' });
export type Counting = z.infer<typeof Counting>;

export const CopyKind = z.enum(['exact', 'near', 'paraphrase']).meta({ id: 'CopyKind' });
export type CopyKind = z.infer<typeof CopyKind>;

/** A calendar day in UTC, `2026-11-21`. */
export const Day = z.iso.date();

/** An instant in UTC, ISO 8601. */
export const Instant = z.iso.datetime();

/** Public ids carry the first letter of what they name: reviews R, clusters C, decisions D, imports I, webhooks W, pulls P, notes N. */
export const ReviewId = z.string().regex(/^R-[1-9][0-9]{0,14}$/);
export const ClusterId = z.string().regex(/^C-[1-9][0-9]{0,14}$/);
export const DecisionId = z.string().regex(/^D-[1-9][0-9]{0,14}$/);
export const ImportId = z.string().regex(/^I-[1-9][0-9]{0,14}$/);
export const WebhookId = z.string().regex(/^W-[1-9][0-9]{0,14}$/);
export const PullId = z.string().regex(/^P-[1-9][0-9]{0,14}$/);
export const BulkId = z.string().regex(/^B-[1-9][0-9]{0,14}$/);

/** Lower-case id of a taxonomy entry, such as `night_vision`. */
export const FEATURE_ID = '[a-z][a-z0-9_]{0,39}';
export const FeatureId = z.string().regex(new RegExp(`^${FEATURE_ID}$`));

/** Share or score with its 95 % interval; all three in the unit of `value`. */
export const Estimate = z.object({ value: z.number(), low: z.number(), high: z.number() }).meta({ id: 'Estimate' });
export type Estimate = z.infer<typeof Estimate>;

/** A whole number in a query string: `z.coerce.number()` would also take '', '1e2' and '0x10'. */
export const queryInt = (min: number, max: number) =>
  z
    .string()
    .regex(/^(0|[1-9][0-9]{0,8})$/)
    .meta({ type: 'integer', minimum: min, maximum: max })
    .transform(Number)
    .pipe(z.int().min(min).max(max));

/** `true` or `false` in a query string. */
export const queryFlag = z.enum(['true', 'false']).transform((text) => text === 'true');

/** A comma-separated list in a query string; `entry` is the pattern of one entry, so that the API document shows it. */
export const queryList = <T extends string>(entry: string, max: number) =>
  z
    .string()
    .regex(
      new RegExp(`^(?:${entry})(?:,(?:${entry})){0,${max - 1}}$`),
      `is not a list of ${entry}, separated by commas`,
    )
    .transform((text) => [...new Set(text.split(','))] as T[]);

/** One line of text as a person types it: not blank, and no half characters. */
export const wellFormedLine = (max: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(max)
    .refine(
      (value) => (value as string & { isWellFormed(): boolean }).isWellFormed(),
      'holds half of a character (lone surrogate)',
    );

/** An address without a name: `ann@shop.example`; of the lengths that mail can carry (RFC 5321). */
export const EmailAddress = z
  .email()
  .max(254)
  .regex(/^[^@]{1,64}@/, 'has more than 64 characters before the @');

/** Opaque position in a list; only what an earlier answer gave as `next` is valid. */
const Cursor = z.string().regex(/^[A-Za-z0-9_-]{1,200}$/);

export const Paging = { limit: queryInt(1, 200).optional(), cursor: Cursor.optional() };
