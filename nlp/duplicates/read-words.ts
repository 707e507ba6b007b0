import { writeCodes } from './code-units.ts';
import { foldCodes, undisguise } from './fold-text.ts';
import { type Hash, hashCodes } from './hash-text.ts';
import { KeySet } from './key-set.ts';
import { keyOf, knowWord, weightOf, wordGeneration } from './know-word.ts';
import { COMMON_WEIGHT } from './weigh-word.ts';

/** A text read for comparing: folded, without disguise, as words. */
export interface Words {
  /** Hash of the letters and digits only: equal for exact copies. */
  exact: Hash;
  /** Ids of its words. */
  ids: readonly number[];
  /** Distinct keys of its words, in the order in which they come. */
  keys: readonly number[];
  /** Sum of the weights of the distinct words that are no function words, counted up to `ENOUGH`. */
  specificity: number;
  /** Of its words: those of different generations must not be compared. */
  generation: number;
}

/** Beyond these many words nothing is compared; the exact hash still covers the whole text. */
const MOST_WORDS = 20_000;

/** A text whose words weigh more is as little generic as any. */
const ENOUGH = 12;

const SPACE = 0x20;
/** Odd, and another one in every process: nobody can write a text full of words of one hash. No result depends on it. */
const HASH_FACTOR = Math.floor(Math.random() * 2 ** 31) * 2 + 1;

const cutWords = (codes: Uint16Array, length: number): number[] => {
  const ids: number[] = [];
  let from = 0;
  let hash = 0;
  for (let i = 0; i <= length && ids.length < MOST_WORDS; i += 1) {
    const code = i < length ? codes[i]! : SPACE;
    if (code !== SPACE) {
      hash = (Math.imul(hash, HASH_FACTOR) + code) | 0;
      continue;
    }
    if (i > from) ids.push(knowWord(codes, from, i, hash));
    from = i + 1;
    hash = 0;
  }
  return ids;
};

const cutForeign = (folded: string): number[] => {
  const text = undisguise(folded);
  return cutWords(writeCodes(text), text.length);
};

const seen = new KeySet();

const distinctKeys = (ids: readonly number[]): number[] => {
  const keys: number[] = [];
  seen.clear();
  for (const id of ids) {
    const key = keyOf(id);
    if (key !== 0 && seen.add(key)) keys.push(key);
  }
  return keys;
};

const weighDistinct = (ids: readonly number[]): number => {
  const counted: number[] = [];
  let total = 0;
  for (const id of ids) {
    const weight = weightOf(id);
    if (weight < COMMON_WEIGHT || counted.includes(id)) continue;
    counted.push(id);
    total += weight;
    if (total >= ENOUGH) break;
  }
  return total;
};

/** Reads a text; call `makeRoom` before, but not between two texts that are to be compared. */
export function readWords(text: string): Words {
  const folded = foldCodes(text);
  const exact = hashCodes(folded.codes, folded.length);
  const ids = folded.foreign === undefined ? cutWords(folded.codes, folded.length) : cutForeign(folded.foreign);
  return {
    exact,
    ids,
    keys: distinctKeys(ids),
    specificity: weighDistinct(ids),
    generation: wordGeneration(),
  };
}
