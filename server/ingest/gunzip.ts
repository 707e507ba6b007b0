import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { AppError } from '../errors.ts';
import { limitUnpacked, type UnpackLimits } from './unpack-limits.ts';

const damaged = (cause: Error & { code?: string }): AppError =>
  new AppError(
    'archive-damaged',
    422,
    cause.code === 'Z_BUF_ERROR' ? 'The gzip file ends too soon.' : 'The gzip file is damaged.',
    { cause },
  );

/** Whether an error comes from zlib: those of the source are thrown on as they are. */
const isZlib = (error: unknown): error is Error & { code: string } =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' && error.code.startsWith('Z_');

/**
 * The content of a gzip file, of several members too, streamed. Throws `archive-damaged` (422) where it is broken or cut
 * off, after what came before that, and `archive-too-large` beyond the limits. With `partial`, a cut end is no fault.
 */
export async function* gunzip(
  chunks: AsyncIterable<Uint8Array>,
  { partial = false, limits }: { partial?: boolean; limits?: UnpackLimits } = {},
): AsyncGenerator<Uint8Array> {
  let packed = 0;
  async function* counted() {
    for await (const chunk of chunks) {
      packed += chunk.byteLength;
      yield chunk;
    }
  }
  const source = Readable.from(counted(), { objectMode: false });
  const unpacked = createGunzip();
  source.once('error', (error) => unpacked.destroy(error));
  source.pipe(unpacked);
  try {
    yield* limitUnpacked(unpacked, () => packed, limits);
  } catch (error) {
    if (!isZlib(error)) throw error;
    if (!partial || error.code !== 'Z_BUF_ERROR') throw damaged(error);
  } finally {
    source.destroy();
    unpacked.destroy();
  }
}
