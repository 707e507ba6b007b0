import type { DateOrder, Reject } from '../contract/imports.ts';
import type { ReviewInput } from '../contract/reviews.ts';

/** What a reader finds in a file: a valid review with its markup reduced to text, or what did not become one and why. */
export type ImportItem =
  | { kind: 'review'; line: number | null; start?: number; end?: number; review: ReviewInput }
  | { kind: 'reject'; reject: Reject; row?: RowCells };

/** A row as the file has it, so that it can be handed back for correction: header names and cells, in their order. */
export interface RowCells {
  columns: readonly string[];
  cells: readonly string[];
}

/** What all readers are told about the file. `product` and `source` apply to rows that name none themselves. */
export interface ReadSettings {
  product: string | undefined;
  source: string | undefined;
  /** How dates such as 05/03/2024 are read, whatever the layout says. */
  dates?: DateOrder | undefined;
  now: () => Date;
}

/** The source of rows that name none, in a file that was given none. */
export const DEFAULT_SOURCE = 'import';

/** One fault of a row: `field` is the column as the file names it. */
export interface RowFault {
  code: string;
  detail: string;
  field: string | null;
}

/** Longest excerpt of what was not taken, in UTF-16 units. */
const EXCERPT = 200;

/** The beginning of a text, on one line; `…` stands for the rest. */
export function excerpt(text: string, length = EXCERPT): string {
  const start = text
    .slice(0, length * 2)
    .replace(/\s+/g, ' ')
    .trim();
  if (start.length <= length && text.length <= length * 2) return start;
  return `${start.slice(0, length).replace(/[\ud800-\udbff]$/, '')}…`;
}

/** What a reject tells beside its faults. */
export interface RejectedRow {
  line: number | null;
  faults: readonly RowFault[];
  /** What was not taken: only its beginning is kept. */
  text: string;
  row: RowCells;
}

/** A faulty row as a reject: the first fault names it, the others follow in the detail. */
export function rejectRow({ line, faults, text, row }: RejectedRow): ImportItem {
  const [first] = faults;
  return {
    kind: 'reject',
    reject: {
      kind: 'row',
      code: first?.code ?? 'row-invalid',
      detail: faults.map((fault) => fault.detail).join(' '),
      file: null,
      line,
      field: first?.field ?? null,
      start: null,
      end: null,
      text: excerpt(text),
    },
    row,
  };
}
