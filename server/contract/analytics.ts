import { z } from 'zod';
import { filterShape } from './filters.ts';
import { Counting, Estimate, FeatureId, Instant, Paging, queryFlag } from './primitives.ts';
import { Mention, ReviewView } from './reviews.ts';
import { TimelineEvent } from './timeline.ts';

/** Reviews that mention a feature, by how they judge it. */
const tally = { positive: z.int(), negative: z.int(), neutral: z.int(), mixed: z.int(), reviews: z.int() };

/** What every analytics answer states about itself. `days` are the first and last day that were counted. */
export const stated = {
  counting: Counting,
  timeZone: z.literal('UTC'),
  days: z.object({ from: z.string().nullable(), to: z.string().nullable() }),
};

/** Net sentiment is (positive − negative) / all reviews that mention the feature, −1 to 1, with a 95 % interval. */
export const FeatureRow = z
  .object({ feature: z.string(), label: z.string(), ...tally, net: Estimate.nullable() })
  .meta({ id: 'FeatureRow' });
export type FeatureRow = z.infer<typeof FeatureRow>;

const Counted = z.object({ reviews: z.int(), net: Estimate.nullable() });
/** With `effect=true`: the figures counted once and with all copies, whichever `counting` is shown. */
export const CopiesEffect = z.object({ once: Counted, all: Counted }).meta({ id: 'CopiesEffect' });
export type CopiesEffect = z.infer<typeof CopiesEffect>;
export const withEffect = { effect: CopiesEffect.optional() };

export const FeatureTable = z
  .object({
    ...stated,
    /** Reviews that match, and those of them that mention at least one feature. */
    reviews: z.int(),
    mentioning: z.int(),
    rows: z.array(FeatureRow.extend(withEffect)),
  })
  .meta({ id: 'FeatureTable' });
export type FeatureTable = z.infer<typeof FeatureTable>;

export const TrendInterval = z.enum(['day', 'week', 'month']);
export type TrendInterval = z.infer<typeof TrendInterval>;

/** `start` is the first day of the interval (weeks begin on Monday); `partial` when it is not over or cut by the filter. */
const TrendPoint = z
  .object({
    start: z.string(),
    end: z.string(),
    partial: z.boolean(),
    ...tally,
    net: Estimate.nullable(),
    ...withEffect,
  })
  .meta({ id: 'TrendPoint' });

const starFigures = {
  reviews: z.int(),
  rated: z.int(),
  average: z.number().nullable(),
  /** Reviews with five stars first. */
  distribution: z.array(z.object({ stars: z.int(), reviews: z.int() })),
};

const StarsPoint = z
  .object({
    start: z.string(),
    end: z.string(),
    partial: z.boolean(),
    ...starFigures,
    /** With `effect=true`: the same counted once and with all copies. */
    effect: z.object({ once: z.object(starFigures), all: z.object(starFigures) }).optional(),
  })
  .meta({ id: 'StarsPoint' });

export const Trend = z
  .object({
    ...stated,
    interval: TrendInterval,
    series: z.array(z.object({ feature: z.string(), label: z.string(), points: z.array(TrendPoint) })),
    stars: z.array(StarsPoint),
    /** Notes and imports of the period, oldest first. */
    events: z.array(TimelineEvent),
  })
  .meta({ id: 'Trend' });
export type Trend = z.infer<typeof Trend>;

export const Ratings = z
  .object({
    ...stated,
    reviews: z.int(),
    rated: z.int(),
    unrated: z.int(),
    average: Estimate.nullable(),
    /** Five stars first; `share` is of the rated reviews, with a Wilson interval. Part stars are rounded for this. */
    rows: z.array(z.object({ stars: z.int(), reviews: z.int(), share: Estimate.nullable() })),
  })
  .meta({ id: 'Ratings' });
export type Ratings = z.infer<typeof Ratings>;

export const Products = z
  .object({
    ...stated,
    rows: z.array(
      z.object({
        product: z.string(),
        reviews: z.int(),
        average: z.number().nullable(),
        features: z.array(FeatureRow.extend(withEffect)),
      }),
    ),
  })
  .meta({ id: 'Products' });
export type Products = z.infer<typeof Products>;

/** A sentence behind a number: the review with only the mentions that were asked for. */
export const Quote = z.object({ review: ReviewView, mentions: z.array(Mention) }).meta({ id: 'Quote' });
export type Quote = z.infer<typeof Quote>;

export const QuoteOrder = z.enum(['representative', 'newest']);
export type QuoteOrder = z.infer<typeof QuoteOrder>;

export const Quotes = z
  .object({
    ...stated,
    /** As many reviews as the bar says. */ total: z.int(),
    order: QuoteOrder,
    items: z.array(Quote),
    next: z.string().nullable(),
  })
  .meta({ id: 'Quotes' });
export type Quotes = z.infer<typeof Quotes>;

const Sum = z.object({
  reviews: z.int(),
  rated: z.int(),
  average: z.number().nullable(),
  net: Estimate.nullable(),
  /** Reviews with five stars first. */
  stars: z.array(z.object({ stars: z.int(), reviews: z.int() })),
});

/** The same figures counted once and with all copies. `net` is over all feature judgements of all reviews. */
export const DuplicatesEffect = z
  .object({
    ...stated,
    once: Sum,
    all: Sum,
    /** Published copies that `once` leaves out. */
    copies: z.int(),
    openClusters: z.int(),
  })
  .meta({ id: 'DuplicatesEffect' });
export type DuplicatesEffect = z.infer<typeof DuplicatesEffect>;

/** Decisions that stand, by day and action. */
export const Moderation = z
  .object({
    ...stated,
    open: z.int(),
    decided: z.int(),
    removedReviews: z.int(),
    rows: z.array(
      z.object({
        day: z.string(),
        decisions: z.int(),
        removedReviews: z.int(),
        notDuplicates: z.int(),
        undone: z.int(),
      }),
    ),
  })
  .meta({ id: 'Moderation' });
export type Moderation = z.infer<typeof Moderation>;

export const AnalyticsQuery = z.strictObject(filterShape);
/** Asks for what the copies do to each figure. */
export const effectFlag = { effect: queryFlag.optional() };
export const TrendQuery = z.strictObject({ ...filterShape, ...effectFlag, interval: TrendInterval.optional() });
export type TrendQuery = z.infer<typeof TrendQuery>;
export const EffectQuery = z.strictObject({ ...filterShape, ...effectFlag });
export type EffectQuery = z.infer<typeof EffectQuery>;

export const QuotesQuery = z.strictObject({ ...filterShape, order: QuoteOrder.optional(), ...Paging });
export type QuotesQuery = z.infer<typeof QuotesQuery>;

/** What there is to look at: fills the filter controls and the counts beside the navigation. */
export const Workspace = z
  .object({
    /** Whether the stored reviews are the sample that this app wrote itself. */
    sample: z.boolean(),
    reviews: z.int(),
    products: z.array(z.object({ product: z.string(), reviews: z.int() })),
    sources: z.array(z.object({ source: z.string(), reviews: z.int() })),
    days: z.object({ from: z.string().nullable(), to: z.string().nullable() }),
    openClusters: z.int(),
    /** Reviews that wait for a moderator. */
    heldReviews: z.int(),
    removedReviews: z.int(),
    runningImports: z.int(),
    /** Reviews that are still to be looked at for rewordings of them, in the background. */
    awaitingSecondLook: z.int(),
    features: z.array(z.object({ feature: FeatureId, label: z.string() })),
    now: Instant,
  })
  .meta({ id: 'Workspace' });
export type Workspace = z.infer<typeof Workspace>;
