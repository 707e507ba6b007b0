import type { Word } from './know-word.ts';
import { type Matches, matchInOrder, NONE, SAME, SLIP } from './match-in-order.ts';
import { matchWords } from './match-words.ts';
import { type NumberedPair, numberPair, wordsOf } from './number-pair.ts';
import type { Words } from './read-words.ts';

/** A word of `a` and the word of `b` that stands for it; positions count words. */
export interface WordPair {
  a: number;
  b: number;
  how: 'same' | 'slip' | 'synonym';
  /** Whether it stands in another place than its neighbours. */
  moved: boolean;
}

/** Words of either side, by position, that stand in the same place but match nothing. */
export interface Gap {
  a: number[];
  b: number[];
  /** Where the gap begins on either side, though it be empty there. */
  from: { a: number; b: number };
}

/** What an alignment found, to keep. */
export interface Alignment {
  /** Words compared of each side. */
  a: readonly Word[];
  b: readonly Word[];
  /** In the order of `a`; moved ones included. */
  pairs: WordPair[];
  /** The gaps between the words that match in order; a word that was moved away lies in none. */
  gaps: Gap[];
}

const listPairs = ({ length, at, how, moved }: Matches): WordPair[] => {
  const pairs: WordPair[] = [];
  for (let i = 0; i < length; i += 1) {
    if (how[i] === NONE) continue;
    const name = how[i] === SAME ? 'same' : how[i] === SLIP ? 'slip' : 'synonym';
    pairs.push({ a: i, b: at[i]!, how: name, moved: moved[i] === 1 });
  }
  return pairs;
};

const unmatched = (from: number, to: number, matched: Uint8Array): number[] => {
  const found: number[] = [];
  for (let i = from; i < to; i += 1) if (matched[i] === 0) found.push(i);
  return found;
};

const listGaps = ({ a, b, pairs }: Omit<Alignment, 'gaps'>): Gap[] => {
  const matchedA = new Uint8Array(a.length);
  const matchedB = new Uint8Array(b.length);
  for (const pair of pairs) {
    matchedA[pair.a] = 1;
    matchedB[pair.b] = 1;
  }
  const gaps: Gap[] = [];
  let from = { a: 0, b: 0 };
  for (const next of [...pairs.filter(({ moved }) => !moved), { a: a.length, b: b.length }]) {
    const gap: Gap = { a: unmatched(from.a, next.a, matchedA), b: unmatched(from.b, next.b, matchedB), from };
    if (gap.a.length > 0 || gap.b.length > 0) gaps.push(gap);
    from = { a: next.a + 1, b: next.b + 1 };
  }
  return gaps;
};

/** The matches of two texts and the gaps between them, to keep. */
export function toAlignment(pair: NumberedPair, matches: Matches): Alignment {
  const found = { a: wordsOf(pair, 'a'), b: wordsOf(pair, 'b'), pairs: listPairs(matches) };
  return { ...found, gaps: listGaps(found) };
}

/** Aligns the words of two texts that were read without `makeRoom` in between. */
export function alignWords(a: Pick<Words, 'ids'>, b: Pick<Words, 'ids'>): Alignment {
  const pair = numberPair(a.ids, b.ids);
  return toAlignment(pair, matchInOrder(pair, matchWords(pair)));
}

/** The same alignment with the sides swapped. */
export function mirrorAlignment({ a, b, pairs, gaps }: Alignment): Alignment {
  return {
    a: b,
    b: a,
    pairs: pairs.map((pair) => ({ ...pair, a: pair.b, b: pair.a })).sort((x, y) => x.a - y.a),
    gaps: gaps.map(({ a: left, b: right, from }) => ({ a: right, b: left, from: { a: from.b, b: from.a } })),
  };
}
