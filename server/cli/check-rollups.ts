import { composeCore } from '../compose.ts';
import type { Config } from '../config.ts';
import { createLog } from '../log.ts';
import { writeJsonLine } from './write-line.ts';

/** Differences shown; their number is always told. */
const SHOWN = 20;

/** Recomputes the aggregates and compares or replaces them; answers 1 when they differ. */
export async function checkRollups({
  config,
  action,
}: {
  config: Config;
  action: 'verify' | 'rebuild';
}): Promise<0 | 1> {
  const core = await composeCore({ config, log: createLog({ logLevel: 'warn' }) });
  try {
    const reviews = await core.countReviews();
    if (action === 'rebuild') {
      await writeJsonLine({ reviews, documents: await core.rollups.rebuild() });
      return 0;
    }
    const differences = await core.rollups.verify();
    await writeJsonLine({ reviews, differences: differences.length, shown: differences.slice(0, SHOWN) });
    return differences.length === 0 ? 0 : 1;
  } finally {
    await core.close();
  }
}
