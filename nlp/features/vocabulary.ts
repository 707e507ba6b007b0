import { reserveSlot, type Word } from '../text/word.ts';

/** The terms of one word form: ids in the vocabulary, −1 where it has none. */
export interface WordTerms {
  stem: number;
  form: number;
  /** The word within reach of a negation. */
  denied: number;
  /** Number of the stem in pairs of words, −1 where no pair has it. */
  pairKey: number;
}

/** Greater than the number of stems that pairs are made of. */
const PAIR_BASE = 2 ** 24;

/** Digits are told apart by nothing but being there: "30" and "45 fps" say alike. */
const stemName = (word: Word): string => (word.isNumber ? '#' : word.stem);

/**
 * Numbers for the terms that reviews are described by: word stems (`u:`), forms (`n:`), pairs of stems (`b:`), denied
 * stems (`!`) and marks with names of their own. A growing vocabulary gives every new term a number, for training; a
 * fixed one answers −1 for terms that it was not made with.
 */
export class Vocabulary {
  readonly names: string[] = [];
  private readonly ids = new Map<string, number>();
  private readonly pairKeys = new Map<string, number>();
  private readonly pairs = new Map<number, number>();
  private readonly slot = reserveSlot();
  private readonly grows: boolean;

  constructor(names: readonly string[], options: { grows: boolean }) {
    this.grows = options.grows;
    for (const name of names) {
      const id = this.add(name);
      if (!name.startsWith('b:')) continue;
      const [first = '', second = ''] = name.slice(2).split(' ');
      this.pairs.set(this.keyOf(first) * PAIR_BASE + this.keyOf(second), id);
    }
  }

  private add(name: string): number {
    const id = this.names.push(name) - 1;
    this.ids.set(name, id);
    return id;
  }

  private keyOf(stem: string): number {
    const known = this.pairKeys.get(stem);
    if (known !== undefined) return known;
    this.pairKeys.set(stem, this.pairKeys.size);
    return this.pairKeys.size - 1;
  }

  /** Number of a mark or word by its name. */
  idOf(name: string): number {
    return this.ids.get(name) ?? (this.grows ? this.add(name) : -1);
  }

  termsOf(word: Word): WordTerms {
    const known = word.slots[this.slot] as WordTerms | undefined;
    if (known) return known;
    const stem = stemName(word);
    const terms: WordTerms = {
      stem: this.idOf(`u:${stem}`),
      form: word.norm === stem ? -1 : this.idOf(`n:${word.norm}`),
      denied: this.idOf(`!${stem}`),
      pairKey: this.grows ? this.keyOf(stem) : (this.pairKeys.get(stem) ?? -1),
    };
    word.slots[this.slot] = terms;
    return terms;
  }

  /** Number of two words that follow each other. */
  pairOf(first: Word, second: Word): number {
    const key = this.termsOf(first).pairKey * PAIR_BASE + this.termsOf(second).pairKey;
    if (key < 0) return -1;
    const known = this.pairs.get(key);
    if (known !== undefined || !this.grows) return known ?? -1;
    const id = this.add(`b:${stemName(first)} ${stemName(second)}`);
    this.pairs.set(key, id);
    return id;
  }
}
