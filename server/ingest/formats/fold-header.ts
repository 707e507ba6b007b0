/** Lower case, words joined by `_`: `Date Created`, `dateCreated`, `date.created` and `date-created` are one name. */
export function foldHeader(name: string): string {
  return name
    .normalize('NFKC')
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '_')
    .replace(/^_|_$/g, '');
}

/** Columns that a file of rejects has besides those of the file the rows are from. */
const REJECT_COLUMNS = new Set(['reject_file', 'reject_line', 'reject_code', 'reject_detail', 'reject_raw']);

/** Whether a column tells why a row was handed back: it is not read when the corrected file comes in. */
export const isRejectColumn = (name: string): boolean => REJECT_COLUMNS.has(foldHeader(name));
