import type { Polarity } from '../contract/primitives.ts';

/** Number, sum and sum of squares of ratings, in stars. */
export interface Moments {
  n: number;
  sum: number;
  squares: number;
}

interface Judgement {
  feature: string;
  polarity: Polarity;
}

const NONE: Moments = { n: 0, sum: 0, squares: 0 };

/** Ratings of reviews, all together and by what the reviews say of each feature. */
export interface JudgedRatings {
  /** `rating` in hundredths of a star; without a judgement it counts among all. */
  add(judgement: Judgement | undefined, rating: number, reviews: number): void;
  all(): Moments;
  of(feature: string, polarity: Polarity): Moments;
  features(): string[];
}

/** Sums are kept in whole hundredths, so that taking away gives exactly what is left. */
export function createJudgedRatings(): JudgedRatings {
  const sums = new Map<string, Moments>();
  const keyOf = ({ feature, polarity }: Judgement) => `${feature}:${polarity}`;
  const read = (key: string): Moments => {
    const { n, sum, squares } = sums.get(key) ?? NONE;
    return { n, sum: sum / 100, squares: squares / 10_000 };
  };
  return {
    add(judgement, rating, reviews) {
      const key = judgement ? keyOf(judgement) : '';
      const known = sums.get(key) ?? { ...NONE };
      known.n += reviews;
      known.sum += reviews * rating;
      known.squares += reviews * rating * rating;
      sums.set(key, known);
    },
    all: () => read(''),
    of: (feature, polarity) => read(keyOf({ feature, polarity })),
    features: () => {
      const named = [...sums].filter(([key, { n }]) => key !== '' && n > 0);
      return [...new Set(named.map(([key]) => key.slice(0, key.lastIndexOf(':'))))].sort();
    },
  };
}
