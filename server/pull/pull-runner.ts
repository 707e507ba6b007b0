import { randomUUID } from 'node:crypto';
import type { Log } from '../log.ts';
import { createRounds, type Rounds } from '../rounds.ts';
import type { PullStore, StoredPull } from './pull-store.ts';
import type { RunPull } from './run-pull.ts';

export interface PullRunnerDeps {
  store: Pick<PullStore, 'claim' | 'renew' | 'finish'>;
  runPull: RunPull;
  now: () => Date;
  log: Pick<Log, 'warn'>;
  pollMs?: number;
  /** After this without a sign of its server, a run is taken over. */
  leaseMs?: number;
}

export interface PullRunner {
  /** Runs what is due, until `stop`. */
  start(): void;
  /** Breaks off what runs; it stays due. */
  stop(): Promise<void>;
  wake(): void;
}

/** A slow server must not keep the others waiting. */
const AT_ONCE = 2;
const MINUTE_MS = 60_000;

/** Fetches what is due. Every server takes part; a lease keeps two from fetching the same. */
export function createPullRunner(deps: PullRunnerDeps): PullRunner {
  const { store, now, pollMs = 2000, leaseMs = MINUTE_MS } = deps;
  const until = () => new Date(now().getTime() + leaseMs);

  const run = async (pull: StoredPull, owner: string, signal: AbortSignal): Promise<void> => {
    const renewal = setInterval(() => {
      store.renew(pull._id, owner, until()).catch(() => undefined); // the next one may come through
    }, leaseMs / 3);
    try {
      const outcome = await deps.runPull(pull, signal);
      const nextAt = new Date(now().getTime() + pull.everyMinutes * MINUTE_MS);
      await store.finish(pull._id, owner, { ...outcome, nextAt, isAsked: false });
    } catch (error) {
      if (signal.aborted) await store.finish(pull._id, owner, {});
      // Anything else may pass: the lease runs out, and it is run again.
      else deps.log.warn({ err: error, pull: pull._id }, 'pull broken off; run again later');
    } finally {
      clearInterval(renewal);
    }
  };

  const createPlace = (): Rounds => {
    const rounds = createRounds({
      pollMs,
      async round() {
        const owner = randomUUID();
        const pull = await store.claim({ owner, now: now(), until: until() });
        if (pull) await run(pull, owner, rounds.signal);
        return pull !== null;
      },
      onError: (error) => deps.log.warn({ err: error }, 'pulls cannot be reached'),
    });
    return rounds;
  };
  const places = Array.from({ length: AT_ONCE }, createPlace);

  return {
    start() {
      for (const place of places) place.start();
    },
    async stop() {
      await Promise.all(places.map((place) => place.stop()));
    },
    wake() {
      for (const place of places) place.wake();
    },
  };
}
