import { type Matches, NONE } from './match-in-order.ts';
import { MOST_COMPARED, type NumberedPair, type NumberedSide } from './number-pair.ts';

/** What a side tells that the other does not, as shares of its weight. */
interface Own {
  /** Runs of words without a match, long enough to tell something. */
  told: number;
  /** Whatever stands before the first match, and after the last. */
  before: number;
  after: number;
}

/** Fewer words than these are words changed, not a story told. */
const STORY_WORDS = 5;
/** So many words that match by chance do not end a story. */
const BRIDGED = 2;

const isMatchedA = new Uint8Array(MOST_COMPARED);
const isMatchedB = new Uint8Array(MOST_COMPARED);

const weighOwn = ({ length, numbers, weight }: NumberedSide, isMatched: Uint8Array, weights: Float32Array): Own => {
  const own: Own = { told: 0, before: 0, after: 0 };
  let hasMatch = false;
  let words = 0;
  let run = 0;
  let matches = 0;
  for (let i = 0; i <= length; i += 1) {
    if (i < length && isMatched[i] === 0) {
      const share = weights[numbers[i]!]! / weight;
      words += 1;
      run += share;
      matches = 0;
      if (hasMatch) own.after += share;
      else own.before += share;
      continue;
    }
    matches += 1;
    if (i < length) {
      hasMatch = true;
      own.after = 0;
      if (matches <= BRIDGED) continue;
    }
    if (words >= STORY_WORDS) own.told += run;
    words = 0;
    run = 0;
  }
  return own;
};

/** Both texts tell this much of their own, one of them this much at least. */
const BOTH_TELL = 0.15;
const ONE_TELLS = 0.22;
/** The same where one text could be the other's end with a new ending, or its beginning after a new one. */
const ONE_TELLS_AT_END = 0.45;
/** So little at an end is nothing. */
const NOTHING = 0.08;

/**
 * Whether both texts tell a story of their own beside what they share: two reviews around sentences that many write. A
 * copy that was cut or extended has its own on one side; an edited one has changes all over, none of them long.
 */
export function tellOwnStories(pair: NumberedPair, { length, at, how }: Matches): boolean {
  if (pair.isCut) return false;
  isMatchedB.fill(0, 0, pair.b.length);
  for (let i = 0; i < length; i += 1) {
    isMatchedA[i] = how[i] === NONE ? 0 : 1;
    if (how[i] !== NONE) isMatchedB[at[i]!] = 1;
  }
  const a = weighOwn(pair.a, isMatchedA, pair.weights);
  const b = weighOwn(pair.b, isMatchedB, pair.weights);
  const overlap = (a.before < NOTHING && b.after < NOTHING) || (a.after < NOTHING && b.before < NOTHING);
  return Math.min(a.told, b.told) >= BOTH_TELL && Math.max(a.told, b.told) >= (overlap ? ONE_TELLS_AT_END : ONE_TELLS);
}
