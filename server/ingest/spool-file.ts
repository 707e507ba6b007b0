import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AppError } from '../errors.ts';

/** Bytes on disk that can be read from any place, as often as needed. */
export interface SpooledFile {
  fd: number;
  size: number;
  /** All bytes from the beginning. */
  chunks(): AsyncIterable<Uint8Array>;
  /** Gives the disk space back; safe to repeat. */
  close(): Promise<void>;
}

const READ_BYTES = 256 * 1024;

/**
 * Writes a stream to a temporary file whose name is removed at once: the space is free when the file is closed, however
 * the process ends. Throws `archive-too-large` (422) beyond `maxBytes`.
 */
export async function spoolToFile(source: AsyncIterable<Uint8Array>, maxBytes: number): Promise<SpooledFile> {
  const dir = await mkdtemp(join(tmpdir(), 'reviewfinder-upload-'));
  const file = await open(join(dir, 'upload'), 'wx+', 0o600);
  let isOpen = true;
  const close = async () => {
    if (!isOpen) return;
    isOpen = false;
    await file.close();
  };
  let size = 0;
  try {
    await rm(dir, { recursive: true });
    for await (const chunk of source) {
      if (size + chunk.byteLength > maxBytes) {
        throw new AppError('archive-too-large', 422, `The file is larger than ${maxBytes / 1024 / 1024} MB.`);
      }
      for (let written = 0; written < chunk.byteLength; ) {
        const { bytesWritten } = await file.write(chunk, written, chunk.byteLength - written, size);
        written += bytesWritten;
        size += bytesWritten;
      }
    }
  } catch (error) {
    await close();
    throw error;
  }
  async function* chunks() {
    for (let at = 0; at < size; ) {
      const { bytesRead, buffer } = await file.read(Buffer.allocUnsafe(Math.min(READ_BYTES, size - at)), 0, null, at);
      if (bytesRead === 0) return;
      at += bytesRead;
      yield buffer.subarray(0, bytesRead);
    }
  }
  return { fd: file.fd, size, chunks, close };
}
