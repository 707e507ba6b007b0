import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Milliseconds from the start of the built app to its first answer; then it is stopped. */
async function startMs(dataDir: string, args: readonly string[]): Promise<number> {
  const begin = performance.now();
  const child = spawn(process.execPath, ['dist/server/main.js', 'serve', ...args], {
    cwd: root,
    env: { ...process.env, PORT: '0', REVIEWFINDER_DATA: dataDir, LOG_LEVEL: 'warn' },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  const url = await new Promise<string>((resolve, reject) => {
    child.once('exit', () => reject(new Error(said)));
    child.stderr.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      const found = /Reviewfinder is at (\S+)/.exec(said)?.[1];
      if (found) resolve(found);
    });
  });
  await fetch(`${url}/api/v1/workspace`);
  const took = performance.now() - begin;
  child.removeAllListeners('exit');
  child.kill('SIGTERM');
  await once(child, 'exit');
  return took;
}

/** Start-up of the built app with its embedded MongoDB: on a new folder, on a known one, and filling the demo. */
export async function benchStartUp(print: (line: string) => void): Promise<void> {
  const dir = await mkdtemp(join(tmpdir(), 'reviewfinder-bench-'));
  try {
    const seconds = async (name: string, args: readonly string[] = []) => (await startMs(join(dir, name), args)) / 1000;
    const fresh = await seconds('data');
    const known = await seconds('data');
    const demo = await seconds('demo', ['--demo']);
    print(
      `start-up: ${fresh.toFixed(1)} s on a new folder, ${known.toFixed(1)} s on a known one, ${demo.toFixed(1)} s with the 3,000 sample reviews taken in first`,
    );
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
}
