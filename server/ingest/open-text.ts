import { Readable } from 'node:stream';
import { AppError } from '../errors.ts';
import { type ByteSource, replaySource } from './byte-stream.ts';
import { utf16Order, utf16ToUtf8 } from './decode-utf16.ts';
import { detectFormat, refuseBinary } from './detect-format.ts';
import { readCsv } from './formats/csv.ts';
import { type CsvHead, readCsvHead, toDialect } from './formats/detect-csv.ts';
import { GOOGLE_PLAN, readGoogleXml } from './formats/google-xml.ts';
import { MAX_PAGE_BYTES, missingProduct, namesProduct, PAGE_PLAN, readPage } from './formats/page.ts';
import { headerSignature, resolveTable } from './formats/resolve-header.ts';
import type { ImportItem } from './import-item.ts';
import { openJson } from './open-json.ts';
import { HEAD_BYTES, type OpenedFile, type OpenOptions, settingsOf, takeWith } from './opened-file.ts';

const openCsv = async (source: ByteSource, csv: CsvHead | undefined, options: OpenOptions): Promise<OpenedFile> => {
  const { plan, header, problem } = await resolveTable(csv?.names ?? [], options);
  return {
    ...{ format: 'csv', layout: plan.layout, header, problem },
    read: (take = takeWith(options)) =>
      csv ? readCsv(source.chunks(), toDialect(csv), (row) => take(row, plan)) : emptyItems(),
  };
};

async function* emptyItems(): AsyncGenerator<ImportItem> {}

const openPage = async (source: ByteSource, options: OpenOptions): Promise<OpenedFile> => {
  const isMissing =
    options.product === undefined &&
    !namesProduct((await source.peek(MAX_PAGE_BYTES)).head.subarray(0, MAX_PAGE_BYTES));
  if (isMissing && !options.tolerant) throw missingProduct();
  return {
    ...{ format: 'page', layout: 'generic', problem: isMissing ? missingProduct() : undefined },
    read: (take = takeWith(options)) => readPage(source.chunks(), settingsOf(options), (row) => take(row, PAGE_PLAN)),
  };
};

const openFeed = (source: ByteSource, options: OpenOptions): OpenedFile => ({
  ...{ format: 'google-xml', layout: GOOGLE_PLAN.layout },
  read: (take = takeWith(options)) => readGoogleXml(source.chunks(), (row) => take(row, GOOGLE_PLAN)),
});

/** A source of UTF-8: UTF-16 is told by its byte order mark. */
const asUtf8 = async (source: ByteSource): Promise<ByteSource> => {
  const { head } = await source.peek(2);
  const order = utf16Order(head);
  if (order === undefined) return source;
  return {
    async peek(size) {
      const raw = await source.peek(size * 2);
      const utf8 = replaySource(() => utf16ToUtf8(Readable.from([raw.head]), order));
      return { head: (await utf8.peek(size)).head, complete: raw.complete };
    },
    chunks: () => utf16ToUtf8(source.chunks(), order),
  };
};

/**
 * Finds out what a text file is by its first 64 kB, and how it is read. Throws an `AppError` (422) `empty-file`,
 * `binary-file`, `unknown-xml`, `unknown-header`, `ambiguous-header`, `unknown-column`, `map-incomplete` or
 * `product-missing`.
 */
export async function openText(bytes: ByteSource, options: OpenOptions): Promise<OpenedFile> {
  const source = await asUtf8(bytes);
  const { head, complete } = await source.peek(HEAD_BYTES);
  refuseBinary(head);
  const text = head.toString('utf8').replace(/^\ufeff/, '');
  if (complete && text.trim() === '') throw new AppError('empty-file', 422, 'The file is empty.');
  const csv = readCsvHead(text, options.map);
  if (csv && !csv.matched && !csv.mapped && csv.names.length > 1) {
    csv.mapped = (await options.rememberedMap?.(headerSignature(csv.names))) !== undefined;
  }
  const { format = 'auto' } = options;
  const found = format === 'auto' ? detectFormat(text, csv, options) : format;
  if (found === 'csv') return openCsv(source, csv, options);
  if (found === 'page') return openPage(source, options);
  if (found === 'google-xml') return openFeed(source, options);
  if (found === 'xlsx') throw new AppError('format-mismatch', 422, 'The file is no XLSX spreadsheet.');
  return openJson(source, { head, kind: found }, options);
}
