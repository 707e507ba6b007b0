import { OUTCOMES } from '../../nlp/features/decide.ts';
import { EVIDENCE_NAMES } from '../../nlp/features/evidence-names.ts';
import { findFeatures } from '../../nlp/features/tag-review.ts';
import { read } from '../../nlp/sentiment/read.ts';
import type { LabelledReview } from './tags-data.ts';

export interface Example {
  review: string;
  feature: string;
  values: Float64Array;
  /** Index into OUTCOMES. */
  outcome: number;
  weight: number;
}

export type Weights = number[][];

/** The invented reviews are few beside those of doorbells, and more varied. */
const INVENTED_WEIGHT = 3;

/** Examples without stars teach what to do with the many texts that have none. */
const UNRATED_WEIGHT = 0.5;

/** A labelled review as the tagger reads it, with these stars or none. */
export const readingOf = (review: LabelledReview, rating: number | undefined) => ({
  text: read(review.text),
  title: review.title ? read(review.title) : undefined,
  rating,
});

/** All numbers of the evidence, in the order of EVIDENCE_NAMES. */
export function toValues(general: readonly number[], marks: readonly number[]): Float64Array {
  const values = new Float64Array(EVIDENCE_NAMES.length);
  values.set(general);
  for (const mark of marks) values[mark] = 1;
  return values;
}

function examplesOf(review: LabelledReview, rating: number | undefined, weight: number): Example[] {
  return findFeatures(readingOf(review, rating)).evidence.map(({ feature, general, marks }) => ({
    review: review.id,
    feature,
    values: toValues(general, marks),
    outcome: OUTCOMES.indexOf(review.labels[feature] ?? 'absent'),
    weight,
  }));
}

/** One example a review and feature that the rules found; rated reviews a second time without their stars. */
export function buildExamples(reviews: readonly LabelledReview[]): Example[] {
  return reviews.flatMap((review) => {
    const weight = review.id.startsWith('inv-') ? INVENTED_WEIGHT : 1;
    return review.rating === undefined
      ? examplesOf(review, undefined, weight)
      : [...examplesOf(review, review.rating, weight), ...examplesOf(review, undefined, weight * UNRATED_WEIGHT)];
  });
}

function softmax(scores: number[]): number[] {
  const top = Math.max(...scores);
  const powers = scores.map((score) => Math.exp(score - top));
  const sum = powers.reduce((a, b) => a + b, 0);
  return powers.map((power) => power / sum);
}

export function probabilities(weights: Weights, values: Float64Array): number[] {
  return softmax(weights.map((row) => row.reduce((sum, weight, i) => sum + weight * values[i]!, 0)));
}

/** Most of the evidence is zero: only the rest is gone through. */
function sparse(values: Float64Array): { at: number[]; values: number[] } {
  const at = [...values].flatMap((value, index) => (value === 0 ? [] : [index]));
  return { at, values: at.map((index) => values[index]!) };
}

/** Which feature it is may say how likely a label is, not which polarity: judged words alone say that. */
const PRESENCE_ONLY = EVIDENCE_NAMES.flatMap((name, index) => (name.startsWith('is_') ? [index] : []));

/**
 * Strength of the L2 penalty, chosen by cross-validation: what holds for one feature only is trusted far less than what
 * holds for all, since the reviews that teach it are mostly of doorbells.
 */
const PENALTIES = EVIDENCE_NAMES.map((name, index) => {
  if (index === 0) return 0;
  return /^(?:is|open|praised|blamed)_/.test(name) ? 60 : 10;
});

const ROUNDS = 200;
const RATE = 0.1;

/** Multinomial logistic regression with an L2 penalty, by Adam (Kingma and Ba 2015) on all examples at once. */
export function train(examples: readonly Example[]): Weights {
  const columns = EVIDENCE_NAMES.length;
  const zeros = (): Weights => OUTCOMES.map(() => new Array<number>(columns).fill(0));
  const [weights, first, second] = [zeros(), zeros(), zeros()];
  const packed = examples.map(({ values, outcome, weight }) => ({ ...sparse(values), outcome, weight }));
  for (let round = 1; round <= ROUNDS; round += 1) {
    const gradient = zeros();
    for (const { at, values, outcome, weight } of packed) {
      const chances = softmax(weights.map((row) => at.reduce((sum, index, i) => sum + row[index]! * values[i]!, 0)));
      for (let k = 0; k < OUTCOMES.length; k += 1) {
        const error = (chances[k]! - (k === outcome ? 1 : 0)) * weight;
        const row = gradient[k]!;
        for (let i = 0; i < at.length; i += 1) row[at[i]!]! += error * values[i]!;
      }
    }
    for (const i of PRESENCE_ONLY) {
      const mean = (gradient[1]![i]! + gradient[2]![i]! + gradient[3]![i]! + gradient[4]![i]!) / 4;
      for (let k = 1; k < OUTCOMES.length; k += 1) gradient[k]![i] = mean;
    }
    for (let k = 0; k < OUTCOMES.length; k += 1) {
      for (let i = 0; i < columns; i += 1) {
        const g = (gradient[k]![i]! + PENALTIES[i]! * weights[k]![i]!) / examples.length;
        first[k]![i] = 0.9 * first[k]![i]! + 0.1 * g;
        second[k]![i] = 0.999 * second[k]![i]! + 0.001 * g * g;
        const step = first[k]![i]! / (1 - 0.9 ** round);
        weights[k]![i]! -= (RATE * step) / (Math.sqrt(second[k]![i]! / (1 - 0.999 ** round)) + 1e-8);
      }
    }
  }
  return weights;
}
