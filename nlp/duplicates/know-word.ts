import { SYNONYMS } from '../lexicons/dup-synonyms.ts';
import { NEGATIVE_WORDS, NEGATORS, POSITIVE_WORDS } from '../lexicons/dup-words.ts';
import { spell } from './code-units.ts';
import { grow } from './grow.ts';
import { mix } from './hash-text.ts';
import { makeKey } from './telling-key.ts';
import { weighWord } from './weigh-word.ts';

/** What is known of a folded word, worked out when it is first met. */
export interface Word {
  text: string;
  /** See `weightOf`. */
  weight: number;
  hasDigit: boolean;
  /** Whether it praises (1) or blames (-1) by itself. */
  sign: number;
  isNegator: boolean;
}

/** Known words and their letters beyond which all are forgotten: hostile texts are full of new words. */
const MOST_KNOWN = 50_000;
const MOST_LETTERS = 2_000_000;

const MEANINGS = new Map([...new Set(SYNONYMS.values())].map((meaning, i) => [meaning, i + 1]));

const letterMask = (word: string): number => {
  let mask = 0;
  for (let i = 0; i < word.length; i += 1) mask |= 1 << (word.charCodeAt(i) & 31);
  return mask;
};

/** How a word judges by itself. */
export const judgeWord = (text: string): Pick<Word, 'sign' | 'isNegator'> => {
  const isNegator = NEGATORS.has(text);
  return { sign: isNegator ? 0 : POSITIVE_WORDS.has(text) ? 1 : NEGATIVE_WORDS.has(text) ? -1 : 0, isNegator };
};

const describeWord = (text: string): Word => ({
  text,
  weight: Math.fround(weighWord(text)),
  hasDigit: /\d/.test(text),
  ...judgeWord(text),
});

/** Numbers a slot takes: the word's hash, its id and one; nought where it is free. */
const SLOT = 2;
/**
 * Numbers of each word's row: where its letters end; its key, and whether that is of a word in no list; its weight in
 * tenths, the number of its group of synonyms (0: none), one bit a letter it has.
 */
const ROW = 6;
const LETTERS_END = 0;
const KEY = 1;
const OWN = 2;
const TENTHS = 3;
const MEANING = 4;
const LETTER_MASK = 5;

/** What reading and comparing texts looks at most lies close together in tables: most of the cost of reading is waiting for memory. */
let slots = new Int32Array(SLOT << 13);
let rows = new Int32Array(ROW << 10);
let letters = new Uint16Array(1 << 14);
let known: Word[] = [];
let generation = 0;

export const wordOf = (id: number): Word => known[id]!;
/** What stands for a word when texts are looked up: the same for its slips, its bent forms, its synonyms. 0: nothing. */
export const keyOf = (id: number): number => rows[id * ROW + KEY]!;
/** Whether the key of a word is that of one in no list, which few reviews have. */
export const hasOwnKey = (id: number): boolean => rows[id * ROW + OWN] === 1;

/** 0.3 for a function word, 0.8 for a common one, 1.5 for an everyday one, 2 for any other; as a 32-bit float. */
export const weightOf = (id: number): number => Math.fround(rows[id * ROW + TENTHS]! / 10);
/** Number of its group of synonyms; 0 where it is in none. */
export const meaningOf = (id: number): number => rows[id * ROW + MEANING]!;
/** One bit a letter it has. */
export const lettersOf = (id: number): number => rows[id * ROW + LETTER_MASK]!;
export const lengthOf = (id: number): number => lettersEnd(id) - lettersEnd(id - 1);

const lettersEnd = (id: number): number => (id < 0 ? 0 : rows[id * ROW + LETTERS_END]!);

const isSpelled = (id: number, codes: Uint16Array, from: number, to: number): boolean => {
  const start = lettersEnd(id - 1);
  if (lettersEnd(id) - start !== to - from) return false;
  for (let i = from, at = start; i < to; i += 1, at += 1) if (letters[at] !== codes[i]) return false;
  return true;
};

/** Slot of a word, or the free one that it would take. */
const findSlot = (codes: Uint16Array, from: number, to: number, hash: number): number => {
  const mask = slots.length / SLOT - 1;
  for (let at = hash & mask; ; at = (at + 1) & mask) {
    const id = slots[at * SLOT + 1]! - 1;
    if (id < 0 || (slots[at * SLOT] === hash && isSpelled(id, codes, from, to))) return at * SLOT;
  }
};

const doubleSlots = (): void => {
  const former = slots;
  slots = new Int32Array(former.length * 2);
  const mask = slots.length / SLOT - 1;
  for (let from = 0; from < former.length; from += SLOT) {
    if (former[from + 1] === 0) continue;
    let at = former[from]! & mask;
    while (slots[at * SLOT + 1] !== 0) at = (at + 1) & mask;
    slots[at * SLOT] = former[from]!;
    slots[at * SLOT + 1] = former[from + 1]!;
  }
};

const learnWord = (codes: Uint16Array, from: number, to: number): number => {
  const id = known.length;
  const text = spell(codes, from, to);
  const key = makeKey(text);
  const start = lettersEnd(id - 1);
  const end = start + text.length;
  known.push(describeWord(text));
  letters = grow(letters, end);
  for (let i = 0; i < text.length; i += 1) letters[start + i] = text.charCodeAt(i);
  rows = grow(rows, (id + 1) * ROW);
  const meaning = MEANINGS.get(SYNONYMS.get(text) ?? '') ?? 0;
  const tenths = Math.round(weighWord(text) * 10);
  rows.set([end, key?.hash ?? 0, key?.isOwn ? 1 : 0, tenths, meaning, letterMask(text)], id * ROW);
  return id;
};

/**
 * Id of the word that is written from `from` to before `to`; `hash` is any hash of its letters, always the
 * same one. Ids are small whole numbers, so that tables can be laid out by them.
 */
export function knowWord(codes: Uint16Array, from: number, to: number, hash: number): number {
  const spread = mix(hash);
  const slot = findSlot(codes, from, to, spread);
  const found = slots[slot + 1]! - 1;
  if (found >= 0) return found;
  const id = learnWord(codes, from, to);
  slots[slot] = spread;
  slots[slot + 1] = id + 1;
  if (known.length * SLOT * 2 > slots.length) doubleSlots();
  return id;
}

/** Words known so far: every id is less. */
export const countKnown = (): number => known.length;

/** Changes when all words are forgotten: words of two generations must not be compared. */
export const wordGeneration = (): number => generation;

/** Forgets all words when they have become too many. To be called between comparisons, never within one. */
export function makeRoom(): void {
  if (known.length <= MOST_KNOWN && lettersEnd(known.length - 1) <= MOST_LETTERS) return;
  known = [];
  slots.fill(0);
  generation += 1;
}
