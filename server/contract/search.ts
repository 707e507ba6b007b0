import { z } from 'zod';
import { Polarity } from './primitives.ts';

/** Where a review has the searched text, as UTF-16 offsets into `field`. */
export const Highlight = z
  .object({ field: z.enum(['title', 'text']), start: z.int(), end: z.int() })
  .meta({ id: 'Highlight' });
export type Highlight = z.infer<typeof Highlight>;

const counted = <T extends z.ZodType>(value: T) => z.array(z.object({ value, reviews: z.int() }));

/**
 * How the reviews that a query finds (all its filters and `q` applied) are spread, most reviews first. `stars` is the
 * whole star, null without a rating. A review stands once under each feature that it mentions and once under each
 * polarity that it has; so these do not add up to `total`.
 */
export const Facets = z
  .object({
    products: counted(z.string()),
    sources: counted(z.string()),
    stars: counted(z.int().nullable()),
    features: counted(z.string()),
    polarities: counted(Polarity),
    languages: counted(z.string()),
    verified: counted(z.boolean().nullable()),
  })
  .meta({ id: 'Facets' });
export type Facets = z.infer<typeof Facets>;
