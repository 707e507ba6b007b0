import type { Polarity } from '../sentiment/polarity.ts';
import weights from './decide.weights.json' with { type: 'json' };
import { EVIDENCE_NAMES, type Evidence } from './evidence.ts';

/** What a review can say of a feature: nothing, or one of the polarities. */
export const OUTCOMES = ['absent', 'positive', 'negative', 'neutral', 'mixed'] as const;

/** A column a number of the evidence, each with the weights of the outcomes in their order. */
const columns: readonly (readonly number[])[] = EVIDENCE_NAMES.map((name) =>
  OUTCOMES.map((outcome) => (weights[outcome] as Record<string, number>)[name] ?? 0),
);

/** A label is left out where its absence is likelier than this; F1 is best a little above one half. */
const ABSENT_BAR = 0.55;

/**
 * Weighs the evidence by a multinomial logistic regression over counts of what the rules found (no words): weights are
 * trained by test/eval/tags-train.ts, which also prints the figures of a cross-validation. Undefined: no label.
 */
export function decide({ values }: Evidence): Polarity | undefined {
  const scores = OUTCOMES.map(() => 0);
  for (let i = 0; i < values.length; i += 1) {
    const value = values[i]!;
    if (value === 0) continue;
    const column = columns[i]!;
    for (let outcome = 0; outcome < scores.length; outcome += 1) scores[outcome]! += column[outcome]! * value;
  }
  let best = 1;
  let others = 0;
  for (let outcome = 1; outcome < scores.length; outcome += 1) {
    if (scores[outcome]! > scores[best]!) best = outcome;
    others += Math.exp(scores[outcome]! - scores[0]!);
  }
  return 1 / (1 + others) > ABSENT_BAR ? undefined : (OUTCOMES[best] as Polarity);
}
