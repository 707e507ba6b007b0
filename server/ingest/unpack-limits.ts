import { AppError } from '../errors.ts';

/** What may come out of one packed file: 2 GB, and beyond 100 MB not more than 200 times what went in. */
export interface UnpackLimits {
  maxBytes: number;
  freeBytes: number;
  maxRatio: number;
}

const MB = 1024 * 1024;
export const UNPACK_LIMITS: UnpackLimits = { maxBytes: 2048 * MB, freeBytes: 100 * MB, maxRatio: 200 };

const tooLarge = (why: string) => new AppError('archive-too-large', 422, `The file ${why}; it is not read on.`);

/** Throws `archive-too-large` (422) when far more comes out than went in. */
export function refuseBomb(unpacked: number, packed: number, { freeBytes, maxRatio }: UnpackLimits): void {
  if (unpacked > freeBytes && unpacked > packed * maxRatio) {
    throw tooLarge('unpacks to far more than any file of reviews');
  }
}

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
    refuseBomb(bytes, packed(), limits);
    if (bytes > limits.maxBytes) throw tooLarge(`is larger than ${limits.maxBytes / MB} MB unpacked`);
    yield chunk;
  }
}
