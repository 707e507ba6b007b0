import { AppError } from '../../errors.ts';
import type { ImportItem } from '../import-item.ts';
import type { Row } from '../map-row.ts';
import { readXml, type XmlHandlers } from '../read-xml.ts';
import { keepColumns, toRowCells } from '../row-cells.ts';
import { columnOf, serialToDate, unescapeCell } from './xlsx-cell.ts';
import { PART_LIMITS, tooLarge, type Workbook } from './xlsx-parts.ts';

export type Sheet = Workbook['sheets'][number];

/** A row of a sheet: its number, and its cells as texts; a hole is an empty cell. */
export interface SheetRow {
  number: number;
  cells: (string | undefined)[];
}

/** A sheet cannot have more rows; a header of more columns is none. */
const MAX_ROWS = 1_048_576;
const MAX_COLUMNS = 500;

interface OpenCell {
  column: number;
  type: string;
  style: number;
  text: string;
}

/** Dates as ISO 8601, numbers in their shortest form, everything else as its text. */
const cellValue = ({ type, style, text }: OpenCell, { texts, dateStyles, since1904 }: Workbook): string | undefined => {
  if (type === 's') return texts[Number(text)];
  if (type === 'b') return text === '1' ? 'true' : 'false';
  if (type !== 'n') return unescapeCell(text);
  const number = Number(text);
  if (text.trim() === '' || Number.isNaN(number)) return text || undefined;
  return (dateStyles[style] ? serialToDate(number, since1904) : undefined) ?? String(number);
};

const listenToRows =
  (workbook: Workbook) =>
  (found: SheetRow[]): XmlHandlers => {
    let count = 0;
    let row: SheetRow | undefined;
    let last = 0;
    let next = 0;
    let cell: OpenCell | undefined;
    let reading = false;
    return {
      open(name, attributes) {
        if (name === 'row') {
          last = Number(attributes['r'] ?? last + 1);
          row = { number: last, cells: [] };
          next = 0;
          count += 1;
          if (count > MAX_ROWS) throw tooLarge(`more than ${MAX_ROWS} rows`);
        } else if (name === 'c' && row) {
          const column = columnOf(attributes['r']) ?? next;
          cell = { column, type: attributes['t'] ?? 'n', style: Number(attributes['s'] ?? 0), text: '' };
          next = column + 1;
        } else reading = name === 'v' || name === 't';
      },
      text(part) {
        if (cell && reading) cell.text += part;
      },
      close(name) {
        reading = false;
        if (name === 'c' && cell && row) {
          if (cell.column < MAX_COLUMNS) row.cells[cell.column] = cellValue(cell, workbook);
          cell = undefined;
        } else if (name === 'row' && row) {
          if (row.cells.some((value) => value !== undefined && value.trim() !== '')) found.push(row);
          row = undefined;
        }
      },
    };
  };

/** The rows of a sheet that are not empty, in pieces. */
export async function* readSheet(workbook: Workbook, sheet: Sheet): AsyncGenerator<SheetRow[]> {
  yield* readXml(sheet.entry.open(PART_LIMITS), listenToRows(workbook));
}

/** The names in the first row of a sheet that is not empty; none where there is none. */
export async function readSheetHeader(workbook: Workbook, sheet: Sheet): Promise<string[]> {
  for await (const [first] of readSheet(workbook, sheet)) {
    return Array.from(first!.cells, (name) => name?.trim() ?? '');
  }
  return [];
}

/** The rows below a sheet's header as items; lines are the row numbers that the spreadsheet shows. */
export async function* readXlsx(
  workbook: Workbook,
  { sheet, names }: { sheet: Sheet; names: readonly string[] },
  take: (row: Row) => ImportItem,
): AsyncGenerator<ImportItem> {
  const kept = keepColumns(names);
  let isHeader = true;
  for await (const rows of readSheet(workbook, sheet)) {
    for (const { number, cells } of rows.slice(isHeader ? 1 : 0)) {
      const cell = ({ index }: { index: number }) => cells[index];
      yield take({ line: number, cell, cells: () => toRowCells(kept, (position) => cells[position]) });
    }
    isHeader = false;
  }
}

/** Throws `no-sheet` (422) for a workbook without sheets. */
export function requireSheets({ sheets }: Workbook): void {
  if (sheets.length === 0) throw new AppError('unknown-header', 422, 'The spreadsheet has no sheet that can be read.');
}
