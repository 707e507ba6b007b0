import { listedWords } from './weigh-word.ts';

/** Shorter words have too many neighbours to be put right. */
const SHORTEST = 4;

/** Every listed word under itself with one letter taken out (SymSpell: Garbe 2012). */
const byDeletion = new Map<string, string>();
const withoutLetter = (word: string, i: number): string => word.slice(0, i) + word.slice(i + 1);

const listed = listedWords();
for (const word of listed) {
  if (word.length < SHORTEST) continue;
  for (let i = 0; i < word.length; i += 1) {
    const shorter = withoutLetter(word, i);
    if (!byDeletion.has(shorter)) byDeletion.set(shorter, word);
  }
}

/** Longest listed word is shorter: anything longer is no slip of one. */
const LONGEST = 16;

/**
 * The listed word that a word is one slip away from (a letter more, less, other, or two swapped), or the word itself.
 * A rare word may be taken for a listed one: always for the same, so that copies still agree.
 */
export function correctWord(word: string): string {
  if (word.length < SHORTEST - 1 || word.length > LONGEST || listed.has(word)) return word;
  const lost = byDeletion.get(word);
  if (lost !== undefined) return lost;
  if (word.length < SHORTEST) return word;
  for (let i = 0; i < word.length; i += 1) {
    const shorter = withoutLetter(word, i);
    if (shorter.length >= SHORTEST && listed.has(shorter)) return shorter;
  }
  for (let i = 0; i < word.length; i += 1) {
    const found = byDeletion.get(withoutLetter(word, i));
    if (found !== undefined && found.length === word.length) return found;
  }
  return word;
}
