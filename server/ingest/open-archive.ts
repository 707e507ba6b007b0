import { AppError } from '../errors.ts';
import { replaySource } from './byte-stream.ts';
import { packingOf } from './detect-format.ts';
import { isWorkbook } from './formats/xlsx-parts.ts';
import type { ImportItem } from './import-item.ts';
import { nameFile } from './name-file.ts';
import { openText } from './open-text.ts';
import { openXlsx } from './open-xlsx.ts';
import type { OpenedFile, OpenOptions } from './opened-file.ts';
import { spoolToFile } from './spool-file.ts';
import { UNPACK_LIMITS } from './unpack-limits.ts';
import { listZip, type ZipEntry } from './zip-archive.ts';

/** Files of reviews in one archive. */
const MAX_FILES = 1000;

/** What systems put into archives for themselves. */
const isHidden = (name: string): boolean =>
  name
    .split('/')
    .some((part) => part.startsWith('.') || part === '__MACOSX' || /^(?:thumbs\.db|desktop\.ini)$/i.test(part));

/** A file that is refused is one reject; the others are still read. */
const refused = (file: string, { code, message }: AppError): ImportItem => ({
  kind: 'reject',
  reject: { kind: 'row', code, detail: message, file, line: null, field: null, start: null, end: null, text: '' },
});

interface OpenedEntry {
  opened: OpenedFile;
  close(): Promise<void>;
}

/** A spreadsheet is an archive itself: it is unpacked to a file of its own. */
const openInnerZip = async (entry: ZipEntry, options: OpenOptions): Promise<OpenedEntry> => {
  const file = await spoolToFile(entry.open(), UNPACK_LIMITS.maxBytes);
  try {
    const entries = await listZip(file);
    if (!isWorkbook(entries)) throw nestedArchive();
    return { opened: await openXlsx(entries, options), close: file.close };
  } catch (error) {
    await file.close();
    throw error;
  }
};

export const nestedArchive = () =>
  new AppError('nested-archive', 422, 'An archive inside an archive is not unpacked: pack the files themselves.');

const openEntry = async (entry: ZipEntry, options: OpenOptions): Promise<OpenedEntry> => {
  const source = replaySource(() => entry.open());
  const packing = packingOf((await source.peek(4)).head);
  if (packing === 'gzip') throw nestedArchive();
  if (packing === 'zip') return openInnerZip(entry, options);
  // What one format would be is told for the archive, not for each of its files.
  const { format = 'auto', declared, ...rest } = options;
  const hint = format === 'auto' ? declared : format;
  return {
    opened: await openText(source, { ...rest, filename: entry.name, declared: hint }),
    close: async () => undefined,
  };
};

async function* readEntries(
  entries: readonly ZipEntry[],
  options: OpenOptions,
  take: Parameters<OpenedFile['read']>[0],
): AsyncGenerator<ImportItem> {
  for (const entry of entries) {
    let close: OpenedEntry['close'] | undefined;
    try {
      const file = await openEntry(entry, options);
      close = file.close;
      yield* nameFile(file.opened.read(take), entry.name);
    } catch (error) {
      if (!(error instanceof AppError) || error.code === 'archive-too-large') throw error;
      yield refused(entry.name, error);
    } finally {
      await close?.();
    }
  }
}

/**
 * Opens the files of an archive one after the other; their rejects carry the file's name. What cannot be read is one
 * reject, as long as another file can; else the first fault is thrown with the file's name (422). Directories, hidden
 * files and those of the system are passed over.
 */
export async function openArchive(all: readonly ZipEntry[], options: OpenOptions): Promise<OpenedFile> {
  const entries = all.filter(({ name }) => !isHidden(name));
  if (entries.length === 0) throw new AppError('empty-file', 422, 'The archive holds no files to read.');
  if (entries.length > MAX_FILES) {
    throw new AppError('archive-too-large', 422, `The archive holds more than ${MAX_FILES} files.`);
  }
  let fault: AppError | undefined;
  let unusable: OpenedFile | undefined;
  for (const entry of entries) {
    try {
      const { opened, close } = await openEntry(entry, options);
      await close();
      const { format, layout, encoding, header, problem } = opened;
      const archive: OpenedFile = {
        format,
        layout,
        encoding,
        header,
        problem,
        read: (take) => readEntries(entries, options, take),
      };
      if (problem === undefined) return archive;
      unusable ??= archive;
    } catch (error) {
      if (!(error instanceof AppError) || error.code === 'archive-too-large') throw error;
      fault ??= new AppError(error.code, error.status, `"${entry.name}": ${error.message}`, { cause: error });
    }
  }
  if (unusable) return unusable;
  throw fault!;
}
