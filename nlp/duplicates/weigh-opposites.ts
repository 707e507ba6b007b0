import { ANTONYMS, NEGATIVE_WORDS, NEGATORS, POSITIVE_WORDS } from '../lexicons/dup-words.ts';
import type { Alignment, Gap } from './align-words.ts';
import { editDistance } from './match-words.ts';

/** Judgements two aligned texts share, and those that one turns round; both in judgements. */
export interface Opposites {
  agree: number;
  opposed: number;
}

const ANTONYM_KEYS = new Set(ANTONYMS.flatMap(([a, b]) => [`${a} ${b}`, `${b} ${a}`]));
/** A negator reaches this many words on. */
const REACH = 3;
/** A longer run that only one side has is a sentence added or cut, which opposes nothing. */
const ADDED_WORDS = 3;

const sign = (word: string): number => (POSITIVE_WORDS.has(word) ? 1 : NEGATIVE_WORDS.has(word) ? -1 : 0);

/** Sign of the word at `at`, turned by each negator just before it. */
const signAt = (words: readonly string[], at: number): number => {
  let found = sign(words[at]!);
  if (found === 0) return 0;
  for (let i = Math.max(0, at - REACH); i < at; i += 1) if (NEGATORS.has(words[i]!)) found = -found;
  return found;
};

const isNegator = (word: string): boolean => NEGATORS.has(word);
/** "nto" is a slip of "not", not its absence. */
const hasSlippedNegator = (words: readonly string[]): boolean =>
  words.some(
    (word) =>
      word.length >= 2 &&
      word.length <= 9 &&
      !isNegator(word) &&
      ['not', 'no', 'never', 'dont', 'cant', 'doesnt', 'didnt', 'wont'].some(
        (negator) => editDistance(word, negator, 1) <= 1,
      ),
  );

interface Run {
  words: string[];
  /** Sum of the signs. */
  sign: number;
  negators: number;
}

const readRun = (words: readonly string[], at: readonly number[]): Run => {
  const run = at.map((i) => words[i]!);
  const seen = at.map((i) => signAt(words, i));
  return {
    words: run,
    sign: seen.reduce((total, one) => total + one, 0),
    negators: run.filter((word) => isNegator(word) && sign(word) === 0).length,
  };
};

/** What one gap says; `weight` counts judgements. */
const weighGap = (a: Run, b: Run): Opposites => {
  if (a.sign * b.sign < 0) return { agree: 0, opposed: Math.max(1, Math.min(Math.abs(a.sign), Math.abs(b.sign))) };
  if (a.words.some((word) => b.words.some((other) => ANTONYM_KEYS.has(`${word} ${other}`))))
    return { agree: 0, opposed: 1 };
  const short = Math.max(a.words.length, b.words.length) <= ADDED_WORDS + 2;
  if (a.negators % 2 !== b.negators % 2 && short) {
    const without = a.negators === 0 ? a.words : b.words;
    return hasSlippedNegator(without) ? { agree: 1, opposed: 0 } : { agree: 0, opposed: 1 };
  }
  return { agree: a.sign * b.sign > 0 ? 1 : 0, opposed: 0 };
};

/**
 * Whether the same words judge the other way: a judgement is opposed where its word is swapped for one of the other
 * sign, or a negation comes or goes beside it.
 */
export function weighOpposites({ a, b, pairs }: Alignment, gaps: readonly Gap[]): Opposites {
  const total: Opposites = { agree: 0, opposed: 0 };
  for (const gap of gaps) {
    const found = weighGap(readRun(a, gap.a), readRun(b, gap.b));
    total.agree += found.agree;
    total.opposed += found.opposed;
  }
  for (const pair of pairs) {
    const left = signAt(a, pair.a);
    const right = signAt(b, pair.b);
    if (left !== 0 && left === right) total.agree += 1;
  }
  return total;
}
