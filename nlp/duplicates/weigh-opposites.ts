import { ANTONYMS } from '../lexicons/dup-words.ts';
import type { Alignment, Gap } from './align-words.ts';
import type { Word } from './know-word.ts';
import { editDistance } from './match-words.ts';
import { OWN_WEIGHT } from './weigh-word.ts';

/** Judgements two aligned texts share, and those that one turns round; both in judgements. */
export interface Opposites {
  agree: number;
  opposed: number;
}

const ANTONYM_KEYS = new Set(ANTONYMS.flatMap(([a, b]) => [`${a} ${b}`, `${b} ${a}`]));
/** A negator reaches this many words on. */
const REACH = 3;
/** A longer run that only one side has is a sentence added or cut, which opposes nothing. */
const ADDED_WORDS = 5;

/** Sign of the word at `at`, turned by each negator just before it. */
export const signAt = (words: readonly Pick<Word, 'sign' | 'isNegator'>[], at: number): number => {
  let found = words[at]!.sign;
  if (found === 0) return 0;
  for (let i = Math.max(0, at - REACH); i < at; i += 1) if (words[i]!.isNegator) found = -found;
  return found;
};

/** "nto" is a slip of "not", not its absence. */
const isSlippedNegator = (word: Word, negator: Word): boolean =>
  !word.isNegator &&
  word.text.length >= 2 &&
  editDistance(word.text, negator.text, 2) <= (negator.text.length >= 6 ? 2 : 1) &&
  word.weight === OWN_WEIGHT;

interface Run {
  words: Word[];
  /** Sum of the signs. */
  sign: number;
  negators: number;
}

const readRun = (words: readonly Word[], at: readonly number[]): Run => {
  const run = at.map((i) => words[i]!);
  const seen = at.map((i) => signAt(words, i));
  return {
    words: run,
    sign: seen.reduce((total, one) => total + one, 0),
    negators: run.filter((word) => word.isNegator).length,
  };
};

/** A judgement word or a negation that comes or goes alone: words are dropped and added by slips too. */
const ONE_SIDED = 0.6;

/** A negation that stands is a statement that stands. */
const NEGATOR_STANDS = 0.5;

/** What one gap says. */
const weighGap = (a: Run, b: Run): Opposites => {
  if (a.sign * b.sign < 0) return { agree: 0, opposed: Math.max(1, Math.min(Math.abs(a.sign), Math.abs(b.sign))) };
  if (a.words.some((word) => b.words.some((other) => ANTONYM_KEYS.has(`${word.text} ${other.text}`))))
    return { agree: 0, opposed: 1 };
  if (a.negators % 2 !== b.negators % 2 && Math.max(a.words.length, b.words.length) <= ADDED_WORDS) {
    const [denied, plain] = a.negators > b.negators ? [a, b] : [b, a];
    const isSlip = denied.words.some(
      (word) => word.isNegator && plain.words.some((other) => isSlippedNegator(other, word)),
    );
    return isSlip ? { agree: 1, opposed: 0 } : { agree: 0, opposed: plain.words.length === 0 ? ONE_SIDED : 1 };
  }
  return { agree: a.sign * b.sign > 0 ? 1 : 0, opposed: 0 };
};

/** Words of a gap that the other text has in no gap either: the rest was only moved a little way. */
const withoutMoved = (words: readonly Word[], at: readonly number[], elsewhere: ReadonlySet<Word>): number[] =>
  at.filter((i) => !elsewhere.has(words[i]!));

const isEdge = (gap: Gap, { a, b }: Alignment): boolean =>
  (gap.a.length === 0 && (gap.b[0] === 0 || gap.b.at(-1) === b.length - 1)) ||
  (gap.b.length === 0 && (gap.a[0] === 0 || gap.a.at(-1) === a.length - 1));

/**
 * Whether the same words judge the other way: a judgement is opposed where its word is swapped for one of the other
 * sign, or a negation comes or goes beside it. What is cut off or added at either end opposes nothing.
 */
export function weighOpposites(alignment: Alignment): Opposites {
  const { a, b, pairs, gaps } = alignment;
  const total: Opposites = { agree: 0, opposed: 0 };
  const looseA = new Set(gaps.filter((gap) => gap.b.length === 0).flatMap((gap) => gap.a.map((i) => a[i]!)));
  const looseB = new Set(gaps.filter((gap) => gap.a.length === 0).flatMap((gap) => gap.b.map((j) => b[j]!)));
  for (const gap of gaps) {
    if (isEdge(gap, alignment)) continue;
    const found = weighGap(readRun(a, withoutMoved(a, gap.a, looseB)), readRun(b, withoutMoved(b, gap.b, looseA)));
    total.agree += found.agree;
    total.opposed += found.opposed;
  }
  for (const pair of pairs) {
    if (pair.how === 'same' && a[pair.a]!.isNegator) total.agree += NEGATOR_STANDS;
    const left = signAt(a, pair.a);
    if (left !== 0 && (pair.how === 'slip' || left === signAt(b, pair.b))) total.agree += 1;
  }
  return total;
}
