import { z } from 'zod';
import { FeatureRow, Ratings, stated } from './analytics.ts';
import { filterShape } from './filters.ts';
import { ReviewId } from './primitives.ts';

/** Words of a customer, as they stand in the review: `start`/`end` are UTF-16 offsets into `field`. */
const Extract = z
  .object({
    review: ReviewId,
    field: z.enum(['title', 'text']),
    start: z.int(),
    end: z.int(),
    text: z.string(),
    rating: z.number().nullable(),
    date: z.string(),
  })
  .meta({ id: 'Extract' });
export type Extract = z.infer<typeof Extract>;

const SummaryFeature = FeatureRow.extend({
  /** A sentence that praises (strengths) or blames (weaknesses), close to what the others say; null without one. */
  sentence: Extract.nullable(),
}).meta({ id: 'SummaryFeature' });

/**
 * In short: features of at least `minN` reviews whose interval of net sentiment lies above zero (strengths) or below it
 * (weaknesses), at most five each, ordered by net sentiment times the reviews that mention it.
 */
export const Summary = z
  .object({
    ...stated,
    product: z.string().nullable(),
    minN: z.int(),
    reviews: z.int(),
    rated: z.int(),
    average: Ratings.shape.average,
    stars: z.array(z.object({ stars: z.int(), reviews: z.int() })),
    strengths: z.array(SummaryFeature),
    weaknesses: z.array(SummaryFeature),
  })
  .meta({ id: 'Summary' });
export type Summary = z.infer<typeof Summary>;

export const SummaryQuery = z.strictObject(filterShape);
export const SummaryParams = z.strictObject({ product: z.string().min(1).max(120) });
