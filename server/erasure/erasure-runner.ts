import { randomUUID } from 'node:crypto';
import type { Log } from '../log.ts';
import { createPause } from '../pause.ts';
import type { createLeaseStore } from '../taxonomy/lease-store.ts';
import type { CarryOut } from './carry-out.ts';
import type { ErasureStore } from './erasure-store.ts';

export interface ErasureRunnerDeps {
  store: Pick<ErasureStore, 'nextRunning' | 'byId'>;
  carryOut: Pick<CarryOut, 'run'>;
  leases: ReturnType<typeof createLeaseStore>;
  now: () => Date;
  log: Pick<Log, 'warn'>;
  pollMs?: number;
}

export interface ErasureRunner {
  start(): void;
  stop(): Promise<void>;
  wake(): void;
  /** Carries out what waits until there is nothing left, or another server is at it: for the command line. */
  finish(): Promise<void>;
}

const LEASE_MS = 60_000;
const LEASE = 'erasure';

class BrokenOff extends Error {}

/** Carries erasures out, one at a time, one server at a time; what a killed server left is gone on with. */
export function createErasureRunner({
  store,
  carryOut,
  leases,
  now,
  log,
  pollMs = 5000,
}: ErasureRunnerDeps): ErasureRunner {
  const owner = randomUUID();
  const stopping = new AbortController();
  const pause = createPause(pollMs);
  let loop: Promise<void> | undefined;

  const hold = () => leases.hold(LEASE, owner, { now: now(), until: new Date(now().getTime() + LEASE_MS) });
  const beat = async () => {
    if (stopping.signal.aborted || !(await hold())) throw new BrokenOff();
  };

  /** Whether there was one. */
  const runNext = async (): Promise<boolean> => {
    const erasure = (await hold()) ? await store.nextRunning() : null;
    if (erasure) await carryOut.run(erasure, beat);
    return erasure !== null;
  };

  const run = async (): Promise<void> => {
    while (!stopping.signal.aborted) {
      let hasRun = false;
      try {
        hasRun = await runNext();
      } catch (error) {
        if (!(error instanceof BrokenOff)) log.warn({ err: error }, 'an erasure broke off; it is gone on with');
      }
      if (!hasRun) await pause.wait(stopping.signal);
    }
    await leases.release(LEASE, owner).catch(() => undefined);
  };

  return {
    start() {
      loop ??= run();
    },
    async stop() {
      stopping.abort();
      pause.wake();
      await loop;
    },
    wake: pause.wake,
    async finish() {
      let hasRun = true;
      while (hasRun) hasRun = await runNext();
      await leases.release(LEASE, owner);
    },
  };
}
