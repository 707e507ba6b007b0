/** A set of 32-bit keys that is emptied at no cost, used again and again. */
export class KeySet {
  #keys = new Int32Array(1024);
  /** The round in which a slot was filled; slots of former rounds are free. */
  #rounds = new Int32Array(1024);
  #round = 1;
  #size = 0;

  clear(): void {
    this.#size = 0;
    this.#round = (this.#round + 1) | 0;
    if (this.#round !== 0) return;
    this.#rounds.fill(0);
    this.#round = 1;
  }

  get size(): number {
    return this.#size;
  }

  has(key: number): boolean {
    const mask = this.#keys.length - 1;
    for (let slot = key & mask; this.#rounds[slot] === this.#round; slot = (slot + 1) & mask)
      if (this.#keys[slot] === key) return true;
    return false;
  }

  /** Takes in these keys and no others. */
  fill(keys: readonly number[]): void {
    this.clear();
    for (const key of keys) this.add(key);
  }

  /** Whether the overlap (Dice) with other distinct keys is `least` or more; stops once too many are missing. */
  overlaps(keys: ArrayLike<number>, least: number): boolean {
    const needed = ((this.#size + keys.length) * least) / 2;
    if (needed === 0 || needed > this.#size) return false;
    let spare = keys.length - needed;
    for (let i = 0; i < keys.length && spare >= 0; i += 1) if (!this.has(keys[i]!)) spare -= 1;
    return spare >= 0;
  }

  /** Whether the key is new. */
  add(key: number): boolean {
    const mask = this.#keys.length - 1;
    let slot = key & mask;
    for (; this.#rounds[slot] === this.#round; slot = (slot + 1) & mask) if (this.#keys[slot] === key) return false;
    this.#keys[slot] = key;
    this.#rounds[slot] = this.#round;
    this.#size += 1;
    if (this.#size * 8 > this.#keys.length) this.#grow();
    return true;
  }

  #grow(): void {
    const keys = this.#keys.filter((_, slot) => this.#rounds[slot] === this.#round);
    this.#keys = new Int32Array(this.#keys.length * 2);
    this.#rounds = new Int32Array(this.#keys.length);
    this.clear();
    for (const key of keys) this.add(key);
  }
}
