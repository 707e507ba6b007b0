import { LOOK_ALIKES } from '../lexicons/dup-look-alikes.ts';
import { roomFor, spell, writeCodes } from './code-units.ts';

/** Printable ASCII and the usual white space: needs no Unicode work. */
const PLAIN = /^[\t\n\r\x20-\x7E]*$/;
const INVISIBLE = /[\p{Default_Ignorable_Code_Point}\p{Cf}]/gu;
const APOSTROPHES = /['’‘‛ʼʹ′`´＇]/gu;
/** Symbols but those that picture or stand for something of their own (emoji, ©). */
const PUNCTUATION = /[\p{P}\p{Sm}\p{Sc}\p{Sk}\p{Cc}\p{Z}\s]+/gu;
/** A point between digits is part of the number: 1.5 m is not 15 m. */
const DECIMAL_POINT = /(\d)\.(?=\d)/g;
const POINT_KEPT = '\uE000';

const foldOnce = (text: string): string =>
  text
    .normalize('NFKC')
    .toUpperCase()
    .toLowerCase()
    .replace(INVISIBLE, '')
    .normalize('NFKC')
    .replace(APOSTROPHES, '')
    .replace(DECIMAL_POINT, `$1${POINT_KEPT}`)
    .replace(PUNCTUATION, ' ')
    .replaceAll(POINT_KEPT, '.')
    .trim();

/** Case pairs and composed letters settle after a step or two (Unicode, UAX 15); more are never needed. */
const MOST_STEPS = 4;

const foldFully = (text: string): string => {
  let folded = foldOnce(text);
  for (let step = 1; step < MOST_STEPS; step += 1) {
    const again = foldOnce(folded);
    if (again === folded) break;
    folded = again;
  }
  return folded;
};

const SPACE = 0x20;
const POINT = 0x2e;
const DROPPED = 1;
const FOREIGN = 2;
/** What becomes of each plain character: itself, its lower case, a space, nothing. */
const FOLDED = Uint8Array.from({ length: 128 }, (_, code) => {
  const char = String.fromCharCode(code);
  if (/[a-z0-9.]/i.test(char)) return char.toLowerCase().charCodeAt(0);
  if (/['`]/.test(char)) return DROPPED;
  return PLAIN.test(char) ? SPACE : FOREIGN;
});

/** What phones and word processors put in: it needs no Unicode work either. */
const TYPOGRAPHIC = new Map([
  ...[...'\u2018\u2019\u00ad\u200b\ufeff'].map((char) => [char.charCodeAt(0), DROPPED] as const),
  ...[...'\u00a0\u201c\u201d\u2013\u2014\u2022\u2026'].map((char) => [char.charCodeAt(0), SPACE] as const),
]);

const foldCode = (code: number): number => (code < 128 ? FOLDED[code]! : (TYPOGRAPHIC.get(code) ?? FOREIGN));

const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39;

/** Whether a digit follows, but for what is dropped. */
const isBeforeDigit = (text: string, at: number): boolean => {
  let next = at + 1;
  while (next < text.length && foldCode(text.charCodeAt(next)) === DROPPED) next += 1;
  return next < text.length && isDigit(text.charCodeAt(next));
};

/** 1 where two codes differ, else 0, without a jump: where words end, the processor cannot foresee. */
const differ = (a: number, b: number): number => -(a ^ b) >>> 31;

/** Folds a text into `codes` in one pass; how many code units it came to, or -1 where it needs Unicode work. */
const foldPlain = (text: string, codes: Uint16Array): number => {
  let length = 0;
  /** The code before, but for what is dropped. */
  let before = SPACE;
  for (let i = 0; i < text.length; i += 1) {
    let code = foldCode(text.charCodeAt(i));
    if (code < SPACE) {
      if (code === FOREIGN) return -1;
      continue;
    }
    if (code === POINT && !(isDigit(before) && isBeforeDigit(text, i))) code = SPACE;
    codes[length] = code;
    length += differ(code, SPACE) | differ(before, SPACE);
    before = code;
  }
  return before === SPACE && length > 0 ? length - 1 : length;
};

/** The code units of a folded text. */
export interface FoldedCodes {
  codes: Uint16Array;
  length: number;
  /** The text, where it took Unicode work: it may be disguised. */
  foreign?: string;
}

/** Folds a text into code units, which stay as they are until the next text is folded. */
export function foldCodes(text: string): FoldedCodes {
  const codes = roomFor(text.length);
  const length = foldPlain(text, codes);
  if (length >= 0) return { codes, length };
  const foreign = foldFully(text);
  return { codes: writeCodes(foreign), length: foreign.length, foreign };
}

/**
 * NFKC, lower case, one space, no punctuation, straight quotes, nothing invisible. Folding twice changes nothing.
 * Emoji and decimal points stay. Cost is linear in the length.
 */
export function foldText(text: string): string {
  const { codes, length, foreign } = foldCodes(text);
  return foreign ?? spell(codes, 0, length);
}

/** The folded text without accents, its look-alikes of other scripts as Latin letters: what disguised copies share. */
export function undisguise(folded: string): string {
  if (PLAIN.test(folded)) return folded;
  return folded
    .normalize('NFD')
    .replace(/\p{Mn}+/gu, '')
    .replace(/[^\x20-\x7E]/gu, (letter) => LOOK_ALIKES.get(letter) ?? letter);
}
