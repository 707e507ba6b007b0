import { OUTCOMES } from '../../nlp/features/decide.ts';
import type { Evidence } from '../../nlp/features/evidence.ts';
import { ALONG, BESIDE, COMPANY_START, EVIDENCE_NAMES } from '../../nlp/features/evidence-names.ts';
import type { TermWeights } from '../../nlp/features/recognise.ts';
import { findFeatures } from '../../nlp/features/tag-review.ts';
import { read } from '../../nlp/sentiment/read.ts';
import type { LabelledReview } from './tags-data.ts';

/** What is known of a review and feature, as the numbers of the evidence that are not 0. */
export interface Example {
  review: string;
  at: Int32Array;
  values: Float64Array;
  /** Index into OUTCOMES. */
  outcome: number;
  weight: number;
}

/** By outcome. */
export type Weights = Float64Array[];

/** Examples without stars teach what to do with the many texts that have none. */
const UNRATED_WEIGHT = 0.5;

/** A labelled review as the tagger reads it, with these stars or none. */
export const readingOf = (review: LabelledReview, rating: number | undefined) => ({
  text: read(review.text),
  title: review.title ? read(review.title) : undefined,
  rating,
});

/** The numbers of the evidence that are not 0, with their places in EVIDENCE_NAMES. */
export function sparse({ general, marks, company, chances }: Evidence): Pick<Example, 'at' | 'values'> {
  const pairs: (readonly [number, number])[] = [];
  general.forEach((value, index) => {
    if (value !== 0) pairs.push([index, value]);
  });
  for (const mark of marks) pairs.push([mark, 1]);
  company.forEach((index, i) => {
    pairs.push([index, chances[i]!]);
  });
  return { at: Int32Array.from(pairs, ([index]) => index), values: Float64Array.from(pairs, ([, value]) => value) };
}

function examplesOf(
  review: LabelledReview,
  rating: number | undefined,
  options: { weight: number; words: TermWeights },
): Example[] {
  const examples: Example[] = [];
  const visit = (evidence: Evidence) => {
    const outcome = OUTCOMES.indexOf(review.labels[evidence.feature] ?? 'absent');
    examples.push({ review: review.id, ...sparse(evidence), outcome, weight: options.weight });
  };
  findFeatures(readingOf(review, rating), visit, options.words);
  return examples;
}

/** One example a review and feature that may be spoken of; rated reviews a second time without their stars. */
export function buildExamples(reviews: readonly LabelledReview[], words: TermWeights): Example[] {
  return reviews.flatMap((review) =>
    review.rating === undefined
      ? examplesOf(review, undefined, { weight: 1, words })
      : [
          ...examplesOf(review, review.rating, { weight: 1, words }),
          ...examplesOf(review, undefined, { weight: UNRATED_WEIGHT, words }),
        ],
  );
}

function softmax(scores: number[]): number[] {
  const top = Math.max(...scores);
  const powers = scores.map((score) => Math.exp(score - top));
  const sum = powers.reduce((a, b) => a + b, 0);
  return powers.map((power) => power / sum);
}

export function probabilities(weights: Weights, { at, values }: Pick<Example, 'at' | 'values'>): number[] {
  return softmax(
    weights.map((row) => {
      let sum = 0;
      for (let i = 0; i < at.length; i += 1) sum += row[at[i]!]! * values[i]!;
      return sum;
    }),
  );
}

/** Which feature it is may say how likely a label is, not which polarity: judged words alone say that. */
const PRESENCE_ONLY = EVIDENCE_NAMES.flatMap((name, index) => (name.startsWith('is_') ? [index] : []));

/**
 * Strength of the L2 penalty, chosen by cross-validation: what holds for one feature only is trusted far less than what
 * holds for all, since the reviews that teach it are mostly of doorbells.
 */
const PENALTIES = EVIDENCE_NAMES.map((name, index) => {
  if (index === 0) return 0;
  if (name.startsWith(BESIDE) || name.startsWith(ALONG)) return 30;
  return /^(?:is|open|praised|blamed)_/.test(name) ? 60 : 10;
});

const ROUNDS = 150;
const RATE = 0.1;

function addGradient(weights: Weights, gradient: Weights, example: Example): void {
  const { at, values, outcome, weight } = example;
  const chances = probabilities(weights, example);
  for (let k = 0; k < OUTCOMES.length; k += 1) {
    const error = (chances[k]! - (k === outcome ? 1 : 0)) * weight;
    const row = gradient[k]!;
    for (let i = 0; i < at.length; i += 1) row[at[i]!]! += error * values[i]!;
  }
}

/** What says only how likely a label is must weigh alike in all polarities: the company of other features in none. */
function share(gradient: Weights): void {
  for (const i of PRESENCE_ONLY) {
    const mean = (gradient[1]![i]! + gradient[2]![i]! + gradient[3]![i]! + gradient[4]![i]!) / 4;
    for (let k = 1; k < OUTCOMES.length; k += 1) gradient[k]![i] = mean;
  }
  for (let k = 1; k < OUTCOMES.length; k += 1) gradient[k]!.fill(0, COMPANY_START);
}

/** Multinomial logistic regression with an L2 penalty, by Adam (Kingma and Ba 2015) on all examples at once. */
export function train(examples: readonly Example[]): Weights {
  const columns = EVIDENCE_NAMES.length;
  const zeros = (): Weights => OUTCOMES.map(() => new Float64Array(columns));
  const [weights, first, second] = [zeros(), zeros(), zeros()];
  for (let round = 1; round <= ROUNDS; round += 1) {
    const gradient = zeros();
    for (const example of examples) addGradient(weights, gradient, example);
    share(gradient);
    for (let k = 0; k < OUTCOMES.length; k += 1) {
      const end = k === 0 ? columns : COMPANY_START;
      for (let i = 0; i < end; i += 1) {
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
