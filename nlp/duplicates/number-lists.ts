import { grow } from './grow.ts';

/** Lists of whole numbers, one after another in a typed array; they are numbered from 0 as they come. */
export class NumberLists {
  #numbers = new Int32Array(1024);
  #ends = new Int32Array(256);
  #count = 0;
  /** Of what was looked at last: without a use of it, the compiler would leave the look out. */
  fetched = 0;

  add(list: readonly number[]): void {
    const from = this.#start(this.#count);
    const to = from + list.length;
    this.#numbers = grow(this.#numbers, to);
    for (let i = 0; i < list.length; i += 1) this.#numbers[from + i] = list[i]!;
    this.#ends = grow(this.#ends, this.#count + 1);
    this.#ends[this.#count] = to;
    this.#count += 1;
  }

  /** One of the lists; it must not be kept beyond the next that is added. */
  get(list: number): Int32Array {
    return this.#numbers.subarray(this.#start(list), this.#ends[list]!);
  }

  /** Looks at several lists at once: they lie far apart, and so the waits for memory overlap. */
  fetch(lists: readonly number[]): void {
    let seen = 0;
    for (const list of lists) seen ^= this.#numbers[this.#start(list)]!;
    this.fetched = seen;
  }

  bytes(): number {
    return this.#numbers.byteLength + this.#ends.byteLength;
  }

  #start(list: number): number {
    return list === 0 ? 0 : this.#ends[list - 1]!;
  }
}
