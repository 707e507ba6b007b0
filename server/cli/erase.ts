import { composeCore } from '../compose.ts';
import type { Config } from '../config.ts';
import { RequestErasure } from '../contract/erasure.ts';
import { AppError } from '../errors.ts';
import { createLog } from '../log.ts';
import { idNumber } from '../public-ids.ts';
import { writeJsonLine } from './write-line.ts';

export interface EraseOptions {
  author?: string;
  email?: string;
  review?: string[];
  dryRun?: boolean;
}

const POLL_MS = 500;

/**
 * Erases a person's data, or counts it, and prints what was touched as JSON.
 * @throws AppError `bad-request` (400) where nobody is named, or not in the right form
 */
export async function erase({ config, options }: { config: Config; options: EraseOptions }): Promise<0> {
  const { review, ...given } = options;
  const request = RequestErasure.safeParse({ ...given, ...(review ? { reviewIds: review } : {}) });
  if (!request.success) {
    const faults = request.error.issues.map(({ path, message }) => [path.join('.'), message].filter(Boolean).join(' '));
    throw new AppError('bad-request', 400, `${faults.join('; ')}.`);
  }
  const core = await composeCore({ config, log: createLog({ logLevel: 'warn' }) });
  try {
    let erasure = await core.services.erasure.request(request.data, 'Command line');
    while (erasure.id !== null && erasure.state === 'running') {
      await core.erasures.finish();
      erasure = await core.services.erasure.get(idNumber(erasure.id));
      // A server that runs beside may be at it.
      if (erasure.state === 'running') await new Promise((resolve) => setTimeout(resolve, POLL_MS));
    }
    await writeJsonLine(erasure);
    return 0;
  } finally {
    await core.close();
  }
}
