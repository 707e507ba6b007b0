import { quoteCell } from '../http/csv.ts';
import { isRejectColumn } from './formats/fold-header.ts';
import type { StoredReject } from './import-model.ts';
import { inertCell } from './inert-cell.ts';

/** A column by its name and the how-many-eth of that name it is, from 0: a header may name two alike. */
type Column = readonly [name: string, nth: number];

const ADDED = ['reject_file', 'reject_line', 'reject_code', 'reject_detail'];
const CUT = ' The row is longer than is kept: it is cut here.';

const keyOf = ([name, nth]: Column) => `${nth} ${name}`;

function* columnsOf(header: readonly string[]): Iterable<Column> {
  const seen = new Map<string, number>();
  for (const name of header) {
    const nth = seen.get(name) ?? 0;
    seen.set(name, nth + 1);
    yield [name, nth];
  }
}

/** The columns of all headers, each once, in the order in which they first come; what the file did not have last. */
export function uniteHeaders(headers: Iterable<readonly string[]>): Column[] {
  const columns = new Map<string, Column>();
  for (const header of headers) for (const column of columnsOf(header)) columns.set(keyOf(column), column);
  const isAdded = ([name]: Column) => isRejectColumn(name);
  return [...columns.values()].sort((x, y) => Number(isAdded(x)) - Number(isAdded(y)));
}

/** Cells by column; those behind the last column are put to it, so that nothing is lost and the row stays faulty. */
function cellsOf({ row }: StoredReject): Map<string, string> {
  if (row === null) return new Map();
  const keys = [...columnsOf(row.columns)].map(keyOf);
  const last = keys.length - 1;
  const cells = keys.map((_, at) => (at < last ? (row.cells[at] ?? '') : row.cells.slice(last).join(',')));
  return new Map(keys.map((key, at) => [key, cells[at] as string]));
}

const toLine = (cells: readonly string[]) => `${cells.map((cell) => quoteCell(inertCell(cell))).join(',')}\r\n`;

/**
 * The faulty rows of an import as CSV (RFC 4180), in the columns that they came with and then what is wrong with them,
 * so that they can be corrected and imported again. Cells are as they were, but for the apostrophe of `inertCell`.
 */
export async function* writeRejectFile(
  headers: Iterable<readonly string[]>,
  rows: AsyncIterable<StoredReject>,
): AsyncGenerator<string> {
  const columns = uniteHeaders(headers);
  yield toLine([...columns.map(([name]) => name), ...ADDED]);
  for await (const reject of rows) {
    const cells = cellsOf(reject);
    const detail = reject.row?.cut ? reject.detail + CUT : reject.detail;
    yield toLine([
      ...columns.map((column) => cells.get(keyOf(column)) ?? ''),
      ...[reject.file ?? '', reject.line === null ? '' : String(reject.line), reject.code, detail],
    ]);
  }
}
