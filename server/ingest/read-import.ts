import type { ColumnMap, DateOrder, ImportFormat } from '../contract/imports.ts';
import { AppError } from '../errors.ts';
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
  /** What the media type says; believed where the content leaves it open. */
  declared?: OpenedImport['format'] | undefined;
  product?: string | undefined;
  source?: string | undefined;
  /** Which column stands for which field; nothing is guessed then. */
  map?: ColumnMap | undefined;
  /** How dates such as 05/03/2024 are read. */
  dates?: DateOrder | undefined;
  /** The map that was given for files with this header before, asked where none is given now. */
  rememberedMap?: ((signature: string) => Promise<ColumnMap | undefined>) | undefined;
  now: () => Date;
}

/** Enough for any header and a few rows. */
const HEAD_BYTES = 64 * 1024;

const PAGE_PRODUCT = 'A page does not say which product its reviews are of: name the product.';

/** The header of a table and what becomes of its columns. */
export interface ImportHeader {
  /** Hash of the folded, sorted names: the same for all files with these columns. */
  signature: string;
  /** Names as the file has them. */
  columns: readonly string[];
  map: ColumnMap;
  /** Who says so: the caller, an earlier import, or a layout that is known. */
  from: 'given' | 'remembered' | 'layout';
}

export interface InspectedImport {
  format: OpenedImport['format'];
  layout: string;
  /** Of the first table of an archive; undefined where there are no columns. */
  header?: ImportHeader | undefined;
  /** The file from its beginning, as it came in. */
  chunks: AsyncIterable<Uint8Array>;
  /** Reads the file's items from its bytes. */
  read: (chunks: AsyncIterable<Uint8Array>) => AsyncIterable<ImportItem>;
}

/**
 * Finds out what a file is by its first 64 kB, so that a file that cannot be read is refused before it is stored: an
 * `AppError` (422) `empty-file`, `binary-file`, `unknown-header`, `ambiguous-header`, `product-missing` or `json-array`.
 */
export async function inspectImport(chunks: AsyncIterable<Uint8Array>, options: OpenOptions): Promise<InspectedImport> {
  const peeked = await peekBytes(chunks, HEAD_BYTES);
  refuseBinary(peeked.head);
  const head = peeked.head.toString('utf8').replace(/^\ufeff/, '');
  if (peeked.complete && head.trim() === '') throw new AppError('empty-file', 422, 'The file is empty.');
  const csv = readCsvHead(head);
  const { product, source, now } = options;
  const settings: ReadSettings = { product, source, now };
  const format =
    options.format === undefined || options.format === 'auto' ? detectFormat(head, csv, options) : options.format;
  if (format === 'csv') {
    const { dialect, layout } = resolveCsv(csv, product);
    return { format, layout, chunks: peeked.chunks, read: (all) => readCsv(all, dialect, settings) };
  }
  if (format === 'page' && product === undefined) throw new AppError('product-missing', 422, PAGE_PRODUCT);
  const read = (all: AsyncIterable<Uint8Array>) =>
    format === 'page' ? readPage(all, { ...settings, product: product! }) : readNdjson(all, settings);
  return { format, layout: 'generic', chunks: peeked.chunks, read };
}

/**
 * Finds out what a file is and reads it, streaming, in constant memory (a page is held whole, up to its limit). Faults
 * of rows are items; an `AppError` (422) refuses the file: those of `inspectImport`, and for pages `invalid-utf8` and
 * `page-too-large`.
 */
export async function openImport(chunks: AsyncIterable<Uint8Array>, options: OpenOptions): Promise<OpenedImport> {
  const { format, layout, chunks: all, read } = await inspectImport(chunks, options);
  return { format, layout, items: read(all) };
}
