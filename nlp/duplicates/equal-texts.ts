import { grow } from './grow.ts';
import type { Hash } from './hash-text.ts';

const LANES = 4;
/** Up to this many equal texts are remembered one by one; beyond, only the first counts. */
const SMALL_GROUP = 8;

/** Groups of reviews whose texts are equal, by their hash; reviews are numbered from 0. */
export class EqualTexts {
  #groups = 0;
  #hashes = new Int32Array(LANES * 256);
  #firsts = new Int32Array(256);
  #sizes = new Int32Array(256);
  /** The next member of a review's group, and one; nought where it is the last that is remembered. */
  #next = new Int32Array(256);
  /** Open addressing: the group and one, nought where free; never more than half full. */
  #slots = new Int32Array(512);

  /** Puts a review into its group; the earlier members it is to be paired with, or undefined where it is the first. */
  add(review: number, hash: Hash): number[] | undefined {
    this.#next = grow(this.#next, review + 1);
    const slot = this.#find(hash);
    const group = this.#slots[slot]! - 1;
    if (group < 0) {
      this.#found(review, hash, slot);
      return undefined;
    }
    const size = this.#sizes[group]!;
    this.#sizes[group] = size + 1;
    const members = this.#members(group);
    if (size < SMALL_GROUP) this.#next[members.at(-1)!] = review + 1;
    return size <= SMALL_GROUP ? members : members.slice(0, 1);
  }

  bytes(): number {
    return [this.#hashes, this.#firsts, this.#sizes, this.#next, this.#slots].reduce((sum, a) => sum + a.byteLength, 0);
  }

  #members(group: number): number[] {
    const members: number[] = [];
    for (let at = this.#firsts[group]! + 1; at !== 0; at = this.#next[at - 1]!) members.push(at - 1);
    return members;
  }

  #find(hash: Hash): number {
    const mask = this.#slots.length - 1;
    for (let slot = hash[0] & mask; ; slot = (slot + 1) & mask) {
      const at = (this.#slots[slot]! - 1) * LANES;
      if (at < 0 || hash.every((lane, i) => lane === this.#hashes[at + i])) return slot;
    }
  }

  #found(review: number, hash: Hash, slot: number): void {
    const group = this.#groups;
    this.#groups += 1;
    this.#hashes = grow(this.#hashes, this.#groups * LANES);
    this.#firsts = grow(this.#firsts, this.#groups);
    this.#sizes = grow(this.#sizes, this.#groups);
    this.#hashes.set(hash, group * LANES);
    this.#firsts[group] = review;
    this.#sizes[group] = 1;
    this.#slots[slot] = group + 1;
    if (this.#groups * 2 > this.#slots.length) this.#rehash();
  }

  #rehash(): void {
    this.#slots = new Int32Array(this.#slots.length * 2);
    const mask = this.#slots.length - 1;
    for (let group = 0; group < this.#groups; group += 1) {
      let slot = this.#hashes[group * LANES]! & mask;
      while (this.#slots[slot] !== 0) slot = (slot + 1) & mask;
      this.#slots[slot] = group + 1;
    }
  }
}
