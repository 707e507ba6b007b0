import type { Request } from 'express';
import { AppError } from '../errors.ts';

/** Reads the body with `use`; what it leaves is let go by: some clients read the answer only after they have sent all. */
export async function readBody<T>(req: Request, use: (chunks: AsyncIterable<Uint8Array>) => Promise<T>): Promise<T> {
  const chunks = req.iterator({ destroyOnReturn: false });
  try {
    const answer = await use(chunks);
    await chunks.return?.();
    req.resume();
    return answer;
  } catch (error) {
    if (req.destroyed && !req.complete) throw new AppError('upload-aborted', 400, 'The upload broke off.');
    await chunks.return?.();
    req.resume();
    throw error;
  }
}
