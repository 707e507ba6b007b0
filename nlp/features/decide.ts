import type { Polarity } from '../sentiment/polarity.ts';
import weights from './decide.weights.json' with { type: 'json' };
import { EVIDENCE_NAMES, type Evidence } from './evidence.ts';

/** What a review can say of a feature: nothing, or one of the polarities. */
export const OUTCOMES = ['absent', 'positive', 'negative', 'neutral', 'mixed'] as const;

/** Rows in the order of OUTCOMES, columns in that of EVIDENCE_NAMES. */
const rows: readonly (readonly number[])[] = OUTCOMES.map((outcome) => {
  const row = weights[outcome] as Record<string, number>;
  return EVIDENCE_NAMES.map((name) => row[name] ?? 0);
});

/**
 * Weighs the evidence by a multinomial logistic regression over counts of what the rules found (no words): weights are
 * trained by test/eval/train.ts, which also prints the figures of a cross-validation. Undefined: no mention worth a label.
 */
export function decide({ values }: Evidence): Polarity | undefined {
  let best = 0;
  let top = Number.NEGATIVE_INFINITY;
  for (let outcome = 0; outcome < rows.length; outcome += 1) {
    const row = rows[outcome]!;
    let sum = 0;
    for (let i = 0; i < row.length; i += 1) sum += row[i]! * values[i]!;
    if (sum > top) {
      top = sum;
      best = outcome;
    }
  }
  const outcome = OUTCOMES[best]!;
  return outcome === 'absent' ? undefined : outcome;
}
