import { type ImportItem, type ReadSettings, rejectRow } from '../import-item.ts';
import { mapRow } from '../map-row.ts';
import { type Line, LineCursor, MAX_ROW_BYTES, readLines } from '../read-lines.ts';
import type { Columns } from './match-layout.ts';
import { RowSplitter } from './split-row.ts';

/** What was found out of the file's first bytes. */
export interface CsvDialect {
  delimiter: string;
  /** Line breaks are bare CR, as old spreadsheets write them. */
  cr: boolean;
  /** Lines before the first row: a `sep=` line and the header. */
  skipLines: number;
  columns: Columns;
  /** Fields of the header: a row with more or fewer is faulty. */
  width: number;
}

type CsvRow = { line: number; fields: string[]; lines: Line[] } | { line: number; code: string; lines: Line[] };

const DETAILS: Readonly<Record<string, string>> = {
  'invalid-utf8': 'The row holds bytes that are not UTF-8.',
  'row-too-long': `The row is longer than ${MAX_ROW_BYTES / 1024 / 1024} MB.`,
  'quote-unclosed': 'A quote is opened in this row and never closed; reading went on at the next line.',
  'quote-stray': 'A quote stands where a field was already closed; reading went on at the next line.',
};

/**
 * The next row. Where its quotes do not close properly, only its first line is given up: reading goes on at the line
 * after it, so that one stray quote does not swallow the rows that follow. This is why no general CSV parser is used:
 * none gives back what it read too far, and names the line where a row begins.
 */
const readRow = async (cursor: LineCursor, delimiter: string): Promise<CsvRow | undefined> => {
  const first = await cursor.read();
  if (first === undefined) return undefined;
  const lines = [first];
  if (first.fault === 'row-too-long') return { line: first.number, code: first.fault, lines };
  const splitter = new RowSplitter(delimiter);
  let state = splitter.feed(first.text);
  let size = first.text.length;
  while (state === 'open') {
    const next = await cursor.read();
    if (next !== undefined) lines.push(next);
    size += next?.text.length ?? 0;
    const ended = next === undefined || next.fault === 'row-too-long' || size > MAX_ROW_BYTES;
    if (!ended) state = splitter.feed(next.text);
    else {
      cursor.unread(lines.splice(1));
      return { line: first.number, code: 'quote-unclosed', lines };
    }
  }
  if (state === 'complete') return { line: first.number, fields: splitter.fields, lines };
  cursor.unread(lines.splice(1));
  return { line: first.number, code: 'quote-stray', lines };
};

const isBlank = (row: CsvRow): boolean => 'fields' in row && row.fields.length === 1 && row.fields[0]!.trim() === '';

const toItem = (row: CsvRow, dialect: CsvDialect, settings: ReadSettings): ImportItem => {
  const raw = () => row.lines.map((line) => line.text).join('\n');
  const reject = (code: string, detail: string) => rejectRow(row.line, [{ code, detail, field: null }], raw());
  if ('code' in row) return reject(row.code, DETAILS[row.code]!);
  if (row.lines.some((line) => line.fault === 'invalid-utf8')) return reject('invalid-utf8', DETAILS['invalid-utf8']!);
  const { fields } = row;
  if (fields.length !== dialect.width) {
    return reject('field-count', `The row has ${fields.length} fields where the header has ${dialect.width}.`);
  }
  return mapRow({ line: row.line, cell: ({ index }) => fields[index], raw }, dialect.columns, settings);
};

/** The rows of a CSV file, in constant memory. Lines are numbered from 1, at the line where a row begins. */
export async function* readCsv(
  chunks: AsyncIterable<Uint8Array>,
  dialect: CsvDialect,
  settings: ReadSettings,
): AsyncGenerator<ImportItem> {
  const cursor = new LineCursor(readLines(chunks, dialect.cr));
  try {
    for (let skipped = 0; skipped < dialect.skipLines; skipped += 1) await cursor.read();
    for (let row = await readRow(cursor, dialect.delimiter); row; row = await readRow(cursor, dialect.delimiter)) {
      if (!isBlank(row)) yield toItem(row, dialect, settings);
    }
  } finally {
    await cursor.close();
  }
}
