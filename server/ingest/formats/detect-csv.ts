import { AppError } from '../../errors.ts';
import type { CsvDialect } from './csv.ts';
import { describeColumns, type MatchedLayout, matchLayout } from './match-layout.ts';
import { RowSplitter } from './split-row.ts';

const DELIMITERS = [',', ';', '\t', '|'];

/** The beginning of a file read as CSV: its header, and what became of it. */
export interface CsvHead {
  delimiter: string;
  cr: boolean;
  skipLines: number;
  names: string[];
  /** Whether the names stand close to the delimiters, unlike the words of a sentence. */
  close: boolean;
  matched: MatchedLayout | undefined;
}

/** Fields of the row that begins at `lines[from]`, and how many lines it takes. */
const splitRow = (lines: readonly string[], from: number, delimiter: string) => {
  const splitter = new RowSplitter(delimiter);
  for (let index = from; index < lines.length; index += 1) {
    const state = splitter.feed(lines[index]!);
    if (state === 'complete') return { fields: splitter.fields, lines: index - from + 1 };
    if (state === 'stray-quote') return undefined;
  }
  return undefined;
};

const headerWith = (lines: readonly string[], from: number, delimiter: string) => {
  const header = splitRow(lines, from, delimiter);
  if (header === undefined) return undefined;
  const names = header.fields.map((name) => name.trim());
  const close = names.every((name, index) => name === header.fields[index]);
  return { delimiter, names, close, matched: matchLayout(names), skipLines: from + header.lines };
};

/**
 * Reads the header with each delimiter and keeps the one that makes most of it: most recognised columns, then most
 * columns. A first line `sep=;`, as Excel writes it, settles the delimiter. Undefined where no header can be read.
 */
export function readCsvHead(head: string): CsvHead | undefined {
  const cr = head.includes('\r') && !head.includes('\n');
  const lines = head.split(cr ? '\r' : /\r?\n/);
  const stated = /^sep=(.)$/i.exec(lines[0]!)?.[1];
  let from = stated === undefined ? 0 : 1;
  while (from < lines.length - 1 && lines[from]!.trim() === '') from += 1;
  const candidates = (stated === undefined ? DELIMITERS : [stated]).flatMap(
    (delimiter) => headerWith(lines, from, delimiter) ?? [],
  );
  const worth = (one: (typeof candidates)[number]) => (one.matched?.columns.size ?? 0) * 1000 + one.names.length;
  const [best] = candidates.sort((a, b) => worth(b) - worth(a));
  return best && { ...best, cr };
}

/** A few words, as a column is called; no sentence. */
const COLUMN_NAME = /^[\p{L}\p{N}_()/#:-]{1,30}(?: [\p{L}\p{N}_()/#:-]{1,30}){0,3}$/u;

/** Whether this is a table, whatever its columns are called: a row of names, and rows below it with as many fields. */
export function looksLikeTable(head: string, { names, close, delimiter, cr, skipLines }: CsvHead): boolean {
  if (names.length < 2 || !close || !names.every((name) => COLUMN_NAME.test(name))) return false;
  const lines = head.split(cr ? '\r' : /\r?\n/);
  let rows = 0;
  for (let at = skipLines; at < lines.length && rows < 3; rows += 1) {
    const row = splitRow(lines, at, delimiter);
    if (row === undefined || row.fields.length !== names.length) break;
    at += row.lines;
  }
  return rows > 0;
}

const quoted = (names: readonly string[]) =>
  names
    .slice(0, 40)
    .map((name) => `"${name.slice(0, 60)}"`)
    .join(', ');

/**
 * How to read the rows of a file with this header. Throws `unknown-header` when no column holds the text,
 * `ambiguous-header` when two columns could be the same field, `product-missing` when neither the file nor the caller
 * names a product.
 */
export function resolveCsv(
  head: CsvHead | undefined,
  product: string | undefined,
): { dialect: CsvDialect; layout: string } {
  const { matched, names = [] } = head ?? {};
  if (head === undefined || matched === undefined) {
    const found = names.length === 0 ? 'No header was found' : `The header names ${quoted(names)}`;
    throw new AppError('unknown-header', 422, `${found}, but ${describeColumns()}.`);
  }
  const [twice] = matched.ambiguous;
  if (twice) {
    const detail = `The columns ${quoted(twice.names)} could all be the ${twice.field}: leave one of them.`;
    throw new AppError('ambiguous-header', 422, detail);
  }
  if (product === undefined && !matched.columns.has('product')) {
    const detail = `No column of ${quoted(names)} names the product: name it for the whole file.`;
    throw new AppError('product-missing', 422, detail);
  }
  const { delimiter, cr, skipLines } = head;
  return {
    dialect: { delimiter, cr, skipLines, columns: matched.columns, width: names.length },
    layout: matched.layout,
  };
}
