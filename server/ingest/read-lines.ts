import { isUtf8 } from 'node:buffer';

/** Longest line, and longest row of several lines, in bytes: far above any review, so that memory stays bounded. */
export const MAX_ROW_BYTES = 8 * 1024 * 1024;

export interface Line {
  /** From 1. */
  number: number;
  /** Without the line break. Broken sequences are U+FFFD; of an over-long line only the beginning is here. */
  text: string;
  /** The line break behind it; LF too where the file ends without one. */
  break: '\n' | '\r\n' | '\r';
  fault?: 'invalid-utf8' | 'row-too-long';
}

const BOM = Buffer.from([0xef, 0xbb, 0xbf]);
const LF = 0x0a;
const CR = 0x0d;
/** How much is kept of an over-long line to show what it was. */
const KEPT = 1000;

const toLine = (number: number, bytes: Buffer, { tooLong, cr }: { tooLong: boolean; cr: boolean }): Line => {
  const start = number === 1 && bytes.subarray(0, 3).equals(BOM) ? 3 : 0;
  const isCrLf = !cr && bytes.at(-1) === CR;
  const body = bytes.subarray(start, Math.max(start, isCrLf ? bytes.length - 1 : bytes.length));
  const lineBreak = cr ? '\r' : isCrLf ? '\r\n' : '\n';
  if (tooLong) return { number, text: body.toString('utf8', 0, KEPT), break: lineBreak, fault: 'row-too-long' };
  const text = body.toString('utf8');
  return isUtf8(body) ? { number, text, break: lineBreak } : { number, text, break: lineBreak, fault: 'invalid-utf8' };
};

/**
 * The lines of a UTF-8 stream with LF, CRLF or, when `cr` says so, bare CR line breaks; those of a chunk at a time,
 * since a promise a line would cost more than the line. A byte order mark is dropped.
 */
export async function* readLines(chunks: AsyncIterable<Uint8Array>, cr = false): AsyncGenerator<Line[]> {
  const lineBreak = cr ? CR : LF;
  let number = 1;
  let parts: Buffer[] = [];
  let held = 0;
  let tooLong = false;
  const take = (last: Buffer): Line => {
    const line = toLine(number, parts.length === 0 ? last : Buffer.concat([...parts, last]), { tooLong, cr });
    [parts, held, tooLong] = [[], 0, false];
    number += 1;
    return line;
  };
  const hold = (rest: Buffer) => {
    tooLong ||= held + rest.length > MAX_ROW_BYTES;
    if (tooLong) parts = [Buffer.concat(parts.length === 0 ? [rest] : parts).subarray(0, KEPT)];
    else parts.push(rest);
    held += rest.length;
  };
  for await (const chunk of chunks) {
    const bytes = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
    const lines: Line[] = [];
    let from = 0;
    for (let at = bytes.indexOf(lineBreak); at !== -1; at = bytes.indexOf(lineBreak, from)) {
      if (held + at - from > MAX_ROW_BYTES) hold(bytes.subarray(from, at));
      lines.push(take(tooLong ? Buffer.alloc(0) : bytes.subarray(from, at)));
      from = at + 1;
    }
    if (from < bytes.length) hold(bytes.subarray(from));
    if (lines.length > 0) yield lines;
  }
  if (held > 0) yield [take(Buffer.alloc(0))];
}

/** Lines one by one, with the possibility to give some back. */
export class LineCursor {
  readonly #batches: AsyncIterator<Line[]>;
  /** The next line last. */
  #waiting: Line[] = [];

  constructor(batches: AsyncIterable<Line[]>) {
    this.#batches = batches[Symbol.asyncIterator]();
  }

  /** The next line, as a promise only when it has to be waited for; undefined at the end. */
  read(): Line | Promise<Line | undefined> {
    return this.#waiting.pop() ?? this.#refill();
  }

  async #refill(): Promise<Line | undefined> {
    const step = await this.#batches.next();
    if (step.done) return undefined;
    this.#waiting = step.value.reverse();
    return this.#waiting.pop();
  }

  /** Puts lines back, in the order in which they were read. */
  unread(lines: readonly Line[]): void {
    for (let index = lines.length - 1; index >= 0; index -= 1) this.#waiting.push(lines[index]!);
  }

  async close(): Promise<void> {
    await this.#batches.return?.();
  }
}
