import type { Reading } from '../sentiment/judge.ts';
import type { Verdict } from './judge-features.ts';
import weights from './recognise.weights.json' with { type: 'json' };
import { splitSegments } from './segments.ts';
import { FEATURES } from './taxonomy.ts';
import { collectTerms, type SegmentTerms } from './terms.ts';
import { Vocabulary } from './vocabulary.ts';

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
export interface RecognisedSegment extends SegmentTerms {
  found: Recognition[];
}

/** Weights of terms: those of a term stand from `starts[term]` to `starts[term + 1]`. */
interface Rows {
  starts: Int32Array;
  columns: Uint8Array;
  values: Float32Array;
}

/** What the terms weigh, as training makes it and the file holds it: a line a term, tab-separated. */
export interface TermWeights {
  vocabulary: Vocabulary;
  /** By feature. */
  presence: Rows;
  /** Praise, blame, fact whatever the feature: three numbers a term. */
  polarity: Float32Array;
  /** By feature × 3 + polarity. */
  ownPolarity: Rows;
}

const COUNT = FEATURES.length;
const WAYS = 3;
/** Weights are stored as whole hundredths. */
const SCALE = 100;
/** Fainter recognitions are not worth weighing. */
const FAINT = -4;

/** Reads "column:value,column:value". */
function readCells(cells: string, row: { columns: number[]; values: number[] }): void {
  if (cells === '') return;
  for (const cell of cells.split(',')) {
    const at = cell.indexOf(':');
    row.columns.push(Number(cell.slice(0, at)));
    row.values.push(Number(cell.slice(at + 1)) / SCALE);
  }
}

function toRows(lines: readonly string[]): Rows {
  const row = { columns: [] as number[], values: [] as number[] };
  const starts = new Int32Array(lines.length + 1);
  lines.forEach((cells, index) => {
    readCells(cells, row);
    starts[index + 1] = row.columns.length;
  });
  return { starts, columns: Uint8Array.from(row.columns), values: Float32Array.from(row.values) };
}

/** Reads the lines of a weights file: name, presence, polarity, own polarity. */
export function readWeights(lines: readonly string[]): TermWeights {
  const split = lines.map((line) => line.split('\t'));
  const polarity = new Float32Array(lines.length * WAYS);
  split.forEach(([, , shared = ''], index) => {
    if (shared !== '')
      polarity.set(
        shared.split(',').map((value) => Number(value) / SCALE),
        index * WAYS,
      );
  });
  return {
    vocabulary: new Vocabulary(
      split.map(([name = '']) => name),
      { grows: false },
    ),
    presence: toRows(split.map(([, presence = '']) => presence)),
    polarity,
    ownPolarity: toRows(split.map(([, , , own = '']) => own)),
  };
}

let shipped: TermWeights | undefined;

/** The weights that the tagger works with, read at first use. */
export function shippedWeights(): TermWeights {
  shipped ??= readWeights(weights.terms);
  return shipped;
}

function addRow({ starts, columns, values }: Rows, term: number, sums: Float64Array): void {
  const end = starts[term + 1]!;
  for (let i = starts[term]!; i < end; i += 1) sums[columns[i]!]! += values[i]!;
}

const presenceSums = new Float64Array(COUNT);
const polaritySums = new Float64Array(COUNT * WAYS);
const shared = new Float64Array(WAYS);

function addPolarity({ polarity, ownPolarity }: TermWeights, terms: readonly number[]): void {
  for (const term of terms) {
    for (let way = 0; way < WAYS; way += 1) shared[way]! += polarity[term * WAYS + way]!;
    addRow(ownPolarity, term, polaritySums);
  }
}

/** Scores are damped by the number of terms, so that long segments do not shout. */
function scoreSegment({ naming, judging }: SegmentTerms, weighed: TermWeights): Recognition[] {
  presenceSums.fill(0);
  for (const term of naming) addRow(weighed.presence, term, presenceSums);
  const damping = 1 / Math.sqrt(naming.length);
  const found: Recognition[] = [];
  for (let feature = 0; feature < COUNT; feature += 1) {
    const score = presenceSums[feature]! * damping;
    if (score > FAINT) found.push({ feature, score, praise: 0, blame: 0, fact: 0 });
  }
  if (found.length === 0) return found;
  shared.fill(0);
  polaritySums.fill(0);
  addPolarity(weighed, naming);
  addPolarity(weighed, judging);
  const polarityDamping = 1 / Math.sqrt(naming.length + judging.length);
  for (const recognition of found) {
    const at = recognition.feature * WAYS;
    const praise = Math.exp((shared[0]! + polaritySums[at]!) * polarityDamping);
    const blame = Math.exp((shared[1]! + polaritySums[at + 1]!) * polarityDamping);
    const fact = Math.exp((shared[2]! + polaritySums[at + 2]!) * polarityDamping);
    const sum = praise + blame + fact;
    recognition.praise = praise / sum;
    recognition.blame = blame / sum;
    recognition.fact = fact / sum;
  }
  return found;
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
  const segments = collectTerms(reading, splitSegments(reading), found, weighed.vocabulary);
  return segments.map((segment) => ({ ...segment, found: scoreSegment(segment, weighed) }));
}

/** How much one term speaks for a feature. */
function weightOf({ starts, columns, values }: Rows, term: number, feature: number): number {
  if (term < 0) return 0;
  for (let i = starts[term]!; i < starts[term + 1]!; i += 1) if (columns[i] === feature) return values[i]!;
  return 0;
}

/** The words of a segment that speak most for a feature, as token indexes. */
export function tellingWords(
  { tokens }: Reading,
  { from, to }: { from: number; to: number },
  feature: number,
  { vocabulary, presence }: TermWeights = shippedWeights(),
): { from: number; to: number } {
  const own = (at: number) => {
    const { stem, form } = vocabulary.termsOf(tokens[at]!.word);
    return weightOf(presence, stem, feature) + weightOf(presence, form, feature);
  };
  let best = { from, to: from + 1 };
  let most = Number.NEGATIVE_INFINITY;
  for (let i = from; i < to; i += 1) {
    const alone = own(i);
    const pair =
      i + 1 < to
        ? alone + own(i + 1) + weightOf(presence, vocabulary.pairOf(tokens[i]!.word, tokens[i + 1]!.word), feature)
        : alone;
    const together = pair > alone;
    if (Math.max(alone, pair) <= most) continue;
    most = Math.max(alone, pair);
    best = { from: i, to: together ? i + 2 : i + 1 };
  }
  return best;
}
