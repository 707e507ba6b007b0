import { SYNONYMS } from '../lexicons/dup-synonyms.ts';
import { correctWord } from './correct-word.ts';
import { mix } from './hash-text.ts';
import { COMMON_WEIGHT, OWN_WEIGHT, weighWord } from './weigh-word.ts';

/** What stands for a word when texts are looked up: the same for its slips, its bent forms and its synonyms. */
export interface TellingKey {
  hash: number;
  /** Whether it is in no list: a word that few reviews have. */
  isOwn: boolean;
}

/** Letters of a word's beginning that stand for it: its ending bends. */
const EDGE = 4;

const hashBeginning = (word: string): number => {
  let h = 0x811c9dc5;
  for (let i = 0; i < word.length && i < EDGE; i += 1) h = Math.imul(h ^ word.charCodeAt(i), 0x01000193);
  return mix(h);
};

const makeKey = (written: string): TellingKey | null => {
  const corrected = correctWord(written);
  const word = SYNONYMS.get(corrected) ?? corrected;
  const weight = Math.min(weighWord(corrected), weighWord(word));
  const isOwn = weight === OWN_WEIGHT;
  if (weight < COMMON_WEIGHT || (isOwn && word.length <= 3 && !/\d/.test(word))) return null;
  return { hash: hashBeginning(word), isOwn };
};

/** Words come again and again; the memory is emptied when it is full. */
const REMEMBERED = 50_000;
const remembered = new Map<string, TellingKey | null>();

/** The key of a folded word; null for one that tells nothing. */
export function tellingKey(word: string): TellingKey | null {
  const known = remembered.get(word);
  if (known !== undefined) return known;
  if (remembered.size >= REMEMBERED) remembered.clear();
  const key = makeKey(word);
  if (word.length <= 40) remembered.set(word, key);
  return key;
}
