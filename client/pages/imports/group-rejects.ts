import type { Reject } from '../../../server/contract/imports.ts';

/** Faulty rows with the same fault in the same column. */
export type RejectGroup = { key: string; code: string; field: string | null; rows: Reject[] };

/** Rows by their fault, the most frequent first, each group in the order of the file. */
export function groupRejects(rejects: readonly Reject[]): RejectGroup[] {
  const groups = new Map<string, RejectGroup>();
  for (const reject of rejects) {
    const key = `${reject.code} ${reject.field ?? ''}`;
    const group = groups.get(key) ?? { key, code: reject.code, field: reject.field, rows: [] };
    group.rows.push(reject);
    groups.set(key, group);
  }
  return [...groups.values()].sort((a, b) => b.rows.length - a.rows.length);
}

const WORDS: Record<string, string> = {
  'text-missing': 'The text is empty',
  'product-missing': 'No product is named',
  'rating-out-of-range': 'The stars are not from 1 to 5',
  'rating-invalid': 'The stars are no number',
  'date-invalid': 'The date cannot be read',
  'date-ambiguous': 'The date can be read in two ways',
  'date-in-future': 'The date is in the future',
  'status-held': 'Held at its source',
  'status-hidden': 'Hidden at its source',
  'status-unknown': 'The status is not known, so it is not published',
  'invalid-character': 'A character that cannot be stored',
  'invalid-utf8': 'Characters that are not UTF-8',
  'field-ambiguous': 'Two columns could be the same field',
};

/** A fault in words; what has none of its own is told by its code: `title-too-long` → "Title too long". */
export function tellFault(code: string): string {
  const words = code.replaceAll('-', ' ');
  return WORDS[code] ?? words.charAt(0).toUpperCase() + words.slice(1);
}
