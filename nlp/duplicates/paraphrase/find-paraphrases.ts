import type { ComparedReview, Comparison } from '../../compare.ts';
import { isGeneric } from '../judge-pair.ts';
import { makeRoom } from '../know-word.ts';
import { readWords } from '../read-words.ts';
import { type Alike, findAlike, type Meaning, readMeaning, standsOut, topicsToAsk } from './find-alike.ts';
import { compareContents } from './judge-statements.ts';
import { readStatements, type Statements } from './read-statements.ts';

/** Reviews of one product up to which each is held against all others; beyond, against those of like topics. */
const FEW = 5000;
/** Reviews of like topics that one is held against. */
const MOST_ASKED = 2000;
/** Paraphrases of one review that are worth knowing. */
const MOST_PAIRS = 3;

interface Entry extends Meaning {
  at: number;
}

/** Two reviews by their places. */
export interface FoundParaphrase {
  a: number;
  b: number;
  comparison: Comparison;
}

const groupBy = <T, K>(values: readonly T[], keysOf: (value: T) => readonly K[]): Map<K, T[]> => {
  const groups = new Map<K, T[]>();
  for (const value of values) {
    for (const key of keysOf(value)) {
      const group = groups.get(key);
      if (group) group.push(value);
      else groups.set(key, [value]);
    }
  }
  return groups;
};

/** For each entry of one product what is alike. */
const lookAround = (entries: readonly Entry[]): Map<Entry, Alike<Entry>> => {
  const byTopic = entries.length > FEW ? groupBy(entries, ({ topics }) => topics) : undefined;
  const askedBy = new Map<Entry, Entry>();
  const others = (entry: Entry): Entry[] => {
    if (!byTopic) return entries.filter((other) => other !== entry);
    const asked: Entry[] = [];
    for (const topic of topicsToAsk(entry.vector)) {
      for (const other of byTopic.get(topic) ?? []) {
        if (asked.length >= MOST_ASKED) return asked;
        if (other === entry || askedBy.get(other) === entry) continue;
        askedBy.set(other, entry);
        asked.push(other);
      }
    }
    return asked;
  };
  return new Map(entries.map((entry) => [entry, findAlike(entry.vector, others(entry))]));
};

/**
 * Reviews of one product that tell the same in other words. Cost: some thousand products of vectors and a few
 * comparisons a review.
 * @param isKnown whether two reviews, by their places, are connected as copies already: these are left out
 * @param leaveOut reviews not to be looked at, by their places: those that are equal to an earlier one
 */
export function findParaphrases(
  reviews: readonly ComparedReview[],
  isKnown: (a: number, b: number) => boolean,
  leaveOut: ReadonlySet<number>,
): FoundParaphrase[] {
  makeRoom();
  const entries = [...reviews.entries()]
    .filter(([at, { text }]) => !leaveOut.has(at) && !isGeneric(readWords(text)))
    .map(([at, { text }]) => ({ at, ...readMeaning(text) }));
  const remembered = new Map<number, Statements>();
  const statementsOf = (at: number): Statements => {
    const known = remembered.get(at) ?? readStatements(reviews[at]!.text);
    remembered.set(at, known);
    return known;
  };
  const found: FoundParaphrase[] = [];
  const seen = new Set<string>();
  for (const group of groupBy(entries, ({ at }) => [reviews[at]!.product ?? '']).values()) {
    const around = lookAround(group);
    for (const [entry, { alike }] of around) {
      for (const { other, closeness } of alike) {
        const [a, b] = entry.at < other.at ? [entry, other] : [other, entry];
        const key = `${a.at} ${b.at}`;
        if (seen.has(key) || isKnown(a.at, b.at) || !standsOut(closeness, around.get(b)!.crowd)) continue;
        seen.add(key);
        const contentOf = ({ at }: Entry) => ({ review: reviews[at]!, statements: statementsOf(at) });
        const comparison = compareContents(contentOf(a), contentOf(b), around.get(b)!.crowd);
        if (comparison) found.push({ a: a.at, b: b.at, comparison });
      }
    }
  }
  return bestOfEach(found);
}

/** At most `MOST_PAIRS` of each later review, the surest first. */
const bestOfEach = (found: readonly FoundParaphrase[]): FoundParaphrase[] => {
  const kept = new Map<number, number>();
  return found
    .toSorted((x, y) => y.comparison.score - x.comparison.score || x.a - y.a || x.b - y.b)
    .filter(({ b }) => {
      const count = (kept.get(b) ?? 0) + 1;
      kept.set(b, count);
      return count <= MOST_PAIRS;
    });
};
