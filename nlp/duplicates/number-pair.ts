import { countKnown, type Word, weightOf, wordOf } from './know-word.ts';

/** Words compared of each side: the cost of an alignment grows with their product. */
export const MOST_COMPARED = 1200;

/** One side of a pair: its compared words by their numbers. */
export interface NumberedSide {
  length: number;
  /** One for each word. */
  numbers: Int32Array;
  /** How often the side has each number. */
  counts: Int32Array;
  /** Sum of the words' weights. */
  weight: number;
}

/** The compared words of two texts, numbered as they come: those of `a` first, then what only `b` has. */
export interface NumberedPair {
  a: NumberedSide;
  b: NumberedSide;
  /** How many numbers there are, and the id of each one's word. */
  count: number;
  ids: Int32Array;
  /** Weight of each number's word. */
  weights: Float32Array;
  /** Numbers below are words of `a`. */
  ofA: number;
  /** Whether a text may have more words than are compared. */
  isCut: boolean;
}

const emptySide = (): NumberedSide => ({
  length: 0,
  numbers: new Int32Array(MOST_COMPARED),
  counts: new Int32Array(2 * MOST_COMPARED),
  weight: 0,
});
const left = emptySide();
const right = emptySide();
const weights = new Float32Array(2 * MOST_COMPARED);

/** Number and one of each known word, nought where the pair has not met it. */
let numberOf = new Int32Array(0);

const idOf = new Int32Array(2 * MOST_COMPARED);
let count = 0;

const fillSide = (side: NumberedSide, ids: ArrayLike<number>): void => {
  side.length = Math.min(ids.length, MOST_COMPARED);
  side.weight = 0;
  for (let i = 0; i < side.length; i += 1) {
    const id = ids[i]!;
    let number = numberOf[id]! - 1;
    if (number < 0) {
      number = count;
      count += 1;
      idOf[number] = id;
      weights[number] = weightOf(id);
      numberOf[id] = number + 1;
    }
    side.numbers[i] = number;
    side.weight += weights[number]!;
  }
};

const countSide = ({ length, numbers, counts }: NumberedSide): void => {
  counts.fill(0, 0, count);
  for (let i = 0; i < length; i += 1) counts[numbers[i]!]! += 1;
};

/** Numbers the words of two texts, given by id. What it returns is overwritten by the next call. */
export function numberPair(a: ArrayLike<number>, b: ArrayLike<number>): NumberedPair {
  if (numberOf.length < countKnown()) numberOf = new Int32Array(countKnown() * 2);
  count = 0;
  fillSide(left, a);
  const ofA = count;
  fillSide(right, b);
  for (let n = 0; n < count; n += 1) numberOf[idOf[n]!] = 0;
  countSide(left);
  countSide(right);
  const isCut = Math.max(a.length, b.length) >= MOST_COMPARED;
  return { a: left, b: right, count, ids: idOf, weights, ofA, isCut };
}

/** The compared words of a side, to keep. */
export function wordsOf({ ids, ...pair }: NumberedPair, side: 'a' | 'b'): Word[] {
  const { length, numbers } = pair[side];
  const words: Word[] = [];
  for (let i = 0; i < length; i += 1) words.push(wordOf(ids[numbers[i]!]!));
  return words;
}
