import { AppError } from '../errors.ts';

/** What may come out of one packed file: 2 GB, and beyond 100 MB not more than 200 times what went in. */
export interface UnpackLimits {
  maxBytes: number;
  freeBytes: number;
  maxRatio: number;
}

const MB = 1024 * 1024;
export const UNPACK_LIMITS: UnpackLimits = { maxBytes: 2048 * MB, freeBytes: 100 * MB, maxRatio: 200 };

/**
 * Unpacked bytes as they come, as long as they stay within the limits. @param packed how many packed bytes they are
 * made of, so far. Throws `archive-too-large` (422): what would fill the memory or the disk is not unpacked to its end.
 */
export async function* limitUnpacked(
  chunks: AsyncIterable<Uint8Array>,
  packed: () => number,
  limits: UnpackLimits = UNPACK_LIMITS,
): AsyncGenerator<Uint8Array> {
  let bytes = 0;
  for await (const chunk of chunks) {
    bytes += chunk.byteLength;
    const isBomb = bytes > limits.freeBytes && bytes > packed() * limits.maxRatio;
    if (bytes > limits.maxBytes || isBomb) {
      const why = isBomb
        ? 'unpacks to far more than any file of reviews'
        : `is larger than ${limits.maxBytes / MB} MB unpacked`;
      throw new AppError('archive-too-large', 422, `The file ${why}; it is not read on.`);
    }
    yield chunk;
  }
}
