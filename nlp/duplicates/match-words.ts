import { lengthOf, lettersOf, meaningOf, type Word, wordOf } from './know-word.ts';
import type { NumberedPair } from './number-pair.ts';
import { OWN_WEIGHT } from './weigh-word.ts';

/** What a word is worth that stands for another: as a slip of the pen, as a synonym. */
export const SLIP_SHARE = 0.8;
const SYNONYM_SHARE = 0.6;

/** Typing errors that still leave the same word: one from four letters, two from eight. */
const allowedEdits = (length: number): number => (length < 4 ? 0 : length < 8 ? 1 : 2);

/** Bits that are set (Hamming weight, Warren, Hacker's Delight). */
const bits = (mask: number): number => {
  let m = mask - ((mask >>> 1) & 0x55555555);
  m = (m & 0x33333333) + ((m >>> 2) & 0x33333333);
  return Math.imul((m + (m >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
};

const ROW = 64;
/** Three rows of the distance table, each used in turn. */
const rows = [new Int32Array(ROW), new Int32Array(ROW), new Int32Array(ROW)] as const;

/**
 * Edit distance with swapped neighbours counted as one (optimal string alignment), or `limit + 1` when it is more. Words
 * of `ROW` letters and more are too long to compare.
 */
export function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit || b.length >= ROW) return limit + 1;
  let [beforeLast, last, row] = rows as readonly [Int32Array, Int32Array, Int32Array];
  for (let j = 0; j <= b.length; j += 1) last[j] = j;
  for (let i = 1; i <= a.length; i += 1) {
    row[0] = i;
    let least = i;
    const letter = a.charCodeAt(i - 1);
    for (let j = 1; j <= b.length; j += 1) {
      let cost = Math.min(last[j]!, row[j - 1]!) + 1;
      cost = Math.min(cost, last[j - 1]! + (letter === b.charCodeAt(j - 1) ? 0 : 1));
      if (i > 1 && j > 1 && letter === b.charCodeAt(j - 2) && a.charCodeAt(i - 2) === b.charCodeAt(j - 1))
        cost = Math.min(cost, beforeLast[j - 2]! + 1);
      row[j] = cost;
      if (cost < least) least = cost;
    }
    if (least > limit) return limit + 1;
    [beforeLast, last, row] = [last, row, beforeLast];
  }
  return last[b.length]!;
}

/** Two listed words are two words, however alike: "can" is no slip for "cant". Numbers are never alike. */
const mayBeSlip = (a: Word, b: Word): boolean =>
  (a.weight === OWN_WEIGHT || b.weight === OWN_WEIGHT) && !a.hasDigit && !b.hasDigit && !a.isNegator && !b.isNegator;

const DENYING = /^(?:un|in|im|ir|il|dis|non|mis)/;
/** "unreliable" is no slip for "reliable", though two letters part them. */
const isDenied = (a: Word, b: Word): boolean =>
  a.sign * b.sign < 0 ||
  (a.text.endsWith(b.text) && DENYING.test(a.text)) ||
  (b.text.endsWith(a.text) && DENYING.test(b.text));

/** Whether one word is a slip of the pen for the other, at most `limit` typing errors away. */
const isSlip = (a: Word, b: Word, limit: number): boolean =>
  mayBeSlip(a, b) && !isDenied(a, b) && editDistance(a.text, b.text, limit) <= limit;

/** Most distinct words of each side that are looked at for slips: bounds the cost for long texts. */
const MOST_ODD_WORDS = 250;
const SHORTEST = 3;
const LONGEST = 40;

/** Words of one side that the other has not, as far as they may be slips. */
interface OddWords {
  count: number;
  ids: Int32Array;
  numbers: Int32Array;
  lengths: Int32Array;
  letters: Int32Array;
}

const makeOdd = (): OddWords => ({
  count: 0,
  ids: new Int32Array(MOST_ODD_WORDS),
  numbers: new Int32Array(MOST_ODD_WORDS),
  lengths: new Int32Array(MOST_ODD_WORDS),
  letters: new Int32Array(MOST_ODD_WORDS),
});
const oddA = makeOdd();
const oddB = makeOdd();

/** Fills in the odd ones of the numbers from `from` to before `to`. */
const fillOdd = (odd: OddWords, ids: Int32Array, range: { from: number; to: number; others: Int32Array }): void => {
  odd.count = 0;
  for (let n = range.from; n < range.to && odd.count < MOST_ODD_WORDS; n += 1) {
    const length = lengthOf(ids[n]!);
    if (length < SHORTEST || length > LONGEST || range.others[n]! > 0) continue;
    odd.ids[odd.count] = ids[n]!;
    odd.numbers[odd.count] = n;
    odd.lengths[odd.count] = length;
    odd.letters[odd.count] = lettersOf(ids[n]!);
    odd.count += 1;
  }
};

/** For numbers of `a`: how much a word of theirs is worth for each number of `b` that may stand for it, nought else. */
export type Partners = (Float64Array | undefined)[];

const addPartner = (partners: Partners, a: number, b: { number: number; of: number; share: number }): void => {
  partners[a] ??= new Float64Array(b.of);
  partners[a][b.number] = b.share;
};

const matchSynonyms = ({ b, ids, count, ofA }: NumberedPair, partners: Partners): void => {
  const meant: number[] = [];
  for (let n = 0; n < count; n += 1) if (b.counts[n]! > 0 && meaningOf(ids[n]!) > 0) meant.push(n);
  for (let n = 0; n < ofA; n += 1) {
    const meaning = meaningOf(ids[n]!);
    if (meaning === 0) continue;
    for (const other of meant)
      if (meaningOf(ids[other]!) === meaning && other !== n)
        addPartner(partners, n, { number: other, of: count, share: SYNONYM_SHARE });
  }
};

/** Slips among the words that only one side has. A typing error changes two letters of a word at most. */
const matchSlips = ({ a, b, ids, count, ofA }: NumberedPair, partners: Partners): void => {
  fillOdd(oddA, ids, { from: 0, to: ofA, others: b.counts });
  fillOdd(oddB, ids, { from: ofA, to: count, others: a.counts });
  for (let i = 0; i < oddA.count; i += 1) {
    const length = oddA.lengths[i]!;
    const letters = oddA.letters[i]!;
    for (let j = 0; j < oddB.count; j += 1) {
      const other = oddB.lengths[j]!;
      const limit = allowedEdits(length > other ? length : other);
      if (limit === 0 || length - other > limit || other - length > limit) continue;
      if (bits(letters ^ oddB.letters[j]!) > 2 * limit) continue;
      if (isSlip(wordOf(oddA.ids[i]!), wordOf(oddB.ids[j]!), limit))
        addPartner(partners, oddA.numbers[i]!, { number: oddB.numbers[j]!, of: count, share: SLIP_SHARE });
    }
  }
};

/** Which words may stand for which: synonyms, and slips among the words that only one side has. */
export function matchWords(pair: NumberedPair): Partners {
  const partners: Partners = [];
  matchSynonyms(pair, partners);
  matchSlips(pair, partners);
  return partners;
}
