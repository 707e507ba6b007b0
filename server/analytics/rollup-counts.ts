import type { Polarity } from '../contract/primitives.ts';
import { type Cell, emptyTally, hundredths, starOf } from './cells.ts';

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

/**
 * Short names because they stand in every document: `a` all published reviews, `c` those of them that are copies and
 * not counted once; n reviews, t mentioning, s0-s5 stars, r sum of ratings in hundredths, f features by p n u m.
 */
const polarityKey: Record<Polarity, string> = { positive: 'p', negative: 'n', neutral: 'u', mixed: 'm' };
const polarityOfKey = new Map(Object.entries(polarityKey).map(([polarity, key]) => [key, polarity as Polarity]));

export type DayCounts = { n?: number; t?: number; r?: number; f?: Record<string, Record<string, number>> } & Partial<
  Record<`s${number}`, number>
>;

/** The counters that a review adds one (or its rating) to, as paths within its month: `07.a.n`. */
export function countsOf(review: CountedReview): Map<string, number> {
  const counts = new Map<string, number>();
  if (review.status !== 'published') return counts;
  const day = review.day.slice(8, 10);
  for (const part of review.once ? ['a'] : ['a', 'c']) {
    const path = `${day}.${part}`;
    counts.set(`${path}.n`, 1);
    counts.set(`${path}.s${starOf(review.rating)}`, 1);
    if (review.rating !== null) counts.set(`${path}.r`, hundredths(review.rating));
    if (review.tags.length > 0) counts.set(`${path}.t`, 1);
    for (const tag of review.tags) {
      const colon = tag.lastIndexOf(':');
      const key = polarityKey[tag.slice(colon + 1) as Polarity];
      counts.set(`${path}.f.${tag.slice(0, colon)}.${key}`, 1);
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

/** Cell of one day from the stored counters. */
export function cellOf(day: string, counts: DayCounts): Cell {
  const features: Cell['features'] = {};
  for (const [feature, byKey] of Object.entries(counts.f ?? {})) {
    const tally = emptyTally();
    for (const [key, count] of Object.entries(byKey)) {
      const polarity = polarityOfKey.get(key);
      if (polarity) tally[polarity] = count;
    }
    features[feature] = tally;
  }
  return {
    day,
    reviews: counts.n ?? 0,
    mentioning: counts.t ?? 0,
    stars: [0, 1, 2, 3, 4, 5].map((star) => counts[`s${star}`] ?? 0),
    ratingSum: counts.r ?? 0,
    features,
  };
}
