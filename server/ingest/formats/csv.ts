import type { ImportItem, RowFault } from '../import-item.ts';
import { originalCell } from '../inert-cell.ts';
import { type Line, LineCursor, MAX_ROW_BYTES, readLines } from '../read-lines.ts';
import { keepColumns, rejectRaw, toRowCells } from '../row-cells.ts';
import type { Row } from '../row-mapper.ts';
import { foldHeader } from './fold-header.ts';
import { RowSplitter } from './split-row.ts';

/** What was found out of the file's first bytes. */
export interface CsvDialect {
  delimiter: string;
  /** Line breaks are bare CR, as old spreadsheets write them. */
  cr: boolean;
  /** Quotes are characters like any other. */
  plain: boolean;
  /** Lines before the first row: a `sep=` line and the header. */
  skipLines: number;
  /** The header: a row with more or fewer fields is faulty. */
  names: readonly string[];
}

type CsvRow = { line: number; fields: string[]; lines: Line[] } | { line: number; code: string; lines: Line[] };

const DETAILS: Readonly<Record<string, string>> = {
  'invalid-utf8':
    'The row holds bytes that are not UTF-8. A file that Excel saved as plain CSV is read with the encoding windows-1252.',
  'row-too-long': `The row is longer than ${MAX_ROW_BYTES / 1024 / 1024} MB.`,
  'quote-unclosed': 'A quote is opened in this row and never closed; reading went on at the next line.',
  'quote-stray': 'A quote stands where a field was already closed; reading went on at the next line.',
};

/**
 * The next row. Where its quotes do not close properly, only its first line is given up: reading goes on at the line
 * after it, so that one stray quote does not swallow the rows that follow. This is why no general CSV parser is used:
 * none gives back what it read too far, and names the line where a row begins.
 */
const readRow = async (cursor: LineCursor, { delimiter, plain }: CsvDialect): Promise<CsvRow | undefined> => {
  const first = await cursor.read();
  if (first === undefined) return undefined;
  const lines = [first];
  if (first.fault === 'row-too-long') return { line: first.number, code: first.fault, lines };
  if (plain) return { line: first.number, fields: first.text.split(delimiter), lines };
  const splitter = new RowSplitter(delimiter);
  let state = splitter.feed(first.text);
  let size = first.text.length;
  while (state === 'open') {
    const next = await cursor.read();
    const breakBefore = lines.at(-1)!.break;
    if (next !== undefined) lines.push(next);
    size += next?.text.length ?? 0;
    const ended = next === undefined || next.fault === 'row-too-long' || size > MAX_ROW_BYTES;
    if (!ended) state = splitter.feed(next.text, breakBefore);
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

const createRowReader = (dialect: CsvDialect, take: (row: Row) => ImportItem) => {
  const width = dialect.names.length;
  const kept = keepColumns(dialect.names);
  const isRejectFile = dialect.names.some((name) => foldHeader(name) === 'reject_code');
  return (row: CsvRow): ImportItem => {
    const reject = (code: string, detail = DETAILS[code]!) => {
      const fault: Omit<RowFault, 'field'> = { code, detail };
      return rejectRaw(row.line, fault, row.lines.map((line) => line.text).join('\n'));
    };
    if ('code' in row) return reject(row.code);
    if (row.lines.some((line) => line.fault === 'invalid-utf8')) return reject('invalid-utf8');
    const fields = isRejectFile ? row.fields.map(originalCell) : row.fields;
    if (fields.length !== width) {
      return reject('field-count', `The row has ${fields.length} fields where the header has ${width}.`);
    }
    return take({
      line: row.line,
      cell: ({ index }) => fields[index],
      cells: () => toRowCells(kept, (position) => fields[position]),
    });
  };
};

/**
 * The rows of a CSV file, in constant memory. Lines are numbered from 1, at the line where a row begins. `take` makes
 * an item of a row that is whole.
 */
export async function* readCsv(
  chunks: AsyncIterable<Uint8Array>,
  dialect: CsvDialect,
  take: (row: Row) => ImportItem,
): AsyncGenerator<ImportItem> {
  const cursor = new LineCursor(readLines(chunks, dialect.cr));
  const toItem = createRowReader(dialect, take);
  try {
    for (let skipped = 0; skipped < dialect.skipLines; skipped += 1) await cursor.read();
    for (let row = await readRow(cursor, dialect); row; row = await readRow(cursor, dialect)) {
      if (!isBlank(row)) yield toItem(row);
    }
  } finally {
    await cursor.close();
  }
}
