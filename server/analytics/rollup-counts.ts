import type { Polarity } from '../contract/primitives.ts';
import { type Cell, emptyTally, hundredths, starOf } from './cells.ts';
import type { JudgedRatings } from './judged-ratings.ts';
import { dateOf, monthOf } from './month-plan.ts';
import { KIND_ROOM, type RollupCounter, type RollupKey, type RollupRowDraft } from './rollup-row.ts';

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

export interface CountedChange {
  before: CountedReview | null;
  after: CountedReview | null;
}

/** Kinds of counters of all reviews, whatever they mention: below six, reviews by star, 0 without a rating. */
const MENTIONING = 6;
const RATING_SUM = 7;
/** Kinds of counters of a feature, in this order. */
const polarities: readonly Polarity[] = ['positive', 'negative', 'neutral', 'mixed'];
export const countNames: readonly string[] = ['s0', 's1', 's2', 's3', 's4', 's5', 'mentioning', 'rating_sum'];

const splitTag = (tag: string) => {
  const colon = tag.lastIndexOf(':');
  return { feature: tag.slice(0, colon), kind: polarities.indexOf(tag.slice(colon + 1) as Polarity) };
};

/** The documents that a review counts in: its product's and that of all products, each of its month. */
export const keysOf = ({ day, product }: Pick<CountedReview, 'day' | 'product'>): RollupKey[] => {
  const month = monthOf(day);
  return [
    { month, product },
    { month, product: null },
  ];
};

/** Adds a review to the document, or takes it out of it (`sign` -1). */
export function addReview(draft: RollupRowDraft, review: CountedReview, sign: 1 | -1): void {
  if (review.status !== 'published') return;
  const { source, once } = review;
  const rating = review.rating === null ? undefined : hundredths(review.rating);
  const judgements = review.tags.map(splitTag);
  for (const isCopy of once ? [false] : [false, true]) {
    for (const date of [0, dateOf(review.day)]) {
      const add = draft.adderFor({ date, source, isCopy });
      add.count(null, starOf(review.rating), sign);
      if (judgements.length > 0) add.count(null, MENTIONING, sign);
      for (const { feature, kind } of judgements) add.count(feature, kind, sign);
      if (rating === undefined) continue;
      add.count(null, RATING_SUM, sign * rating);
      add.rating(null, { kind: 0, rating }, sign);
      for (const { feature, kind } of judgements) add.rating(feature, { kind, rating }, sign);
    }
  }
}

/** Adds `factor` times a stored count to a cell, in place. */
function addToCell(
  cell: Cell,
  { feature, kind, count }: Pick<RollupCounter, 'feature' | 'kind' | 'count'>,
  factor: number,
): void {
  const amount = factor * count;
  if (feature === null) {
    if (kind === MENTIONING) cell.mentioning += amount;
    else if (kind === RATING_SUM) cell.ratingSum += amount;
    else {
      cell.reviews += amount;
      cell.stars[kind] = (cell.stars[kind] ?? 0) + amount;
    }
    return;
  }
  cell.features[feature] ??= emptyTally();
  const polarity = polarities[kind];
  if (polarity) cell.features[feature][polarity] += amount;
}

/** Where a counter stands in a row of them: those of all reviews (feature −1), then those of each feature by its number. */
export const placeOf = (feature: number, kind: number) => (1 + feature) * KIND_ROOM + kind;

/** Adds to a cell what was counted at such a place; `names` are the features by their numbers. */
export function addAtPlace(cell: Cell, names: readonly string[], at: number, count: number): void {
  const feature = Math.floor(at / KIND_ROOM) - 1;
  addToCell(cell, { feature: feature < 0 ? null : (names[feature] as string), kind: at % KIND_ROOM, count }, 1);
}

/** Adds `factor` times a stored count of ratings, in place. */
export function addToRatings(sum: JudgedRatings, counter: RollupCounter, factor: number): void {
  const { feature, kind, rating, count } = counter;
  if (feature === null) sum.add(undefined, rating, factor * count);
  else sum.add({ feature, polarity: polarities[kind] as Polarity }, rating, factor * count);
}
