import { SYNONYMS } from '../lexicons/dup-synonyms.ts';
import { heaviestCommon, type NumberedWords } from './heaviest-common.ts';
import { findSlips } from './match-words.ts';
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

export interface Alignment {
  /** Words compared of each side. */
  a: readonly string[];
  b: readonly string[];
  /** In the order of `a`; moved ones included. */
  pairs: WordPair[];
}

/** Words compared of each side: the cost of an alignment grows with their product. */
const MOST_WORDS = 1200;
/** Fewer words than this in another place are chance, not a moved sentence. */
const MOVED_WORDS = 3;
const MOST_MOVES = 8;

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

/** What a word is worth that stands for another: as a slip of the pen, as a synonym. */
const SLIP_SHARE = 0.8;
const SYNONYM_SHARE = 0.6;

/** Numbers the words of both sides; slips and synonyms are noted for words that the other side has not. */
const numberWords = (left: Words, right: Words): { a: NumberedWords; b: NumberedWords } => {
  const numbers = new Map<string, number>();
  const numberOf = (word: string): number => {
    const known = numbers.get(word);
    if (known !== undefined) return known;
    numbers.set(word, numbers.size);
    return numbers.size - 1;
  };
  const wordsA = left.words.slice(0, MOST_WORDS);
  const wordsB = right.words.slice(0, MOST_WORDS);
  const a = Int32Array.from(wordsA, numberOf);
  const b = Int32Array.from(wordsB, numberOf);
  const slips = findSlips(wordsA, wordsB);
  const byMeaning = new Map<string, Set<number>>();
  for (const word of wordsB) {
    const meaning = SYNONYMS.get(word);
    if (meaning === undefined) continue;
    const found = byMeaning.get(meaning) ?? new Set();
    byMeaning.set(meaning, found.add(numbers.get(word)!));
  }
  const partners = wordsA.map((word) => {
    const meaning = SYNONYMS.get(word);
    const same = meaning === undefined ? undefined : byMeaning.get(meaning);
    const slipped = slips.get(word);
    if (!same && !slipped) return undefined;
    const shares = new Map<number, number>();
    for (const other of same ?? []) shares.set(other, SYNONYM_SHARE);
    for (const other of slipped ?? []) shares.set(numbers.get(other)!, SLIP_SHARE);
    return shares;
  });
  return { a: { ids: a, weights: left.weights, partners }, b: { ids: b, weights: right.weights, partners: [] } };
};

/** Aligns the words of two texts; sentences that moved are found in further rounds over what is left. */
export function alignWords(left: Words, right: Words): Alignment {
  const { a, b } = numberWords(left, right);
  const pairs: WordPair[] = [];
  let free = { a: [...a.ids.keys()], b: [...b.ids.keys()] };
  for (let round = 0; round <= MOST_MOVES; round += 1) {
    const all = heaviestCommon(a, b, free);
    const found = round === 0 ? all : runsOnly(all);
    if (found.length === 0) break;
    for (const [i, j] of found) {
      const how = a.ids[i] === b.ids[j] ? 'same' : a.partners[i]?.get(b.ids[j]!) === SLIP_SHARE ? 'slip' : 'synonym';
      pairs.push({ a: i, b: j, how, moved: round > 0 });
    }
    const taken = { a: new Set(found.map(([i]) => i)), b: new Set(found.map(([, j]) => j)) };
    free = { a: free.a.filter((i) => !taken.a.has(i)), b: free.b.filter((j) => !taken.b.has(j)) };
    if (free.a.length < MOVED_WORDS || free.b.length < MOVED_WORDS) break;
  }
  pairs.sort((x, y) => x.a - y.a);
  const all = { a: left.words.slice(0, MOST_WORDS), b: right.words.slice(0, MOST_WORDS), pairs };
  return { ...all, pairs: withoutStray(all, left.weights) };
}

/** A run of matches that weighs no more is function words that any two texts share. */
const CHANCE_WEIGHT = 0.95;
/** Words without a match on a side of such a run that make it chance. */
const CHANCE_GAP = 2;

/**
 * Pairs without the stray ones: a few function words that match by chance amid words that do not would hide that
 * another story is told there.
 */
function withoutStray({ a, b, pairs }: Alignment, weights: Float32Array): WordPair[] {
  const runs: WordPair[][] = [];
  for (const pair of pairs) {
    const last = runs.at(-1)?.at(-1);
    if (last && last.moved === pair.moved && pair.a === last.a + 1 && pair.b === last.b + 1) runs.at(-1)!.push(pair);
    else runs.push([pair]);
  }
  const distance = (from: WordPair | undefined, to: WordPair | undefined): number =>
    Math.max((to?.a ?? a.length) - (from?.a ?? -1), Math.abs((to?.b ?? b.length) - (from?.b ?? -1))) - 1;
  return runs
    .filter((run, r) => {
      if (run.reduce((total, pair) => total + weights[pair.a]!, 0) > CHANCE_WEIGHT) return true;
      const before = distance(runs[r - 1]?.at(-1), run[0]);
      return before < CHANCE_GAP || distance(run.at(-1), runs[r + 1]?.[0]) < CHANCE_GAP;
    })
    .flat();
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
    const gap: Gap = {
      a: free(last.a + 1, pair.a, matchedA),
      b: free(last.b + 1, pair.b, matchedB),
      from: { a: last.a + 1, b: last.b + 1 },
    };
    if (gap.a.length > 0 || gap.b.length > 0) gaps.push(gap);
    last = pair;
  }
  return gaps;
}
