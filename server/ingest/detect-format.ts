import type { ImportFormat } from '../contract/imports.ts';
import { AppError } from '../errors.ts';
import { type CsvHead, looksLikeTable } from './formats/detect-csv.ts';
import { isHtml } from './formats/page.ts';

/** First bytes of formats that are no text, or text of another encoding. */
const SIGNATURES: readonly (readonly [name: string, bytes: readonly number[]])[] = [
  ['a ZIP archive or spreadsheet', [0x50, 0x4b, 0x03, 0x04]],
  ['a gzip archive', [0x1f, 0x8b]],
  ['a PDF', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['a PNG image', [0x89, 0x50, 0x4e, 0x47]],
  ['a JPEG image', [0xff, 0xd8, 0xff]],
  ['a GIF image', [0x47, 0x49, 0x46, 0x38]],
  ['an old Office file', [0xd0, 0xcf, 0x11, 0xe0]],
  ['a 7-Zip archive', [0x37, 0x7a, 0xbc, 0xaf]],
  ['UTF-16 text (save it as UTF-8)', [0xff, 0xfe]],
  ['UTF-16 text (save it as UTF-8)', [0xfe, 0xff]],
];

/** Throws `binary-file` when the first bytes are of no UTF-8 text. */
export function refuseBinary(head: Buffer): void {
  const known = SIGNATURES.find(([, bytes]) => bytes.every((byte, index) => head[index] === byte));
  const what = known?.[0] ?? (head.subarray(0, 8192).includes(0) ? 'binary' : undefined);
  if (what === undefined) return;
  throw new AppError('binary-file', 422, `The file is ${what}; CSV, NDJSON and pages are read, as UTF-8 text.`);
}

const EXTENSIONS: readonly (readonly [RegExp, Exclude<ImportFormat, 'auto'>])[] = [
  [/\.(?:ndjson|jsonl|jsonlines)$/i, 'ndjson'],
  [/\.(?:csv|tsv)$/i, 'csv'],
  [/\.html?$/i, 'page'],
];

/**
 * What a file is, by its first characters, then by its header, and only then by its name or media type: an object (in one of the
 * first lines) is NDJSON, markup a page, a header with a text column or a table of equal rows CSV, anything else a
 * page. Throws `json-array` for JSON that is not one object a line.
 */
export function detectFormat(
  head: string,
  csv: CsvHead | undefined,
  named: { filename?: string | undefined; declared?: Exclude<ImportFormat, 'auto'> | undefined },
): Exclude<ImportFormat, 'auto'> {
  const start = head.trimStart();
  if (/^\{\s*["}]/.test(start)) return 'ndjson';
  if (/^\[\s*[{\]]/.test(start)) {
    throw new AppError('json-array', 422, 'The file is one JSON array: write one object a line instead (NDJSON).');
  }
  if (isHtml(start)) return 'page';
  if (csv?.matched && csv.names.length > 1) return 'csv';
  const extension = EXTENSIONS.find(([pattern]) => pattern.test(named.filename ?? ''))?.[1];
  const declared = extension ?? named.declared;
  if (declared !== undefined) return declared;
  if (head.split('\n', 5).some((line) => line.startsWith('{"'))) return 'ndjson';
  return csv !== undefined && looksLikeTable(head, csv) ? 'csv' : 'page';
}
