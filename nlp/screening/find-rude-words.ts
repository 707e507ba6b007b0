import { MILD_WORDS, STRONG_WORDS } from '../lexicons/rude-words.ts';
import { foldCharacters, originalSpan } from '../personal-data/fold-characters.ts';

interface Range {
  start: number;
  end: number;
}

/** Signs and digits that are written for letters. */
const LETTERS_FOR: Readonly<Record<string, string>> = {
  ...{
    0: 'o',
    1: 'i',
    3: 'e',
    4: 'a',
    5: 's',
    7: 't',
    8: 'b',
    '@': 'a',
    $: 's',
    '!': 'i',
    '|': 'i',
    '€': 'e',
    '+': 't',
  },
};
/** They stand for any letter within a word. */
const BLANK = /[*#%&_.·-]/g;

const plain = (word: string): string => word.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');
/** "fuuuck" is "fuck"; both sides are squeezed. */
const squeeze = (word: string): string => word.replace(/(.)\1+/g, '$1');

export type Strength = 'strong' | 'mild';
export type RudeWord = Range & { strength: Strength };

const written = new Map<string, Strength>();
for (const word of MILD_WORDS) written.set(plain(word), 'mild');
for (const word of STRONG_WORDS) written.set(plain(word), 'strong');
// Short words meet too many others when they are squeezed.
const squeezed = new Map([...written].filter(([word]) => word.length > 3).map(([word, how]) => [squeeze(word), how]));
/** By length, for words with blanks. */
const byLength = new Map<number, string[]>();
for (const word of written.keys())
  if (word.length > 3) byLength.set(word.length, [...(byLength.get(word.length) ?? []), word]);

const ASCII_LETTERS = /^[a-z]+$/i;
const NOT_ASCII = /[^\0-\x7f]/;
const WORD = /\p{L}+/gu;
/** Without one of these no word is in disguise: signs or digits beside letters, three letters alike. */
const DISGUISE = /\p{L}[*#$@!|€+0-9_.·%&-]{1,8}[\p{L}*#$]|[$@0-9]\p{L}|(\p{L})\1\1/u;
const SET_APART = /(?<!\p{L})\p{L}[ .*_-]\p{L}[ .*_-]\p{L}(?!\p{L})/u;
/** The same for texts of ASCII alone, which most are: much quicker. */
const ASCII_DISGUISE = /[a-z][*#$@!|+0-9_.%&-]{1,8}[a-z*#$]|[$@0-9][a-z]|([a-z])\1\1/i;
const ASCII_SET_APART = /(?<![a-z])[a-z][ .*_-][a-z][ .*_-][a-z](?![a-z])/i;
/** Longest word that is looked at. */
const MAX_WORD = 24;
const CHUNK = /[^\s,;:"“”()[\]{}<>?/\\]{2,60}/g;
/** "f u c k", "f-u-c-k". */
const SPELLED = /(?<![\p{L}\p{N}])\p{L}(?:[ .*_-]\p{L}){2,11}(?![\p{L}\p{N}])/gu;

/** The word that a word with blanks can be: the first letter stands, and as many letters as blanks at least. */
function blottedStrength(chunk: string): Strength | undefined {
  const letters = chunk.replace(BLANK, '');
  if (letters.length < 2 || letters.length * 3 < chunk.length || !/^\p{L}/u.test(chunk)) return undefined;
  const fits = (word: string) => [...chunk].every((sign, at) => sign === word[at] || sign === '*' || sign === '#');
  const word = byLength.get(chunk.length)?.find(fits);
  return word === undefined ? undefined : written.get(word);
}

function disguisedStrength(chunk: string): Strength | undefined {
  if (chunk.length > MAX_WORD || !/\p{L}/u.test(chunk)) return undefined;
  const word = plain(chunk);
  const lettered = [...word].map((sign) => LETTERS_FOR[sign] ?? sign).join('');
  const bare = lettered.replace(BLANK, '');
  // "fu.ck", "sh-it": cut within, not two words at a hyphen or a stop without a space.
  const isCut = bare.length > 3 && bare !== lettered && /^\p{L}{1,3}[*_.-]{1,2}\p{L}{1,4}$/u.test(lettered);
  return (
    written.get(lettered) ??
    (/(.)\1\1/.test(lettered) ? squeezed.get(squeeze(lettered)) : undefined) ??
    (/[*#]/.test(word) ? blottedStrength(word) : undefined) ??
    (isCut ? written.get(bare) : undefined)
  );
}

/** Letters from which rude words begin, each with one bit a length: nearly all words are told apart by these two. */
const lengthsByInitial = new Uint32Array(26);
for (const word of written.keys())
  if (ASCII_LETTERS.test(word)) lengthsByInitial[word.charCodeAt(0) - 97]! |= 1 << word.length;

/** The letter's number from 0, whatever its case; -1 for what is no letter. */
function letterAt(text: string, at: number): number {
  const code = text.charCodeAt(at) | 32;
  return code >= 97 && code <= 122 ? code - 97 : -1;
}

function writtenAscii(text: string): RudeWord[] {
  const found: RudeWord[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const initial = letterAt(text, at);
    if (initial < 0) continue;
    const start = at;
    while (letterAt(text, at) >= 0) at += 1;
    if (at - start > MAX_WORD || ((lengthsByInitial[initial]! >>> (at - start)) & 1) === 0) continue;
    const strength = written.get(text.slice(start, at).toLowerCase());
    if (strength) found.push({ start, end: at, strength });
  }
  return found;
}

function writtenWords(text: string): RudeWord[] {
  const found: RudeWord[] = [];
  for (const { 0: word, index } of text.matchAll(WORD)) {
    if (word.length > MAX_WORD) continue;
    const strength = written.get(ASCII_LETTERS.test(word) ? word.toLowerCase() : plain(word));
    if (strength) found.push({ start: index, end: index + word.length, strength });
  }
  return found;
}

function disguisedWords(text: string): RudeWord[] {
  const found: RudeWord[] = [];
  for (const { 0: chunk, index } of text.matchAll(CHUNK)) {
    if (!DISGUISE.test(chunk)) continue;
    // Marks around the word are not of it; a sign at its end may be.
    const lead = /^[^\p{L}\p{N}$@]*/u.exec(chunk)?.[0].length ?? 0;
    const core = chunk
      .slice(lead)
      .replace(/[^\p{L}\p{N}*$]{1,60}$/u, '')
      .replace(/['’]s$/, '');
    const strength = disguisedStrength(core);
    if (strength) found.push({ start: index + lead, end: index + lead + core.length, strength });
  }
  return found;
}

function spelledWords(text: string): RudeWord[] {
  return [...text.matchAll(SPELLED)].flatMap(({ 0: spelled, index }) => {
    const word = plain(spelled.replace(/[ .*_-]/g, ''));
    const strength = word.length > 3 ? written.get(word) : undefined;
    return strength ? [{ start: index, end: index + spelled.length, strength }] : [];
  });
}

/**
 * Rude words, whole words only, also where letters are replaced by signs or digits, blotted out, repeated or set apart.
 * Spans in UTF-16 offsets, in order, none overlapping another. Known limit: words of a few languages only.
 */
export function findRudeWords(text: string): RudeWord[] {
  const folded = foldCharacters(text);
  const isAscii = !NOT_ASCII.test(folded.text);
  const found = [
    ...(isAscii ? writtenAscii : writtenWords)(folded.text),
    ...((isAscii ? ASCII_DISGUISE : DISGUISE).test(folded.text) ? disguisedWords(folded.text) : []),
    ...((isAscii ? ASCII_SET_APART : SET_APART).test(folded.text) ? spelledWords(folded.text) : []),
  ].sort((x, y) => x.start - y.start || y.end - x.end);
  let end = 0;
  return found.flatMap(({ strength, ...span }) => {
    if (span.start < end) return [];
    end = span.end;
    return [{ ...originalSpan(folded, span), strength }];
  });
}
