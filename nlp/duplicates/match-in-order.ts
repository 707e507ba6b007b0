import { addPositions, heaviestCommon, makePositions, type Positions } from './heaviest-common.ts';
import { type Partners, SLIP_SHARE } from './match-words.ts';
import { MOST_COMPARED, type NumberedPair } from './number-pair.ts';

/** How a word stands for another. */
export const NONE = 0;
export const SAME = 1;
export const SLIP = 2;
export const SYNONYM = 3;

/** For each word of `a`, by position: what stands for it in `b`. Overwritten by the next alignment. */
export interface Matches {
  length: number;
  /** Position of the word of `b`. */
  at: Int32Array;
  /** `NONE`, `SAME`, `SLIP` or `SYNONYM`. */
  how: Uint8Array;
  /** 1 where it stands in another place than its neighbours. */
  moved: Uint8Array;
}

/** Fewer words than this in another place are chance, not a moved sentence. */
const MOVED_WORDS = 3;
const MOST_MOVES = 8;

const free = makePositions();
const found = makePositions();
const matches: Matches = {
  length: 0,
  at: new Int32Array(MOST_COMPARED),
  how: new Uint8Array(MOST_COMPARED),
  moved: new Uint8Array(MOST_COMPARED),
};

/** Leaves of pairs in order those that lie in runs of at least `MOVED_WORDS` words with hardly a gap. */
const keepRuns = (pairs: Positions): void => {
  const { a, b, lengthA: length } = pairs;
  pairs.lengthA = 0;
  pairs.lengthB = 0;
  for (let from = 0, to = 1; from < length; from = to, to += 1) {
    while (to < length && a[to]! - a[to - 1]! <= 3 && b[to]! - b[to - 1]! <= 3) to += 1;
    if (to - from >= MOVED_WORDS) for (let k = from; k < to; k += 1) addPositions(pairs, a[k]!, b[k]!);
  }
};

/** Leaves of the first `length` positions those that are not taken; both in order. How many are left. */
const takeOut = (positions: Int32Array, length: number, taken: Int32Array): number => {
  let left = 0;
  let next = 0;
  for (let i = 0; i < length; i += 1) {
    if (next < found.lengthA && taken[next] === positions[i]) next += 1;
    else {
      positions[left] = positions[i]!;
      left += 1;
    }
  }
  return left;
};

const noteFound = ({ a, b }: NumberedPair, partners: Partners, isMoved: boolean): void => {
  for (let k = 0; k < found.lengthA; k += 1) {
    const i = found.a[k]!;
    const number = a.numbers[i]!;
    const other = b.numbers[found.b[k]!]!;
    matches.at[i] = found.b[k]!;
    matches.how[i] = number === other ? SAME : partners[number]![other] === SLIP_SHARE ? SLIP : SYNONYM;
    matches.moved[i] = isMoved ? 1 : 0;
  }
};

/** Finds what stands for each word of `a` in `b`; sentences that moved are found in further rounds over what is left. */
export function matchInOrder(pair: NumberedPair, partners: Partners): Matches {
  matches.length = pair.a.length;
  matches.how.fill(NONE, 0, matches.length);
  free.lengthA = pair.a.length;
  free.lengthB = pair.b.length;
  for (let i = 0; i < free.lengthA; i += 1) free.a[i] = i;
  for (let j = 0; j < free.lengthB; j += 1) free.b[j] = j;
  for (let round = 0; round <= MOST_MOVES; round += 1) {
    heaviestCommon(pair, partners, free, found);
    if (round > 0) keepRuns(found);
    if (found.lengthA === 0) break;
    noteFound(pair, partners, round > 0);
    free.lengthA = takeOut(free.a, free.lengthA, found.a);
    free.lengthB = takeOut(free.b, free.lengthB, found.b);
    if (free.lengthA < MOVED_WORDS || free.lengthB < MOVED_WORDS) break;
  }
  dropStray(pair);
  return matches;
}

/** A run of matches that weighs no more is function words that any two texts share. */
const CHANCE_WEIGHT = 0.95;
/** Words without a match on a side of such a run that make it chance. */
const CHANCE_GAP = 2;

/** Position of the first word of `a` from `from` on that has a match. */
const nextMatch = (from: number): number => {
  let i = from;
  while (i < matches.length && matches.how[i] === NONE) i += 1;
  return i;
};

const goesOn = (i: number): boolean =>
  i < matches.length &&
  matches.how[i] !== NONE &&
  matches.moved[i] === matches.moved[i - 1] &&
  matches.at[i] === matches.at[i - 1]! + 1;

/** Words between two matches, of the side that has more. */
const distance = (a: number, b: number): number => Math.max(a, Math.abs(b)) - 1;

/**
 * Takes out the stray matches: a few function words that match by chance amid words that do not would hide that another
 * story is told there.
 */
function dropStray({ a, b, weights }: NumberedPair): void {
  let lastA = -1;
  let lastB = -1;
  for (let from = nextMatch(0); from < matches.length; ) {
    let to = from + 1;
    let weight = weights[a.numbers[from]!]!;
    for (; goesOn(to); to += 1) weight += weights[a.numbers[to]!]!;
    const next = nextMatch(to);
    const nextB = next < matches.length ? matches.at[next]! : b.length;
    const isStray =
      weight <= CHANCE_WEIGHT &&
      distance(from - lastA, matches.at[from]! - lastB) >= CHANCE_GAP &&
      distance(next - to + 1, nextB - matches.at[to - 1]!) >= CHANCE_GAP;
    lastA = to - 1;
    lastB = matches.at[to - 1]!;
    if (isStray) matches.how.fill(NONE, from, to);
    from = next;
  }
}
