import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import { totalmem } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { AppError } from '../../errors.ts';
import { freePort, isListening } from './loopback-port.ts';
import { becomePrimary, mongodUri, SET_NAME } from './replica-set.ts';

/**
 * fd 3 is a pipe that only the parent holds: when the parent dies, however, `cat` ends and mongod is asked to stop.
 * The first line printed is the process id of mongod itself.
 */
const GUARD = `exec 3<&0; "$@" </dev/null >/dev/null 2>&1 & p=$!; trap 'kill -TERM $p' TERM INT; echo $p
(cat >/dev/null; kill -TERM $p) <&3 3<&- & w=$!; exec 3<&-
wait $p; s=$?; [ $s -gt 128 ] && { wait $p; s=$?; }; kill $w 2>/dev/null; exit $s`;

const FOLDER_LOCKED = 100;
const PORT_TAKEN = 48;
const PORT_TRIES = 5;
const LOCK_WAIT_MS = 5_000;
const STOP_MS = 30_000;
/** What mongod takes at least, and more than any trial needs. */
const MIN_CACHE_GB = 0.25;
const MAX_CACHE_GB = 8;
const MAX_LOG_BYTES = 10_000_000;

export interface StartMongod {
  binary: string;
  /** Data folder; mongod's files lie in `mongo/`, its log in `mongod.log`, its last port in `mongo.port`. */
  dir: string;
  /** Without it the last port of this folder, or any that is free. */
  port?: number | undefined;
  log: (line: string) => void;
  /** How long to wait for a folder that another mongod still holds. */
  lockWaitMs?: number;
  /** Called when it has ended without being asked to. */
  onExit?: (() => void) | undefined;
}

export interface RunningMongod {
  uri: string;
  port: number;
  /** Asks mongod to stop and waits until it has. */
  stop(): Promise<void>;
}

/**
 * Runs mongod as a replica set of one on 127.0.0.1, without sign-in, and answers when it takes writes. It ends with
 * this process, however this process ends. Throws AppError `mongod-locked` or `mongod-failed`.
 */
export async function startMongod({ lockWaitMs = LOCK_WAIT_MS, ...options }: StartMongod): Promise<RunningMongod> {
  if (process.platform === 'win32') {
    throw new AppError('mongod-failed', 500, 'The embedded MongoDB does not run on Windows: set MONGODB_URI.');
  }
  const dir = resolve(options.dir);
  await mkdir(join(dir, 'mongo'), { recursive: true, mode: 0o700 });
  await trimLog(join(dir, 'mongod.log'));
  const deadline = Date.now() + lockWaitMs;
  for (let tries = 1; ; tries += 1) {
    try {
      return await startOnce({ ...options, dir });
    } catch (error) {
      if (!(error instanceof MongodExit)) throw error;
      const canRetry =
        error.exitCode === PORT_TAKEN ? tries < PORT_TRIES : error.exitCode === FOLDER_LOCKED && Date.now() < deadline;
      if (!canRetry) throw await explain(error, dir);
      await sleep(100);
    }
  }
}

class MongodExit extends Error {
  readonly exitCode: number | null;
  constructor(exitCode: number | null) {
    super(`mongod ended with code ${exitCode}`);
    this.exitCode = exitCode;
  }
}

async function startOnce({ binary, dir, port: wanted, log, onExit }: StartMongod): Promise<RunningMongod> {
  const last = Number(await readFile(join(dir, 'mongo.port'), 'utf8').catch(() => 0));
  const port = await freePort(wanted ?? last);
  const guard = spawnGuarded(binary, dir, port);
  const hasEnded = () => guard.exitCode !== null || guard.signalCode !== null;
  let isStopping = false;
  const stop = async () => {
    isStopping = true;
    if (!hasEnded()) await endGuard(guard);
  };
  try {
    const pid = await mongodPid(guard);
    while (!(await isListening(port))) {
      if (hasEnded()) throw new MongodExit(guard.exitCode);
      await sleep(25);
    }
    // Another mongod may have taken the port in between: it would answer in this one's place.
    if ((await becomePrimary(port)) !== pid) throw new MongodExit(PORT_TAKEN);
  } catch (error) {
    // Why it ended says more than the connection it broke.
    const exit = hasEnded() ? new MongodExit(guard.exitCode) : error;
    await stop();
    throw exit;
  }
  await writeFile(join(dir, 'mongo.port'), String(port));
  guard.once('exit', (code) => {
    if (isStopping) return;
    log(`mongod stopped by itself with code ${code}: see ${join(dir, 'mongod.log')}`);
    onExit?.();
  });
  return { uri: mongodUri(port), port, stop };
}

function spawnGuarded(binary: string, dir: string, port: number): ChildProcess {
  const mongod = [binary, '--dbpath', join(dir, 'mongo'), '--port', String(port), '--bind_ip', '127.0.0.1'];
  // The default oplog takes 5 % of the disk; a socket file of another user would keep mongod from starting.
  mongod.push('--replSet', SET_NAME, '--nounixsocket', '--oplogSize', '512', '--wiredTigerCacheSizeGB', cacheGb());
  mongod.push('--noscripting', '--quiet', '--setParameter', 'diagnosticDataCollectionEnabled=false');
  // A transaction that a killed process left open blocks the documents it wrote until it expires: 60 s by default.
  mongod.push('--setParameter', 'transactionLifetimeLimitSeconds=20');
  mongod.push('--logpath', join(dir, 'mongod.log'), '--logappend');
  return spawn('/bin/sh', ['-c', GUARD, 'mongod-guard', ...mongod], {
    stdio: ['pipe', 'pipe', 'ignore'],
    detached: true, // a process group of its own: Ctrl-C reaches the app first
  });
}

/** A quarter of the memory, of the container's where there is one: the rest is for the app and the file cache. */
function cacheGb(): string {
  const limit = process.constrainedMemory() ?? 0;
  const bytes = limit > 0 && limit < totalmem() ? limit : totalmem();
  return Math.min(MAX_CACHE_GB, Math.max(MIN_CACHE_GB, bytes / 4 / 2 ** 30)).toFixed(2);
}

async function mongodPid(guard: ChildProcess): Promise<number> {
  const [chunk] = await once(guard.stdout!, 'data');
  guard.stdout!.destroy();
  return Number(String(chunk).trim());
}

/** Clean shutdown takes about a second; a mongod that hangs is killed, its journal keeps what was acknowledged. */
async function endGuard(guard: ChildProcess): Promise<void> {
  const gone = once(guard, 'exit');
  guard.kill('SIGTERM');
  const timer = setTimeout(() => process.kill(-guard.pid!, 'SIGKILL'), STOP_MS);
  await gone;
  clearTimeout(timer);
}

async function trimLog(path: string): Promise<void> {
  const info = await stat(path).catch(() => undefined);
  if (info && info.size > MAX_LOG_BYTES) await rename(path, `${path}.1`);
}

async function explain(exit: MongodExit, dir: string): Promise<AppError> {
  if (exit.exitCode === FOLDER_LOCKED && /already (in use|running)|lock file/i.test(await logTail(dir))) {
    const detail = `Another process holds the data folder ${dir}: stop it, or set MONGODB_URI so that both use one MongoDB.`;
    return new AppError('mongod-locked', 500, detail, { cause: exit });
  }
  const fault = lastFault(await logTail(dir));
  const detail = `${exit.message}${fault ? ` (${fault})` : ''}: see ${join(dir, 'mongod.log')}.`;
  return new AppError('mongod-failed', 500, `The embedded MongoDB did not start: ${detail}`, { cause: exit });
}

const logTail = async (dir: string) => (await readFile(join(dir, 'mongod.log'), 'utf8').catch(() => '')).slice(-20_000);

/** What the last line of severity error or fatal says. mongod writes JSON lines. */
function lastFault(tail: string): string | undefined {
  const line = tail.split('\n').findLast((text) => /"s":"[EF]"/.test(text));
  if (!line) return undefined;
  try {
    const { msg, attr } = JSON.parse(line) as { msg: string; attr?: { error?: unknown } };
    return attr?.error ? `${msg}: ${typeof attr.error === 'string' ? attr.error : JSON.stringify(attr.error)}` : msg;
  } catch {
    return undefined;
  }
}
