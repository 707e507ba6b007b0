import { z } from 'zod';
import { Counting, Day, FEATURE_ID, Polarity, queryFlag, queryList } from './primitives.ts';

/**
 * The filters every analytics path and the review list share. They narrow which reviews are looked at:
 * `feature` and `polarity` keep the reviews that mention (one of) the features, with (one of) the polarities.
 * `from` and `to` are inclusive days in UTC.
 */
export const filterShape = {
  product: z.string().min(1).max(120).optional(),
  source: z.string().min(1).max(80).optional(),
  from: Day.optional(),
  to: Day.optional(),
  rating: queryList<'1' | '2' | '3' | '4' | '5' | 'none'>('[1-5]|none', 6).optional(),
  verified: queryFlag.optional(),
  feature: queryList<string>(FEATURE_ID, 30).optional(),
  polarity: queryList<Polarity>(Polarity.options.join('|'), 4).optional(),
  counting: Counting.optional(),
};

export const Filters = z.strictObject(filterShape);
export type Filters = z.infer<typeof Filters>;
