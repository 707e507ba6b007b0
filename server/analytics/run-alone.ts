import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';

export interface Leases {
  hold(name: string, owner: string, times: { now: Date; until: Date }): Promise<boolean>;
  release(name: string, owner: string): Promise<void>;
}

const LEASE_MS = 30_000;
const ASK_MS = 250;

/**
 * Runs `work` while no other server runs what has the same name, and waits for that; the lease of a killed server ends
 * after half a minute.
 */
export async function runAlone(leases: Leases, name: string, work: () => Promise<void>): Promise<void> {
  const owner = randomUUID();
  const hold = () => {
    const now = new Date();
    return leases.hold(name, owner, { now, until: new Date(now.getTime() + LEASE_MS) });
  };
  while (!(await hold())) await sleep(ASK_MS);
  // A renewal that fails is tried again before the lease is over.
  const renewal = setInterval(() => void hold().catch(() => false), LEASE_MS / 5);
  try {
    await work();
  } finally {
    clearInterval(renewal);
    await leases.release(name, owner);
  }
}
