import { ReviewInput } from '../contract/reviews.ts';
import type { ImportField } from './formats/layouts.ts';
import type { Columns } from './formats/match-layout.ts';
import { htmlToText } from './html-to-text.ts';
import {
  DEFAULT_SOURCE,
  excerpt,
  type ImportItem,
  type ReadSettings,
  type RowFault,
  rejectRow,
} from './import-item.ts';
import { parseRating, parseStatus, parseVerified } from './parse-cell.ts';
import { parseDate } from './parse-date.ts';

/** A row as a reader hands it over: `cell` answers the value of a column, a string in a CSV, anything in JSON. */
export interface Row {
  line: number;
  cell: (column: { index: number; name: string }) => unknown;
  /** The row as it stands in the file, for a reject without a text. */
  raw: () => string;
}

/** How the contract's fields are named in fault codes. */
const CODE_NAMES: Readonly<Record<string, string>> = { externalId: 'external-id' };
const STATUS_FIELDS = ['status', 'published', 'curated'] as const;

/** NUL and lone surrogates: neither survives storage. */
const UNSTORABLE = /[\0\p{Cs}]/u;

type Issue = NonNullable<ReturnType<typeof ReviewInput.safeParse>['error']>['issues'][number];

const codeOf = (issue: Issue, value: unknown): string => {
  const field = String(issue.path[0] ?? 'row');
  const name = CODE_NAMES[field] ?? field;
  if (field === 'rating' && (issue.code === 'too_big' || issue.code === 'too_small')) return 'rating-out-of-range';
  if (issue.code === 'too_big') return `${name}-too-long`;
  return typeof value === 'string' || value === undefined ? `${name}-missing` : `${name}-invalid`;
};

const DETAILS: readonly (readonly [suffix: string, says: string])[] = [
  ['-out-of-range', 'must be from 1 to 5'],
  ['-too-long', 'is too long'],
  ['-missing', 'is missing or empty'],
];

const show = (value: unknown): string => {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
  return text.trim() === '' ? '' : ` "${excerpt(text, 60)}"`;
};

/** Reads the cells of one row into the contract's fields, collecting what is wrong with them. */
class RowMapper {
  readonly faults: RowFault[] = [];
  readonly #row: Row;
  readonly #columns: Columns;

  constructor(row: Row, columns: Columns) {
    this.#row = row;
    this.#columns = columns;
  }

  value(field: ImportField): unknown {
    const column = this.#columns.get(field);
    const value = column === undefined ? undefined : this.#row.cell(column);
    return value === null ? undefined : value;
  }

  nameOf(field: string): string {
    return this.#columns.get(field as ImportField)?.name ?? field;
  }

  fail(field: string, code: string, says: string): undefined {
    const name = this.nameOf(field);
    this.faults.push({ code, detail: `${name}: ${says}`, field: name });
    return undefined;
  }

  /** A trimmed text; numbers and booleans are taken as written. */
  text(field: ImportField): string | undefined {
    const value = this.value(field);
    if (value === undefined) return undefined;
    const text = typeof value === 'number' || typeof value === 'boolean' ? String(value) : value;
    if (typeof text !== 'string') return this.fail(field, `${CODE_NAMES[field] ?? field}-invalid`, 'must be a text.');
    if (UNSTORABLE.test(text)) return this.fail(field, 'invalid-character', 'holds NUL or half a character.');
    return text.trim();
  }

  /** As `text`, with an empty cell as none. */
  filled(field: ImportField): string | undefined {
    return this.text(field) || undefined;
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

  date(now: Date): string | undefined {
    const text = this.filled('date');
    const parsed = text === undefined ? undefined : parseDate(text, now);
    if (parsed === undefined || 'date' in parsed) return parsed?.date;
    return this.fail('date', parsed.code, parsed.detail);
  }

  checkStatus(): void {
    for (const field of STATUS_FIELDS) {
      const text = this.filled(field);
      const visibility = text === undefined ? 'shown' : parseStatus(text);
      if (visibility === 'unknown')
        this.fail(
          field,
          'status-unknown',
          `${show(text).trim()} is no status known here, so the review is not published.`,
        );
      else if (visibility !== 'shown')
        this.fail(
          field,
          visibility === 'held' ? 'status-held' : 'status-hidden',
          `${show(text).trim()} is not published at its source.`,
        );
    }
  }
}

/** Texts longer than this are refused by the contract anyway: not worth reducing first. */
const reduceMarkup = (text: string | undefined): string | undefined => {
  if (text === undefined || text.length > 1_000_000) return text;
  return htmlToText(text).trim();
};

/**
 * One row of a file as a review, or as a reject with all its faults. Codes are `<field>-missing`, `-invalid`,
 * `-too-long`, `rating-out-of-range`, `date-ambiguous`, `date-in-future`, `status-held`, `status-hidden`,
 * `status-unknown` and `invalid-character`.
 */
export function mapRow(row: Row, columns: Columns, settings: ReadSettings): ImportItem {
  const mapper = new RowMapper(row, columns);
  const raw = mapper.text('text');
  const candidate: Record<string, unknown> = {
    source: mapper.filled('source') ?? settings.source ?? DEFAULT_SOURCE,
    externalId: mapper.filled('externalId'),
    product: mapper.filled('product') ?? settings.product,
    title: reduceMarkup(mapper.filled('title')) || undefined,
    text: reduceMarkup(raw),
    rating: mapper.rating(),
    author: mapper.filled('author'),
    date: mapper.date(settings.now()),
    verified: parseVerified(mapper.text('verified') ?? ''),
  };
  mapper.checkStatus();
  const parsed = ReviewInput.safeParse(candidate);
  if (!parsed.success) {
    for (const issue of parsed.error.issues) {
      const field = String(issue.path[0] ?? 'row');
      if (mapper.faults.some((fault) => fault.field === mapper.nameOf(field))) continue;
      const code = codeOf(issue, candidate[field]);
      const says = DETAILS.find(([suffix]) => code.endsWith(suffix))?.[1] ?? 'cannot be read';
      mapper.fail(field, code, `${show(candidate[field]).trim()} ${says}.`.trim());
    }
  }
  if (mapper.faults.length > 0 || !parsed.success) return rejectRow(row.line, mapper.faults, raw || row.raw());
  return { kind: 'review', line: row.line, review: parsed.data };
}
