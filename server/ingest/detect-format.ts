import type { ImportFormat } from '../contract/imports.ts';
import { AppError } from '../errors.ts';
import { type CsvHead, looksLikeTable } from './formats/detect-csv.ts';
import { isFeed } from './formats/google-xml.ts';
import { isHtml } from './formats/page.ts';

/** What a file's reviews are read as. */
export type FileFormat = Exclude<ImportFormat, 'auto'>;

/** First bytes of formats that are no text. */
const SIGNATURES: readonly (readonly [name: string, bytes: readonly number[]])[] = [
  ['a PDF', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['a PNG image', [0x89, 0x50, 0x4e, 0x47]],
  ['a JPEG image', [0xff, 0xd8, 0xff]],
  ['a GIF image', [0x47, 0x49, 0x46, 0x38]],
  ['an old Office file or one with a password', [0xd0, 0xcf, 0x11, 0xe0]],
  ['a 7-Zip archive', [0x37, 0x7a, 0xbc, 0xaf]],
  ['a RAR archive', [0x52, 0x61, 0x72, 0x21, 0x1a]],
  ['an xz archive', [0xfd, 0x37, 0x7a, 0x58, 0x5a]],
  ['a Zstandard archive', [0x28, 0xb5, 0x2f, 0xfd]],
  ['a Parquet file', [0x50, 0x41, 0x52, 0x31]],
];
const TAR_AT = 257;

const startsWith = (head: Uint8Array, bytes: readonly number[]) => bytes.every((byte, index) => head[index] === byte);

/** Which packing a file has that is read here. */
export function packingOf(head: Uint8Array): 'zip' | 'gzip' | undefined {
  if (startsWith(head, [0x50, 0x4b, 0x03, 0x04]) || startsWith(head, [0x50, 0x4b, 0x05, 0x06])) return 'zip';
  return startsWith(head, [0x1f, 0x8b]) ? 'gzip' : undefined;
}

/** Throws `binary-file` when the first bytes are of no UTF-8 text. */
export function refuseBinary(head: Buffer): void {
  const known = SIGNATURES.find(([, bytes]) => startsWith(head, bytes));
  const isTar = head.toString('latin1', TAR_AT, TAR_AT + 5) === 'ustar';
  const what = known?.[0] ?? (isTar ? 'a tar archive' : head.subarray(0, 8192).includes(0) ? 'binary' : undefined);
  if (what === undefined) return;
  const reads = 'CSV, JSON, XLSX, review feeds in XML and pages are read, plain or packed with gzip or ZIP';
  throw new AppError('binary-file', 422, `The file is ${what}; ${reads}.`);
}

const EXTENSIONS: readonly (readonly [RegExp, FileFormat])[] = [
  [/\.(?:ndjson|jsonl|jsonlines)$/i, 'ndjson'],
  [/\.(?:csv|tsv|tab)$/i, 'csv'],
  [/\.html?$/i, 'page'],
];

/** What is said of a file from outside. */
export interface NamedFormat {
  filename?: string | undefined;
  /** What the media type says. */
  declared?: FileFormat | undefined;
}

/** A known header; one known word among others, set apart like the words of a sentence or a menu, is none. */
const isTableHead = ({ names, matched, mapped, close }: CsvHead): boolean =>
  names.length > 1 && (mapped || (matched !== undefined && (close || matched.plan.columns.size > 1)));

/**
 * What a text is, by its first characters, then by its header, and only then by its name or media type: an object (in
 * one of the first lines) or an array is JSON, markup a feed or a page, a header with a text column or a table of equal
 * rows CSV, anything else a page. How JSON is laid out is left open. Throws `unknown-xml` (422).
 */
export function detectFormat(
  head: string,
  csv: CsvHead | undefined,
  named: NamedFormat,
): 'some-json' | Exclude<FileFormat, 'xlsx' | 'json'> {
  const start = head.trimStart();
  if (/^\{\s*["}]/.test(start) || /^\[\s*[{\]]/.test(start)) return 'some-json';
  if (/^<(?:\?xml|(?:[\w-]{1,30}:)?feed)[\s>]/.test(start) && isFeed(start)) return 'google-xml';
  if (isHtml(start)) return 'page';
  if (start.startsWith('<?xml')) {
    throw new AppError('unknown-xml', 422, 'The XML is no Google Product Reviews feed, the only kind that is read.');
  }
  if (csv && isTableHead(csv)) return 'csv';
  const extension = EXTENSIONS.find(([pattern]) => pattern.test(named.filename ?? ''))?.[1];
  const declared = extension ?? named.declared;
  if (declared === 'json') return 'some-json';
  if (declared !== undefined && declared !== 'xlsx') return declared;
  if (head.split('\n', 5).some((line) => line.startsWith('{"'))) return 'some-json';
  return csv !== undefined && looksLikeTable(head, csv) ? 'csv' : 'page';
}
