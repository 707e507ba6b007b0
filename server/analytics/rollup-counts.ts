import type { Polarity } from '../contract/primitives.ts';
import { type Cell, emptyTally, hundredths, starOf } from './cells.ts';
import type { JudgedRatings } from './judged-ratings.ts';

/** What of a review its counts follow from. */
export interface CountedReview {
  product: string;
  source: string;
  day: string;
  rating: number | null;
  tags: readonly string[];
  status: string;
  once: boolean;
}

/**
 * A roll-up document holds the days of a month for one product and source; null stands for all of them, so that any
 * question reads one document a month. `slot` keeps servers that write at the same time out of each other's way: the
 * figures are the sums over all slots.
 */
export interface RollupKey {
  month: string;
  product: string | null;
  source: string | null;
}

/** Goes up when what is stored changes its form: roll-ups of another shape are made anew at the start. */
export const ROLLUP_SHAPE = 2;

/** Stands among the days for all of them together, so that whole months are read as one. */
export const WHOLE_MONTH = '00';

/** Stands among the features for all reviews, whatever they mention; no feature begins with it. */
const ANY = '_';

/**
 * Short names because they stand in every document: `a` all published reviews, `c` those of them that are copies and
 * not counted once; n reviews, t mentioning, s0-s5 stars, r sum of ratings in hundredths, f features by p n u m.
 */
const polarityKey: Record<Polarity, string> = { positive: 'p', negative: 'n', neutral: 'u', mixed: 'm' };
const polarityOfKey = new Map(Object.entries(polarityKey).map(([polarity, key]) => [key, polarity as Polarity]));

export type DayCounts = { n?: number; t?: number; r?: number; f?: Record<string, Record<string, number>> } & Partial<
  Record<`s${number}`, number>
>;

/** Reviews by feature, polarity and rating in hundredths; `_` by rating only. */
export type DayRatings = Record<string, Record<string, number | Record<string, number>>>;

/** What a document holds of each day: all published reviews and the copies among them. */
export type ByDay<T> = Record<string, { a?: T; c?: T }>;

const splitTag = (tag: string) => {
  const colon = tag.lastIndexOf(':');
  return { feature: tag.slice(0, colon), polarity: polarityKey[tag.slice(colon + 1) as Polarity] };
};

/**
 * The counters that a review adds one (or its rating) to, as paths within the document of its month: `days.07.a.n`.
 * The ratings of each judgement stand apart, so that who does not ask for them does not read them.
 */
export function countsOf(review: CountedReview): Map<string, number> {
  const counts = new Map<string, number>();
  if (review.status !== 'published') return counts;
  const rating = review.rating === null ? undefined : hundredths(review.rating);
  for (const date of [review.day.slice(8, 10), WHOLE_MONTH]) {
    for (const part of review.once ? ['a'] : ['a', 'c']) {
      const [path, ratings] = [`days.${date}.${part}`, `ratings.${date}.${part}`];
      counts.set(`${path}.n`, 1);
      counts.set(`${path}.s${starOf(review.rating)}`, 1);
      if (rating !== undefined) {
        counts.set(`${path}.r`, rating);
        counts.set(`${ratings}.${ANY}.${rating}`, 1);
      }
      if (review.tags.length > 0) counts.set(`${path}.t`, 1);
      for (const { feature, polarity } of review.tags.map(splitTag)) {
        counts.set(`${path}.f.${feature}.${polarity}`, 1);
        if (rating !== undefined) counts.set(`${ratings}.${feature}.${polarity}.${rating}`, 1);
      }
    }
  }
  return counts;
}

/** The documents a review counts in: its own product and source, each of them with all of the other, and all. */
export const keysOf = ({ day, product, source }: CountedReview): RollupKey[] => {
  const month = day.slice(0, 7);
  return [
    { month, product, source },
    { month, product, source: null },
    { month, product: null, source },
    { month, product: null, source: null },
  ];
};

export const rollupId = ({ month, product, source }: RollupKey, slot: number) =>
  `${month}|${slot}|${JSON.stringify([product, source])}`;

/** Adds `factor` times the stored counters to a cell, in place. */
export function addCounts(cell: Cell, counts: DayCounts, factor: number): void {
  cell.reviews += factor * (counts.n ?? 0);
  cell.mentioning += factor * (counts.t ?? 0);
  cell.ratingSum += factor * (counts.r ?? 0);
  for (let star = 0; star <= 5; star += 1) {
    cell.stars[star] = (cell.stars[star] ?? 0) + factor * (counts[`s${star}`] ?? 0);
  }
  for (const feature in counts.f) {
    cell.features[feature] ??= emptyTally();
    const tally = cell.features[feature];
    const byKey = counts.f[feature] ?? {};
    for (const key in byKey) {
      const polarity = polarityOfKey.get(key);
      if (polarity) tally[polarity] += factor * (byKey[key] ?? 0);
    }
  }
}

/** Adds `factor` times the stored ratings, in place. */
export function addDayRatings(sum: JudgedRatings, ratings: DayRatings, factor: number): void {
  for (const [feature, byKey] of Object.entries(ratings)) {
    for (const [key, value] of Object.entries(byKey)) {
      if (typeof value === 'number') {
        sum.add(undefined, Number(key), factor * value);
        continue;
      }
      const polarity = polarityOfKey.get(key);
      if (!polarity) continue;
      for (const [rating, count] of Object.entries(value)) {
        sum.add({ feature, polarity }, Number(rating), factor * count);
      }
    }
  }
}
