import { randomUUID } from 'node:crypto';
import { chmod, copyFile, mkdir, mkdtemp, readdir, rename, rm, stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { isSameSeries, type Mongod, verifyMongod } from './verify-mongod.ts';

const WORK_PREFIX = 'fetch-';
const DAY_MS = 86_400_000;

/** One cache for all checkouts, test runs and data folders of a user: `~/.cache/reviewfinder/mongod`. */
export const defaultMongodCache = () => join(homedir(), '.cache', 'reviewfinder', 'mongod');

/** The newest cached mongod that runs here, of the series of `wanted` if given. Throws an Error when there is none. */
export async function findInCache(cacheDir: string, wanted: string | undefined): Promise<Mongod> {
  const versions = (await readdir(cacheDir).catch(() => [])).filter((name) => /^\d+\.\d+\.\d+$/.test(name));
  versions.sort((a, b) => b.localeCompare(a, 'en', { numeric: true }));
  let reason = `nothing in ${cacheDir}`;
  for (const version of versions) {
    if (wanted && !isSameSeries(wanted, version)) continue;
    try {
      return await verifyMongod(join(cacheDir, version, 'mongod'));
    } catch (error) {
      reason = (error as Error).message;
    }
  }
  throw new Error(reason);
}

/** Checks the binary and puts it in the cache in one atomic step: whoever looks sees a whole file or none. */
export async function putInCache(cacheDir: string, binary: string): Promise<Mongod> {
  await chmod(binary, 0o755);
  const { version } = await verifyMongod(binary);
  const place = join(cacheDir, version);
  await mkdir(place, { recursive: true });
  const part = join(place, `mongod-${randomUUID()}`);
  try {
    await copyFile(binary, part);
    await rename(part, join(place, 'mongod'));
  } finally {
    await rm(part, { force: true });
  }
  return { path: join(place, 'mongod'), version };
}

/** Calls `work` with a folder of its own inside the cache and removes it afterwards, with what killed runs left behind. */
export async function withWorkFolder<T>(cacheDir: string, work: (dir: string) => Promise<T>): Promise<T> {
  await mkdir(cacheDir, { recursive: true });
  for (const name of await readdir(cacheDir)) {
    const path = join(cacheDir, name);
    if (!name.startsWith(WORK_PREFIX)) continue;
    const info = await stat(path).catch(() => undefined);
    if (info && Date.now() - info.mtimeMs > DAY_MS) await rm(path, { recursive: true, force: true });
  }
  const dir = await mkdtemp(join(cacheDir, WORK_PREFIX));
  try {
    return await work(dir);
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
}
