import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { freePort } from '../../server/db/mongod/loopback-port.ts';
import { type RunningMongod, startMongod } from '../../server/db/mongod/run-mongod.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** A process that is killed and started again. */
export interface Victim {
  kill(): Promise<void>;
  start(): Promise<void>;
  /** Asks it to stop; answers its exit code. */
  stop(): Promise<number | null>;
}

/** Process id of the mongod of a data folder. */
export const mongodPid = async (dir: string) => Number(await readFile(join(dir, 'mongo', 'mongod.lock'), 'utf8'));

export async function createMongod(dir: string, binary: string): Promise<Victim & { uri: string }> {
  let running: RunningMongod = await startMongod({ binary, dir, log: () => undefined });
  const { port, uri } = running;
  return {
    uri: uri.replace('/?', '/crash?'),
    async kill() {
      process.kill(await mongodPid(dir), 'SIGKILL');
      await running.stop();
    },
    async start() {
      for (let tries = 1; ; tries += 1) {
        running = await startMongod({ binary, dir, port, log: () => undefined });
        if (running.port === port) return;
        await running.stop();
        if (tries === 20) throw new Error(`port ${port} is taken`);
        await sleep(500);
      }
    },
    async stop() {
      await running.stop();
      return 0;
    },
  };
}

const START_MS = 90_000;

/** The built app on a port of its own; its log goes to `onLine`. */
export async function createServer(
  env: NodeJS.ProcessEnv,
  onLine: (line: string) => void,
): Promise<Victim & { url: string }> {
  const port = await freePort(0);
  const url = `http://127.0.0.1:${port}`;
  let child: ChildProcess;
  const hasEnded = () => child.exitCode !== null || child.signalCode !== null;
  const end = async (signal: NodeJS.Signals) => {
    if (hasEnded()) return child.exitCode;
    const gone = once(child, 'exit');
    child.kill(signal);
    await gone;
    return child.exitCode;
  };
  return {
    url,
    async start() {
      child = spawn(process.execPath, ['dist/server/main.js', 'serve'], {
        ...{ cwd: root, stdio: ['ignore', 'ignore', 'pipe'] },
        env: { ...process.env, LOG_LEVEL: 'error', ...env, PORT: String(port), HOST: '127.0.0.1' },
      });
      child.stderr?.on('data', (chunk: Buffer) => onLine(chunk.toString()));
      const deadline = performance.now() + START_MS;
      while (!(await isReady(url))) {
        if (hasEnded()) throw new Error(`the server ended with ${child.exitCode}`);
        if (performance.now() > deadline) throw new Error('the server does not become ready');
        await sleep(100);
      }
    },
    kill: async () => void (await end('SIGKILL')),
    stop: () => end('SIGTERM'),
  };
}

export const isReady = (url: string): Promise<boolean> =>
  fetch(`${url}/readyz`, { signal: AbortSignal.timeout(5000) }).then(
    ({ ok }) => ok,
    () => false,
  );
