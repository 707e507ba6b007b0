import { findSlips } from './match-words.ts';
import type { Words } from './read-words.ts';

/** A word of `a` and the word of `b` that stands for it; positions count words. */
export interface WordPair {
  a: number;
  b: number;
  /** Whether they differ by a slip of the pen. */
  slip: boolean;
  /** Whether it stands in another place than its neighbours. */
  moved: boolean;
}

/** Words of either side, by position, that stand in the same place but match nothing. */
export interface Gap {
  a: number[];
  b: number[];
}

export interface Alignment {
  /** Words compared of each side. */
  a: readonly string[];
  b: readonly string[];
  /** In the order of `a`; moved ones included. */
  pairs: WordPair[];
}

/** Words compared of each side: the cost of an alignment grows with their product. */
const MOST_WORDS = 500;
/** Fewer words than this in another place are chance, not a moved sentence. */
const MOVED_WORDS = 4;
const MOST_MOVES = 4;

interface Side {
  words: readonly string[];
  weights: Float32Array;
}

/** Positions of the heaviest common subsequence (Hirschberg 1975 names the recurrence; here with the whole table). */
const align = (
  a: readonly number[],
  b: readonly number[],
  score: (i: number, j: number) => number,
): [number, number][] => {
  const width = b.length + 1;
  const best = new Float32Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      const at = i * width + j;
      const worth = score(a[i]!, b[j]!);
      const skip = Math.max(best[at + width]!, best[at + 1]!);
      best[at] = worth > 0 ? Math.max(skip, best[at + width + 1]! + worth) : skip;
    }
  }
  const found: [number, number][] = [];
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const at = i * width + j;
    const worth = score(a[i]!, b[j]!);
    if (worth > 0 && best[at]! <= best[at + width + 1]! + worth + 1e-4) {
      found.push([a[i]!, b[j]!]);
      i += 1;
      j += 1;
    } else if (best[at + width]! >= best[at + 1]!) i += 1;
    else j += 1;
  }
  return found;
};

/** Of pairs in order, those that lie in runs of at least `MOVED_WORDS` words with hardly a gap. */
const runsOnly = (found: readonly [number, number][]): [number, number][] => {
  const kept: [number, number][] = [];
  let run: [number, number][] = [];
  const close = (): void => {
    if (run.length >= MOVED_WORDS) kept.push(...run);
    run = [];
  };
  for (const pair of found) {
    const last = run.at(-1);
    if (last && (pair[0] - last[0] > 3 || pair[1] - last[1] > 3)) close();
    run.push(pair);
  }
  close();
  return kept;
};

/** Aligns the words of two texts; sentences that moved are found in further rounds over what is left. */
export function alignWords(left: Words, right: Words): Alignment {
  const a: Side = { words: left.words.slice(0, MOST_WORDS), weights: left.weights };
  const b: Side = { words: right.words.slice(0, MOST_WORDS), weights: right.weights };
  const slips = findSlips(a.words, b.words);
  const ids = new Map<string, number>();
  const idOf = (word: string): number => {
    const known = ids.get(word);
    if (known !== undefined) return known;
    ids.set(word, ids.size);
    return ids.size - 1;
  };
  const idsA = Int32Array.from(a.words, idOf);
  const idsB = Int32Array.from(b.words, idOf);
  const slipsOf = a.words.map((word) => slips.get(word));
  const score = (i: number, j: number): number => {
    if (idsA[i] === idsB[j]) return a.weights[i]!;
    const found = slipsOf[i];
    return found?.has(b.words[j]!) ? a.weights[i]! * 0.8 : 0;
  };

  let freeA = [...a.words.keys()];
  let freeB = [...b.words.keys()];
  const pairs: WordPair[] = [];
  for (let round = 0; round <= MOST_MOVES && freeA.length > 0 && freeB.length > 0; round += 1) {
    const all = align(freeA, freeB, score);
    const found = round === 0 ? all : runsOnly(all);
    if (found.length === 0) break;
    for (const [i, j] of found) pairs.push({ a: i, b: j, slip: idsA[i] !== idsB[j], moved: round > 0 });
    const takenA = new Set(found.map(([i]) => i));
    const takenB = new Set(found.map(([, j]) => j));
    freeA = freeA.filter((i) => !takenA.has(i));
    freeB = freeB.filter((j) => !takenB.has(j));
    if (freeA.length < MOVED_WORDS || freeB.length < MOVED_WORDS) break;
  }
  pairs.sort((x, y) => x.a - y.a);
  return { a: a.words, b: b.words, pairs };
}

/** The gaps between the words that match in order; a word that was moved away lies in none. */
export function findGaps({ a, b, pairs }: Alignment): Gap[] {
  const matchedA = new Set(pairs.map((pair) => pair.a));
  const matchedB = new Set(pairs.map((pair) => pair.b));
  const free = (from: number, to: number, matched: ReadonlySet<number>): number[] => {
    const found: number[] = [];
    for (let i = from; i < to; i += 1) if (!matched.has(i)) found.push(i);
    return found;
  };
  const gaps: Gap[] = [];
  let last = { a: -1, b: -1 };
  for (const pair of [...pairs.filter(({ moved }) => !moved), { a: a.length, b: b.length }]) {
    const gap = { a: free(last.a + 1, pair.a, matchedA), b: free(last.b + 1, pair.b, matchedB) };
    if (gap.a.length > 0 || gap.b.length > 0) gaps.push(gap);
    last = pair;
  }
  return gaps;
}
