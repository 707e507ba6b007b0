import { type Entry, fromFdPromise, type ZipFile } from 'yauzl';
import { AppError } from '../errors.ts';
import type { SpooledFile } from './spool-file.ts';
import { limitUnpacked, refuseBomb, UNPACK_LIMITS, type UnpackLimits } from './unpack-limits.ts';

/** A file in an archive. */
export interface ZipEntry {
  /** Its path in the archive. */
  name: string;
  /** Its bytes, unpacked within the limits. Throws `archive-damaged`, `archive-encrypted` or `archive-too-large` (422). */
  open(limits?: UnpackLimits): AsyncIterable<Uint8Array>;
}

/** More entries than any export has, and more characters than all their names have. */
const MAX_ENTRIES = 10_000;
const MAX_NAMES = 4_000_000;

const damaged = (cause: unknown) =>
  new AppError(
    'archive-damaged',
    422,
    `The ZIP archive is damaged: ${cause instanceof Error ? cause.message : 'unreadable'}.`,
    { cause },
  );

const locked = (name: string) =>
  new AppError('archive-encrypted', 422, `The file "${name}" in the archive is locked with a password.`);

async function* openEntry(zip: ZipFile, entry: Entry): AsyncGenerator<Uint8Array> {
  if (entry.isEncrypted()) throw locked(entry.fileName);
  try {
    const stream = await zip.openReadStreamPromise(entry);
    try {
      yield* stream;
    } finally {
      stream.destroy();
    }
  } catch (error) {
    throw damaged(error);
  }
}

/** Adds up what came out of the entries of one archive; each counts once, however often it is read. */
const createMeter = () => {
  let total = 0;
  return async function* (chunks: AsyncIterable<Uint8Array>, seen: { bytes: number }, check: (total: number) => void) {
    let bytes = 0;
    for await (const chunk of chunks) {
      bytes += chunk.byteLength;
      if (bytes > seen.bytes) {
        total += bytes - seen.bytes;
        seen.bytes = bytes;
        check(total);
      }
      yield chunk;
    }
  };
};

/**
 * The files of a ZIP archive; directories are left out. The archive must stay open while they are read. Each is limited
 * by itself, and all together by ratio: files in an archive can share their bytes. Throws `archive-damaged` or
 * `archive-too-large` (422).
 */
export async function listZip(file: SpooledFile, limits: UnpackLimits = UNPACK_LIMITS): Promise<ZipEntry[]> {
  const entries: ZipEntry[] = [];
  const meter = createMeter();
  const checkAll = (total: number) => refuseBomb(total, file.size, limits);
  try {
    const zip = await fromFdPromise(file.fd, { autoClose: false });
    if (zip.entryCount > MAX_ENTRIES) {
      throw new AppError('archive-too-large', 422, `The archive holds more than ${MAX_ENTRIES} files.`);
    }
    let names = 0;
    for await (const entry of zip.eachEntry()) {
      names += entry.fileName.length;
      if (names > MAX_NAMES) throw new AppError('archive-too-large', 422, 'The names in the archive are too long.');
      if (entry.fileName.endsWith('/')) continue;
      const seen = { bytes: 0 };
      entries.push({
        name: entry.fileName,
        open: (own = limits) =>
          limitUnpacked(meter(openEntry(zip, entry), seen, checkAll), () => entry.compressedSize, own),
      });
    }
  } catch (error) {
    throw error instanceof AppError ? error : damaged(error);
  }
  return entries;
}
