import { createRequire } from 'node:module';
import { join } from 'node:path';
import { putInCache, withWorkFolder } from './mongod-cache.ts';
import type { MongodRequest } from './mongod-source.ts';
import type { Mongod } from './verify-mongod.ts';
import { watchFetch } from './watch-fetch.ts';

const STALL_MS = 12_000;

/** In a process of its own: the library prints progress on stdout, retries for minutes and cannot be interrupted. */
const SCRIPT = `
const [library, options] = process.argv.slice(1);
const { default: { MongoBinary } } = await import(library);
const path = await MongoBinary.getPath(JSON.parse(options)).catch((error) => {
  console.error(String(error.message).split('\\n').join(' '));
  process.exit(1);
});
process.stdout.write('\\n' + path);
`;

/** The maker's own build for this system, by mongodb-memory-server-core, checked against the published MD5. */
export async function downloadMongod({ wanted, cacheDir, log }: MongodRequest): Promise<Mongod> {
  const require = createRequire(import.meta.url);
  const library = require.resolve('mongodb-memory-server-core');
  log('Looking for a MongoDB download for this system …');
  return withWorkFolder(cacheDir, async (dir) => {
    const options = { downloadDir: dir, checkMD5: true, ...(wanted ? { version: wanted } : {}) };
    const stdout = await watchFetch({
      command: process.execPath,
      args: ['--input-type=module', '--eval', SCRIPT, library, JSON.stringify(options)],
      // Its default does not check TLS certificates; one attempt, since 0 would mean none at all.
      env: { npm_config_strict_ssl: 'true', MONGOMS_MAX_RETRIES: '1', MONGOMS_PREFER_GLOBAL_PATH: 'false' },
      dir,
      stallMs: STALL_MS,
      log,
    });
    return putInCache(cacheDir, stdout.split('\n').at(-1) || join(dir, 'mongod'));
  });
}
