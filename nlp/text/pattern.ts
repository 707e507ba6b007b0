import { CONTRAST } from './clauses.ts';
import { COMMA, SEAM, type Token } from './tokenize.ts';
import { reserveSlot, stemOf, type Word } from './word.ts';

/**
 * One place of a pattern. `gap` > 0 stands for up to so many words of any kind.
 */
interface Element {
  stems: Set<string>;
  norms: Set<string>;
  number: boolean;
  optional: boolean;
  gap: number;
  /** Must not be there: looked at, not consumed. */
  not: boolean;
}

export interface Pattern<T> {
  elements: Element[];
  value: T;
}

export interface Match<T> {
  /** Token indexes, `to` exclusive. */
  from: number;
  to: number;
  value: T;
}

export type Classes = Readonly<Record<string, string>>;

/** Finds patterns in tokens. Cost: tokens × patterns that begin with the word; gaps are bounded by their number. */
export interface Matcher<T> {
  match(tokens: readonly Token[]): Match<T>[];
}

const MAX_EXPANSIONS = 4000;

/**
 * Writes out `{a|b|c d}` groups: choices of one word stay together as `a|b`, each longer one makes a line of its own.
 * A `?` behind the group makes all of it optional.
 */
export function expandGroups(source: string): string[] {
  const open = source.indexOf('{');
  if (open < 0) return [source];
  const close = source.indexOf('}', open);
  if (close < 0) throw new Error(`unclosed group in pattern "${source}"`);
  const optional = source[close + 1] === '?';
  const choices = source
    .slice(open + 1, close)
    .split('|')
    .map((choice) => choice.trim());
  const single = choices.filter((choice) => !choice.includes(' '));
  const longer = choices.filter((choice) => choice.includes(' '));
  const heads = single.length > 0 ? [single.join('|') + (optional ? '?' : '')] : optional ? [''] : [];
  const tails = expandGroups(source.slice(close + (optional ? 2 : 1)));
  const out: string[] = [];
  for (const head of [...heads, ...longer]) for (const tail of tails) out.push(source.slice(0, open) + head + tail);
  if (out.length > MAX_EXPANSIONS) throw new Error(`too many combinations in pattern "${source}"`);
  return out;
}

function addChoice(element: Element, choice: string, classes: Classes): void {
  if (choice === '#') element.number = true;
  else if (choice.startsWith('@')) {
    const members = classes[choice.slice(1)];
    if (members === undefined) throw new Error(`unknown word class ${choice}`);
    for (const member of members.trim().split(/\s+/)) addChoice(element, member, classes);
  } else if (choice.startsWith('=')) element.norms.add(choice.slice(1));
  else {
    element.norms.add(choice);
    element.stems.add(stemOf(choice));
  }
}

function compileElement(source: string, classes: Classes): Element {
  const element: Element = { stems: new Set(), norms: new Set(), number: false, optional: false, gap: 0, not: false };
  if (/^\*\d*$/.test(source)) return { ...element, gap: Number(source.slice(1) || 1) };
  let body = source;
  if (body.startsWith('!')) {
    element.not = true;
    body = body.slice(1);
  }
  if (body.endsWith('?')) {
    element.optional = true;
    body = body.slice(0, -1);
  }
  for (const choice of body.split('|')) addChoice(element, choice, classes);
  return element;
}

/**
 * Compiles the lines of a lexicon. In a line, words are matched by stem; `=word` by its form; `a|b` either; `word?`
 * optional; `*3` up to three words; `!word` the next word is another; `#` a number; `@name` a class; `{a b|c}` either phrase.
 */
export function compilePatterns<T>(lines: string, valueOf: (line: string) => T, classes: Classes): Pattern<T>[] {
  const out: Pattern<T>[] = [];
  for (const line of lines.split('\n')) {
    const text = line.trim();
    if (text === '') continue;
    const value = valueOf(text);
    for (const written of expandGroups(text)) {
      const elements = written
        .trim()
        .split(/\s+/)
        .map((part) => compileElement(part, classes));
      const first = elements[0];
      if (!first || first.gap > 0 || first.optional || first.not)
        throw new Error(`pattern must begin with a word: "${line}"`);
      out.push({ elements, value });
    }
  }
  return out;
}

function fits(element: Element, word: Word): boolean {
  return element.norms.has(word.norm) || element.stems.has(word.stem) || (element.number && word.isNumber);
}

/** Index behind the match of `elements[e…]` at token `at`, or −1. */
function matchFrom(
  elements: readonly Element[],
  e: number,
  tokens: readonly Token[],
  at: number,
  limit: number,
): number {
  const element = elements[e];
  if (!element) return at;
  const token = tokens[at];
  if (element.gap > 0) {
    for (let skip = 0; skip <= element.gap; skip += 1) {
      const end = matchFrom(elements, e + 1, tokens, at + skip, SEAM);
      if (end >= 0) return end;
      const skipped = tokens[at + skip];
      if (!skipped || skipped.gap >= COMMA || CONTRAST.has(skipped.word.norm)) return -1;
    }
    return -1;
  }
  const inside = token !== undefined && token.gap <= limit;
  if (element.not) return inside && fits(element, token.word) ? -1 : matchFrom(elements, e + 1, tokens, at, limit);
  if (inside && fits(element, token.word)) {
    const end = matchFrom(elements, e + 1, tokens, at + 1, SEAM);
    if (end >= 0) return end;
  }
  return element.optional ? matchFrom(elements, e + 1, tokens, at, limit) : -1;
}

export function createMatcher<T>(patterns: readonly Pattern<T>[]): Matcher<T> {
  const slot = reserveSlot();
  const byNorm = new Map<string, Pattern<T>[]>();
  const byStem = new Map<string, Pattern<T>[]>();
  const numeric: Pattern<T>[] = [];
  const add = (map: Map<string, Pattern<T>[]>, key: string, pattern: Pattern<T>) => {
    const list = map.get(key);
    if (list) list.push(pattern);
    else map.set(key, [pattern]);
  };
  for (const pattern of patterns) {
    const first = pattern.elements[0]!;
    for (const norm of first.norms) add(byNorm, norm, pattern);
    for (const stem of first.stems) add(byStem, stem, pattern);
    if (first.number) numeric.push(pattern);
  }
  const candidates = (word: Word): Pattern<T>[] => {
    const cached = word.slots[slot] as Pattern<T>[] | undefined;
    if (cached) return cached;
    const list = new Set([...(byNorm.get(word.norm) ?? []), ...(byStem.get(word.stem) ?? [])]);
    if (word.isNumber) for (const pattern of numeric) list.add(pattern);
    const found = [...list];
    word.slots[slot] = found;
    return found;
  };
  return {
    match(tokens) {
      const out: Match<T>[] = [];
      for (let at = 0; at < tokens.length; at += 1) {
        for (const { elements, value } of candidates(tokens[at]!.word)) {
          const end = elements.length === 1 ? at + 1 : matchFrom(elements, 1, tokens, at + 1, SEAM);
          if (end > at) out.push({ from: at, to: end, value });
        }
      }
      return out;
    },
  };
}
