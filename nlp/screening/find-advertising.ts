import { CODES, CONTACT, OFFERS, SCHEMES, SENDING } from '../lexicons/advertising-phrases.ts';

interface Range {
  start: number;
  end: number;
}

const TOP =
  'com|net|org|info|biz|shop|store|online|site|xyz|top|club|io|co|me|us|uk|de|fr|it|es|nl|eu|ru|cn|in|ly|gl|app|link|live|pro|vip|tv|cc';
const ADDRESS = /\b(?:https?|ftp):\/\/[^\s<>"]{2,500}|\bwww\.[^\s<>"]{3,500}/gi;
/** A host with a page on it; a bare host ("bought at shop.com") names a place as people do. */
const WITH_PATH = new RegExp(
  String.raw`(?<![\w@.-])[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){0,3}\.(?:${TOP})\/[^\s<>"]{1,300}`,
  'gi',
);
/** Hidden from filters. */
const SPELLED = new RegExp(String.raw`\b[a-z0-9-]{2,63} {0,2}[([] {0,2}(?:dot|\.) {0,2}[)\]] {0,2}(?:${TOP})\b`, 'gi');
const END_MARKS = /[.,;:!?)\]'"]{1,5}$/;

/** Most places of one pattern that are told: hostile text is to cost no more. */
const MAX_FOUND = 50;

/** By `exec` and not by `matchAll`, which copies the pattern for each text. */
function rangesOf(text: string, pattern: RegExp): Range[] {
  const found: Range[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match && found.length < MAX_FOUND; match = pattern.exec(text)) {
    const end = match.index + match[0].replace(END_MARKS, '').length;
    found.push({ start: match.index, end });
  }
  return found;
}

/** What overlaps counts once, the first and longest. */
function apart(ranges: readonly Range[]): Range[] {
  const kept: Range[] = [];
  for (const range of ranges.toSorted((x, y) => x.start - y.start || y.end - x.end))
    if ((kept.at(-1)?.end ?? 0) <= range.start) kept.push(range);
  return kept;
}

/** Addresses of pages, in UTF-16 offsets. */
export function findLinks(text: string): Range[] {
  if (!/[./]|dot/i.test(text)) return [];
  const found = [ADDRESS, WITH_PATH, SPELLED].flatMap((pattern) => rangesOf(text, pattern));
  return apart(found);
}

const PHRASES = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${[...OFFERS, ...SENDING, ...CONTACT, ...SCHEMES].join('|')})`,
  'giu',
);

const CODE_PHRASES = new RegExp(`(?<![\\p{L}\\p{N}])(?:${CODES.join('|')})`, 'gu');

/** Where a review advertises: codes and offers, own shops, contact elsewhere, schemes. UTF-16 offsets. */
export const findAdvertising = (text: string): Range[] =>
  apart([PHRASES, CODE_PHRASES].flatMap((pattern) => rangesOf(text, pattern)));
