import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runServer } from './run-server.ts';

/** Milliseconds from the start of the built app to its first answer; then it is stopped. */
async function startMs(dataDir: string, args: readonly string[]): Promise<number> {
  const begin = performance.now();
  const server = await runServer({ REVIEWFINDER_DATA: dataDir }, args);
  await fetch(`${server.url}/api/v1/workspace`);
  const took = performance.now() - begin;
  await server.stop();
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
