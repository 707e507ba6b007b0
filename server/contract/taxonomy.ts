import { z } from 'zod';
import { Estimate, FeatureId, Instant } from './primitives.ts';

/** A word or phrase that names a feature: letters, digits, spaces and hyphens; other forms of the words are found too. */
const Phrase = z
  .string()
  .trim()
  .toLowerCase()
  .min(2)
  .max(60)
  .regex(/^[\p{L}\p{N}]+([ '’-][\p{L}\p{N}]+){0,7}$/u, 'is not a word or a phrase of at most eight words');

const Words = z.array(Phrase).max(200);
const Label = z.string().trim().min(1).max(60);

/**
 * The features that reviews are tagged with. The default ones know their own wordings, and `words` adds to them;
 * a feature of one's own needs words. A default feature that is left out is no longer tagged.
 */
export const PutTaxonomy = z
  .strictObject({
    /** The version that was edited; another one is answered with 409. */
    version: z.int().min(1),
    features: z
      .array(z.strictObject({ id: FeatureId, label: Label, words: Words.default([]) }))
      .min(1)
      .max(100),
  })
  .meta({ id: 'PutTaxonomy' });
export type PutTaxonomy = z.infer<typeof PutTaxonomy>;

/** Tagging everything anew, in the background. `done` counts reviews tagged with the current taxonomy. */
export const Retagging = z
  .object({ state: z.enum(['idle', 'running']), total: z.int(), done: z.int() })
  .meta({ id: 'Retagging' });
export type Retagging = z.infer<typeof Retagging>;

export const TaxonomyView = z
  .object({
    version: z.int(),
    features: z.array(
      z.object({ id: FeatureId, label: z.string(), words: z.array(z.string()), isDefault: z.boolean() }),
    ),
    /** Default features that are not tagged. */
    disabled: z.array(z.object({ id: FeatureId, label: z.string() })),
    updatedAt: Instant.nullable(),
    retagging: Retagging,
  })
  .meta({ id: 'Taxonomy' });
export type TaxonomyView = z.infer<typeof TaxonomyView>;

/**
 * How well a feature is tagged, by the reviews whose tags a person has checked: `precision` of what the tagger found,
 * `recall` of what is there, `polarity` of those found rightly. Wilson intervals.
 */
export const TagQuality = z
  .object({
    checkedReviews: z.int(),
    rows: z.array(
      z.object({
        feature: z.string(),
        label: z.string(),
        found: z.int(),
        there: z.int(),
        both: z.int(),
        precision: Estimate.nullable(),
        recall: Estimate.nullable(),
        polarity: Estimate.nullable(),
      }),
    ),
  })
  .meta({ id: 'TagQuality' });
export type TagQuality = z.infer<typeof TagQuality>;
