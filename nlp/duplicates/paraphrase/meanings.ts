import file from './meanings.weights.json' with { type: 'json' };

/** What is known of words from the company they keep. */
export interface Meanings {
  dimensions: number;
  indexOf: ReadonlyMap<string, number>;
  /** How few reviews have the word: −log of their share. */
  rarity: Float32Array;
  /** How much the word adds to the meaning of a text. */
  force: Float32Array;
  /** Unit vectors, `dimensions` numbers a word: words of like use lie close. */
  vectors: Float32Array;
  /** Unit vectors of what reviews are about, `dimensions` numbers a topic. */
  topics: Float32Array;
}

/** Rarity of a word that is in no list. */
export const RARITY_UNKNOWN = 8.5;
/** Steps of rarity and force in the file. */
const RARITY_STEPS = 25;
const FORCE_STEPS = 50;

const readBytes = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'base64'));

const readUnits = (text: string, dimensions: number): Float32Array => {
  const units = Float32Array.from(new Int8Array(readBytes(text).buffer));
  for (let at = 0; at < units.length; at += dimensions) scaleToUnit(units.subarray(at, at + dimensions));
  return units;
};

/** Scales a vector to length 1 in place; a vector of noughts stays. */
export function scaleToUnit(vector: Float32Array): void {
  let square = 0;
  for (let d = 0; d < vector.length; d += 1) square += vector[d]! * vector[d]!;
  const factor = 1 / (Math.sqrt(square) || 1);
  for (let d = 0; d < vector.length; d += 1) vector[d]! *= factor;
}

/** FNV-1a, 32 bits. */
const hash = (text: string): number => {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  return value >>> 0;
};

/** Tells what meanings were read with: those of different marks cannot be compared. */
export const meaningsMark = (): string =>
  [file.words, file.force, file.vectors, file.topics].map((part) => hash(part).toString(36)).join('-');

let loaded: Meanings | undefined;

/** Read at first use: some 20,000 English words, vectors distilled from a sentence encoder (docs/measurements.md). */
export function meanings(): Meanings {
  loaded ??= {
    dimensions: file.dimensions,
    indexOf: new Map(file.words.split(' ').map((word, at) => [word, at])),
    rarity: Float32Array.from(readBytes(file.rarity), (steps) => steps / RARITY_STEPS),
    force: Float32Array.from(readBytes(file.force), (steps) => steps / FORCE_STEPS),
    vectors: readUnits(file.vectors, file.dimensions),
    topics: readUnits(file.topics, file.dimensions),
  };
  return loaded;
}
