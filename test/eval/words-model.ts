import { judgeFeatures } from '../../nlp/features/judge-features.ts';
import { SCALE } from '../../nlp/features/recognise.ts';
import type { Segment } from '../../nlp/features/segments.ts';
import { FEATURE_INDEX, FEATURES } from '../../nlp/features/taxonomy.ts';
import { type SegmentTerms, visitTerms } from '../../nlp/features/terms.ts';
import type { Reading } from '../../nlp/sentiment/judge.ts';
import { read } from '../../nlp/sentiment/read.ts';
import type { Vocabulary } from '../../nlp/text/vocabulary.ts';
import type { Mark, MarkedReview } from './marked-reviews.ts';

const COUNT = FEATURES.length;
const WAYS = 3;
const SIGNS = '+-0';

/** One segment to learn from: its terms, and what it says of each feature. */
export interface SegmentExample {
  review: string;
  naming: number[];
  judging: number[];
  /** By feature: 1 spoken of, 0 not, −1 not known. */
  spoken: Int8Array;
  /** By feature: a bit each for praise, blame and flat fact. */
  ways: Int8Array;
}

const ENOUGH_TOKENS = 3;

/** Enters one mark: a segment that holds much of it speaks of the feature; one that holds little may or may not. */
function enterMark(example: SegmentExample, mark: Mark, reading: Reading, segment: Segment): void {
  let shared = 0;
  let size = 0;
  for (const { start, end } of reading.tokens.slice(Math.max(0, segment.from - 60), segment.to + 60)) {
    if (start < mark.end && end > mark.start) size += 1;
  }
  for (const { start, end } of reading.tokens.slice(segment.from, segment.to)) {
    if (start < mark.end && end > mark.start) shared += 1;
  }
  if (shared === 0) return;
  const feature = FEATURE_INDEX.get(mark.feature)!;
  if (shared >= Math.min(ENOUGH_TOKENS, size / 2)) {
    example.spoken[feature] = 1;
    example.ways[feature]! |= 1 << SIGNS.indexOf(mark.sign);
  } else if (example.spoken[feature] === 0) example.spoken[feature] = -1;
}

/** The segments of a review as examples; the terms are numbered by a growing vocabulary. */
export function segmentExamples(review: MarkedReview, vocabulary: Vocabulary): SegmentExample[] {
  return (['title', 'text'] as const).flatMap((field) => {
    const source = review[field];
    if (!source) return [];
    const reading = read(source);
    const found = { verdicts: judgeFeatures(reading), isTitle: field === 'title' };
    const examples: SegmentExample[] = [];
    visitTerms(reading, found, vocabulary, (terms) => {
      const example = toExample(review, terms);
      for (const mark of review.marks) if (mark.field === field) enterMark(example, mark, reading, terms);
      examples.push(example);
    });
    return examples;
  });
}

function toExample(review: MarkedReview, { naming, judging }: SegmentTerms): SegmentExample {
  const spoken = new Int8Array(COUNT);
  if (!review.isComplete) for (const feature of Object.keys(review.labels)) spoken[FEATURE_INDEX.get(feature)!] = -1;
  return { review: review.id, naming: [...naming], judging: [...judging], spoken, ways: new Int8Array(COUNT) };
}

/** Rarer terms are left out. */
const MIN_COUNT = 3;
const EPOCHS = 12;
const RATE = 0.3;
/** L2 penalties, chosen by cross-validation; the judgement of single features is trusted less than that of all. */
const PRESENCE_PENALTY = 2e-3;
const POLARITY_PENALTY = 2e-4;
const OWN_SHARE = 0.5;
const OWN_PENALTY = 4 * POLARITY_PENALTY;

/** Steps that shrink with the gradients seen so far: AdaGrad (Duchi et al. 2011). */
class Weights {
  readonly values: Float32Array;
  private readonly seen: Float32Array;

  constructor(size: number) {
    this.values = new Float32Array(size);
    this.seen = new Float32Array(size).fill(0.1);
  }

  step(at: number, gradient: number, rate = RATE): void {
    this.seen[at]! += gradient * gradient;
    this.values[at]! -= (rate * gradient) / Math.sqrt(this.seen[at]!);
  }
}

interface Model {
  presence: Weights;
  polarity: Weights;
  own: Weights;
}

interface Packed {
  naming: Int32Array;
  all: Int32Array;
  spoken: Int8Array;
  ways: Int8Array;
}

const logits = new Float64Array(COUNT);

function learnPresence({ presence }: Model, { naming, spoken }: Packed): void {
  logits.fill(0);
  const damping = 1 / Math.sqrt(naming.length);
  for (const term of naming) for (let k = 0; k < COUNT; k += 1) logits[k]! += presence.values[term * COUNT + k]!;
  for (let k = 0; k < COUNT; k += 1) {
    const error = spoken[k] === -1 ? 0 : 1 / (1 + Math.exp(-logits[k]! * damping)) - spoken[k]!;
    logits[k] = Math.abs(error) < 1e-3 ? 0 : error * damping;
  }
  for (const term of naming) {
    for (let k = 0; k < COUNT; k += 1) {
      if (logits[k] === 0) continue;
      const at = term * COUNT + k;
      presence.step(at, logits[k]! + PRESENCE_PENALTY * presence.values[at]!);
    }
  }
}

function learnPolarity({ polarity, own }: Model, { all, ways }: Packed, feature: number): void {
  const damping = 1 / Math.sqrt(all.length);
  const scores = [0, 0, 0];
  for (const term of all) {
    for (let way = 0; way < WAYS; way += 1) {
      scores[way]! +=
        (polarity.values[term * WAYS + way]! + own.values[(term * COUNT + feature) * WAYS + way]!) * damping;
    }
  }
  const top = Math.max(...scores);
  const powers = scores.map((score) => Math.exp(score - top));
  const sum = powers[0]! + powers[1]! + powers[2]!;
  const bits = ways[feature]!;
  const count = (bits & 1) + ((bits >> 1) & 1) + ((bits >> 2) & 1);
  for (let way = 0; way < WAYS; way += 1) {
    const error = (powers[way]! / sum - (bits & (1 << way) ? 1 / count : 0)) * damping;
    for (const term of all) {
      const at = term * WAYS + way;
      polarity.step(at, error + POLARITY_PENALTY * polarity.values[at]!);
      const ownAt = (term * COUNT + feature) * WAYS + way;
      own.step(ownAt, error * OWN_SHARE + OWN_PENALTY * own.values[ownAt]!, RATE * OWN_SHARE);
    }
  }
}

/** The same order of examples on every run. */
function createShuffle(): (order: number[]) => void {
  let state = 1;
  return (order) => {
    for (let i = order.length - 1; i > 0; i -= 1) {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      const j = Math.floor((state / 2 ** 32) * (i + 1));
      [order[i], order[j]] = [order[j]!, order[i]!];
    }
  };
}

/** Numbers of the terms that are frequent enough, from 0 on; the one that all segments have comes first. */
function frequentTerms(examples: readonly SegmentExample[], vocabulary: Vocabulary): Map<number, number> {
  const counts = new Map<number, number>();
  for (const { naming, judging } of examples) {
    for (const term of naming) counts.set(term, (counts.get(term) ?? 0) + 1);
    for (const term of judging) counts.set(term, (counts.get(term) ?? 0) + 1);
  }
  const kept = [...counts].filter(([, count]) => count >= MIN_COUNT).map(([term]) => term);
  kept.sort((a, b) => (vocabulary.names[a]! < vocabulary.names[b]! ? -1 : 1));
  return new Map(kept.map((term, index) => [term, index]));
}

function pack(examples: readonly SegmentExample[], numbers: ReadonlyMap<number, number>): Packed[] {
  const renumber = (terms: readonly number[]) => terms.flatMap((term) => numbers.get(term) ?? []);
  return examples.map(({ naming, judging, spoken, ways }) => {
    const known = renumber(naming);
    return {
      naming: Int32Array.from(known),
      all: Int32Array.from([...known, ...renumber(judging)]),
      spoken,
      ways,
    };
  });
}

/** Fainter weights than these are left out. */
const FAINT = 0.3;
const FAINT_OWN = 0.15;

function cells(values: Float32Array, faint: number): string {
  const written: string[] = [];
  values.forEach((value, column) => {
    if (Math.abs(value) >= faint) written.push(`${column}:${Math.max(-127, Math.min(127, Math.round(value * SCALE)))}`);
  });
  return written.join(',');
}

function toLines({ presence, polarity, own }: Model, names: readonly string[]): string[] {
  return names.flatMap((name, term) => {
    const shared = polarity.values.subarray(term * WAYS, (term + 1) * WAYS);
    const line = [
      cells(presence.values.subarray(term * COUNT, (term + 1) * COUNT), FAINT),
      cells(shared, FAINT_OWN),
      cells(own.values.subarray(term * COUNT * WAYS, (term + 1) * COUNT * WAYS), FAINT_OWN),
    ];
    return name !== '' && line.every((part) => part === '') ? [] : [`${name}\t${line.join('\t')}`];
  });
}

/** Trains the recogniser on segments, by stochastic gradient descent; answers the lines of its weights file. */
export function trainWords(examples: readonly SegmentExample[], vocabulary: Vocabulary): string[] {
  const numbers = frequentTerms(examples, vocabulary);
  const size = numbers.size;
  const model: Model = {
    presence: new Weights(size * COUNT),
    polarity: new Weights(size * WAYS),
    own: new Weights(size * COUNT * WAYS),
  };
  const packed = pack(examples, numbers);
  const order = packed.map((_, index) => index);
  const shuffle = createShuffle();
  for (let epoch = 0; epoch < EPOCHS; epoch += 1) {
    shuffle(order);
    for (const index of order) {
      const example = packed[index]!;
      learnPresence(model, example);
      for (let k = 0; k < COUNT; k += 1)
        if (example.spoken[k] === 1 && example.ways[k]) learnPolarity(model, example, k);
    }
  }
  return toLines(
    model,
    [...numbers.keys()].map((term) => vocabulary.names[term]!),
  );
}
