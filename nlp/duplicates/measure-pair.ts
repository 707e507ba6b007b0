import { type Matches, NONE, SAME, SLIP, SYNONYM } from './match-in-order.ts';
import type { Partners } from './match-words.ts';
import { MOST_COMPARED, type NumberedPair } from './number-pair.ts';
import { COMMON_WEIGHT, FUNCTION_WEIGHT } from './weigh-word.ts';

/** How much two texts share, by the weight of their words; all shares from 0 to 1. */
export interface Measure {
  /** Twice the shared weight over both weights (Dice). */
  shared: number;
  /** The same of the words in any order, slips and synonyms left out. */
  bag: number;
  /** Shared weight over that of the shorter text. */
  contained: number;
  /** Weight of the shorter text over that of the longer one. */
  lengths: number;
  /** Weight of the distinct shared words that are no function words. */
  specific: number;
  /** The same of those words only that not every review of a camera has. */
  telling: number;
  /** Shared words, synonyms left out, and how many of these differ by a slip. */
  sameWords: number;
  /** Shared words that stand in the same order. */
  inOrder: number;
  slips: number;
  /** Most words in a row that are the same in both. */
  longestRun: number;
}

/** What a word counts that a synonym stands for; a slip counts as the word. */
const SYNONYM_WORTH = 0.6;

/** How often `b` has each number that `a` has not taken up yet. */
const left = new Int32Array(2 * MOST_COMPARED);

/** What the words of `a` are worth in any order: those that `b` has as well, and those that another may stand for. */
const weighInAnyOrder = (
  { a, b, count, weights }: NumberedPair,
  partners: Partners,
): { same: number; most: number } => {
  left.set(b.counts.subarray(0, count));
  let same = 0;
  let others = 0;
  for (let i = 0; i < a.length; i += 1) {
    const number = a.numbers[i]!;
    const weight = weights[number]!;
    if (left[number]! > 0) {
      same += weight;
      left[number]! -= 1;
    } else if (partners[number] !== undefined) others += weight;
  }
  return { same, most: same + others };
};

/** The most that an alignment can come to, whatever the order of the words. */
export type Bound = Pick<Measure, 'shared' | 'bag' | 'contained' | 'lengths'>;

/** Bounds the measure of a pair from above, at a fraction of the cost of an alignment. */
export function boundMeasure(pair: NumberedPair, partners: Partners): Bound {
  const { a, b } = pair;
  const { same, most } = weighInAnyOrder(pair, partners);
  const shorter = Math.min(a.weight, b.weight);
  return {
    shared: Math.min(1, (2 * most) / (a.weight + b.weight)),
    bag: Math.min(1, (2 * same) / (a.weight + b.weight)),
    contained: Math.min(1, most / shorter),
    lengths: shorter / Math.max(a.weight, b.weight),
  };
}

const longestRun = ({ length, at, how }: Matches): number => {
  let most = 0;
  let run = 0;
  let last = -1;
  for (let i = 0; i < length; i += 1) {
    if (how[i] === SAME) run = i > 0 && how[i - 1] !== NONE && at[i] === last + 1 ? run + 1 : 1;
    else if (how[i] !== NONE) run = 0;
    if (how[i] !== NONE) last = at[i]!;
    if (run > most) most = run;
  }
  return most;
};

/** Which numbers have been counted. */
const counted = new Uint8Array(2 * MOST_COMPARED);

/** Measures two texts that are aligned. */
export function measurePair(pair: NumberedPair, { bag, lengths }: Bound, matches: Matches): Measure {
  const { a, b, weights } = pair;
  counted.fill(0, 0, pair.count);
  const found = { shared: 0, specific: 0, telling: 0, sameWords: 0, inOrder: 0, slips: 0 };
  for (let i = 0; i < matches.length; i += 1) {
    const how = matches.how[i]!;
    if (how === NONE) continue;
    const number = a.numbers[i]!;
    const weight = weights[number]!;
    found.shared += how === SYNONYM ? weight * SYNONYM_WORTH : weight;
    if (how === SYNONYM) continue;
    found.sameWords += 1;
    if (how === SLIP) found.slips += 1;
    if (matches.moved[i] === 0) found.inOrder += 1;
    if (weight < FUNCTION_WEIGHT + 0.01 || counted[number] === 1) continue;
    counted[number] = 1;
    found.specific += weight;
    if (weight > COMMON_WEIGHT + 0.01) found.telling += weight;
  }
  return {
    shared: Math.min(1, (2 * found.shared) / (a.weight + b.weight)),
    bag,
    contained: Math.min(1, found.shared / Math.min(a.weight, b.weight)),
    lengths,
    specific: found.specific,
    telling: found.telling,
    sameWords: found.sameWords,
    inOrder: found.inOrder,
    slips: found.slips,
    longestRun: longestRun(matches),
  };
}
