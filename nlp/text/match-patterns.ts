import { CONTRAST } from './clauses.ts';
import type { Element, Pattern } from './pattern.ts';
import { SEAM, type Token } from './tokenize.ts';
import { reserveSlot, type Word } from './word.ts';

export interface Match<T> {
  /** Token indexes, `to` exclusive. */
  from: number;
  to: number;
  value: T;
}

/** Finds patterns in tokens. Cost: tokens × patterns that begin with the word; gaps are bounded by their number. */
export interface Matcher<T> {
  match(tokens: readonly Token[]): Match<T>[];
}

/** A place in the tree of all patterns that begin with one word: what may come next, and what ends here. */
interface Branch<T> {
  /** By the id of the next element, where that is a word; left out where there are few. */
  words: Map<number, Branch<T>>;
  /** The same as two lists: quicker to go through. */
  ids: number[];
  targets: Branch<T>[];
  /** Gaps and excluded words. */
  others: { gap: number; id: number; branch: Branch<T> }[];
  ends: T[];
}

const newBranch = <T>(): Branch<T> => ({ words: new Map(), ids: [], targets: [], others: [], ends: [] });

/** Words of a branch up to which it is not worth keeping them as a map as well. */
const FEW_WORDS = 8;
const NO_WORDS = new Map<number, never>();
const NONE: never[] = [];
/** Takes up no more than it holds. */
const trimmed = <Item>(list: Item[]): Item[] => (list.length === 0 ? NONE : list.slice());

/**
 * Finished branches, each kept once however many trees it is in: a pattern is planted anew for every word it may begin
 * with, and nine branches of ten are like one that is there.
 */
class BranchStore<T> {
  readonly #branches = new Map<string, Branch<T>>();
  readonly #numbers = new Map<Branch<T> | T, number>();

  #numberOf = (one: Branch<T> | T): number => {
    const known = this.#numbers.get(one);
    if (known !== undefined) return known;
    this.#numbers.set(one, this.#numbers.size);
    return this.#numbers.size - 1;
  };

  /** The branch to be kept in place of this one, to which nothing is added any more; the same for all below it. */
  keep(branch: Branch<T>): Branch<T> {
    const targets = branch.targets.map((target) => this.keep(target));
    const others = branch.others.map((other) => ({ ...other, branch: this.keep(other.branch) }));
    const key = [
      branch.ids.join(),
      targets.map(this.#numberOf).join(),
      others.map(({ gap, id, branch: next }) => `${gap}:${id}:${this.#numberOf(next)}`).join(),
      branch.ends.map(this.#numberOf).join(),
    ].join('|');
    const known = this.#branches.get(key);
    if (known) return known;
    const isMapped = branch.ids.length > FEW_WORDS;
    const kept: Branch<T> = {
      words: isMapped ? new Map(branch.ids.map((id, at) => [id, targets[at]!])) : NO_WORDS,
      ...{ ids: trimmed(branch.ids), targets: trimmed(targets), others: trimmed(others), ends: trimmed(branch.ends) },
    };
    this.#branches.set(key, kept);
    return kept;
  }
}

/** What a matcher knows of a word form: the elements it fits, and the patterns that may begin with it. */
interface Entry<T> {
  /** One bit an element. */
  fits: Uint32Array;
  ids: readonly number[];
  root: Branch<T> | undefined;
}

/** Local copies: a read through an import costs time in the innermost loop. */
const JOINED = SEAM;
const NO_TURN = CONTRAST;
/** Bits of a break. */
const APART = 1;
const TURN = 2;

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

  /** What the many words share that are in no pattern. */
  readonly #noFits: Uint32Array;
  /** What is known of the words that are in the same elements, by the ids of these. */
  readonly #entries = new Map<string, Entry<T>>();
  readonly #branches = new BranchStore<T>();

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
    this.#noFits = new Uint32Array((this.#ids.size >> 5) + 1);
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
    const entry = this.#entryFor([...fits]);
    word.slots[this.#slot] = entry;
    return entry;
  }

  /** Words that are in the same elements share their patterns: all numbers that no pattern names, for one. */
  #entryFor(fits: readonly number[]): Entry<T> {
    const key = fits.join();
    const known = this.#entries.get(key);
    if (known) return known;
    let root: Branch<T> | undefined;
    for (const id of fits) {
      for (const { elements, value } of this.#starts.get(id) ?? []) {
        root ??= newBranch();
        this.#plant(root, elements, value);
      }
    }
    const bits = fits.length === 0 ? this.#noFits : new Uint32Array(this.#noFits.length);
    for (const id of fits) bits[id >> 5]! |= 1 << (id & 31);
    const entry = { fits: bits, ids: [...fits], root: root && this.#branches.keep(root) };
    this.#entries.set(key, entry);
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
    } else branch.others.push({ gap: element.gap, id, branch: made });
    return made;
  }

  match(tokens: readonly Token[]): Match<T>[] {
    const out: Match<T>[] = [];
    const entries = new Array<Entry<T>>(tokens.length);
    const breaks = new Uint8Array(tokens.length);
    for (let i = 0; i < tokens.length; i += 1) {
      const { word, gap } = tokens[i]!;
      entries[i] = this.#entryOf(word);
      breaks[i] = (gap > JOINED ? APART : 0) | (NO_TURN.has(word.norm) ? TURN : 0);
    }
    const walk = { entries, breaks, from: 0, out };
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
  entries: readonly Entry<T>[];
  /** Before each token: whether it is cut off from the one before it, and whether it is a word of contrast. */
  breaks: Uint8Array;
  from: number;
  out: Match<T>[];
}

/** Notes all patterns that end at or beyond `branch`, whose next word is token `at`. Whether there was one. */
function follow<T>(walk: Walk<T>, branch: Branch<T>, at: number): boolean {
  const { entries, breaks } = walk;
  let found = false;
  for (let i = 0; i < branch.ends.length; i += 1) {
    walk.out.push({ from: walk.from, to: at, value: branch.ends[i]! });
    found = true;
  }
  const entry = at < entries.length && (breaks[at]! & APART) === 0 ? entries[at]! : undefined;
  if (entry && branch.ids.length > 0) found = followWord(walk, branch, at, entry) || found;
  for (let i = 0; i < branch.others.length; i += 1) {
    const { gap, id, branch: next } = branch.others[i]!;
    if (gap > 0) found = stride(walk, next, at, gap) || found;
    else if (!(entry && isFit(entry.fits, id))) found = follow(walk, next, at) || found;
  }
  return found;
}

const isFit = (fits: Uint32Array, id: number): boolean => ((fits[id >> 5]! >>> (id & 31)) & 1) === 1;

/** Testing a bit is so much quicker than looking up a map. */
const BIT_GAIN = 4;

/** Goes on with the word at `at`, from whichever side has fewer to look at: the branch's words or the word's elements. */
function followWord<T>(walk: Walk<T>, branch: Branch<T>, at: number, entry: Entry<T>): boolean {
  let found = false;
  if (branch.ids.length <= FEW_WORDS || branch.ids.length < entry.ids.length * BIT_GAIN) {
    for (let i = 0; i < branch.ids.length; i += 1) {
      if (isFit(entry.fits, branch.ids[i]!)) found = follow(walk, branch.targets[i]!, at + 1) || found;
    }
  } else {
    for (let i = 0; i < entry.ids.length; i += 1) {
      const next = branch.words.get(entry.ids[i]!);
      if (next) found = follow(walk, next, at + 1) || found;
    }
  }
  return found;
}

/** Tries the rest of the patterns behind 0 to `gap` words of any kind; the nearest place wins. A gap ends at a break or a word of contrast. */
function stride<T>(walk: Walk<T>, next: Branch<T>, at: number, gap: number): boolean {
  for (let skip = 0; skip <= gap; skip += 1) {
    if (follow(walk, next, at + skip)) return true;
    if (at + skip >= walk.entries.length || walk.breaks[at + skip] !== 0) return false;
  }
  return false;
}

/** A matcher of all the patterns at once. */
export function createMatcher<T>(patterns: readonly Pattern<T>[]): Matcher<T> {
  return new PatternMatcher(patterns);
}
