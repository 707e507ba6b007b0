import { setTimeout as sleep } from 'node:timers/promises';
import { type RunningMongod, type StartMongod, startMongod } from './run-mongod.ts';

const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 30_000;

/**
 * Runs mongod, and starts it again when it ends by itself: on the same port, where its clients look for it. What it had
 * acknowledged is in its journal. Throws as `startMongod` does, of the first start only.
 */
export async function keepMongod(options: StartMongod): Promise<RunningMongod> {
  const stopping = new AbortController();
  const { signal } = stopping;
  let again: Promise<void> | undefined;
  const onExit = () => {
    again = startAgain();
  };
  let running = await startMongod({ ...options, onExit });
  const { uri, port } = running;

  async function startAgain(): Promise<void> {
    for (let pause = FIRST_PAUSE_MS; !signal.aborted; pause = Math.min(2 * pause, LONGEST_PAUSE_MS)) {
      await sleep(pause, undefined, { signal }).catch(() => undefined);
      if (signal.aborted) return;
      try {
        const next = await startMongod({ ...options, port, onExit });
        if (next.port === port) {
          running = next;
          options.log('mongod runs again');
          return;
        }
        await next.stop();
        options.log(`mongod cannot be started again: port ${port} is in use`);
      } catch (error) {
        options.log(`mongod cannot be started again: ${(error as Error).message}`);
      }
    }
  }

  return {
    ...{ uri, port },
    async stop() {
      stopping.abort();
      await again;
      await running.stop();
    },
  };
}
