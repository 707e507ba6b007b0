import type { ColumnMap } from '../../contract/imports.ts';
import type { CsvDialect } from './csv.ts';
import { foldHeader } from './fold-header.ts';
import { type MatchedLayout, matchLayout } from './match-layout.ts';
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
  /** Whether a given map speaks of these columns. */
  mapped: boolean;
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

/** How many of the map's columns are among the names. */
const countMapped = (names: readonly string[], map: ColumnMap | undefined): number => {
  if (map === undefined) return 0;
  const folded = new Set(names.map(foldHeader));
  return Object.values(map).filter((name) => folded.has(foldHeader(name))).length;
};

const headerWith = (lines: readonly string[], from: number, delimiter: string) => {
  const header = splitRow(lines, from, delimiter);
  if (header === undefined) return undefined;
  const names = header.fields.map((name) => name.trim());
  const close = names.every((name, index) => name === header.fields[index]);
  return { delimiter, names, close, matched: matchLayout(names), skipLines: from + header.lines };
};

/**
 * Reads the header with each delimiter and keeps the one that makes most of it: most columns that a given map names,
 * then most recognised columns, then most columns. A first line `sep=;`, as Excel writes it, settles the delimiter.
 * Undefined where no header can be read.
 */
export function readCsvHead(head: string, map?: ColumnMap): CsvHead | undefined {
  const cr = head.includes('\r') && !head.includes('\n');
  const lines = head.split(cr ? '\r' : /\r?\n/);
  const stated = /^sep=(.)$/i.exec(lines[0]!)?.[1];
  let from = stated === undefined ? 0 : 1;
  while (from < lines.length - 1 && lines[from]!.trim() === '') from += 1;
  const candidates = (stated === undefined ? DELIMITERS : [stated]).flatMap((delimiter) => {
    const header = headerWith(lines, from, delimiter);
    return header ? [{ ...header, mapped: countMapped(header.names, map) }] : [];
  });
  const worth = ({ mapped, matched, names }: (typeof candidates)[number]) =>
    mapped * 1_000_000 + (matched?.plan.columns.size ?? 0) * 1000 + names.length;
  const [best] = candidates.sort((a, b) => worth(b) - worth(a));
  return best && { ...best, cr, mapped: best.mapped > 0 };
}

/** How the rows below this header are read. */
export function toDialect({ delimiter, cr, skipLines, names, matched }: CsvHead): CsvDialect {
  return { delimiter, cr, skipLines, names, plain: delimiter === '\t' && (matched?.plainTabs ?? false) };
}

/** A few words, as a column is called; no sentence. */
const WORD = String.raw`[\p{L}\p{N}_()/#:*&%-]{1,40}`;
const COLUMN_NAME = new RegExp(`^${WORD}(?:[. ]${WORD}){0,4}$`, 'u');

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
