import type { ImportCounts, ImportFormat, ImportView } from '../../../server/contract/imports.ts';
import { formatBytes, formatCount, plural } from '../../state/figures.ts';

/** Media types of what the API takes, by the ending of a file's name. */
const TYPES: Record<string, string> = {
  csv: 'text/csv',
  tsv: 'text/csv',
  ndjson: 'application/x-ndjson',
  jsonl: 'application/x-ndjson',
  json: 'application/x-ndjson',
  html: 'text/html',
  htm: 'text/html',
  txt: 'text/plain',
};
const FORMAT_TYPES: Partial<Record<ImportFormat, string>> = { csv: 'text/csv', ndjson: 'application/x-ndjson' };

/** The media type to send a file as: by the chosen format, else by its name; text where neither tells. */
export function typeOf(filename: string, format: ImportFormat): string {
  const ending = filename.toLowerCase().split('.').at(-1) ?? '';
  return FORMAT_TYPES[format] ?? TYPES[ending] ?? 'text/plain';
}

export const FORMAT_WORDS: Record<ImportFormat, string> = {
  auto: 'Found out by itself',
  csv: 'CSV',
  xlsx: 'Excel (XLSX)',
  json: 'JSON',
  'google-xml': 'Google product reviews (XML)',
  ndjson: 'NDJSON',
  page: 'Saved shop page',
};

/** What came of a file, one figure a fate; only what happened, new reviews always. */
export function listOutcome(counts: ImportCounts, isDryRun: boolean): { figure: string; label: string }[] {
  const fates: [number, string][] = [
    [counts.stored, isDryRun ? 'would be new' : 'new'],
    [counts.updated, isDryRun ? 'would be updated' : 'updated'],
    [counts.unchanged, 'unchanged'],
    [counts.rejected, 'with errors'],
    [counts.notReviews, 'not reviews'],
  ];
  return fates
    .filter(([count, label], at) => at === 0 || count > 0 || label === 'with errors')
    .map(([count, label]) => ({ figure: formatCount(count), label }));
}

/** Copies among the new reviews, in words; empty when there are none. */
export function tellCopies({ exactDuplicates, nearDuplicates }: ImportCounts): string {
  const parts = [
    exactDuplicates > 0 ? plural(exactDuplicates, 'exact copy', 'exact copies') : null,
    nearDuplicates > 0 ? plural(nearDuplicates, 'edited copy', 'edited copies') : null,
  ].filter((part) => part !== null);
  return parts.length === 0 ? '' : `${parts.join(' and ')} of earlier reviews`;
}

/** One line for the list: what the import did or does. */
export function tellImport({ state, counts, bytes, error, dryRun }: ImportView): string {
  if (state === 'failed') return error ?? 'The file was not taken.';
  if (state === 'queued') return 'Waiting for its turn';
  const found = plural(counts.received, 'review', 'reviews');
  if (state === 'running') {
    const total = bytes.total === null ? '' : ` of ${formatBytes(bytes.total)}`;
    return `${found} so far, ${formatBytes(bytes.read)}${total} read`;
  }
  const errors = counts.rejected > 0 ? `, ${plural(counts.rejected, 'error', 'errors')}` : '';
  const others = counts.notReviews > 0 ? `, ${formatCount(counts.notReviews)} not reviews` : '';
  return `${dryRun ? 'Checked only: ' : ''}${found}, ${formatCount(counts.stored)} new${errors}${others}`;
}

/** How much of the file has been read, 0 to 1; null when its size is not known. */
export const progressOf = ({ bytes, state }: ImportView): number | null => {
  if (state === 'done') return 1;
  return bytes.total === null || bytes.total === 0 ? null : Math.min(bytes.read / bytes.total, 1);
};
