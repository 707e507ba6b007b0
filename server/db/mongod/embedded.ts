import { mkdir, readFile, realpath, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { AppError } from '../../errors.ts';
import { findMongod } from './find-mongod.ts';
import { keepMongod } from './keep-mongod.ts';
import { isListening } from './loopback-port.ts';
import { defaultMongodCache } from './mongod-cache.ts';
import { mongodUri, SET_NAME, withMongod } from './replica-set.ts';
import type { Mongod } from './verify-mongod.ts';

/** A mongod that another process is just starting on the folder needs this long at most before it can be joined. */
const JOIN_MS = 30_000;
const RECORD = 'mongod.json';

export interface EmbeddedOptions {
  /** Folder that lasts; made if it is not there. */
  dataDir: string;
  /** MONGOD_BINARY */
  mongodBinary?: string | undefined;
  cacheDir?: string | undefined;
  log: (line: string) => void;
}

export interface EmbeddedMongod {
  uri: string;
  /** Whether this process runs the mongod; else another one does, and `stop` leaves it alone. */
  owned: boolean;
  stop(): Promise<void>;
}

/**
 * The MongoDB of a data folder: the one that another process already runs on it, else one that this process starts.
 * Of two processes that come at the same moment one starts it and the other joins. Throws AppError as findMongod and
 * startMongod do.
 */
export async function openEmbedded({ dataDir, mongodBinary, cacheDir, log }: EmbeddedOptions): Promise<EmbeddedMongod> {
  const dir = resolve(dataDir);
  await mkdir(dir, { recursive: true, mode: 0o700 });
  const deadline = Date.now() + JOIN_MS;
  let mongod: Mongod | undefined;
  for (;;) {
    const record = await readRecord(dir);
    // The mongod of a process that was killed still answers for a second, then stops.
    const port = record && isAlive(record.owner) ? await runningPort(dir) : undefined;
    if (port) return { uri: mongodUri(port), owned: false, stop: async () => {} };
    mongod ??= await findMongod({
      binary: mongodBinary,
      remembered: record,
      cacheDir: cacheDir ?? (await usableCache(dir)),
      log,
    });
    try {
      const { uri, stop } = await keepMongod({ binary: mongod.path, dir, log, lockWaitMs: 0 });
      await writeRecord(dir, mongod);
      return { uri, owned: true, stop };
    } catch (error) {
      const isLocked = error instanceof AppError && error.code === 'mongod-locked';
      if (!isLocked || Date.now() > deadline) throw error;
      await sleep(100);
    }
  }
}

/** Port of the primary that runs on exactly this folder; a mongod of another folder may have got the same port. */
async function runningPort(dir: string): Promise<number | undefined> {
  const port = Number(await readFile(join(dir, 'mongo.port'), 'utf8').catch(() => 0));
  if (!port || !(await isListening(port))) return undefined;
  try {
    return await withMongod(port, 2_000, async (client) => {
      const admin = client.db('admin');
      const hello = await admin.command({ hello: 1 });
      if (hello['setName'] !== SET_NAME || !hello['isWritablePrimary']) return undefined;
      const { parsed } = await admin.command({ getCmdLineOpts: 1 });
      const [its, ours] = await Promise.all([realpath(parsed.storage.dbPath), realpath(join(dir, 'mongo'))]);
      return its === ours ? port : undefined;
    });
  } catch {
    return undefined; // whatever listens there is no mongod of ours: starting one says what is wrong
  }
}

/** The mongod that made the folder, and the process that runs it or ran it last. */
interface MongodRecord extends Mongod {
  owner: number;
}

/** A newer major series may not open the folder, so the mongod that made it is used again. */
async function readRecord(dir: string): Promise<MongodRecord | undefined> {
  const text = await readFile(join(dir, RECORD), 'utf8').catch(() => '');
  try {
    return JSON.parse(text) as MongodRecord;
  } catch {
    return undefined; // no record yet, or a writer that was killed: the folder is then opened as a new one
  }
}

const writeRecord = (dir: string, mongod: Mongod) =>
  writeFile(join(dir, RECORD), `${JSON.stringify({ ...mongod, owner: process.pid } satisfies MongodRecord)}\n`);

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** The user's cache, or one in the data folder for a user without a home that can be written. */
async function usableCache(dir: string): Promise<string> {
  const shared = defaultMongodCache();
  return mkdir(shared, { recursive: true }).then(
    () => shared,
    () => join(dir, 'mongod-cache'),
  );
}
