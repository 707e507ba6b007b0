/** How often each text without an id has stood in a file so far, by its hash. A `Map` is one. */
export interface Occurrences {
  get(hash: string): number | undefined;
  set(hash: string, count: number): unknown;
}

const FIRST_SLOTS = 1 << 12;
/** Share of taken slots above which looking one up becomes slow. */
const MAX_LOAD = 0.75;
/** Largest count that a byte holds; what comes oftener stands in a map besides. */
const MANY = 255;

/**
 * Occurrences for files of any size: open addressing over the first 64 bits of each hash, 9 bytes a slot, so that
 * three million texts take 38 MB. Two texts whose hashes begin alike would count as one: among three million the
 * chance of a single such pair is one in four million.
 */
export class CompactOccurrences implements Occurrences {
  #slots = FIRST_SLOTS;
  #taken = 0;
  /** Two halves of a hash a slot; both zero where the slot is free. */
  #hashes = new Uint32Array(2 * FIRST_SLOTS);
  #counts = new Uint8Array(FIRST_SLOTS);
  readonly #many = new Map<string, number>();

  /** @param hash base64url, as `identityOf` makes them */
  get(hash: string): number | undefined {
    const slot = this.#slotOf(halvesOf(hash));
    const count = this.#counts[slot] as number;
    if (count === 0) return undefined;
    return count < MANY ? count : this.#many.get(hash);
  }

  set(hash: string, count: number): void {
    const halves = halvesOf(hash);
    let slot = this.#slotOf(halves);
    if (this.#counts[slot] === 0) {
      if (this.#taken >= this.#slots * MAX_LOAD) {
        this.#grow();
        slot = this.#slotOf(halves);
      }
      this.#put(slot, halves);
    }
    this.#counts[slot] = Math.min(count, MANY);
    if (count >= MANY) this.#many.set(hash, count);
  }

  /** Memory of the table. */
  get bytes(): number {
    return this.#hashes.byteLength + this.#counts.byteLength;
  }

  #put(slot: number, [low, high]: Halves): void {
    this.#hashes[2 * slot] = low;
    this.#hashes[2 * slot + 1] = high;
    this.#taken += 1;
  }

  /** The slot that has the hash, or the free one where it belongs. */
  #slotOf([low, high]: Halves): number {
    const mask = this.#slots - 1;
    for (let slot = low & mask; ; slot = (slot + 1) & mask) {
      const [l, h] = [this.#hashes[2 * slot], this.#hashes[2 * slot + 1]];
      if ((l === low && h === high) || (l === 0 && h === 0)) return slot;
    }
  }

  #grow(): void {
    const [hashes, counts] = [this.#hashes, this.#counts];
    this.#slots *= 2;
    this.#taken = 0;
    this.#hashes = new Uint32Array(2 * this.#slots);
    this.#counts = new Uint8Array(this.#slots);
    for (let from = 0; from < counts.length; from += 1) {
      const count = counts[from] as number;
      if (count === 0) continue;
      const halves: Halves = [hashes[2 * from] as number, hashes[2 * from + 1] as number];
      const slot = this.#slotOf(halves);
      this.#put(slot, halves);
      this.#counts[slot] = count;
    }
  }
}

type Halves = readonly [low: number, high: number];

/** Eleven characters hold 66 bits. */
const CHARS = 11;

function halvesOf(hash: string): Halves {
  const bytes = Buffer.from(hash.slice(0, CHARS), 'base64url');
  const [low, high] = [bytes.readUInt32LE(0), bytes.readUInt32LE(4)];
  return low === 0 && high === 0 ? [1, 0] : [low, high];
}
