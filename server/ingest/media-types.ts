import type { FileFormat } from './detect-format.ts';

/** Media types of a file, with the format each stands for where the content leaves it open. */
export const MEDIA_TYPES: Readonly<Record<string, FileFormat | undefined>> = {
  'text/csv': 'csv',
  'text/tab-separated-values': 'csv',
  'application/x-ndjson': 'ndjson',
  'application/jsonl': 'ndjson',
  'application/json': 'json',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'xlsx',
  'application/xml': 'google-xml',
  'text/xml': 'google-xml',
  'text/html': 'page',
  'text/plain': undefined,
  'application/gzip': undefined,
  'application/zip': undefined,
  'application/octet-stream': undefined,
};
