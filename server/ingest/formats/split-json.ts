import { isUtf8 } from 'node:buffer';
import { MAX_ROW_BYTES } from '../read-lines.ts';
import { JsonPathScanner } from './json-path.ts';

export const JSON_FAULTS = {
  'invalid-utf8': 'The element holds bytes that are not UTF-8.',
  'row-too-long': `The element is longer than ${MAX_ROW_BYTES / 1024 / 1024} MB.`,
  'json-too-deep': 'The element is nested too deeply.',
  'json-truncated': 'The file ends inside the array, in the element that begins here.',
  'json-trailing': 'Something follows the array; it was not read.',
} as const;

/** An element of a JSON array, as it stands in the file, or what is wrong with the file at this place. */
export interface JsonElement {
  /** Where it begins, from 1. */
  line: number;
  text: string;
  fault?: keyof typeof JSON_FAULTS;
}

type State = 'before' | 'between' | 'inside' | 'after' | 'over';

/** Deeper than any review. */
const MAX_DEPTH = 100;
/** How much is kept of an element that is too long, to show what it was. */
const KEPT = 1000;

const [QUOTE, BACKSLASH, COMMA, LF] = [0x22, 0x5c, 0x2c, 0x0a];
const [OPEN_ARRAY, CLOSE_ARRAY, OPEN_OBJECT, CLOSE_OBJECT] = [0x5b, 0x5d, 0x7b, 0x7d];
const isSpace = (byte: number) => byte === 0x20 || byte === LF || byte === 0x0d || byte === 0x09;

/**
 * Splits one array of a JSON file into its elements, fed in pieces of any size; holds one element at a time. The array
 * is the whole file, or stands at `path` inside objects. An element ends at the next comma or bracket outside of its own
 * brackets and quotes; whether it is JSON is not checked.
 */
export class JsonSplitter {
  readonly #scanner: JsonPathScanner;
  readonly #isWhole: boolean;
  #state: State = 'before';
  #line = 1;
  #startLine = 1;
  #depth = 0;
  #deepest = 0;
  #inString = false;
  #escaped = false;
  #parts: Buffer[] = [];
  #held = 0;

  constructor(path: readonly string[]) {
    this.#isWhole = path.length === 0;
    const wanted = path.join('\0');
    this.#scanner = new JsonPathScanner((found) => found.length === path.length && found.join('\0') === wanted);
  }

  /** Whether the array has begun. */
  get found(): boolean {
    return this.#state !== 'before';
  }

  /** The elements that end in these bytes. */
  push(bytes: Buffer): JsonElement[] {
    const elements: JsonElement[] = [];
    for (let at = 0; at < bytes.length; ) {
      if (this.#state === 'before') at = this.#search(bytes, at);
      else if (this.#state === 'inside') at = this.#readElement(bytes, at, elements);
      else if (this.#state === 'between') at = this.#skipSpace(bytes, at, 'inside');
      else if (this.#state === 'after') at = this.#readTail(bytes, at, elements);
      else break;
    }
    return elements;
  }

  /** What is left when the file has ended. */
  end(): JsonElement[] {
    if (this.#state !== 'between' && this.#state !== 'inside') return [];
    const line = this.#state === 'inside' ? this.#startLine : this.#line;
    return [{ line, text: Buffer.concat(this.#parts).toString('utf8'), fault: 'json-truncated' }];
  }

  #search(bytes: Buffer, from: number): number {
    const { at, found } = this.#scanner.feed(bytes, from);
    for (let lf = bytes.indexOf(LF, from); lf !== -1 && lf < at; lf = bytes.indexOf(LF, lf + 1)) this.#line += 1;
    if (found) this.#state = 'between';
    return at;
  }

  /** The position of the next byte that is no space, where `next` begins. */
  #skipSpace(bytes: Buffer, from: number, next: 'inside' | 'over'): number {
    let at = from;
    for (; at < bytes.length && isSpace(bytes[at]!); at += 1) if (bytes[at] === LF) this.#line += 1;
    if (at < bytes.length) {
      this.#state = next;
      this.#startLine = this.#line;
    }
    return at;
  }

  /** Behind the array of the whole file nothing may follow; behind one inside objects the rest of them does. */
  #readTail(bytes: Buffer, from: number, elements: JsonElement[]): number {
    const at = this.#skipSpace(bytes, from, 'over');
    if (at === bytes.length || !this.#isWhole) return at;
    elements.push({ line: this.#line, text: bytes.toString('utf8', at, at + KEPT), fault: 'json-trailing' });
    return bytes.length;
  }

  /** Reads on to the comma or bracket behind the element; the position behind that. */
  #readElement(bytes: Buffer, from: number, elements: JsonElement[]): number {
    for (let at = from; at < bytes.length; at += 1) {
      const byte = bytes[at]!;
      if (byte === LF) this.#line += 1;
      if (this.#inString) {
        if (this.#escaped) this.#escaped = false;
        else if (byte === BACKSLASH) this.#escaped = true;
        else if (byte === QUOTE) this.#inString = false;
      } else if (byte === QUOTE) this.#inString = true;
      else if (byte === OPEN_OBJECT || byte === OPEN_ARRAY) {
        this.#depth += 1;
        if (this.#depth > this.#deepest) this.#deepest = this.#depth;
      } else if (this.#depth === 0 && (byte === COMMA || byte === CLOSE_ARRAY)) {
        this.#hold(bytes.subarray(from, at));
        this.#finish(byte === CLOSE_ARRAY, elements);
        return at + 1;
      } else if (byte === CLOSE_OBJECT || byte === CLOSE_ARRAY) this.#depth = Math.max(0, this.#depth - 1);
    }
    this.#hold(bytes.subarray(from));
    return bytes.length;
  }

  #hold(bytes: Buffer): void {
    this.#held += bytes.length;
    if (this.#held > MAX_ROW_BYTES) this.#parts = [Buffer.concat([...this.#parts, bytes]).subarray(0, KEPT)];
    else this.#parts.push(bytes);
  }

  #finish(isLast: boolean, elements: JsonElement[]): void {
    const bytes = this.#parts.length === 1 ? this.#parts[0]! : Buffer.concat(this.#parts);
    const text = bytes.toString('utf8').trim();
    // Nothing before the closing bracket: the array is empty, or a comma stands behind its last element.
    if (text !== '' || !isLast) elements.push(this.#toElement(text, bytes));
    [this.#parts, this.#held, this.#deepest] = [[], 0, 0];
    this.#state = isLast ? 'after' : 'between';
  }

  #toElement(text: string, bytes: Buffer): JsonElement {
    const line = this.#startLine;
    if (this.#held > MAX_ROW_BYTES) return { line, text, fault: 'row-too-long' };
    if (this.#deepest > MAX_DEPTH) return { line, text: text.slice(0, KEPT), fault: 'json-too-deep' };
    return isUtf8(bytes) ? { line, text } : { line, text, fault: 'invalid-utf8' };
  }
}

/** What a list of reviews is called: one that is empty is told by its name only. */
const LIST_NAME = /^(?:reviews?|data|items|results|entries|records|rows|list|feedback|comments)$/i;

/** The arrays of objects that begin in these first bytes of a file, by the keys that lead to them; empty ones last. */
export function findArrays(head: Buffer): string[][] {
  const paths: string[][] = [];
  const empty: string[][] = [];
  const scanner = new JsonPathScanner((path, behind) => {
    let at = behind;
    while (at < head.length && isSpace(head[at]!)) at += 1;
    if (head[at] === OPEN_OBJECT) paths.push([...path]);
    else if (head[at] === CLOSE_ARRAY && LIST_NAME.test(path.at(-1) ?? '')) empty.push([...path]);
    return false;
  });
  scanner.feed(head, 0);
  return [...paths, ...empty];
}
