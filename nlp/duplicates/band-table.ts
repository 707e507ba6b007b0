import { grow } from './grow.ts';
import { BANDS } from './min-hash.ts';

/** Members a bucket keeps: a template that a thousand reviews share must not make each of them a candidate. */
const BUCKET_MEMBERS = 40;
/** Candidates of one review, those that share most bands first. */
const MOST_CANDIDATES = 30;
/** Numbers a slot takes: the band, its first review and one (nought where the slot is free), where the others begin. */
const SLOT = 3;
/** Numbers each further review of a band takes: the review, where the next one is (nought for none). */
const LINK = 2;
const FULLEST = 0.6;
/** More than there are reviews: what parts the ranks of two counts. */
const RANK = 2 ** 32;
/** Bands that two reviews may share at most, by far. */
const MOST_SHARED = 255;
const MOST_MET = BANDS * BUCKET_MEMBERS;

/**
 * Which reviews have which bands: a hash table in typed arrays, open addressing, with a chain for a band that several
 * reviews have. Reviews are numbered from 0.
 */
export class BandTable {
  #slots = new Int32Array(SLOT * 1024);
  #used = 0;
  #links = new Int32Array(LINK * 256);
  /** Place of the next link; the first is never used. */
  #linked = 1;
  /** For each review how many bands it shares with the one that is being taken in; nought between two calls. */
  #shared = new Uint8Array(256);
  #met: number[] = [];
  readonly #ranks = new Float64Array(MOST_MET);
  /** Of what was looked at last: without a use of it, the compiler would leave the look out. */
  fetched = 0;

  /** Takes a review in; the earlier ones that share bands with it, most shared first, then the earlier. */
  add(review: number, bands: Int32Array): number[] {
    if (review >= this.#shared.length) this.#shared = new Uint8Array(Math.ceil((review + 1) * 1.5));
    this.#met = [];
    this.#fetch(bands);
    for (let i = 0; i < bands.length; i += 1) this.#meet(bands[i]!, review);
    return this.#nearest();
  }

  bytes(): number {
    return this.#slots.byteLength + this.#links.byteLength + this.#shared.byteLength;
  }

  /** Looks at all slots at once: they lie far apart, and so the waits for memory overlap. */
  #fetch(bands: Int32Array): void {
    const mask = this.#slots.length / SLOT - 1;
    let seen = 0;
    for (let i = 0; i < bands.length; i += 1) seen ^= this.#slots[(bands[i]! & mask) * SLOT]!;
    this.fetched = seen;
  }

  /** Of those met, the nearest; their counts go back to nought. */
  #nearest(): number[] {
    const ranks = this.#ranks.subarray(0, this.#met.length);
    for (let i = 0; i < ranks.length; i += 1) {
      const other = this.#met[i]!;
      ranks[i] = (MOST_SHARED - this.#shared[other]!) * RANK + other;
      this.#shared[other] = 0;
    }
    ranks.sort();
    const nearest: number[] = [];
    for (let i = 0; i < ranks.length && i < MOST_CANDIDATES; i += 1) nearest.push(ranks[i]! % RANK);
    return nearest;
  }

  #meet(band: number, review: number): void {
    const slot = this.#find(band);
    const first = this.#slots[slot + 1]! - 1;
    if (first < 0) {
      this.#slots[slot] = band;
      this.#slots[slot + 1] = review + 1;
      this.#used += 1;
      if (this.#used * SLOT > this.#slots.length * FULLEST) this.#rehash();
      return;
    }
    this.#count(first, review);
    let members = 1;
    for (let link = this.#slots[slot + 2]!; link !== 0; link = this.#links[link * LINK + 1]!) {
      this.#count(this.#links[link * LINK]!, review);
      members += 1;
    }
    if (members < BUCKET_MEMBERS) this.#link(slot, review);
  }

  #count(other: number, review: number): void {
    if (other === review) return;
    if (this.#shared[other] === 0) this.#met.push(other);
    this.#shared[other]! += 1;
  }

  #link(slot: number, review: number): void {
    const link = this.#linked;
    this.#linked += 1;
    this.#links = grow(this.#links, this.#linked * LINK);
    this.#links[link * LINK] = review;
    this.#links[link * LINK + 1] = this.#slots[slot + 2]!;
    this.#slots[slot + 2] = link;
  }

  /** Place of a band's slot, or of the free one that it would take. */
  #find(band: number): number {
    const mask = this.#slots.length / SLOT - 1;
    let at = band & mask;
    while (this.#slots[at * SLOT + 1] !== 0 && this.#slots[at * SLOT] !== band) at = (at + 1) & mask;
    return at * SLOT;
  }

  #rehash(): void {
    const former = this.#slots;
    this.#slots = new Int32Array(former.length * 2);
    for (let from = 0; from < former.length; from += SLOT) {
      if (former[from + 1] === 0) continue;
      const to = this.#find(former[from]!);
      for (let i = 0; i < SLOT; i += 1) this.#slots[to + i] = former[from + i]!;
    }
  }
}
