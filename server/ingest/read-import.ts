import type { ImportFormat } from '../contract/imports.ts';
import { peekBytes } from './byte-stream.ts';
import { detectFormat, refuseBinary } from './detect-format.ts';
import { readCsv } from './formats/csv.ts';
import { readCsvHead, resolveCsv } from './formats/detect-csv.ts';
import { readNdjson } from './formats/ndjson.ts';
import { readPage } from './formats/page.ts';
import type { ImportItem, ReadSettings } from './import-item.ts';

export interface OpenedImport {
  format: Exclude<ImportFormat, 'auto'>;
  /** Which known layout of that format, such as `generic` or `amazon-scrape`. */
  layout: string;
  /** In the order of the file; to be read once. Whole-file errors of a page come out here, as `AppError`. */
  items: AsyncIterable<ImportItem>;
}

export interface OpenOptions {
  format?: ImportFormat | undefined;
  filename?: string | undefined;
  product?: string | undefined;
  source?: string | undefined;
  now: () => Date;
}

/** Enough for any header and a few rows. */
const HEAD_BYTES = 64 * 1024;

/**
 * Finds out what a file is and reads it, streaming, in constant memory (a page is held whole, up to its limit). Faults
 * of rows are items; an `AppError` (422) refuses the file: `binary-file`, `unknown-header`, `ambiguous-header`,
 * `product-missing`, `json-array`, and for pages `invalid-utf8` and `page-too-large`.
 */
export async function openImport(chunks: AsyncIterable<Uint8Array>, options: OpenOptions): Promise<OpenedImport> {
  const peeked = await peekBytes(chunks, HEAD_BYTES);
  refuseBinary(peeked.head);
  const head = peeked.head.toString('utf8').replace(/^\ufeff/, '');
  const csv = readCsvHead(head);
  const { product, source, now, filename } = options;
  const settings: ReadSettings = { product, source, now };
  const format =
    options.format === undefined || options.format === 'auto' ? detectFormat(head, csv, filename) : options.format;
  if (format === 'ndjson') return { format, layout: 'generic', items: readNdjson(peeked.chunks, settings) };
  if (format === 'page') return { format, layout: 'generic', items: readPage(peeked.chunks, settings) };
  const { dialect, layout } = resolveCsv(csv, product);
  return { format, layout, items: readCsv(peeked.chunks, dialect, settings) };
}
