import { setTimeout as sleep } from 'node:timers/promises';
import { createLease } from './lease.ts';
import type { Leases } from './lease-store.ts';

const LEASE_MS = 30_000;
const ASK_MS = 250;

/**
 * Runs `work` while no other server runs what has the same name, and waits for that; the lease of a killed server ends
 * after half a minute.
 */
export async function runAlone(leases: Leases, name: string, work: () => Promise<void>): Promise<void> {
  const lease = createLease({ leases, name, leaseMs: LEASE_MS, now: () => new Date() });
  while (!(await lease.hold())) await sleep(ASK_MS);
  // A renewal that fails is tried again before the lease is over.
  const renewal = setInterval(() => void lease.hold().catch(() => false), LEASE_MS / 5);
  try {
    await work();
  } finally {
    clearInterval(renewal);
    await lease.release();
  }
}
