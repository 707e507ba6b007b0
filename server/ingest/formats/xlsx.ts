import type { ImportItem } from '../import-item.ts';
import { readXml, type XmlHandlers } from '../read-xml.ts';
import { keepColumns, toRowCells } from '../row-cells.ts';
import type { Row } from '../row-mapper.ts';
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

/** Collects the rows of a sheet that are not empty. */
class RowCollector implements XmlHandlers {
  readonly #workbook: Workbook;
  readonly #found: SheetRow[];
  #count = 0;
  #last = 0;
  #nextColumn = 0;
  #row: SheetRow | undefined;
  #cell: OpenCell | undefined;
  #isValue = false;

  constructor(workbook: Workbook, found: SheetRow[]) {
    this.#workbook = workbook;
    this.#found = found;
  }

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (name === 'row') this.#openRow(attributes['r']);
    else if (name === 'c' && this.#row) {
      const column = columnOf(attributes['r']) ?? this.#nextColumn;
      this.#cell = { column, type: attributes['t'] ?? 'n', style: Number(attributes['s'] ?? 0), text: '' };
      this.#nextColumn = column + 1;
    } else this.#isValue = name === 'v' || name === 't';
  }

  text(part: string): void {
    if (this.#cell && this.#isValue) this.#cell.text += part;
  }

  close(name: string): void {
    this.#isValue = false;
    if (name === 'c' && this.#cell && this.#row) {
      const { column } = this.#cell;
      if (column < MAX_COLUMNS) this.#row.cells[column] = cellValue(this.#cell, this.#workbook);
      this.#cell = undefined;
    } else if (name === 'row' && this.#row) {
      if (this.#row.cells.some((value) => value !== undefined && value.trim() !== '')) this.#found.push(this.#row);
      this.#row = undefined;
    }
  }

  #openRow(number: string | undefined): void {
    this.#last = /^[0-9]{1,7}$/.test(number ?? '') ? Number(number) : this.#last + 1;
    this.#row = { number: this.#last, cells: [] };
    this.#nextColumn = 0;
    this.#count += 1;
    if (this.#count > MAX_ROWS) throw tooLarge(`more than ${MAX_ROWS} rows`);
  }
}

/** The rows of a sheet that are not empty, in pieces. */
async function* readSheet(workbook: Workbook, sheet: Sheet): AsyncGenerator<SheetRow[]> {
  yield* readXml(sheet.entry.open(PART_LIMITS), (found: SheetRow[]) => new RowCollector(workbook, found));
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
