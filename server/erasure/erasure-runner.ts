import { createLease } from '../db/lease.ts';
import type { Leases } from '../db/lease-store.ts';
import type { Log } from '../log.ts';
import { createRounds } from '../rounds.ts';
import type { CarryOut } from './carry-out.ts';
import type { ErasureStore } from './erasure-store.ts';

export interface ErasureRunnerDeps {
  store: Pick<ErasureStore, 'nextRunning' | 'byId'>;
  carryOut: Pick<CarryOut, 'run'>;
  leases: Leases;
  now: () => Date;
  log: Pick<Log, 'warn'>;
}

export interface ErasureRunner {
  start(): void;
  stop(): Promise<void>;
  wake(): void;
  /** Carries out what waits until there is nothing left, or another server is at it: for the command line. */
  finish(): Promise<void>;
}

const LEASE_MS = 60_000;
const POLL_MS = 5000;
const LEASE = 'erasure';

class BrokenOff extends Error {}

/** Carries erasures out, one at a time, one server at a time; what a killed server left is gone on with. */
export function createErasureRunner({ store, carryOut, leases, now, log }: ErasureRunnerDeps): ErasureRunner {
  const lease = createLease({ leases, name: LEASE, leaseMs: LEASE_MS, now });
  const beat = async () => {
    if (rounds.signal.aborted || !(await lease.hold())) throw new BrokenOff();
  };

  /** Whether there was one. */
  const runNext = async (): Promise<boolean> => {
    const erasure = (await lease.hold()) ? await store.nextRunning() : null;
    if (erasure) await carryOut.run(erasure, beat);
    return erasure !== null;
  };

  const rounds = createRounds({
    pollMs: POLL_MS,
    round: runNext,
    onError(error) {
      if (!(error instanceof BrokenOff)) log.warn({ err: error }, 'an erasure broke off; it is gone on with');
    },
    onEnd: lease.release,
  });

  return {
    ...rounds,
    async finish() {
      let hasRun = true;
      while (hasRun) hasRun = await runNext();
      await lease.release();
    },
  };
}
