import { Readable } from 'node:stream';
import type { TextEncoding } from '../contract/imports.ts';
import { AppError } from '../errors.ts';
import { type ByteSource, type Peeked, replaySource } from './byte-stream.ts';
import { utf16Order, utf16ToUtf8 } from './decode-utf16.ts';
import { windows1252ToUtf8 } from './decode-windows-1252.ts';
import { detectFormat, refuseBinary } from './detect-format.ts';
import { readCsv } from './formats/csv.ts';
import { type CsvHead, readCsvHead, toDialect } from './formats/detect-csv.ts';
import { GOOGLE_PLAN, readGoogleXml } from './formats/google-xml.ts';
import { MAX_PAGE_BYTES, missingProduct, namesProduct, PAGE_PLAN, readPage } from './formats/page.ts';
import { headerSignature, resolveTable } from './formats/resolve-header.ts';
import { guessEncoding, hasUtf8Mark } from './guess-encoding.ts';
import type { ImportItem } from './import-item.ts';
import { openJson } from './open-json.ts';
import { HEAD_BYTES, type OpenedFile, type OpenedText, type OpenOptions, settingsOf, takeWith } from './opened-file.ts';

const openCsv = async (source: ByteSource, csv: CsvHead | undefined, options: OpenOptions): Promise<OpenedText> => {
  const { plan, header, problem } = await resolveTable(csv?.names ?? [], options);
  return {
    ...{ format: 'csv', layout: plan.layout, header, problem },
    read: (take = takeWith(options)) =>
      csv ? readCsv(source.chunks(), toDialect(csv), (row) => take(row, plan)) : emptyItems(),
  };
};

async function* emptyItems(): AsyncGenerator<ImportItem> {}

const openPage = async (source: ByteSource, options: OpenOptions): Promise<OpenedText> => {
  const isMissing =
    options.product === undefined &&
    !namesProduct((await source.peek(MAX_PAGE_BYTES)).head.subarray(0, MAX_PAGE_BYTES));
  if (isMissing && !options.tolerant) throw missingProduct();
  return {
    ...{ format: 'page', layout: 'generic', problem: isMissing ? missingProduct() : undefined },
    read: (take = takeWith(options)) => readPage(source.chunks(), settingsOf(options), (row) => take(row, PAGE_PLAN)),
  };
};

const openFeed = (source: ByteSource, options: OpenOptions): OpenedText => ({
  ...{ format: 'google-xml', layout: GOOGLE_PLAN.layout },
  read: (take = takeWith(options)) => readGoogleXml(source.chunks(), (row) => take(row, GOOGLE_PLAN)),
});

type ToUtf8 = (chunks: AsyncIterable<Uint8Array>) => AsyncIterable<Uint8Array>;

/** How the bytes become UTF-8; undefined where they are. A byte order mark tells more than what is said of the file. */
const decoderOf = (head: Uint8Array, encoding: TextEncoding | undefined): ToUtf8 | undefined => {
  const order = utf16Order(head);
  if (order !== undefined) return (chunks) => utf16ToUtf8(chunks, order);
  return encoding === 'windows-1252' && !hasUtf8Mark(head) ? windows1252ToUtf8 : undefined;
};

/** Of two bytes at most comes one of UTF-8. */
const decodeSource = (source: ByteSource, toUtf8: ToUtf8): ByteSource => ({
  async peek(size) {
    const raw = await source.peek(size * 2);
    const utf8 = replaySource(() => toUtf8(Readable.from([raw.head])));
    return { head: (await utf8.peek(size)).head, complete: raw.complete };
  },
  chunks: () => toUtf8(source.chunks()),
});

/** The text as UTF-8. Throws `binary-file` (422) where it is none, which bytes that were decoded no longer show. */
const asUtf8 = async (source: ByteSource, raw: Peeked, encoding: TextEncoding | undefined): Promise<ByteSource> => {
  const toUtf8 = decoderOf(raw.head, encoding);
  const utf8 = toUtf8 ? decodeSource(source, toUtf8) : source;
  const isUtf16 = utf16Order(raw.head) !== undefined;
  refuseBinary(isUtf16 ? (await utf8.peek(HEAD_BYTES)).head : raw.head);
  return utf8;
};

/**
 * Finds out what a text file is by its first 64 kB, and how it is read. Throws an `AppError` (422) `empty-file`,
 * `binary-file`, `unknown-xml`, `unknown-header`, `ambiguous-header`, `unknown-column`, `map-incomplete` or
 * `product-missing`.
 */
export async function openText(bytes: ByteSource, options: OpenOptions): Promise<OpenedFile> {
  const raw = await bytes.peek(HEAD_BYTES);
  const encoding = guessEncoding(raw);
  const source = await asUtf8(bytes, raw, options.encoding ?? (options.tolerant ? encoding : undefined));
  return { ...(await openUtf8(source, options)), encoding };
}

async function openUtf8(source: ByteSource, options: OpenOptions): Promise<OpenedText> {
  const { head, complete } = await source.peek(HEAD_BYTES);
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
