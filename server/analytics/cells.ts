import type { Polarity } from '../contract/primitives.ts';

export type Tally = Record<Polarity, number>;

/** All counts of one day. `stars[0]` is the reviews without a rating, `stars[5]` those with five stars. */
export interface Cell {
  day: string;
  reviews: number;
  /** Reviews that mention at least one feature. */
  mentioning: number;
  stars: number[];
  /** Sum of the ratings in hundredths of a star. */
  ratingSum: number;
  features: Record<string, Tally>;
}

export const emptyTally = (): Tally => ({ positive: 0, negative: 0, neutral: 0, mixed: 0 });

export const emptyCell = (day: string): Cell => ({
  day,
  reviews: 0,
  mentioning: 0,
  stars: [0, 0, 0, 0, 0, 0],
  ratingSum: 0,
  features: {},
});

/** Adds `factor` times `part` to `sum`, in place. */
export function addCell(sum: Cell, part: Cell, factor = 1): void {
  sum.reviews += factor * part.reviews;
  sum.mentioning += factor * part.mentioning;
  sum.ratingSum += factor * part.ratingSum;
  for (let star = 0; star <= 5; star += 1) sum.stars[star] = (sum.stars[star] ?? 0) + factor * (part.stars[star] ?? 0);
  for (const [feature, tally] of Object.entries(part.features)) {
    sum.features[feature] ??= emptyTally();
    const total = sum.features[feature];
    total.positive += factor * tally.positive;
    total.negative += factor * tally.negative;
    total.neutral += factor * tally.neutral;
    total.mixed += factor * tally.mixed;
  }
}

export function sumCells(cells: Iterable<Cell>): Cell {
  const sum = emptyCell('');
  for (const cell of cells) addCell(sum, cell);
  return sum;
}

/** The whole star a rating counts for; 0 for none. */
export const starOf = (rating: number | null) => (rating === null ? 0 : Math.min(5, Math.floor(rating + 0.5)));

export const hundredths = (rating: number | null) => (rating === null ? 0 : Math.round(rating * 100));

export const ratedOf = (cell: Cell) => cell.reviews - (cell.stars[0] ?? 0);

/** Mean of the ratings, or null without any. */
export const averageOf = (cell: Cell) => (ratedOf(cell) > 0 ? cell.ratingSum / 100 / ratedOf(cell) : null);

/** The cell of a single review. */
export function cellOfReview(review: { day: string; rating: number | null; tags: readonly string[] }): Cell {
  const cell = emptyCell(review.day);
  cell.reviews = 1;
  cell.mentioning = review.tags.length > 0 ? 1 : 0;
  cell.stars[starOf(review.rating)] = 1;
  cell.ratingSum = hundredths(review.rating);
  for (const tag of review.tags) {
    const colon = tag.lastIndexOf(':');
    cell.features[tag.slice(0, colon)] = { ...emptyTally(), [tag.slice(colon + 1)]: 1 };
  }
  return cell;
}
