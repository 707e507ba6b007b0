import { AppError } from '../errors.ts';
import { type ByteSource, replaySource, streamSource } from './byte-stream.ts';
import { packingOf } from './detect-format.ts';
import { isWorkbook } from './formats/xlsx-parts.ts';
import { gunzip } from './gunzip.ts';
import type { ImportItem } from './import-item.ts';
import { nestedArchive, openArchive } from './open-archive.ts';
import { openText } from './open-text.ts';
import { openXlsx } from './open-xlsx.ts';
import { HEAD_BYTES, type OpenedFile, type OpenOptions } from './opened-file.ts';
import { type SpooledFile, spoolToFile } from './spool-file.ts';
import { UNPACK_LIMITS } from './unpack-limits.ts';
import { listZip, type ZipEntry } from './zip-archive.ts';

export type { ImportHeader } from './formats/resolve-header.ts';
export type { OpenOptions } from './opened-file.ts';

export interface OpenedImport {
  format: OpenedFile['format'];
  /** Which known layout of that format, such as `generic` or `judge.me`. */
  layout: string;
  /** In the order of the file; to be read once. Faults of the whole file come out here too, as `AppError`. */
  items: AsyncIterable<ImportItem>;
}

/** A file that was looked into. Either `chunks` or `read` is used, once, or `close` is called. */
export interface InspectedImport extends OpenedFile {
  /** The file from its beginning, as it came in. */
  chunks: AsyncIterable<Uint8Array>;
  /** Lets go of what was kept; safe to repeat. */
  close(): Promise<void>;
}

async function* closeAfter<T>(items: AsyncIterable<T>, close: () => Promise<void>): AsyncGenerator<T> {
  try {
    yield* items;
  } finally {
    await close();
  }
}

/** What keeps a file of another kind apart from an archive of files. */
const OFFICE: readonly (readonly [part: RegExp, what: string])[] = [
  [/^xl\/workbook\.bin$/, 'a binary workbook'],
  [/^\[Content_Types\]\.xml$/, 'an Office file that is no spreadsheet'],
  [/^META-INF\/manifest\.xml$/, 'an OpenDocument file'],
];

const refuseOffice = (entries: readonly ZipEntry[]): void => {
  const office = OFFICE.find(([part]) => entries.some(({ name }) => part.test(name)));
  if (office) throw new AppError('binary-file', 422, `The file is ${office[1]}: save it as XLSX or CSV.`);
};

const openZip = async (file: SpooledFile, options: OpenOptions, isNested: boolean): Promise<OpenedFile> => {
  const entries = await listZip(file);
  const { format = 'auto' } = options;
  if (isWorkbook(entries)) {
    if (format === 'auto' || format === 'xlsx') return openXlsx(entries, options);
    throw new AppError('format-mismatch', 422, `The file is an XLSX spreadsheet, not ${format}.`);
  }
  if (isNested) throw nestedArchive();
  refuseOffice(entries);
  return openArchive(entries, options);
};

const plainName = (filename: string | undefined): string | undefined => filename?.replace(/\.gz$/i, '');

/** The content of a gzip file as a source; its beginning is unpacked of the beginning of the file. */
const unpackedSource = (source: ByteSource): ByteSource => ({
  async peek(size) {
    const packed = await source.peek(Math.max(size, HEAD_BYTES));
    const once = async function* () {
      yield packed.head;
    };
    const unpacked = await replaySource(() => gunzip(once(), { partial: !packed.complete })).peek(size);
    return { head: unpacked.head, complete: packed.complete && unpacked.complete };
  },
  chunks: () => gunzip(source.chunks()),
});

type Resource = Pick<SpooledFile, 'close'>;

const openSource = async (
  source: ByteSource,
  options: OpenOptions,
  kept: Resource[],
): Promise<{ opened: OpenedFile; chunks: AsyncIterable<Uint8Array> }> => {
  const spool = async (chunks: AsyncIterable<Uint8Array>): Promise<SpooledFile> => {
    const file = await spoolToFile(chunks, UNPACK_LIMITS.maxBytes);
    kept.push(file);
    return file;
  };
  const packing = packingOf((await source.peek(4)).head);
  if (packing === undefined) return { opened: await openText(source, options), chunks: source.chunks() };
  if (packing === 'zip') {
    const file = await spool(source.chunks());
    return { opened: await openZip(file, options, false), chunks: file.chunks() };
  }
  const unpacked = unpackedSource(source);
  const inner = packingOf((await unpacked.peek(4)).head);
  if (inner === 'gzip') throw nestedArchive();
  const innerOptions = { ...options, filename: plainName(options.filename) };
  if (inner === undefined) return { opened: await openText(unpacked, innerOptions), chunks: source.chunks() };
  const file = await spool(source.chunks());
  const zip = await spool(gunzip(file.chunks()));
  return { opened: await openZip(zip, innerOptions, true), chunks: file.chunks() };
};

/**
 * Finds out what a file is, by its first 64 kB or, of an archive or a spreadsheet, by what is in it, so that a file that
 * cannot be read is refused before it is stored: an `AppError` (422) `empty-file`, `binary-file`, `unknown-header`,
 * `ambiguous-header`, `unknown-column`, `map-incomplete`, `product-missing`, `unknown-xml`, `format-mismatch`,
 * `nested-archive`, `archive-damaged`, `archive-encrypted`, `archive-too-large` or `spreadsheet-too-large`.
 */
export async function inspectImport(chunks: AsyncIterable<Uint8Array>, options: OpenOptions): Promise<InspectedImport> {
  const kept: Resource[] = [];
  const close = async () => {
    await Promise.all(kept.map((resource) => resource.close()));
  };
  try {
    const { opened, chunks: all } = await openSource(streamSource(chunks), options, kept);
    if (kept.length === 0) return { ...opened, chunks: all, close };
    return { ...opened, chunks: closeAfter(all, close), read: (take) => closeAfter(opened.read(take), close), close };
  } catch (error) {
    await close();
    throw error;
  }
}

/**
 * Finds out what a file is and reads it, streaming, in constant memory (a page, and the texts of a spreadsheet, are held
 * whole, up to their limits). Faults of rows are items; an `AppError` (422) refuses the file: those of `inspectImport`
 * at once, and out of the items what only shows further on, such as `invalid-utf8`, `xml-invalid` or `archive-damaged`.
 */
export async function openImport(chunks: AsyncIterable<Uint8Array>, options: OpenOptions): Promise<OpenedImport> {
  const { format, layout, read } = await inspectImport(chunks, options);
  return { format, layout, items: read() };
}
