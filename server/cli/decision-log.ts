import { composeCore } from '../compose.ts';
import type { Config } from '../config.ts';
import { createLog } from '../log.ts';
import { writeJsonLine } from './write-line.ts';

/** Prints the number and hash of the last row of the decision log, to be kept elsewhere; nulls while there is none. */
export async function printLogHead({ config }: { config: Config }): Promise<0> {
  const core = await composeCore({ config, log: createLog({ logLevel: 'warn' }) });
  try {
    await writeJsonLine((await core.services.decisionLog.head()) ?? { seq: null, hash: null });
    return 0;
  } finally {
    await core.close();
  }
}

/**
 * Checks that no row of the decision log was changed, left out or cut off, and prints the first that was; answers 1 then.
 * @param kept hash that `log head` once printed: the row must be there still
 */
export async function verifyLog({ config, kept }: { config: Config; kept: string | undefined }): Promise<0 | 1> {
  const core = await composeCore({ config, log: createLog({ logLevel: 'warn' }) });
  try {
    const check = await core.services.decisionLog.verify(kept);
    await writeJsonLine({ ok: check.break === null, ...check });
    return check.break === null ? 0 : 1;
  } finally {
    await core.close();
  }
}
