import type { DateOrder } from '../contract/imports.ts';
import type { RowCells } from './import-item.ts';
import { parseRating } from './parse-cell.ts';
import { parseDate, readableOrders } from './parse-date.ts';

/** Values shown of a column, and the characters of each. */
const SAMPLES = 3;
const SAMPLE_CHARS = 120;

/** What the first rows say of one column. */
export interface ColumnSample {
  name: string;
  /** Up to three different values, cut. */
  samples: string[];
  /** Cells that are not empty, and their characters. */
  filled: number;
  chars: number;
  /** Cells that are a rating from 1 to 5, or a date. */
  ratings: number;
  dates: number;
  /** Dates of two numbers before a year, by the orders in which they can be read. */
  orders: { ambiguous: number; dayFirst: number; monthFirst: number };
}

const newSample = (name: string): ColumnSample => ({
  ...{ name, samples: [], filled: 0, chars: 0, ratings: 0, dates: 0 },
  orders: { ambiguous: 0, dayFirst: 0, monthFirst: 0 },
});

const countOrders = (orders: ColumnSample['orders'], readable: readonly DateOrder[] | undefined): void => {
  if (readable?.length === 2) orders.ambiguous += 1;
  else if (readable?.[0] === 'day-first') orders.dayFirst += 1;
  else if (readable?.[0] === 'month-first') orders.monthFirst += 1;
};

const addCell = (column: ColumnSample, cell: string, now: Date): void => {
  const value = cell.trim();
  if (value === '') return;
  column.filled += 1;
  column.chars += value.length;
  const shown = value.slice(0, SAMPLE_CHARS).replace(/[\ud800-\udbff]$/, '');
  if (column.samples.length < SAMPLES && !column.samples.includes(shown)) column.samples.push(shown);
  const rating = parseRating(value.slice(0, SAMPLE_CHARS));
  if (rating !== undefined && rating >= 1 && rating <= 5) column.ratings += 1;
  const readable = readableOrders(value);
  countOrders(column.orders, readable);
  if (readable !== undefined || 'date' in parseDate(value, now)) column.dates += 1;
};

/** Gathers what the first rows of a file say of its columns, which stay in the order of the header. */
export class ColumnSampler {
  readonly columns: ColumnSample[];
  readonly #byName: ReadonlyMap<string, ColumnSample>;
  readonly #now: Date;

  constructor(names: readonly string[], now: Date) {
    this.columns = names.map(newSample);
    this.#byName = new Map(this.columns.map((column) => [column.name, column]));
    this.#now = now;
  }

  /** Cells are matched by place where the row has the header's columns, else (JSON) by name. */
  add({ columns, cells }: RowCells): void {
    columns.forEach((name, at) => {
      const column = this.columns[at]?.name === name ? this.columns[at] : this.#byName.get(name);
      if (column) addCell(column, cells[at] ?? '', this.#now);
    });
  }
}
