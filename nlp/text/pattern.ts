import { wordOf } from './word.ts';

/**
 * One place of a pattern. `gap` > 0 stands for up to so many words of any kind.
 */
export interface Element {
  /** As written: equal elements are equal texts. */
  source: string;
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

export type Classes = Readonly<Record<string, string>>;

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
    element.stems.add(wordOf(choice).stem);
  }
}

function compileElement(source: string, classes: Classes): Element {
  const element: Element = {
    source,
    stems: new Set(),
    norms: new Set(),
    number: false,
    optional: false,
    gap: 0,
    not: false,
  };
  if (/^\*\d*$/.test(source)) return { ...element, gap: Number(source.slice(1) || 1) };
  let body = source;
  if (body.startsWith('!')) {
    element.not = true;
    body = body.slice(1);
  }
  if (body.endsWith('?')) {
    element.optional = true;
    body = body.slice(0, -1);
    element.source = element.source.slice(0, -1);
  }
  for (const choice of body.split('|')) addChoice(element, choice, classes);
  return element;
}

/**
 * Compiles the lines of a lexicon. In a line, words are matched by stem; `=word` by its form; `a|b` either; `word?`
 * optional; `*3` up to three words; `!word` the next word is another; `#` a number; `@name` a class; `{a b|c}` either phrase.
 */
export function compilePatterns<T>(
  lines: string,
  toValue: (line: string, written: string) => T,
  classes: Classes,
): Pattern<T>[] {
  const out: Pattern<T>[] = [];
  /** The lines that one line is written out to share most of their parts. */
  const parts = new Map<string, Element>();
  const elementOf = (part: string): Element => {
    const known = parts.get(part);
    if (known) return known;
    const made = compileElement(part, classes);
    parts.set(part, made);
    return made;
  };
  for (const line of lines.split('\n')) {
    const text = line.trim();
    if (text === '') continue;
    for (const written of expandGroups(text)) {
      const elements = written.trim().split(/\s+/).map(elementOf);
      const first = elements[0];
      if (!first || first.gap > 0 || first.optional || first.not)
        throw new Error(`pattern must begin with a word: "${line}"`);
      out.push({ elements, value: toValue(text, written) });
    }
  }
  return out;
}
