import { reserveSlot, type Word } from './word.ts';

/** The terms of one word form: ids in the vocabulary, −1 where it has none. */
export interface WordTerms {
  stem: number;
  /** The word within reach of a negation. */
  denied: number;
  /** Number of the stem in pairs of words, −1 where no pair has it. */
  pairKey: number;
}

/** Digits are told apart by nothing but being there: "30" and "45 fps" say alike. */
const stemName = (word: Word): string => (word.isNumber ? '#' : word.stem);

/** A table from two numbers to one, by open addressing: a Map of composed keys is several times slower. */
class PairTable {
  private keys = new Int32Array(1024).fill(-1);
  private values = new Int32Array(512);
  private size = 0;

  /** Slot of the pair, or of the free place where it would stand. */
  private slotOf(first: number, second: number): number {
    const mask = this.values.length - 1;
    let slot = ((Math.imul(first, 0x9e3779b1) ^ Math.imul(second, 0x85ebca6b)) >>> 7) & mask;
    while (this.keys[2 * slot]! >= 0 && (this.keys[2 * slot] !== first || this.keys[2 * slot + 1] !== second)) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  get(first: number, second: number): number {
    const slot = this.slotOf(first, second);
    return this.keys[2 * slot]! < 0 ? -1 : this.values[slot]!;
  }

  set(first: number, second: number, value: number): void {
    if (2 * this.size >= this.values.length) this.grow();
    const slot = this.slotOf(first, second);
    if (this.keys[2 * slot]! < 0) this.size += 1;
    this.keys[2 * slot] = first;
    this.keys[2 * slot + 1] = second;
    this.values[slot] = value;
  }

  private grow(): void {
    const { keys, values } = this;
    this.keys = new Int32Array(keys.length * 2).fill(-1);
    this.values = new Int32Array(values.length * 2);
    this.size = 0;
    values.forEach((value, slot) => {
      if (keys[2 * slot]! >= 0) this.set(keys[2 * slot]!, keys[2 * slot + 1]!, value);
    });
  }
}

/**
 * Numbers for the terms that reviews are described by: word stems (`u:`), pairs of stems (`b:`), denied
 * stems (`!`) and marks with names of their own. A growing vocabulary gives every new term a number, for training; a
 * fixed one answers −1 for terms that it was not made with.
 */
export class Vocabulary {
  readonly names: string[] = [];
  private readonly ids = new Map<string, number>();
  private readonly pairKeys = new Map<string, number>();
  private readonly pairs = new PairTable();
  private readonly slot = reserveSlot();
  private readonly grows: boolean;

  constructor(names: readonly string[], options: { grows: boolean }) {
    this.grows = options.grows;
    for (const name of names) {
      const id = this.add(name);
      if (!name.startsWith('b:')) continue;
      const [first = '', second = ''] = name.slice(2).split(' ');
      this.pairs.set(this.keyOf(first), this.keyOf(second), id);
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
      denied: this.idOf(`!${stem}`),
      pairKey: this.grows ? this.keyOf(stem) : (this.pairKeys.get(stem) ?? -1),
    };
    word.slots[this.slot] = terms;
    return terms;
  }

  /** Number of two words that follow each other. */
  pairOf(first: Word, second: Word): number {
    const one = this.termsOf(first).pairKey;
    const two = this.termsOf(second).pairKey;
    if (one < 0 || two < 0) return -1;
    const known = this.pairs.get(one, two);
    if (known >= 0 || !this.grows) return known;
    const id = this.add(`b:${stemName(first)} ${stemName(second)}`);
    this.pairs.set(one, two, id);
    return id;
  }
}
