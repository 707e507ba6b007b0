import type { SourceField } from './formats/layout.ts';
import type { Column, Columns } from './formats/match-layout.ts';
import { excerpt, type ReadSettings, type RowCells, type RowFault } from './import-item.ts';
import { isTrue, parseRating, parseStatus } from './parse-cell.ts';
import { parseDate } from './parse-date.ts';
import { showValue, withoutEmails } from './row-cells.ts';

/** A row as a reader hands it over: `cell` answers the value of a column, a string in a CSV, anything in JSON. */
export interface Row {
  line: number | null;
  cell: (column: Column) => unknown;
  /** The row to hand back for correction. */
  cells: () => RowCells;
}

/** How the contract's fields are named in fault codes. */
export const CODE_NAMES: Readonly<Record<string, string>> = { externalId: 'external-id' };
const STATUS_FIELDS = ['status', 'published', 'curated'] as const;

/** NUL and lone surrogates: neither survives storage. */
const UNSTORABLE = /[\0\p{Cs}]/u;
const EMAIL_ONLY = /^[^\s@]{1,64}@[^\s@]{1,255}$/;

/** A value as it is told in a fault: quoted and cut; nothing where it is empty. */
export const show = (value: unknown): string => {
  const text = showValue(value);
  return text.trim() === '' ? '' : ` "${excerpt(text, 60)}"`;
};

/** Whether a cell says nothing. */
export const isBlank = (value: unknown): boolean =>
  value === undefined || value === null || (typeof value === 'string' && value.trim() === '');

/** Reads the cells of one row into the contract's fields, collecting what is wrong with them. */
export class RowMapper {
  readonly faults: RowFault[] = [];
  readonly #row: Row;
  readonly #columns: Columns;

  constructor(row: Row, columns: Columns) {
    this.#row = row;
    this.#columns = columns;
  }

  /** The first of the field's columns that is filled. */
  column(field: SourceField): Column | undefined {
    const columns = this.#columns.get(field);
    if (columns === undefined || columns.length < 2) return columns?.[0];
    return columns.find((column) => !isBlank(this.#row.cell(column))) ?? columns[0];
  }

  nameOf(field: string): string {
    return this.column(field as SourceField)?.name ?? field;
  }

  fail(field: string, code: string, says: string, name = this.nameOf(field)): undefined {
    this.faults.push({ code, detail: `${name}: ${says}`, field: name });
    return undefined;
  }

  /** A trimmed text; numbers and booleans are taken as written, line breaks become LF. */
  text(field: SourceField, column = this.column(field)): string | undefined {
    const value = column === undefined ? undefined : this.#row.cell(column);
    if (value === undefined || value === null) return undefined;
    const invalid = `${CODE_NAMES[field] ?? field}-invalid`;
    if (typeof value === 'number' && Number.isInteger(value) && !Number.isSafeInteger(value))
      return this.fail(field, invalid, 'is too large a number to be read exactly: write it as a text.');
    const text = typeof value === 'number' || typeof value === 'boolean' ? String(value) : value;
    if (typeof text !== 'string') return this.fail(field, invalid, 'must be a text.');
    if (UNSTORABLE.test(text)) return this.fail(field, 'invalid-character', 'holds NUL or half a character.');
    return (text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text).trim();
  }

  /** As `text`, with an empty cell as none. */
  filled(field: SourceField, column = this.column(field)): string | undefined {
    return this.text(field, column) || undefined;
  }

  rating(): number | undefined {
    const text = this.filled('rating');
    const rating = text === undefined ? undefined : parseRating(text);
    if (text !== undefined && rating === undefined) {
      return this.fail(
        'rating',
        /^-?[\d.]+$/.test(text) ? 'rating-out-of-range' : 'rating-invalid',
        `${show(text).trim()} is no rating from 1 to 5.`,
      );
    }
    return rating;
  }

  date(now: Date, order: ReadSettings['dates']): string | undefined {
    const text = this.filled('date');
    const parsed = text === undefined ? undefined : parseDate(text, now, order);
    if (parsed === undefined || 'date' in parsed) return parsed?.date;
    return this.fail('date', parsed.code, parsed.detail);
  }

  /** The name that is shown; none where it is an address or not to be told. */
  author(): string | undefined {
    const name = this.filled('author');
    if (name === undefined || EMAIL_ONLY.test(name) || isTrue(this.text('anonymous') ?? '')) return undefined;
    return withoutEmails(name);
  }

  /** Every column that says something of it must allow the review to be seen. */
  checkStatus(): void {
    for (const field of STATUS_FIELDS) {
      for (const column of this.#columns.get(field) ?? []) this.#checkVisible(field, column);
    }
    for (const column of this.#columns.get('hidden') ?? []) {
      const text = this.filled('hidden', column);
      if (text !== undefined && isTrue(text)) this.#refuse(column, 'status-hidden', text);
    }
  }

  #checkVisible(field: SourceField, column: Column): void {
    const text = this.filled(field, column);
    const visibility = text === undefined ? 'shown' : parseStatus(text);
    if (text === undefined || visibility === 'shown') return;
    if (visibility !== 'unknown') {
      this.#refuse(column, visibility === 'held' ? 'status-held' : 'status-hidden', text);
      return;
    }
    const says = `${show(text).trim()} is no status known here, so the review is not published.`;
    this.fail('status', 'status-unknown', says, column.name);
  }

  #refuse(column: Column, code: string, text: string): void {
    this.fail('status', code, `${show(text).trim()} is not published at its source.`, column.name);
  }
}
