import { meanings } from './meanings.ts';
import { vectorOf, wordsOf } from './read-statements.ts';
import { cosine } from './vector.ts';

/** A text as its place among all that reviews are about. */
export interface Meaning {
  /** `dimensions` whole numbers from −127 to 127. */
  vector: Int8Array;
  /** The nearest topics, for look-ups: paraphrases share one of these with what is asked for with high probability. */
  topics: number[];
}

const STORED_TOPICS = 3;
const ASKED_TOPICS = 12;
/** Largest number of a stored vector. */
const STEPS = 127;
/** Of rewordings that the judgement takes, 97 % are closer than this, and 95 % stand out of the crowd by no less. */
const LEAST_ALIKE = 0.45;
const LEAST_BEYOND_CROWD = -0.02;
/** Most texts that are worth a closer look. */
const MOST_ALIKE = 12;
/** Neighbours that make the crowd, the best one left out; where there are fewer, the rest counts as `LONELY`. */
const CROWD = 10;
const LONELY = 0.5;

const nearestTopics = (vector: Float32Array, count: number): number[] => {
  const { topics, dimensions } = meanings();
  const scored: { topic: number; closeness: number }[] = [];
  for (let at = 0; at < topics.length; at += dimensions) {
    scored.push({ topic: at / dimensions, closeness: cosine(vector, topics.subarray(at, at + dimensions)) });
  }
  return scored
    .sort((x, y) => y.closeness - x.closeness)
    .slice(0, count)
    .map(({ topic }) => topic);
};

/** Meaning of a text: linear in its length. */
export function readMeaning(text: string): Meaning {
  const vector = vectorOf(wordsOf(text));
  const peak = vector.reduce((most, x) => Math.max(most, Math.abs(x)), 0) || 1;
  return {
    vector: Int8Array.from(vector, (x) => Math.round((x / peak) * STEPS)),
    topics: nearestTopics(vector, STORED_TOPICS),
  };
}

/** Topics under which paraphrases of a text are to be looked for. */
export function topicsToAsk(vector: Int8Array): number[] {
  return nearestTopics(Float32Array.from(vector), ASKED_TOPICS);
}

/** What is alike, and how close the neighbourhood is. */
export interface Alike<T> {
  /** The closest, best first. */
  alike: { other: T; closeness: number }[];
  crowd: number;
}

const measureLength = (vector: Int8Array): number => {
  let square = 0;
  for (let d = 0; d < vector.length; d += 1) square += vector[d]! * vector[d]!;
  return Math.sqrt(square) || 1;
};

const multiply = (a: Int8Array, b: Int8Array): number => {
  let sum = 0;
  for (let d = 0; d < a.length; d += 1) sum += a[d]! * b[d]!;
  return sum;
};

/** A vector is met again and again while its neighbours are looked for. */
const lengths = new WeakMap<Int8Array, number>();

const lengthOf = (vector: Int8Array): number => {
  const known = lengths.get(vector);
  if (known !== undefined) return known;
  const length = measureLength(vector);
  lengths.set(vector, length);
  return length;
};

/** Whether two texts are so close, given how close their neighbourhood is, that a comparison pays. */
export const standsOut = (closeness: number, crowd: number): boolean =>
  closeness >= Math.max(LEAST_ALIKE, crowd + LEAST_BEYOND_CROWD);

/** The texts next in meaning. Cost: one product of vectors an other text. */
export function findAlike<T extends { vector: Int8Array }>(vector: Int8Array, others: Iterable<T>): Alike<T> {
  const best: Alike<T>['alike'] = [];
  const length = lengthOf(vector);
  for (const other of others) {
    const closeness = multiply(vector, other.vector) / (length * lengthOf(other.vector));
    if (best.length === MOST_ALIKE && closeness <= best[MOST_ALIKE - 1]!.closeness) continue;
    let at = best.length;
    while (at > 0 && best[at - 1]!.closeness < closeness) at -= 1;
    best.splice(at, 0, { other, closeness });
    if (best.length > MOST_ALIKE) best.pop();
  }
  const crowd = best.slice(1, CROWD + 1);
  const sum = crowd.reduce((total, { closeness }) => total + closeness, LONELY * (CROWD - crowd.length));
  const mean = sum / CROWD;
  return { alike: best.filter(({ closeness }) => standsOut(closeness, mean)), crowd: mean };
}
