import { SentimentAnalyzer } from 'natural/lib/natural/sentiment/index.js';
import { NO_OPINION } from '../lexicons/opinion-words.ts';
import { reserveSlot, type Word } from '../text/word.ts';

/** AFINN-165 as natural carries it: word → −5…5. */
function afinnOf(): ReadonlyMap<string, number> {
  // The declared type wants a stemmer; without one the vocabulary stays as whole words.
  const analyzer = new SentimentAnalyzer('English', null as never, 'afinn') as unknown as {
    vocabulary: Record<string, number>;
  };
  const neutral = new Set(NO_OPINION.trim().split(/\s+/));
  const found = new Map<string, number>();
  for (const [word, score] of Object.entries(analyzer.vocabulary)) {
    if (!neutral.has(word)) found.set(word, score);
  }
  return found;
}

const slot = reserveSlot();
let afinn: ReadonlyMap<string, number> | undefined;

/** Valence of a word that this project's own lexicon does not have, −2 to 2; 0 for words without one. */
export function fallbackValence(word: Word): number {
  const known = word.slots[slot] as number | undefined;
  if (known !== undefined) return known;
  afinn ??= afinnOf();
  const score = afinn.get(word.norm) ?? 0;
  const valence = Math.max(-2, Math.min(2, score * 0.6));
  word.slots[slot] = valence;
  return valence;
}
