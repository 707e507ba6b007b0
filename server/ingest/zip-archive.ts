import { type Entry, fromFdPromise, type ZipFile } from 'yauzl';
import { AppError } from '../errors.ts';
import type { SpooledFile } from './spool-file.ts';
import { limitUnpacked, type UnpackLimits } from './unpack-limits.ts';

/** A file in an archive. */
export interface ZipEntry {
  /** Its path in the archive. */
  name: string;
  /** Its bytes, unpacked within the limits. Throws `archive-damaged`, `archive-encrypted` or `archive-too-large` (422). */
  open(limits?: UnpackLimits): AsyncIterable<Uint8Array>;
}

/** More entries than any export has. */
const MAX_ENTRIES = 10_000;

const damaged = (cause: unknown) =>
  new AppError(
    'archive-damaged',
    422,
    `The ZIP archive is damaged: ${cause instanceof Error ? cause.message : 'unreadable'}.`,
    { cause },
  );

async function* openEntry(zip: ZipFile, entry: Entry, limits: UnpackLimits | undefined): AsyncGenerator<Uint8Array> {
  if (entry.isEncrypted()) {
    throw new AppError(
      'archive-encrypted',
      422,
      `The file "${entry.fileName}" in the archive is locked with a password.`,
    );
  }
  try {
    const stream = await zip.openReadStreamPromise(entry);
    try {
      yield* limitUnpacked(stream, () => entry.compressedSize, limits);
    } finally {
      stream.destroy();
    }
  } catch (error) {
    throw error instanceof AppError ? error : damaged(error);
  }
}

/**
 * The files of a ZIP archive; directories are left out. The archive must stay open while they are read. Throws
 * `archive-damaged` or `archive-too-large` (422).
 */
export async function listZip(file: SpooledFile): Promise<ZipEntry[]> {
  const entries: ZipEntry[] = [];
  try {
    const zip = await fromFdPromise(file.fd, { autoClose: false });
    if (zip.entryCount > MAX_ENTRIES) {
      throw new AppError('archive-too-large', 422, `The archive holds more than ${MAX_ENTRIES} files.`);
    }
    for await (const entry of zip.eachEntry()) {
      if (entry.fileName.endsWith('/')) continue;
      entries.push({ name: entry.fileName, open: (limits) => openEntry(zip, entry, limits) });
    }
  } catch (error) {
    throw error instanceof AppError ? error : damaged(error);
  }
  return entries;
}
