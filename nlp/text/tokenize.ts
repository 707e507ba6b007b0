import { MAX_NORM, normalise } from './normalise.ts';
import { type Word, wordOf } from './word.ts';

/** How strongly a token is cut off from the one before it. */
const GLUE = 0;
/** Hyphen, slash, quotation mark, bracket. */
export const SEAM = 1;
/** Comma, colon, dash. */
export const COMMA = 2;
/** Full stop, exclamation mark, question mark, semicolon, line end. */
export const STOP = 3;

export interface Token {
  /** UTF-16 offsets into the text as given, `end` exclusive. */
  start: number;
  end: number;
  word: Word;
  /** Strongest break between the previous token and this one. */
  gap: number;
  /** The sentence that this token closes ends with a question mark. */
  asks: boolean;
  /** An exclamation mark follows. */
  shouts: boolean;
  /** Two letters or more, all of them capitals. */
  capitals: boolean;
}

const APOSTROPHES = new Set([0x27, 0x2018, 0x2019, 0x2bc, 0x60, 0xb4]);
const LETTER = /[\p{L}\p{N}\p{M}]/u;
const PICTURE = /\p{Extended_Pictographic}/u;
const ENTITY = /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z]{2,8});/iy;
const TAG = /<\/?[a-z][^<>]{0,200}>/iy;

const isWordCode = (code: number): boolean =>
  (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57);

function isWordAt(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code < 128) return isWordCode(code);
  return LETTER.test(String.fromCodePoint(text.codePointAt(at) ?? 32));
}

const widthAt = (text: string, at: number): number => ((text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1);

/** Break strength of a character that belongs to no word. */
function breakOf(code: number): number {
  switch (code) {
    case 0x21:
    case 0x3b:
    case 0x3f:
    case 0x0a:
    case 0x0d:
    case 0x2022:
    case 0x3002:
    case 0xff01:
    case 0xff1b:
    case 0xff1f:
    case 0x2028:
    case 0x2029:
    case 0x203c:
    case 0x2049:
      return STOP;
    case 0x2c:
    case 0x3a:
    case 0x2013:
    case 0x2014:
    case 0xff0c:
    case 0x3001:
    case 0xff1a:
    case 0x2026:
    case 0x28:
    case 0x29:
      return COMMA;
    case 0x20:
    case 0x09:
    case 0xa0:
    case 0x200b:
    case 0xfe0f:
    case 0x200d:
    case 0xad:
      return GLUE;
    default:
      return SEAM;
  }
}

const SYMBOLS = new Map<number, string>([
  [0x24, '$'],
  [0x20ac, '$'],
  [0xa3, '$'],
  [0x25, '%'],
  [0x26, 'and'],
  [0x2b, 'and'],
]);

interface Scan {
  text: string;
  tokens: Token[];
  gap: number;
}

const MAX_FORMS = 60_000;
/** Words by their written form: most of a text has been seen before. */
const forms = new Map<string, Word>();

function wordOfForm(form: string): Word {
  const known = forms.get(form);
  if (known) return known;
  if (forms.size >= MAX_FORMS) forms.clear();
  const word = wordOf(normalise(form));
  if (form.length < MAX_NORM) forms.set(form, word);
  return word;
}

function push(scan: Scan, start: number, end: number, word: Word): void {
  const { text, tokens } = scan;
  const form = end - start;
  const capitals = form > 1 && form < 30 && isCapital(text, start, end);
  tokens.push({
    start,
    end,
    word,
    gap: tokens.length === 0 ? STOP : scan.gap,
    asks: false,
    shouts: false,
    capitals,
  });
  scan.gap = GLUE;
}

function isCapital(text: string, start: number, end: number): boolean {
  for (let i = start; i < end; i += 1) {
    const code = text.charCodeAt(i);
    if (code < 65 || code > 90) return false;
  }
  return true;
}

/** Where the word that begins at `at` ends: letters, digits and inner apostrophes; a point or comma between digits. */
function wordEnd(text: string, at: number): number {
  let end = at + widthAt(text, at);
  while (end < text.length) {
    const code = text.charCodeAt(end);
    if (isWordCode(code) || (code > 127 && !APOSTROPHES.has(code) && isWordAt(text, end)))
      end += code < 128 ? 1 : widthAt(text, end);
    else if (APOSTROPHES.has(code) && end + 1 < text.length && isWordCode(text.charCodeAt(end + 1))) end += 1;
    else if ((code === 0x2e || code === 0x2c) && isDigit(text.charCodeAt(end - 1)) && isDigit(text.charCodeAt(end + 1)))
      end += 1;
    else break;
  }
  return end;
}

const isDigit = (code: number): boolean => code >= 48 && code <= 57;

/** A point ends a sentence unless it stands inside a number or an address such as "ring.com". */
function pointBreak(text: string, at: number): number {
  const next = text.charCodeAt(at + 1);
  if (isDigit(next)) return SEAM;
  if (isWordCode(next) && next >= 97) {
    const tail = text.slice(at + 1, at + 4);
    if (tail === 'com' || tail === 'net' || tail === 'org') return SEAM;
  }
  return STOP;
}

/** Skips a tag or an entity of HTML at `at`; answers the offset behind it, or `at` when there is none. */
function skipMarkup(scan: Scan, at: number): number {
  const { text } = scan;
  const code = text.charCodeAt(at);
  if (code === 0x3c) {
    TAG.lastIndex = at;
    if (!TAG.test(text)) return at;
    const name = text.slice(at + 1, at + 4).toLowerCase();
    scan.gap = Math.max(scan.gap, /^\/?(br|p|li|di|h\d)/.test(name) ? STOP : GLUE);
    return TAG.lastIndex;
  }
  ENTITY.lastIndex = at;
  return ENTITY.test(text) ? ENTITY.lastIndex : at;
}

/** A face made of punctuation at `at`, as its length in characters; 0 when there is none. */
function faceAt(text: string, at: number): { length: number; norm: string } | undefined {
  const eyes = text[at];
  if (eyes !== ':' && eyes !== ';') return undefined;
  const nose = text[at + 1] === '-' ? 1 : 0;
  const mouth = text[at + 1 + nose];
  if (mouth === ')' || mouth === 'D') return { length: 2 + nose, norm: ':)' };
  if (mouth === '(') return { length: 2 + nose, norm: ':(' };
  return undefined;
}

function scanOther(scan: Scan, at: number): number {
  const { text, tokens } = scan;
  const code = text.charCodeAt(at);
  const last = tokens[tokens.length - 1];
  if (code === 0x3c || code === 0x26) {
    const behind = skipMarkup(scan, at);
    if (behind > at) return behind;
  }
  const face = code === 0x3a || code === 0x3b ? faceAt(text, at) : undefined;
  if (face) {
    push(scan, at, at + face.length, wordOf(face.norm));
    return at + face.length;
  }
  const symbol = SYMBOLS.get(code);
  if (symbol !== undefined) {
    push(scan, at, at + 1, wordOf(symbol));
    return at + 1;
  }
  if (code === 0x3f && last) last.asks = true;
  if (code === 0x21 && last) last.shouts = true;
  if (code > 0x2000 && code !== 0x200b) {
    const width = widthAt(text, at);
    const character = text.slice(at, at + width);
    if (PICTURE.test(character)) {
      push(scan, at, at + width, wordOf(character));
      return at + width;
    }
    scan.gap = Math.max(scan.gap, breakOf(code));
    return at + width;
  }
  const strength = code === 0x2e ? pointBreak(text, at) : dashBreak(text, at, code);
  scan.gap = Math.max(scan.gap, strength);
  return at + 1;
}

/** A hyphen with a space on either side, or doubled, is a dash. */
function dashBreak(text: string, at: number, code: number): number {
  if (code !== 0x2d) return breakOf(code);
  const spaced =
    text.charCodeAt(at - 1) === 0x20 || text.charCodeAt(at + 1) === 0x20 || text.charCodeAt(at + 1) === 0x2d;
  return spaced ? COMMA : SEAM;
}

/**
 * Splits a text into words, numbers, money and percent signs, emoji and faces. Punctuation and mark-up are kept as
 * the strength of the break before the next token. Linear in the length of the text; never throws.
 */
export function tokenize(text: string): Token[] {
  const scan: Scan = { text, tokens: [], gap: STOP };
  let at = 0;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (code === 0x20) at += 1;
    else if (isWordCode(code) || (code > 127 && isWordAt(text, at))) {
      const end = wordEnd(text, at);
      push(scan, at, end, wordOfForm(text.slice(at, end)));
      at = end;
    } else at = scanOther(scan, at);
  }
  return scan.tokens;
}
