import { z } from 'zod';
import { filterShape } from './filters.ts';
import {
  CopyKind,
  Counting,
  FeatureId,
  ImportId,
  Instant,
  Paging,
  Polarity,
  queryFlag,
  ReviewId,
  ReviewStatus,
} from './primitives.ts';
import { Fault } from './problem.ts';
import { PersonalDataKind, ReviewFlag } from './review-flags.ts';
import { Facets, Highlight } from './search.ts';

/** Longest text of a review, in UTF-16 units. */
export const MAX_TEXT = 100_000;
/** Most reviews in one batch. */
const MAX_BATCH = 1000;

/** Short line of text, not blank. */
const line = (max: number) => wellFormed(z.string().trim().min(1).max(max));

/** UTF-16 without half characters: those could not be stored and read back equal. */
function wellFormed<T extends z.ZodType<string, string>>(text: T) {
  return text.refine(
    (value) => (value as string & { isWellFormed(): boolean }).isWellFormed(),
    'holds half of a character (lone surrogate)',
  );
}

/**
 * A review as a caller hands it in. `externalId` is the source's own id; without it the identity is a hash of
 * source, product, author, date and text. `date` is a day or an instant since 1995 and lies in the past. The text is
 * kept as it is, white space at its ends aside.
 */
export const ReviewInput = z
  .strictObject({
    source: line(80).default('api'),
    externalId: line(200).optional(),
    product: line(120),
    title: wellFormed(z.string().max(500)).nullable().optional(),
    text: wellFormed(z.string().max(MAX_TEXT).regex(/\S/, 'is empty')),
    rating: z.number().min(1).max(5).nullable().optional(),
    author: wellFormed(z.string().max(200)).nullable().optional(),
    date: z
      .union([z.iso.date(), z.iso.datetime({ offset: true })])
      .nullable()
      .optional(),
    verified: z.boolean().nullable().optional(),
  })
  .meta({ id: 'ReviewInput' });
export type ReviewInput = z.infer<typeof ReviewInput>;

/** Up to 1000 reviews; each is checked by itself, so that one bad review does not refuse the others. */
export const ReviewBatch = z
  .strictObject({ reviews: z.array(z.unknown()).min(1).max(MAX_BATCH) })
  .meta({ id: 'ReviewBatch' });

const Span = z.object({ start: z.int(), end: z.int() });

/**
 * Where a review speaks of a feature. `start`/`end` are UTF-16 offsets into `field`; `cue` is what decided the polarity,
 * `negator` the word of it that turned it round ("not").
 */
export const Mention = z
  .object({
    feature: z.string(),
    polarity: Polarity,
    field: z.enum(['title', 'text']),
    start: z.int(),
    end: z.int(),
    quote: z.string(),
    cue: Span.optional(),
    negator: Span.optional(),
  })
  .meta({ id: 'Mention' });
export type Mention = z.infer<typeof Mention>;

/**
 * What a person said of the review's tags: `found` is the tagger's judgement, `right` theirs; null is "not mentioned".
 * Of a review whose tags were checked, `found` is as it was then.
 */
const TagCorrection = z
  .object({
    feature: z.string(),
    found: Polarity.nullable(),
    right: Polarity.nullable(),
    actor: z.string(),
    at: Instant,
  })
  .meta({ id: 'TagCorrection' });
export type TagCorrection = z.infer<typeof TagCorrection>;

export const ReviewView = z
  .object({
    id: ReviewId,
    source: z.string(),
    externalId: z.string().nullable(),
    product: z.string(),
    title: z.string().nullable(),
    text: z.string(),
    rating: z.number().nullable(),
    author: z.string().nullable(),
    /** The day the review was written; the day it came in where the source names none (`dateKnown` false). */
    date: z.string(),
    dateKnown: z.boolean(),
    verified: z.boolean().nullable(),
    language: z.string(),
    status: ReviewStatus,
    statusReason: z.string().nullable(),
    /** What the screening has found against it, all of it. */
    flags: z.array(ReviewFlag),
    /** Kinds of personal data that are masked in this view, such as `[e-mail]` in the text; offsets fit the masked text. */
    masked: z.array(PersonalDataKind),
    sentiment: z.object({ label: Polarity, score: z.number() }),
    features: z.record(z.string(), Polarity),
    mentions: z.array(Mention),
    /** Corrections stay when the review is tagged anew. */
    corrections: z.array(TagCorrection),
    /** When a person last said that the tags, corrections included, are right; then they stay when tagged anew. */
    tagsCheckedAt: Instant.nullable(),
    /** The undecided cluster of copies this review belongs to. */
    cluster: z.string().nullable(),
    /** Whether `counting=once` counts it. */
    countedOnce: z.boolean(),
    importId: z.string().nullable(),
    createdAt: Instant,
    updatedAt: Instant,
    version: z.int(),
  })
  .meta({ id: 'Review' });
export type ReviewView = z.infer<typeof ReviewView>;

/** One reason a person can check why two reviews were taken for copies. */
export const CopyReason = z.object({ code: z.string(), detail: z.string() }).meta({ id: 'CopyReason' });
export type CopyReason = z.infer<typeof CopyReason>;

/** A copy found for a review: `score` is the measured similarity, 0 to 1. */
export const CopyLink = z
  .object({
    id: ReviewId,
    kind: CopyKind,
    score: z.number(),
    reasons: z.array(CopyReason),
    cluster: z.string().nullable(),
  })
  .meta({ id: 'CopyLink' });
export type CopyLink = z.infer<typeof CopyLink>;

export const PostedReview = ReviewView.extend({
  result: z.enum(['created', 'updated', 'unchanged']),
  duplicates: z.array(CopyLink),
}).meta({ id: 'PostedReview' });
export type PostedReview = z.infer<typeof PostedReview>;

const BatchResult = z
  .object({
    index: z.int(),
    result: z.enum(['created', 'updated', 'unchanged', 'rejected']),
    id: z.string().optional(),
    features: z.record(z.string(), Polarity).optional(),
    duplicates: z.array(CopyLink).optional(),
    errors: z.array(Fault).optional(),
  })
  .meta({ id: 'BatchResult' });

export const BatchAnswer = z
  .object({
    created: z.int(),
    updated: z.int(),
    unchanged: z.int(),
    rejected: z.int(),
    results: z.array(BatchResult),
  })
  .meta({ id: 'BatchAnswer' });
export type BatchAnswer = z.infer<typeof BatchAnswer>;

/** Reviews, newest first. `q` is searched literally in title and text. */
export const ListReviews = z.strictObject({
  ...filterShape,
  counting: Counting.optional(),
  status: ReviewStatus.optional(),
  checked: queryFlag.optional().meta({
    description: 'Whether a person has called the tags right: `false` lists what is left to check.',
  }),
  q: z.string().min(1).max(200).optional(),
  language: z
    .string()
    .regex(/^[a-z]{2,3}$/)
    .optional(),
  import: ImportId.optional().meta({ description: 'The import that brought them in.' }),
  facets: queryFlag
    .optional()
    .meta({ description: 'Whether to count what the query finds by product, stars and so on.' }),
  ...Paging,
});
export type ListReviews = z.infer<typeof ListReviews>;

export const ReviewPage = z
  .object({
    items: z.array(ReviewView),
    total: z.int(),
    next: z.string().nullable(),
    /** With `q`: where each review of the page has it, by the review's id. */
    highlights: z.record(z.string(), z.array(Highlight)).optional(),
    facets: Facets.optional(),
  })
  .meta({ id: 'ReviewPage' });
export type ReviewPage = z.infer<typeof ReviewPage>;

/**
 * Changes to a review. `features` corrects tags: a polarity, or null for a feature that is not mentioned; what is not
 * named stays. `asFound` takes corrections back: what was found of these features counts again. `tagsChecked` says
 * that all tags are right now: they stay as they are, whatever a newer tagger finds, and precision and recall are
 * measured by them; false takes that back. Removing needs a `reason`. `version` is the one seen.
 */
export const PatchReview = z
  .strictObject({
    version: z.int().min(1),
    status: ReviewStatus.optional(),
    reason: z.string().trim().min(1).max(80).optional(),
    features: z.record(FeatureId, Polarity.nullable()).optional(),
    asFound: z.array(FeatureId).max(100).optional(),
    tagsChecked: z.boolean().optional(),
  })
  .refine((patch) => patch.status !== 'removed' || patch.reason !== undefined, {
    path: ['reason'],
    message: 'is needed to remove a review',
  })
  .meta({ id: 'PatchReview' });
export type PatchReview = z.infer<typeof PatchReview>;

/** What happened to a review, oldest first. */
export const ReviewHistory = z
  .object({
    items: z.array(
      z.object({ at: Instant, actor: z.string(), event: z.string(), detail: z.string().nullable(), version: z.int() }),
    ),
  })
  .meta({ id: 'ReviewHistory' });
export type ReviewHistory = z.infer<typeof ReviewHistory>;
