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

/** The key of a folded word; null for one that tells nothing. What `know-word.ts` knows of a word includes it. */
export function makeKey(written: string): TellingKey | null {
  const corrected = correctWord(written);
  const word = SYNONYMS.get(corrected) ?? corrected;
  const weight = Math.min(weighWord(corrected), weighWord(word));
  const isOwn = weight === OWN_WEIGHT;
  if (weight < COMMON_WEIGHT || (isOwn && word.length <= 3 && !/\d/.test(word))) return null;
  return { hash: hashBeginning(word), isOwn };
}
