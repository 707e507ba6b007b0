import { mix } from './hash-text.ts';
import type { Words } from './read-words.ts';

/** Bands of two rows catch what lost much, bands of three keep unrelated texts out. */
const LOOSE_BANDS = 16;
const TIGHT_BANDS = 8;
const VALUES = LOOSE_BANDS * 2 + TIGHT_BANDS * 3;
/** Shingles beyond these are left out: a text of a hundred thousand characters costs no more than a long review. */
const MOST_SHINGLES = 4000;

/** Odd factors and offsets of the hash family (multiply and shift, Dietzfelbinger et al. 1997). */
const FACTORS = Int32Array.from({ length: VALUES }, (_, i) => mix(0x9e3779b9 + i * 2) | 1);
const OFFSETS = Int32Array.from({ length: VALUES }, (_, i) => mix(0x7f4a7c15 + i * 2 + 1));

/**
 * Hashes of what tells a text from others: the beginnings of neighbouring words, function words left out, and every
 * word that is in no list. Slips in listed words have been put right and synonyms made one; so an edit costs little,
 * while unrelated reviews of one product, which share their vocabulary, hardly overlap.
 */
export function shingle({ keys }: Words): Set<number> {
  const shingles = new Set<number>();
  let before = 0;
  for (const { hash, isOwn } of keys) {
    if (shingles.size >= MOST_SHINGLES) break;
    if (isOwn) shingles.add(hash);
    if (before !== 0) shingles.add(mix(Math.imul(before, 31) ^ hash));
    before = hash;
  }
  return shingles;
}

/**
 * Keys of the bands of a MinHash signature (Broder 1997; banding after Leskovec et al., Mining of Massive Datasets,
 * ch. 3): signed 32-bit whole numbers, one a band. Texts whose shingles overlap by s share a band of r rows with
 * probability s to the power of r.
 */
export function bandKeys(shingles: ReadonlySet<number>): number[] {
  const least = new Uint32Array(VALUES).fill(0xffffffff);
  for (const hash of shingles) {
    for (let v = 0; v < VALUES; v += 1) {
      const value = (Math.imul(hash, FACTORS[v]!) + OFFSETS[v]!) >>> 0;
      if (value < least[v]!) least[v] = value;
    }
  }
  return Array.from({ length: LOOSE_BANDS + TIGHT_BANDS }, (_, band) => {
    const isLoose = band < LOOSE_BANDS;
    const from = isLoose ? band * 2 : LOOSE_BANDS * 2 + (band - LOOSE_BANDS) * 3;
    let key = mix(band + 1);
    for (let row = 0; row < (isLoose ? 2 : 3); row += 1) key = mix(Math.imul(key, 31) ^ least[from + row]!);
    return key;
  });
}
