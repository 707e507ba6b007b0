/** Counters by a key that is a whole number, in the order of their keys. */
export interface Counters {
  keys: number[];
  counts: number[];
}

const SEVEN_BITS = 128;

/** Whole numbers from 0 in as many bytes as each takes, the low seven bits first. */
class NumberWriter {
  private bytes = new Uint8Array(1024);
  private length = 0;

  write(value: number): void {
    if (this.length + 8 > this.bytes.length) {
      const more = new Uint8Array(2 * this.bytes.length);
      more.set(this.bytes);
      this.bytes = more;
    }
    let rest = value;
    while (rest >= SEVEN_BITS) {
      this.bytes[this.length++] = (rest % SEVEN_BITS) | SEVEN_BITS;
      rest = Math.floor(rest / SEVEN_BITS);
    }
    this.bytes[this.length++] = rest;
  }

  written(): Uint8Array {
    return this.bytes.slice(0, this.length);
  }
}

/** Each key as its distance from the one before, each count with its sign as the lowest bit. */
export function packCounters({ keys, counts }: Counters): Uint8Array {
  const writer = new NumberWriter();
  let last = 0;
  for (const [index, key] of keys.entries()) {
    const count = counts[index] as number;
    writer.write(key - last);
    writer.write(count < 0 ? -2 * count - 1 : 2 * count);
    last = key;
  }
  return writer.written();
}

/** Calls `visit` for each packed counter, in the order of the keys, until it answers false. */
export function visitPacked(bytes: Uint8Array, visit: (key: number, count: number) => boolean | undefined): void {
  let at = 0;
  const next = () => {
    let [value, factor] = [0, 1];
    for (;;) {
      const byte = bytes[at++] ?? 0;
      value += (byte % SEVEN_BITS) * factor;
      if (byte < SEVEN_BITS) return value;
      factor *= SEVEN_BITS;
    }
  };
  let key = 0;
  while (at < bytes.length) {
    key += next();
    const folded = next();
    if (visit(key, folded % 2 === 1 ? -(folded + 1) / 2 : folded / 2) === false) return;
  }
}

/** What is packed and what is added to it, in one; counters that come to nothing are left out. */
export function addToPacked(bytes: Uint8Array, added: ReadonlyMap<number, number>): Uint8Array {
  const sum: Counters = { keys: [], counts: [] };
  const put = (key: number, count: number) => {
    if (count === 0) return;
    sum.keys.push(key);
    sum.counts.push(count);
  };
  const fresh = Float64Array.from(added.keys()).sort();
  let at = 0;
  const putUpTo = (key: number) => {
    while (at < fresh.length && (fresh[at] as number) < key) {
      const own = fresh[at++] as number;
      put(own, added.get(own) as number);
    }
  };
  visitPacked(bytes, (key, count) => {
    putUpTo(key);
    const isBoth = fresh[at] === key;
    if (isBoth) at += 1;
    put(key, count + (isBoth ? (added.get(key) as number) : 0));
    return true;
  });
  putUpTo(Number.POSITIVE_INFINITY);
  return packCounters(sum);
}
