import { PorterStemmer } from 'natural/lib/natural/stemmers/index.js';

/** What is known of a word form whatever its place in a text; one object a form, shared by all texts. */
export interface Word {
  /** Lower case, straight quotes folded away, letters of emphasis ("soooo") reduced. */
  norm: string;
  stem: string;
  /** A number, or digits with a unit: "30", "1080p", "24v". */
  isNumber: boolean;
  /** Slots that later tiers fill once a word: compiled patterns and valence. */
  slots: unknown[];
}

const MAX_WORDS = 20_000;
const MAX_STEMMED = 32;
const words = new Map<string, Word>();

/** Number of independent caches that tiers above hang onto words. */
let slotCount = 0;

/** Reserves a slot in every word, for a value that depends on the word form alone. */
export function reserveSlot(): number {
  slotCount += 1;
  return slotCount - 1;
}

/** Endings that change the meaning: useful and useless are not use. */
const KEPT_ENDING = /(?:ful|fully|less|ness|.{4}able|customer|customers)$/;
/** Porter turns the y of a plural into i, but leaves the short singular alone. */
const SHORT_PLURAL = /^[a-z]{2}ys$/;

/** Porter's stem (natural), with the adverb ending taken off too: clear and clearly meet. */
function stemOf(norm: string): string {
  if (norm.length < 4 || norm.length > MAX_STEMMED || !isPlainWord(norm)) return norm;
  if (SHORT_PLURAL.test(norm)) return norm.slice(0, -1);
  if (KEPT_ENDING.test(norm)) return norm.endsWith('fully') ? norm.slice(0, -2) : norm;
  const stem = PorterStemmer.stem(norm);
  return stem.length > 4 && stem.endsWith('li') ? PorterStemmer.stem(stem.slice(0, -2)) : stem;
}

function isPlainWord(norm: string): boolean {
  for (let i = 0; i < norm.length; i += 1) {
    const code = norm.charCodeAt(i);
    if (code < 97 || code > 122) return false;
  }
  return true;
}

const NUMBER_WORDS = new Set(
  'one two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty fifty sixty hundred thousand half couple dozen'.split(
    ' ',
  ),
);

function startsWithDigit(norm: string): boolean {
  const code = norm.charCodeAt(0);
  return code >= 48 && code <= 57;
}

/** The shared entry of a normalised form. The cache is emptied when full, so that odd input cannot grow it without end. */
export function wordOf(norm: string): Word {
  const known = words.get(norm);
  if (known) return known;
  if (words.size >= MAX_WORDS) words.clear();
  const word: Word = {
    norm,
    stem: stemOf(norm),
    isNumber: startsWithDigit(norm) || NUMBER_WORDS.has(norm),
    slots: new Array(slotCount).fill(undefined),
  };
  words.set(norm, word);
  return word;
}
