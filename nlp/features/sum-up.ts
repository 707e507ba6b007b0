import type { Polarity } from '../sentiment/polarity.ts';
import { FEATURES } from './taxonomy.ts';

/** One label a feature: what is said on both sides is mixed, and a judgement outweighs a bare fact. */
export function sumUp(
  tags: readonly { feature: string; polarity: Polarity; decided: boolean }[],
): Record<string, Polarity> {
  const sides = new Map<string, { positive: number; negative: number; mixed: number }>();
  for (const { feature, polarity, decided } of tags) {
    const side = sides.get(feature) ?? { positive: 0, negative: 0, mixed: 0 };
    sides.set(feature, side);
    if (polarity !== 'neutral') side[polarity] += decided ? 1 : 0.4;
  }
  const features: Record<string, Polarity> = {};
  for (const { id } of FEATURES) {
    const side = sides.get(id);
    if (side) features[id] = labelOf(side);
  }
  return features;
}

function labelOf({ positive, negative, mixed }: { positive: number; negative: number; mixed: number }): Polarity {
  if (mixed > 0) return 'mixed';
  if (positive === 0 && negative === 0) return 'neutral';
  if (positive > 0.5 && negative > 0.5)
    return negative >= 2 * positive ? 'negative' : positive >= 2 * negative ? 'positive' : 'mixed';
  return positive > negative ? 'positive' : 'negative';
}
