import { CONTRAST } from './clauses.ts';
import { COMMA, SEAM, type Token } from './tokenize.ts';
import { reserveSlot, type Word, wordOf } from './word.ts';

/**
 * One place of a pattern. `gap` > 0 stands for up to so many words of any kind.
 */
interface Element {
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
export function compilePatterns<T>(lines: string, toValue: (line: string) => T, classes: Classes): Pattern<T>[] {
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
    const value = toValue(text);
    for (const written of expandGroups(text)) {
      const elements = written.trim().split(/\s+/).map(elementOf);
      const first = elements[0];
      if (!first || first.gap > 0 || first.optional || first.not)
        throw new Error(`pattern must begin with a word: "${line}"`);
      out.push({ elements, value });
    }
  }
  return out;
}

/** A place in the tree of all patterns that begin with one word: what may come next, and what ends here. */
interface Branch<T> {
  /** By the id of the next element, where that is a word. */
  words: Map<number, Branch<T>>;
  /** The same as two lists: quicker to go through. */
  ids: number[];
  targets: Branch<T>[];
  /** Gaps and excluded words. */
  others: { element: Element; id: number; branch: Branch<T> }[];
  ends: T[];
}

const newBranch = <T>(): Branch<T> => ({ words: new Map(), ids: [], targets: [], others: [], ends: [] });

/** What a matcher knows of a word form: the elements it fits, and the patterns that may begin with it. */
interface Entry<T> {
  fits: Set<number>;
  ids: readonly number[];
  root: Branch<T> | undefined;
}

/** Local copies: a read through an import costs time in the innermost loop. */
const JOINED = SEAM;
const APART = COMMA;
const NO_TURN = CONTRAST;

/** The element lists without optional places: each such place is once there and once not. */
function unfold(elements: Element[]): Element[][] {
  const at = elements.findIndex((element) => element.optional);
  if (at < 0) return [elements];
  const tails = unfold(elements.slice(at + 1));
  const head = elements.slice(0, at);
  const there = { ...elements[at]!, optional: false };
  return tails.flatMap((tail) => [
    [...head, there, ...tail],
    [...head, ...tail],
  ]);
}

class PatternMatcher<T> implements Matcher<T> {
  readonly #slot = reserveSlot();
  readonly #ids = new Map<string, number>();
  readonly #byNorm = new Map<string, number[]>();
  readonly #byStem = new Map<string, number[]>();
  readonly #numeric: number[] = [];
  /** Patterns by the id of their first element. */
  readonly #starts = new Map<number, { elements: Element[]; value: T }[]>();

  constructor(patterns: readonly Pattern<T>[]) {
    for (const { elements, value } of patterns) {
      for (const unfolded of unfold(elements)) {
        const id = this.#idOf(unfolded[0]!);
        const list = this.#starts.get(id);
        if (list) list.push({ elements: unfolded, value });
        else this.#starts.set(id, [{ elements: unfolded, value }]);
        for (const element of unfolded) this.#idOf(element);
      }
    }
  }

  /** Elements written alike are one; gaps share no words and get ids of their own. */
  #idOf(element: Element): number {
    const known = this.#ids.get(element.source);
    if (known !== undefined) return known;
    const id = this.#ids.size;
    this.#ids.set(element.source, id);
    const add = (map: Map<string, number[]>, key: string) => {
      const list = map.get(key);
      if (list) list.push(id);
      else map.set(key, [id]);
    };
    for (const norm of element.norms) add(this.#byNorm, norm);
    for (const stem of element.stems) add(this.#byStem, stem);
    if (element.number) this.#numeric.push(id);
    return id;
  }

  #entryOf(word: Word): Entry<T> {
    const cached = word.slots[this.#slot] as Entry<T> | undefined;
    if (cached) return cached;
    const fits = new Set([...(this.#byNorm.get(word.norm) ?? []), ...(this.#byStem.get(word.stem) ?? [])]);
    if (word.isNumber) for (const id of this.#numeric) fits.add(id);
    let root: Branch<T> | undefined;
    for (const id of fits) {
      for (const { elements, value } of this.#starts.get(id) ?? []) {
        root ??= newBranch();
        this.#plant(root, elements, value);
      }
    }
    const entry = { fits, ids: [...fits], root };
    word.slots[this.#slot] = entry;
    return entry;
  }

  #plant(root: Branch<T>, elements: readonly Element[], value: T): void {
    let branch = root;
    for (let i = 1; i < elements.length; i += 1) branch = this.#step(branch, elements[i]!);
    if (!branch.ends.includes(value)) branch.ends.push(value);
  }

  #step(branch: Branch<T>, element: Element): Branch<T> {
    const id = this.#idOf(element);
    const isWord = element.gap === 0 && !element.not;
    const known = isWord ? branch.words.get(id) : branch.others.find((other) => other.id === id)?.branch;
    if (known) return known;
    const made = newBranch<T>();
    if (isWord) {
      branch.words.set(id, made);
      branch.ids.push(id);
      branch.targets.push(made);
    } else branch.others.push({ element, id, branch: made });
    return made;
  }

  match(tokens: readonly Token[]): Match<T>[] {
    const out: Match<T>[] = [];
    const entries = new Array<Entry<T>>(tokens.length);
    for (let i = 0; i < tokens.length; i += 1) entries[i] = this.#entryOf(tokens[i]!.word);
    const walk = { tokens, entries, from: 0, out };
    for (let from = 0; from < tokens.length; from += 1) {
      const root = entries[from]!.root;
      if (!root) continue;
      walk.from = from;
      follow(walk, root, from + 1);
    }
    return out;
  }
}

interface Walk<T> {
  tokens: readonly Token[];
  entries: readonly Entry<T>[];
  from: number;
  out: Match<T>[];
}

/** Notes all patterns that end at or beyond `branch`, whose next word is token `at`. Whether there was one. */
function follow<T>(walk: Walk<T>, branch: Branch<T>, at: number): boolean {
  const { tokens, entries } = walk;
  let found = false;
  for (let i = 0; i < branch.ends.length; i += 1) {
    walk.out.push({ from: walk.from, to: at, value: branch.ends[i]! });
    found = true;
  }
  const entry = at < tokens.length && tokens[at]!.gap <= JOINED ? entries[at]! : undefined;
  if (entry && branch.ids.length > 0) found = followWord(walk, branch, { at, entry }) || found;
  for (const { element, id, branch: next } of branch.others) {
    if (element.gap > 0) found = stride(walk, next, { at, gap: element.gap }) || found;
    else if (!entry?.fits.has(id)) found = follow(walk, next, at) || found;
  }
  return found;
}

/** Goes on with the word at `at`, from whichever side has fewer to look at: the branch's words or the word's elements. */
function followWord<T>(walk: Walk<T>, branch: Branch<T>, { at, entry }: { at: number; entry: Entry<T> }): boolean {
  let found = false;
  if (branch.ids.length < entry.ids.length) {
    for (let i = 0; i < branch.ids.length; i += 1) {
      if (entry.fits.has(branch.ids[i]!)) found = follow(walk, branch.targets[i]!, at + 1) || found;
    }
  } else {
    for (const id of entry.ids) {
      const next = branch.words.get(id);
      if (next) found = follow(walk, next, at + 1) || found;
    }
  }
  return found;
}

/** Tries the rest of the patterns behind 0 to `gap` words of any kind; the nearest place wins. A gap ends at a break or a word of contrast. */
function stride<T>(walk: Walk<T>, next: Branch<T>, { at, gap }: { at: number; gap: number }): boolean {
  for (let skip = 0; skip <= gap; skip += 1) {
    if (follow(walk, next, at + skip)) return true;
    const skipped = walk.tokens[at + skip];
    if (!skipped || skipped.gap >= APART || NO_TURN.has(skipped.word.norm)) return false;
  }
  return false;
}

/** A matcher of all the patterns at once. */
export function createMatcher<T>(patterns: readonly Pattern<T>[]): Matcher<T> {
  return new PatternMatcher(patterns);
}
