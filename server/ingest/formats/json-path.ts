const [QUOTE, BACKSLASH, COLON, LF] = [0x22, 0x5c, 0x3a, 0x0a];
const [OPEN_ARRAY, CLOSE_ARRAY, OPEN_OBJECT, CLOSE_OBJECT] = [0x5b, 0x5d, 0x7b, 0x7d];

/** Longest key that is told apart, in bytes, and deepest nest that is looked into. */
const MAX_KEY = 1000;
const MAX_DEPTH = 200;

const unescapeKey = (bytes: readonly number[]): string => {
  const raw = Buffer.from(bytes).toString('utf8');
  if (!raw.includes('\\')) return raw;
  try {
    return String(JSON.parse(`"${raw}"`));
  } catch {
    return raw;
  }
};

/**
 * Finds an array in JSON by the keys that lead to it, fed in pieces of any size. Checks nothing: what is no JSON leads
 * nowhere.
 */
export class JsonPathScanner {
  /** A line ends inside a string: this is no JSON. */
  failed = false;
  readonly #isWanted: (path: readonly string[], behind: number) => boolean;
  /** The current key of each object that is open; undefined for an open array. */
  readonly #open: (string | undefined)[] = [];
  #inString = false;
  #escaped = false;
  #string: number[] = [];

  /** @param isWanted asked for each array in objects only, with the position behind its bracket in the bytes at hand */
  constructor(isWanted: (path: readonly string[], behind: number) => boolean) {
    this.#isWanted = isWanted;
  }

  /** The position behind the bracket of the wanted array; the end of the bytes when it is not among them. */
  feed(bytes: Uint8Array, from: number): { at: number; found: boolean } {
    for (let at = from; at < bytes.length && !this.failed; at += 1) {
      const byte = bytes[at]!;
      if (this.#inString) this.#readString(byte);
      else if (byte === OPEN_ARRAY) {
        const isPath = this.#open.every((key) => key !== undefined);
        if (isPath && this.#isWanted(this.#open as string[], at + 1)) return { at: at + 1, found: true };
        this.#push(undefined);
      } else this.#readPlain(byte);
    }
    return { at: bytes.length, found: false };
  }

  #push(key: string | undefined): void {
    this.#open.push(key);
    this.failed ||= this.#open.length > MAX_DEPTH;
  }

  #readPlain(byte: number): void {
    if (byte === QUOTE) {
      this.#inString = true;
      this.#string = [];
    } else if (byte === OPEN_OBJECT) this.#push('');
    else if (byte === CLOSE_OBJECT || byte === CLOSE_ARRAY) this.#open.pop();
    else if (byte === COLON && this.#open.at(-1) !== undefined)
      this.#open[this.#open.length - 1] = unescapeKey(this.#string);
  }

  #readString(byte: number): void {
    if (this.#escaped) this.#escaped = false;
    else if (byte === BACKSLASH) this.#escaped = true;
    else if (byte === QUOTE) {
      this.#inString = false;
      return;
    } else if (byte === LF) this.failed = true;
    if (this.#string.length < MAX_KEY) this.#string.push(byte);
  }
}
