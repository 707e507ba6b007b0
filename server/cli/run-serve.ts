import { once } from 'node:events';
import { boundYoungGeneration } from '../bound-heap.ts';
import type { Config } from '../config.ts';
import { createLog } from '../log.ts';
import { startServer } from './serve.ts';

/** Runs the app until SIGINT or SIGTERM, then ends what it started; a second signal does not wait. */
export async function runServe({ config, demo }: { config: Config; demo: boolean }): Promise<void> {
  boundYoungGeneration();
  const log = createLog(config);
  const server = await startServer({ config, log, demo });
  process.stderr.write(`Reviewfinder is at ${server.url}\n`);
  if (server.setUpUrl !== undefined) {
    process.stderr.write(
      `Sign-in is off: whoever uses this machine may do everything. To switch it on, make the first admin at\n  ${server.setUpUrl}\n(once, within 24 hours)\n`,
    );
  }
  const signal = await Promise.race(['SIGINT', 'SIGTERM'].map((name) => once(process, name).then(() => name)));
  log.info({ signal }, 'stopping');
  process.once('SIGINT', () => process.exit(1));
  process.once('SIGTERM', () => process.exit(1));
  await server.close();
}
