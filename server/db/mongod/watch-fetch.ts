import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

const POLL_MS = 500;
const REPORT_MS = 2_000;

export interface Fetch {
  command: string;
  args: readonly string[];
  env?: Readonly<Record<string, string | undefined>>;
  /** Folder that the command fills; its growth is the progress. */
  dir: string;
  /** The command is ended when the folder has not grown for this long: no network must not mean minutes of waiting. */
  stallMs: number;
  log: (line: string) => void;
}

/**
 * Runs a download command, reports the megabytes fetched, answers what it printed on stdout.
 * Throws an Error with the last line of stderr when it fails, or when it stalls.
 */
export async function watchFetch({ command, args, env, dir, stallMs, log }: Fetch): Promise<string> {
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, ...env } });
  let stdout = '';
  let stderr = '';
  let stalled = false;
  child.stdout.on('data', (chunk) => {
    stdout += chunk;
  });
  child.stderr.on('data', (chunk) => {
    stderr = (stderr + chunk).slice(-4_000);
  });
  const stopWatching = watchGrowth(dir, stallMs, log, () => {
    stalled = true;
    child.kill('SIGKILL');
  });
  try {
    const [code] = await once(child, 'exit');
    if (stalled) throw new Error(`nothing came in for ${Math.round(stallMs / 1000)} s`);
    if (code !== 0) throw new Error(lastLine(stderr) || `it ends with ${code}`);
    return stdout;
  } finally {
    stopWatching();
  }
}

function watchGrowth(dir: string, stallMs: number, log: (line: string) => void, onStall: () => void): () => void {
  let size = 0;
  let grownAt = Date.now();
  let reportedAt = Date.now();
  let isBusy = false;
  const look = async () => {
    const now = await folderSize(dir);
    if (now !== size) grownAt = Date.now();
    size = now;
    if (Date.now() - grownAt > stallMs) onStall();
    else if (size > 0 && Date.now() - reportedAt >= REPORT_MS) {
      reportedAt = Date.now();
      log(`  ${(size / 1e6).toFixed(0)} MB`);
    }
  };
  const timer = setInterval(async () => {
    if (isBusy) return;
    isBusy = true;
    await look();
    isBusy = false;
  }, POLL_MS);
  return () => clearInterval(timer);
}

/** Bytes of all files below `dir`; files that vanish meanwhile count as nothing. */
async function folderSize(dir: string): Promise<number> {
  const names = await readdir(dir, { recursive: true }).catch(() => []);
  const sizes = await Promise.all(
    names.map((name) => stat(join(dir, name)).then((s) => (s.isFile() ? s.size : 0))).map((p) => p.catch(() => 0)),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}

const lastLine = (text: string) => text.trim().split('\n').at(-1)?.trim() ?? '';
