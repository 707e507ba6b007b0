import { MAIL_HOSTS, SITE_WORDS, TOP_LEVELS } from '../lexicons/personal-data-words.ts';

interface Range {
  start: number;
  end: number;
}

/** Longest parts of an address (RFC 5321): what lies further off is not looked at, so the time stays bounded. */
const MAX_LOCAL = 64;
const MAX_HOST = 253;

const LOCAL = /[\p{L}\p{N}\p{M}.!#$%&'*+/=?^_`{|}~-]/u;
const HOST = /[\p{L}\p{N}\p{M}.-]/u;
/** Signs around an address in running text; they may begin or end one in theory only. */
const FRAME = /[.!#$%&'*/=?^`{|}~-]/;
const ADDRESS_SIGNS = /@|&#64;|&#x40;|&commat;|%40/gi;
const LETTERS = /^[\p{L}\p{M}]{2,63}$/u;

/** Start of the local part that ends before `end`; `end` where there is none. */
function startOfLocal(text: string, end: number): number {
  if (text[end - 1] === '"') {
    const before = text.slice(Math.max(0, end - MAX_LOCAL), end - 1);
    const quote = before.lastIndexOf('"');
    return quote >= 0 && !before.slice(quote).includes('\n') ? end - 1 - before.length + quote : end;
  }
  let start = end;
  while (start > 0 && end - start < MAX_LOCAL && LOCAL.test(text[start - 1] as string)) start -= 1;
  while (start < end && FRAME.test(text[start] as string)) start += 1;
  return start;
}

/** Whether it could be the name of a host: parts of letters, digits and hyphens, and a last part of letters. */
function isHost(host: string): boolean {
  const parts = host.split('.');
  const last = parts.at(-1) as string;
  return (
    parts.length > 1 &&
    (LETTERS.test(last) || /^xn--[a-z0-9-]{2,59}$/i.test(last)) &&
    parts.every((part) => part.length > 0 && part.length <= 63 && !part.startsWith('-') && !part.endsWith('-'))
  );
}

/** Where the host that begins at `start` ends; `start` where there is none. */
function endOfHost(text: string, start: number): number {
  const literal = /^\[[0-9a-f:.]{3,45}\]/i.exec(text.slice(start, start + 47));
  if (literal) return start + literal[0].length;
  let end = start;
  while (end < text.length && end - start < MAX_HOST && HOST.test(text[end] as string)) end += 1;
  // "…@host.com.The next sentence": what stands behind the last part that may end a name is not of it.
  for (let tries = 0; end > start && tries < 6; tries += 1) {
    while (end > start && /[.-]/.test(text[end - 1] as string)) end -= 1;
    if (isHost(text.slice(start, end))) return end;
    // Looked for within the host only: the text before it may be long.
    const dot = text.slice(start, end).lastIndexOf('.');
    if (dot <= 0) break;
    end = start + dot;
  }
  return start;
}

function plainAddresses(text: string): Range[] {
  const found: Range[] = [];
  for (const sign of text.matchAll(ADDRESS_SIGNS)) {
    // "name @ host.com": one space on both sides.
    const isApart = sign[0] === '@' && text[sign.index - 1] === ' ' && text[sign.index + 1] === ' ';
    const gap = isApart ? 1 : 0;
    const start = startOfLocal(text, sign.index - gap);
    const hostStart = sign.index + sign[0].length + gap;
    const end = endOfHost(text, hostStart);
    if (start < sign.index - gap && end > hostStart) found.push({ start, end });
  }
  return found;
}

const OPEN = '[(\\[{<]';
const CLOSE = '[)\\]}>]';
/** "name (at) host (dot) com" in the ways people write it; every part is bounded. */
const SPELLED = new RegExp(
  String.raw`(?<![\p{L}\p{N}._%+-])([\p{L}\p{N}._%+-]{1,64})` +
    ` {0,2}(?:(${OPEN} {0,2}(?:at|a|ät|@|arroba) {0,2}${CLOSE})| (?:at|arroba) |(?: |^)@(?: |$)|_at_|-at-) {0,2}` +
    String.raw`([\p{L}\p{N}-]{1,63}(?:(?: {0,2}${OPEN} {0,2}(?:dot|punkt|point|\.) {0,2}${CLOSE} {0,2}| (?:dot|punkt) | \. |\.)[\p{L}\p{N}-]{2,63}){1,4})`,
  'giu',
);
const HOST_BREAK = / {0,2}[([{<] {0,2}(?:dot|punkt|point|\.) {0,2}[)\]}>] {0,2}| (?:dot|punkt) | \. |\./giu;

/** Parts of the host as far as they can be one, and how many characters of it they take. */
function hostParts(spelled: string): { parts: string[]; length: number; isSpelled: boolean } {
  const breaks = [...spelled.matchAll(HOST_BREAK)];
  const parts: string[] = [];
  let from = 0;
  let length = 0;
  for (const part of [...breaks.map(({ index }) => index), spelled.length].entries()) {
    const [number, to] = part;
    parts.push(spelled.slice(from, to).toLowerCase());
    length = to;
    const isEnd = parts.length > 1 && TOP_LEVELS.has(parts.at(-1) as string);
    const after = breaks[number];
    // "… dot com . The rest": a sentence ends here.
    if (isEnd && (!after || after[0] === ' . ')) break;
    from = to + (after?.[0].length ?? 0);
  }
  return { parts, length, isSpelled: breaks.some(([sign]) => sign.trim() !== '.') };
}

function spelledAddresses(text: string): Range[] {
  if (!/\bat\b|arroba|ät|[([{<] {0,2}[a@]|_at_/i.test(text)) return [];
  const found: Range[] = [];
  for (const match of text.matchAll(SPELLED)) {
    const [whole, local = '', bracketed, host = ''] = match;
    const { parts, length, isSpelled } = hostParts(host);
    // "look at shop dot com" speaks of a site, and "look at shop.com" nearly always does.
    const isMailbox =
      bracketed !== undefined ||
      MAIL_HOSTS.has(parts.at(-2) ?? '') ||
      (/[0-9._+]/.test(local) && /\p{L}/u.test(local)) ||
      (isSpelled && !SITE_WORDS.has(local.toLowerCase()));
    const isAddress = parts.length > 1 && TOP_LEVELS.has(parts.at(-1) as string) && isMailbox;
    if (isAddress) found.push({ start: match.index, end: match.index + whole.length - host.length + length });
  }
  return found;
}

/**
 * E-mail addresses in a text whose characters are folded, plain and spelled out, in the order in which they stand.
 * Every part of an address is looked at to its longest allowed length only (RFC 5321), so hostile text costs no more.
 */
export function findEmails(text: string): Range[] {
  const plain = plainAddresses(text);
  const isFree = ({ start, end }: Range) => !plain.some((other) => start < other.end && other.start < end);
  return [...plain, ...spelledAddresses(text).filter(isFree)].sort((x, y) => x.start - y.start);
}
