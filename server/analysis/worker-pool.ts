import { availableParallelism } from 'node:os';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Piscina } from 'piscina';
import { AppError } from '../errors.ts';

/** Files of this folder that worker threads run; each is loaded by a thread when it is first asked for. */
export type WorkerFile = 'analyse-worker' | 'content-worker';

/** Worker threads for all that would hold up the main thread. */
export interface WorkerPool {
  /**
   * Runs an export of a worker file. A task that takes its thread with it, or does not end, fails alone.
   * @throws AppError `overloaded` when the queue is full, `stopping` when the pool is closed
   */
  run<Answer>(file: WorkerFile, name: string, task: unknown): Promise<Answer>;
  use(): { waiting: number; threads: number; share: number };
  close(): Promise<void>;
}

/** Waiting in the queue included; a task takes some 50 ms. After it the thread is given up, as one that hangs. */
const TASK_MS = 120_000;

export function createWorkerPool(): WorkerPool {
  const ext = extname(fileURLToPath(import.meta.url));
  const urlOf = (file: WorkerFile) => new URL(`./${file}${ext}`, import.meta.url).href;
  const pool = new Piscina({
    // Loaded when a thread starts, so that the first review does not wait for it.
    filename: urlOf('analyse-worker'),
    name: 'analyseReviews',
    minThreads: 1,
    maxThreads: Math.max(1, availableParallelism() - 1),
    maxQueue: 1000,
    ...(ext === '.ts' ? { execArgv: ['--import', 'tsx'] } : {}),
  });
  let isClosed = false;
  return {
    async run(file, name, task) {
      try {
        return await pool.run(task, { filename: urlOf(file), name, signal: AbortSignal.timeout(TASK_MS) });
      } catch (cause) {
        if (isClosed) throw new AppError('stopping', 503, 'The server is stopping.', { cause, retryAfterSeconds: 5 });
        if (cause instanceof Error && /queue is at limit/i.test(cause.message)) {
          const detail = 'More reviews are waiting for analysis than fit; try again in a moment.';
          throw new AppError('overloaded', 503, detail, { cause, retryAfterSeconds: 2 });
        }
        throw cause;
      }
    },
    use: () => ({ waiting: pool.queueSize, threads: pool.threads.length, share: pool.utilization }),
    close() {
      isClosed = true;
      return pool.destroy();
    },
  };
}
