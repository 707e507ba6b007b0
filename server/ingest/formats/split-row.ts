/**
 * Splits a CSV row (RFC 4180) that may go over several lines, fed line by line. A quote inside an unquoted field is a
 * plain character; after a closing quote only a delimiter or the end may follow.
 */
export class RowSplitter {
  readonly fields: string[] = [];
  readonly #delimiter: string;
  /** Pieces of the quoted field that is open. */
  #open: string[] | undefined;

  constructor(delimiter: string) {
    this.#delimiter = delimiter;
  }

  /** `open` asks for the next line, with the line break before it; after `complete` the fields are all there. */
  feed(line: string, breakBefore = '\n'): 'complete' | 'open' | 'stray-quote' {
    let at = 0;
    if (this.#open) this.#open.push(breakBefore);
    for (;;) {
      if (!this.#open && line[at] === '"') {
        this.#open = [];
        at += 1;
      }
      const end = this.#open ? this.#readQuoted(line, at, this.#open) : this.#readPlain(line, at);
      if (end === undefined) return 'open';
      if (end === line.length) return 'complete';
      if (line[end] !== this.#delimiter) return 'stray-quote';
      at = end + 1;
    }
  }

  #readPlain(line: string, from: number): number {
    const found = line.indexOf(this.#delimiter, from);
    const end = found === -1 ? line.length : found;
    this.fields.push(line.slice(from, end));
    return end;
  }

  /** The position behind the closing quote; undefined when the field goes on. */
  #readQuoted(line: string, from: number, pieces: string[]): number | undefined {
    let start = from;
    for (;;) {
      const quote = line.indexOf('"', start);
      if (quote === -1) {
        pieces.push(line.slice(start));
        return undefined;
      }
      if (line[quote + 1] !== '"') {
        pieces.push(line.slice(start, quote));
        this.fields.push(pieces.join(''));
        this.#open = undefined;
        return quote + 1;
      }
      pieces.push(line.slice(start, quote + 1));
      start = quote + 2;
    }
  }
}
