import { NEGATIVE_WORDS, NEGATORS, POSITIVE_WORDS } from '../lexicons/dup-words.ts';
import { OWN_WEIGHT, weighWord } from './weigh-word.ts';

/** Typing errors that still leave the same word: one from four letters, two from eight. */
const allowedEdits = (length: number): number => (length < 4 ? 0 : length < 8 ? 1 : 2);

/** One bit a letter: words whose letters differ much need no closer look. */
const letterMask = (word: string): number => {
  let mask = 0;
  for (let i = 0; i < word.length; i += 1) mask |= 1 << (word.charCodeAt(i) & 31);
  return mask;
};

const bits = (mask: number): number => {
  let count = 0;
  for (let m = mask; m !== 0; m &= m - 1) count += 1;
  return count;
};

/** Edit distance with swapped neighbours counted as one (optimal string alignment), or `limit + 1` when it is more. */
export function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let beforeLast = new Int32Array(b.length + 1);
  let last = Int32Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i += 1) {
    const row = new Int32Array(b.length + 1);
    row[0] = i;
    let least = i;
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, beforeLast[j - 2]! + 1);
      row[j] = cost;
      if (cost < least) least = cost;
    }
    if (least > limit) return limit + 1;
    beforeLast = last;
    last = row;
  }
  return last[b.length]!;
}

/** Two listed words are two words, however alike: "can" is no slip for "cant". Numbers are never alike. */
const mayBeSlip = (a: string, b: string): boolean =>
  (weighWord(a) === OWN_WEIGHT || weighWord(b) === OWN_WEIGHT) &&
  !/\d/.test(a) &&
  !/\d/.test(b) &&
  !NEGATORS.has(a) &&
  !NEGATORS.has(b);

const signOf = (word: string): number => (POSITIVE_WORDS.has(word) ? 1 : NEGATIVE_WORDS.has(word) ? -1 : 0);
const DENYING = /^(?:un|in|im|ir|il|dis|non|mis)/;
/** "unreliable" is no slip for "reliable", though two letters part them. */
const isDenied = (a: string, b: string): boolean =>
  signOf(a) * signOf(b) < 0 || (a.endsWith(b) && DENYING.test(a)) || (b.endsWith(a) && DENYING.test(b));

/** Whether one word is a slip of the pen for the other. */
function isSlip(a: string, b: string): boolean {
  const limit = allowedEdits(Math.max(a.length, b.length));
  return (
    limit > 0 &&
    Math.abs(a.length - b.length) <= limit &&
    mayBeSlip(a, b) &&
    !isDenied(a, b) &&
    editDistance(a, b, limit) <= limit
  );
}

/** Most distinct words of each side that are looked at for slips: bounds the cost for long texts. */
const MOST_ODD_WORDS = 250;

/** For the words of `a` that `b` has not: the words of `b`, not in `a`, that are slips of them. */
export function findSlips(a: readonly string[], b: readonly string[]): Map<string, Set<string>> {
  const inA = new Set(a);
  const inB = new Set(b);
  const oddOf = (words: Set<string>, others: Set<string>): { word: string; mask: number }[] => {
    const odd: { word: string; mask: number }[] = [];
    for (const word of words) {
      if (odd.length === MOST_ODD_WORDS) break;
      if (word.length >= 3 && word.length <= 40 && !others.has(word)) odd.push({ word, mask: letterMask(word) });
    }
    return odd;
  };
  const slips = new Map<string, Set<string>>();
  const oddB = oddOf(inB, inA);
  for (const { word, mask } of oddOf(inA, inB)) {
    for (const other of oddB) {
      if (Math.abs(word.length - other.word.length) > 2 || bits(mask ^ other.mask) > 4 || !isSlip(word, other.word))
        continue;
      const found = slips.get(word) ?? new Set();
      slips.set(word, found.add(other.word));
    }
  }
  return slips;
}
