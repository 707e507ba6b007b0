import { mix } from './hash-text.ts';
import { hasOwnKey, keyOf } from './know-word.ts';

/** Bands of a text, of two values each: two reviews that share a third of their shingles share one with odds of .94. */
export const BANDS = 24;
const ROWS = 2;
/** Hash functions, and values that each of them gives. */
const ROUNDS = 4;
const BINS = (BANDS * ROWS) / ROUNDS;
const VALUES = ROUNDS * BINS;
/** Shingles beyond these are left out: a text of a hundred thousand characters costs no more than a long review. */
const MOST_SHINGLES = 4000;

/** Odd factors and offsets of the hash functions (multiply and shift, Dietzfelbinger et al. 1997). */
const FACTORS = Int32Array.from({ length: ROUNDS }, (_, i) => mix(0x9e3779b9 + i * 2) | 1);
const OFFSETS = Int32Array.from({ length: ROUNDS }, (_, i) => mix(0x7f4a7c15 + i * 2 + 1));
const NONE = 0x7fffffff;

const shingles = new Int32Array(MOST_SHINGLES + 2);
const least = new Int32Array(VALUES);
const filled = new Int32Array(VALUES);

/**
 * Hashes of what tells a text from others: the beginnings of neighbouring words, function words left out, and every
 * word that is in no list. Slips in listed words have been put right and synonyms made one; so an edit costs little,
 * while unrelated reviews of one product, which share their vocabulary, hardly overlap.
 */
const shingle = (ids: readonly number[]): number => {
  let count = 0;
  let before = 0;
  for (let i = 0; i < ids.length && count < MOST_SHINGLES; i += 1) {
    const key = keyOf(ids[i]!);
    if (key === 0) continue;
    if (hasOwnKey(ids[i]!)) shingles[count++] = key;
    if (before !== 0) shingles[count++] = mix(Math.imul(before, 31) ^ key);
    before = key;
  }
  return count;
};

/** The least value of each bin: each round hashes the shingles once and parts them by the upper bits of the hash. */
const findLeast = (count: number): void => {
  least.fill(NONE);
  for (let round = 0; round < ROUNDS; round += 1) {
    const factor = FACTORS[round]!;
    const offset = OFFSETS[round]!;
    const from = round * BINS;
    for (let s = 0; s < count; s += 1) {
      const value = (Math.imul(shingles[s]!, factor) + offset) | 0;
      const bin = from + (Math.imul(value >>> 16, BINS) >>> 16);
      if (value < least[bin]!) least[bin] = value;
    }
  }
};

/** An empty bin takes the value of another of its round, always of the same one for the same bins that are empty. */
const fillBins = (): void => {
  for (let bin = 0; bin < VALUES; bin += 1) {
    filled[bin] = least[bin]!;
    const from = bin - (bin % BINS);
    for (let tries = 1; filled[bin] === NONE; tries += 1) {
      const other = least[from + ((mix(bin * 1000 + tries) >>> 0) % BINS)]!;
      if (other !== NONE) filled[bin] = mix(other + tries);
    }
  }
};

/**
 * Keys of the bands of a MinHash signature (Broder 1997; one permutation in bins: Li, Owen, Zhang 2012; empty bins:
 * Shrivastava 2017; banding: Leskovec et al., Mining of Massive Datasets, ch. 3): signed 32-bit whole numbers, one a
 * band; none for a text without shingles. Texts whose shingles overlap by s share a band with probability s squared.
 */
export function bandKeys(ids: readonly number[]): Int32Array {
  const count = shingle(ids);
  if (count === 0) return new Int32Array(0);
  findLeast(count);
  fillBins();
  const bands = new Int32Array(BANDS);
  for (let band = 0; band < BANDS; band += 1) {
    let key = mix(band + 1);
    for (let row = 0; row < ROWS; row += 1) key = mix(Math.imul(key, 31) ^ filled[band * ROWS + row]!);
    bands[band] = key;
  }
  return bands;
}
