import { z } from 'zod';
import { effectFlag, FeatureRow, Ratings, stated, withEffect } from './analytics.ts';
import { filterShape } from './filters.ts';
import { Day, Estimate, queryInt, queryList } from './primitives.ts';

/** Below so many reviews a figure is "too few": it is shown as such and compared with nothing. */
const minN = { minN: queryInt(2, 1000).optional() };
const former = { compareFrom: Day.optional(), compareTo: Day.optional() };
const bothOrNone = <T extends z.ZodObject>(schema: T) =>
  schema.refine(
    (query: { compareFrom?: unknown; compareTo?: unknown }) =>
      (query.compareFrom === undefined) === (query.compareTo === undefined),
    { path: ['compareTo'], message: 'goes with compareFrom' },
  );

const Period = z.object({ from: Day, to: Day }).meta({ id: 'Period' });
export type Period = z.infer<typeof Period>;

/** `net` of a feature, −1 to 1; mean `stars`; `share` of the reviews that mention a feature; `volume`, reviews a day. */
export const ChangeMetric = z.enum(['net', 'stars', 'share', 'volume']).meta({ id: 'ChangeMetric' });
export type ChangeMetric = z.infer<typeof ChangeMetric>;

/** `n` is the reviews that the value is of: those that mention the feature, are rated, or all (share, volume). */
const Side = z.object({ value: z.number().nullable(), n: z.int() });

/** Parameters of the address that select the reviews behind a figure. */
const Selection = z.record(z.string(), z.string());

/**
 * What changed between two periods. `difference` is after − before with its 95 % interval; `p` two-sided; `adjusted` the
 * same after Benjamini and Hochberg over all rows that are compared (not only those shown); `isClear` where that is at
 * most 0.05: of the rows so marked, no more than one in twenty is expected to be chance.
 */
export const Change = z
  .object({
    metric: ChangeMetric,
    /** Null: all products. */
    product: z.string().nullable(),
    feature: z.string().nullable(),
    label: z.string().nullable(),
    before: Side,
    after: Side,
    difference: Estimate.nullable(),
    p: z.number().nullable(),
    adjusted: z.number().nullable(),
    isClear: z.boolean(),
    tooFew: z.boolean(),
    /**
     * The part of the change that is certain (the end of the interval that is nearer to zero, 0 where it holds zero),
     * as a share of what the metric can span: net 2, stars 4, share 1, volume twice the larger of the two.
     */
    score: z.number(),
    filter: z.object({ before: Selection, after: Selection }),
    /** In English, with products as they are stored: for other programs. The app writes its own, in the reader's locale. */
    sentence: z.string(),
  })
  .meta({ id: 'Change' });
export type Change = z.infer<typeof Change>;

export const Changes = z
  .object({
    ...stated,
    period: Period,
    compared: Period,
    minN: z.int(),
    method: z.string(),
    /** Rows in all, and of them those that are compared. */
    total: z.int(),
    tested: z.int(),
    /** Those with `isClear` first, by score; then the others by p; too few last. */
    rows: z.array(Change),
  })
  .meta({ id: 'Changes' });
export type Changes = z.infer<typeof Changes>;

/**
 * Without `from` the 90 days up to `to` (today); compared with as many days before, or `compareFrom` to `compareTo`.
 * `feature` chooses the rows and does not narrow stars and volume, unless `polarity` is given too.
 */
export const ChangesQuery = bothOrNone(
  z.strictObject({
    ...filterShape,
    ...former,
    ...minN,
    metric: queryList<ChangeMetric>(ChangeMetric.options.join('|'), 4).optional(),
    limit: queryInt(1, 500).optional(),
  }),
);
export type ChangesQuery = z.infer<typeof ChangesQuery>;

const LeftOut = z.object({ n: z.int(), change: z.number().nullable() });

/**
 * Reviews with a rating that judge the feature so: `n` and their mean, their share of all rated reviews, and by how
 * much the mean of all would change if they were left out (negative: it would fall).
 */
const DriverSide = z
  .object({
    n: z.int(),
    share: Estimate.nullable(),
    average: z.number().nullable(),
    change: Estimate.nullable(),
    tooFew: z.boolean(),
    /** With `effect=true`: `n` and `change` counted once and with all copies, whichever `counting` is shown. */
    effect: z.object({ once: LeftOut, all: LeftOut }).optional(),
  })
  .meta({ id: 'DriverSide' });
export type DriverSide = z.infer<typeof DriverSide>;

/** What moves the stars. Largest gain from leaving out the blame first; too few last. */
export const Drivers = z
  .object({
    ...stated,
    rated: z.int(),
    average: z.number().nullable(),
    minN: z.int(),
    formula: z.string(),
    rows: z.array(z.object({ feature: z.string(), label: z.string(), blamed: DriverSide, praised: DriverSide })),
  })
  .meta({ id: 'Drivers' });
export type Drivers = z.infer<typeof Drivers>;

/** `feature` chooses the rows and does not narrow the reviews, unless `polarity` is given too. */
export const DriversQuery = z.strictObject({ ...filterShape, ...minN, ...effectFlag });
export type DriversQuery = z.infer<typeof DriversQuery>;

/** Often named and worse than usual: `fix-first`; often and better: `keep`; seldom and worse: `watch`; else `minor`. */
export const Quadrant = z.enum(['fix-first', 'keep', 'watch', 'minor']).meta({ id: 'Quadrant' });
export type Quadrant = z.infer<typeof Quadrant>;

const MapPlace = z.object({ reviews: z.int(), net: Estimate.nullable(), share: z.number() });

export const FeatureMap = z
  .object({
    ...stated,
    reviews: z.int(),
    minN: z.int(),
    /** Often: the median share of the features with enough reviews, or more. Better: the net of all judgements, or more. */
    thresholds: z.object({ share: z.number(), net: z.number() }),
    /** Most named first. `share` is of all reviews that match; `quadrant` null: too few. */
    rows: z.array(
      FeatureRow.extend({
        share: Estimate,
        quadrant: Quadrant.nullable(),
        tooFew: z.boolean(),
        /** With `effect=true`: where it would lie counted once and with all copies. */
        effect: z.object({ once: MapPlace, all: MapPlace }).optional(),
      }),
    ),
  })
  .meta({ id: 'FeatureMap' });
export type FeatureMap = z.infer<typeof FeatureMap>;

export const MapQuery = z.strictObject({ ...filterShape, ...minN, ...effectFlag });
export type MapQuery = z.infer<typeof MapQuery>;

/** Column `b` minus column `a`, each counted from 0; null with too few. `isClear`: the 95 % interval leaves out zero. */
const ColumnDifference = z
  .object({ a: z.int(), b: z.int(), difference: Estimate.nullable(), isClear: z.boolean() })
  .meta({ id: 'ColumnDifference' });
export type ColumnDifference = z.infer<typeof ColumnDifference>;

/** Up to four products, or two periods, side by side. */
export const Comparison = z
  .object({
    ...stated,
    minN: z.int(),
    columns: z.array(
      z.object({
        product: z.string().nullable(),
        days: stated.days,
        reviews: z.int(),
        rated: z.int(),
        average: Ratings.shape.average,
      }),
    ),
    stars: z.object({ differences: z.array(ColumnDifference) }),
    /** Features that any column mentions, most reviews first; a cell for each column. */
    rows: z.array(
      z.object({
        feature: z.string(),
        label: z.string(),
        cells: z.array(FeatureRow.omit({ feature: true, label: true }).extend({ tooFew: z.boolean(), ...withEffect })),
        differences: z.array(ColumnDifference),
      }),
    ),
  })
  .meta({ id: 'Comparison' });
export type Comparison = z.infer<typeof Comparison>;

const productName = z.string().min(1).max(120);

/**
 * `products`, repeated, names two to four; or `compareFrom` and `compareTo` set a period against `from` to `to` (the
 * 90 days up to `to` without `from`), which is the last column.
 */
export const CompareQuery = bothOrNone(
  z.strictObject({
    ...filterShape,
    ...former,
    ...minN,
    ...effectFlag,
    products: z
      .preprocess(
        (value) => (typeof value === 'string' ? [value] : value),
        z
          .array(productName)
          .min(2)
          .max(4)
          .refine((names) => new Set(names).size === names.length, 'names a product twice'),
      )
      .optional(),
  }),
)
  .refine((query) => (query.products === undefined) !== (query.compareFrom === undefined), {
    path: ['products'],
    message: 'or compareFrom and compareTo are needed, not both',
  })
  .refine((query) => query.products === undefined || query.product === undefined, {
    path: ['product'],
    message: 'goes only with two periods',
  });
export type CompareQuery = z.infer<typeof CompareQuery>;
