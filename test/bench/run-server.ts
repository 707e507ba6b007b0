import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));

export interface RunningServer {
  url: string;
  pid: number;
  /** Milliseconds until it took requests. */
  startedMs: number;
  stop(): Promise<void>;
}

/** Starts the built app as `npm start` does, as a process of its own, on a free port; answers when it takes requests. */
export async function runServer(env: NodeJS.ProcessEnv, args: readonly string[] = []): Promise<RunningServer> {
  const begin = performance.now();
  const child = spawn(process.execPath, ['--max-semi-space-size=4', 'dist/server/main.js', 'serve', ...args], {
    cwd: root,
    env: { ...process.env, PORT: '0', LOG_LEVEL: 'warn', ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  const url = await new Promise<string>((resolve, reject) => {
    child.once('exit', () => reject(new Error(said)));
    child.stderr.on('data', (chunk: Buffer) => {
      said = (said + chunk.toString()).slice(-20_000);
      const found = /Reviewfinder is at (\S+)/.exec(said)?.[1];
      if (found) resolve(found);
    });
  });
  child.removeAllListeners('exit');
  return {
    url,
    pid: child.pid as number,
    startedMs: performance.now() - begin,
    async stop() {
      const gone = once(child, 'exit');
      child.kill('SIGTERM');
      await gone;
    },
  };
}
