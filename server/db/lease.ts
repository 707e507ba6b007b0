import { randomUUID } from 'node:crypto';
import type { Leases } from './lease-store.ts';

export interface LeaseDeps {
  leases: Leases;
  name: string;
  leaseMs: number;
  now: () => Date;
}

/** One kind of work that one server at a time does, as this one sees it. */
export interface Lease {
  /** Takes or prolongs it; false while another has it. */
  hold(): Promise<boolean>;
  /** Lets it go; where that fails, it ends by itself. */
  release(): Promise<void>;
}

export function createLease({ leases, name, leaseMs, now }: LeaseDeps): Lease {
  const owner = randomUUID();
  return {
    hold: () => leases.hold(name, owner, { now: now(), until: new Date(now().getTime() + leaseMs) }),
    release: () => leases.release(name, owner).catch(() => undefined),
  };
}
