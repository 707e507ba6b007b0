import type { Reading } from '../sentiment/judge.ts';
import { Vocabulary } from '../text/vocabulary.ts';
import type { Verdict } from './judge-features.ts';
import weights from './recognise.weights.json' with { type: 'json' };
import type { Segment } from './segments.ts';
import { FEATURES } from './taxonomy.ts';
import { type SegmentTerms, visitTerms } from './terms.ts';

/** That a segment speaks of a feature, and how: shares of praise, blame and flat fact add up to 1. */
export interface Recognition {
  /** Index into FEATURES. */
  feature: number;
  /** Logit of the chance that the segment speaks of it. */
  score: number;
  praise: number;
  blame: number;
  fact: number;
}

/** A segment with the features that it may speak of. */
export interface RecognisedSegment extends Segment {
  found: Recognition[];
}

/** What the terms weigh, in twentieths. */
export interface TermWeights {
  vocabulary: Vocabulary;
  /** By term × number of features + feature. */
  presence: Int8Array;
  /** The same, two features in one number, to add both at once. */
  presencePairs: Int32Array;
  /** Praise, blame, fact whatever the feature, by term × 3 + way. */
  polarity: Int8Array;
  /** By (term × number of features + feature) × 3 + way. */
  ownPolarity: Int8Array;
}

const COUNT = FEATURES.length;
const WAYS = 3;
/** Features side by side in one number of 32 bits, the second one above the first. */
const PAIRS = COUNT / 2;
const LANE = 2 ** 16;
/** Weights are whole twentieths, in one byte each: small tables stay in the processor's cache. */
export const SCALE = 20;
/** Fainter recognitions are not worth weighing. */
const FAINT = -3;

/** Enters "column:value,column:value" into a row. */
function readCells(cells: string, row: Int8Array): void {
  if (cells === '') return;
  for (const cell of cells.split(',')) {
    const at = cell.indexOf(':');
    row[Number(cell.slice(0, at))] = Number(cell.slice(at + 1));
  }
}

/** Reads the lines of a weights file: name, presence, polarity, own polarity. */
export function readWeights(lines: readonly string[]): TermWeights {
  const names: string[] = [];
  const presence = new Int8Array(lines.length * COUNT);
  const presencePairs = new Int32Array(lines.length * PAIRS);
  const polarity = new Int8Array(lines.length * WAYS);
  const ownPolarity = new Int8Array(lines.length * COUNT * WAYS);
  lines.forEach((line, term) => {
    const [name = '', present = '', shared = '', own = ''] = line.split('\t');
    names.push(name);
    readCells(present, presence.subarray(term * COUNT, (term + 1) * COUNT));
    for (let pair = 0; pair < PAIRS; pair += 1) {
      const at = term * COUNT + 2 * pair;
      presencePairs[term * PAIRS + pair] = presence[at + 1]! * LANE + presence[at]!;
    }
    readCells(shared, polarity.subarray(term * WAYS, (term + 1) * WAYS));
    readCells(own, ownPolarity.subarray(term * COUNT * WAYS, (term + 1) * COUNT * WAYS));
  });
  return { vocabulary: new Vocabulary(names, { grows: false }), presence, presencePairs, polarity, ownPolarity };
}

let shipped: TermWeights | undefined;

/** The weights that the tagger works with, read at first use; the lines of the file are let go then. */
export function shippedWeights(): TermWeights {
  shipped ??= readWeights(weights.terms.splice(0));
  return shipped;
}

/** Whole numbers add up quicker. */
const scores = new Int32Array(PAIRS);
const ways = new Int32Array(WAYS);
const shared = new Int32Array(WAYS);

/** Adds what the terms weigh in a row of three that stands at `offset` in each term's `stride`. */
function addWays(sums: Int32Array, terms: readonly number[], values: Int8Array, [stride, offset]: [number, number]) {
  for (let i = 0; i < terms.length; i += 1) {
    const at = terms[i]! * stride + offset;
    sums[0]! += values[at]!;
    sums[1]! += values[at + 1]!;
    sums[2]! += values[at + 2]!;
  }
}

function note(found: Recognition[], feature: number, score: number): void {
  if (score > FAINT) found.push({ feature, score, praise: 0, blame: 0, fact: 0 });
}

/** So many terms fit into a lane without running over; text without any stop is judged by its beginning. */
const MOST_TERMS = 250;

/** Scores are damped by the number of terms, so that long segments do not shout. */
function scoreSegment({ naming, judging }: SegmentTerms, weighed: TermWeights): Recognition[] {
  const { presencePairs } = weighed;
  scores.fill(0);
  const count = Math.min(naming.length, MOST_TERMS);
  for (let i = 0; i < count; i += 1) {
    const row = naming[i]! * PAIRS;
    for (let pair = 0; pair < PAIRS; pair += 1) scores[pair]! += presencePairs[row + pair]!;
  }
  const damping = 1 / (SCALE * Math.sqrt(count));
  const found: Recognition[] = [];
  for (let pair = 0; pair < PAIRS; pair += 1) {
    const low = (scores[pair]! << 16) >> 16;
    note(found, 2 * pair, low * damping);
    note(found, 2 * pair + 1, ((scores[pair]! - low) / LANE) * damping);
  }
  if (found.length > 0) judge(found, { naming, judging }, weighed);
  return found;
}

function judge(
  found: readonly Recognition[],
  { naming, judging }: Pick<SegmentTerms, 'naming' | 'judging'>,
  { polarity, ownPolarity }: TermWeights,
): void {
  shared.fill(0);
  addWays(shared, naming, polarity, [WAYS, 0]);
  addWays(shared, judging, polarity, [WAYS, 0]);
  const damping = 1 / (SCALE * Math.sqrt(naming.length + judging.length));
  for (const recognition of found) {
    ways.set(shared);
    const place: [number, number] = [COUNT * WAYS, recognition.feature * WAYS];
    addWays(ways, naming, ownPolarity, place);
    addWays(ways, judging, ownPolarity, place);
    const praise = Math.exp(ways[0]! * damping);
    const blame = Math.exp(ways[1]! * damping);
    const fact = Math.exp(ways[2]! * damping);
    const sum = praise + blame + fact;
    recognition.praise = praise / sum;
    recognition.blame = blame / sum;
    recognition.fact = fact / sum;
  }
}

/**
 * What each segment of a field speaks of by its words: a linear model over stems, pairs of stems and what the lexicon
 * found (logistic regression, one a feature, with a softmax over the three judgements), trained by
 * test/eval/tags-train.ts. Being linear, it can say which words decided.
 */
export function recognise(
  reading: Reading,
  found: { verdicts: readonly Verdict[]; isTitle: boolean },
  weighed: TermWeights = shippedWeights(),
): RecognisedSegment[] {
  const segments: RecognisedSegment[] = [];
  visitTerms(reading, found, weighed.vocabulary, (terms) => {
    segments.push({ from: terms.from, to: terms.to, found: scoreSegment(terms, weighed) });
  });
  return segments;
}

/** How much one term speaks for a feature. */
const weightOf = (presence: Int8Array, term: number, feature: number): number =>
  term < 0 ? 0 : presence[term * COUNT + feature]!;

/** Words beside the most telling one belong to it where they tell at least this share of what it tells. */
const SHARE = 0.2;
const MOST_WORDS = 4;

/** The words of a segment that speak most for a feature, as token indexes: the most telling one with its neighbours. */
export function tellingWords(
  { tokens }: Reading,
  { from, to }: Segment,
  feature: number,
  { vocabulary, presence }: TermWeights = shippedWeights(),
): Segment {
  const tells = (at: number): number => weightOf(presence, vocabulary.termsOf(tokens[at]!.word).stem, feature);
  let most = from;
  for (let i = from + 1; i < to; i += 1) if (tells(i) > tells(most)) most = i;
  const enough = SHARE * tells(most);
  const joins = (at: number): boolean => at >= from && at < to && enough > 0 && tells(at) >= enough;
  const found = { from: most, to: most + 1 };
  while (found.to - found.from < MOST_WORDS && joins(found.to)) found.to += 1;
  while (found.to - found.from < MOST_WORDS && joins(found.from - 1)) found.from -= 1;
  return found;
}
