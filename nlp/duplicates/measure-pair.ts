import { type Alignment, alignWords, findGaps, type Gap } from './align-words.ts';
import type { Words } from './read-words.ts';
import { COMMON_WEIGHT, FUNCTION_WEIGHT } from './weigh-word.ts';

/** How much two texts share, by the weight of their words; all shares from 0 to 1. */
export interface Measure {
  alignment: Alignment;
  gaps: Gap[];
  /** Largest part that stands in one place and differs altogether: the share of the text where it is smaller. */
  replaced: number;
  /** Twice the shared weight over both weights (Dice). */
  shared: number;
  /** The same of the words in any order, slips and synonyms left out. */
  bag: number;
  /** Shared weight over that of the shorter text. */
  contained: number;
  /** Weight of the shorter text over that of the longer one. */
  lengths: number;
  /** Weight of the distinct shared words that are no function words. */
  specific: number;
  /** The same of those words only that not every review of a camera has. */
  telling: number;
  /** Shared words, synonyms left out, and how many of these differ by a slip. */
  sameWords: number;
  /** Shared words that stand in the same order. */
  inOrder: number;
  slips: number;
  /** Most words in a row that are the same in both. */
  longestRun: number;
}

const sum = (weights: Float32Array, count: number): number => {
  let total = 0;
  for (let i = 0; i < count; i += 1) total += weights[i]!;
  return total;
};

/** Least overlap (Dice) of the telling words, in any order, for an alignment to pay: of 20,000 edited copies none is lost by it. */
const WORTH_A_LOOK = 0.4;

/** Overlap of the telling words of two texts: slips and synonyms count as the same. */
const roughOverlap = ({ keySet: a }: Words, { keySet: b }: Words): number => {
  const [few, many] = a.size <= b.size ? [a, b] : [b, a];
  let found = 0;
  for (const key of few) if (many.has(key)) found += 1;
  return few.size === 0 ? 0 : (2 * found) / (few.size + many.size);
};

/** Fewer words than these on a side are words changed, not another story told. */
const STORY_WORDS = 6;
/** Gaps so close to one another that most of the words from one to the next are unmatched are one story. */
const STORY_DENSITY = 0.65;
/** Gaps that are tried together: bounds the cost. */
const STORY_GAPS = 12;

interface Weighed {
  weights: Float32Array;
  all: number;
}

/** One side of a run of gaps: its unmatched words, from where to where they lie, their weight. */
interface Stretch {
  words: number;
  from: number;
  to: number;
  weight: number;
}

const stretch = (before: Stretch | undefined, gap: Gap, side: 'a' | 'b', weights: Float32Array): Stretch => {
  const start = before ?? { words: 0, from: gap.from[side], to: -1, weight: 0 };
  const at = gap[side];
  return {
    words: start.words + at.length,
    from: start.from,
    to: Math.max(start.to, at.at(-1) ?? gap.from[side] - 1),
    weight: at.reduce((sum, i) => sum + weights[i]!, start.weight),
  };
};

const isStory = ({ words, from, to }: Stretch): boolean =>
  words >= STORY_WORDS && words >= (to - from + 1) * STORY_DENSITY;

const shareReplaced = (gaps: readonly Gap[], a: Weighed, b: Weighed): number => {
  let most = 0;
  for (let first = 0; first < gaps.length; first += 1) {
    let left: Stretch | undefined;
    let right: Stretch | undefined;
    for (let last = first; last < gaps.length && last < first + STORY_GAPS; last += 1) {
      left = stretch(left, gaps[last]!, 'a', a.weights);
      right = stretch(right, gaps[last]!, 'b', b.weights);
      if (isStory(left) && isStory(right)) most = Math.max(most, Math.min(left.weight / a.all, right.weight / b.all));
    }
  }
  return most;
};

const total = (weights: readonly number[]): number => weights.reduce((all, weight) => all + weight, 0);

/** What a matched word counts by how it matches. */
const WORTH = { same: 1, slip: 1, synonym: 0.6 } as const;

const sharedInAnyOrder = ({ weights }: Words, { a, b }: Alignment): number => {
  const left = new Map<string, number>();
  for (const word of b) left.set(word, (left.get(word) ?? 0) + 1);
  let found = 0;
  a.forEach((word, i) => {
    const count = left.get(word) ?? 0;
    if (count === 0) return;
    found += weights[i]!;
    left.set(word, count - 1);
  });
  return found;
};

const longestRun = ({ pairs }: Alignment): number => {
  let most = 0;
  let run = 0;
  pairs.forEach((pair, k) => {
    const before = pairs[k - 1];
    const goesOn = before && pair.a === before.a + 1 && pair.b === before.b + 1;
    run = pair.how === 'same' ? (goesOn ? run + 1 : 1) : 0;
    most = Math.max(most, run);
  });
  return most;
};

/** Aligns and measures two texts; undefined where a rough look already shows that they share too little. */
export function measurePair(a: Words, b: Words): Measure | undefined {
  if (roughOverlap(a, b) < WORTH_A_LOOK) return undefined;
  const alignment = alignWords(a, b);
  const distinct = new Map<string, number>();
  let shared = 0;
  let slips = 0;
  let same = 0;
  for (const { a: i, how } of alignment.pairs) {
    const weight = a.weights[i]!;
    shared += weight * WORTH[how];
    if (how === 'slip') slips += 1;
    if (how !== 'synonym') same += 1;
    if (how !== 'synonym' && weight > FUNCTION_WEIGHT + 0.01) distinct.set(a.words[i]!, weight);
  }
  const ofA = sum(a.weights, alignment.a.length);
  const ofB = sum(b.weights, alignment.b.length);
  const shorter = Math.min(ofA, ofB);
  if (shorter === 0) return undefined;
  const gaps = findGaps(alignment);
  return {
    alignment,
    gaps,
    replaced: shareReplaced(gaps, { weights: a.weights, all: ofA }, { weights: b.weights, all: ofB }),
    shared: Math.min(1, (2 * shared) / (ofA + ofB)),
    bag: Math.min(1, (2 * sharedInAnyOrder(a, alignment)) / (ofA + ofB)),
    contained: Math.min(1, shared / shorter),
    lengths: shorter / Math.max(ofA, ofB),
    specific: total([...distinct.values()]),
    telling: total([...distinct.values()].filter((weight) => weight > COMMON_WEIGHT + 0.01)),
    sameWords: same,
    inOrder: alignment.pairs.filter(({ how, moved }) => how !== 'synonym' && !moved).length,
    longestRun: longestRun(alignment),
    slips,
  };
}

/** The same measure with the sides swapped. */
export function mirrorMeasure(measure: Measure): Measure {
  const { a, b, pairs } = measure.alignment;
  return {
    ...measure,
    alignment: {
      a: b,
      b: a,
      pairs: pairs.map((pair) => ({ ...pair, a: pair.b, b: pair.a })).sort((x, y) => x.a - y.a),
    },
    gaps: measure.gaps.map(({ a: left, b: right, from }) => ({ a: right, b: left, from: { a: from.b, b: from.a } })),
  };
}
