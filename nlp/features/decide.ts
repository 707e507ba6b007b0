import type { Polarity } from '../sentiment/polarity.ts';
import weights from './decide.weights.json' with { type: 'json' };
import type { Evidence } from './evidence.ts';
import { COMPANY_START, EVIDENCE_NAMES } from './evidence-names.ts';

/** What a review can say of a feature: nothing, or one of the polarities. */
export const OUTCOMES = ['absent', 'positive', 'negative', 'neutral', 'mixed'] as const;

/** For each number of the evidence the weights of the outcomes in their order, one after the other. */
const flatWeights = new Float64Array(
  EVIDENCE_NAMES.slice(0, COMPANY_START).flatMap((name) =>
    OUTCOMES.map((outcome) => (weights[outcome] as Record<string, number>)[name] ?? 0),
  ),
);
const SIZE = OUTCOMES.length;

/** The company of other features weighs for absence only. A table of its own is small enough to stay in the cache. */
const companyWeights = Float32Array.from(
  EVIDENCE_NAMES.slice(COMPANY_START),
  (name) => (weights.absent as Record<string, number>)[name] ?? 0,
);

const scores = new Float64Array(SIZE);

function addWeights(index: number, value: number): void {
  const at = index * SIZE;
  scores[0]! += flatWeights[at]! * value;
  scores[1]! += flatWeights[at + 1]! * value;
  scores[2]! += flatWeights[at + 2]! * value;
  scores[3]! += flatWeights[at + 3]! * value;
  scores[4]! += flatWeights[at + 4]! * value;
}

/** A label is left out where its absence is likelier than this: F1 is best where labels count at chances below one half. */
export const ABSENT_BAR = 0.58;

/**
 * Weighs the evidence by a multinomial logistic regression over counts of what the rules found and of what the words
 * say: weights are trained by test/eval/tags-train.ts, which also prints the figures of a cross-validation. Undefined:
 * no label.
 */
export function decide({ general, marks, company, chances }: Evidence): Polarity | undefined {
  scores.fill(0);
  for (let i = 0; i < general.length; i += 1) if (general[i] !== 0) addWeights(i, general[i]!);
  for (let i = 0; i < marks.length; i += 1) addWeights(marks[i]!, 1);
  for (let i = 0; i < company.length; i += 1) scores[0]! += companyWeights[company[i]! - COMPANY_START]! * chances[i]!;
  let best = 1;
  let others = 0;
  for (let outcome = 1; outcome < SIZE; outcome += 1) {
    if (scores[outcome]! > scores[best]!) best = outcome;
    others += Math.exp(scores[outcome]! - scores[0]!);
  }
  return 1 / (1 + others) > ABSENT_BAR ? undefined : (OUTCOMES[best] as Polarity);
}
