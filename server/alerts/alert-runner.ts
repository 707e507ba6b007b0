import { createLease } from '../db/lease.ts';
import type { Leases } from '../db/lease-store.ts';
import type { Log } from '../log.ts';
import { createRounds } from '../rounds.ts';

export interface AlertRunnerDeps {
  leases: Leases;
  watchAlerts: (signal?: AbortSignal) => Promise<number>;
  sendDigest: () => Promise<boolean>;
  /** Called when there are mails to send. */
  onMails: () => void;
  now: () => Date;
  log: Pick<Log, 'warn'>;
}

export interface AlertRunner {
  start(): void;
  stop(): Promise<void>;
  wake(): void;
  /** Looks at what is due now, if no other server does. */
  runDue(): Promise<void>;
}

const LEASE = 'alerts';
const LEASE_MS = 120_000;
const POLL_MS = 60_000;

/** Looks at alerts and the digest by the clock, in one server at a time. */
export function createAlertRunner(deps: AlertRunnerDeps): AlertRunner {
  const { now } = deps;
  const lease = createLease({ leases: deps.leases, name: LEASE, leaseMs: LEASE_MS, now });

  const warn = (what: string) => (error: unknown) => deps.log.warn({ err: error }, `${what} broken off; tried again`);

  const runDue = async (): Promise<void> => {
    if (!(await lease.hold())) return;
    // One that fails must not keep the other from its turn.
    await deps.watchAlerts(rounds.signal).catch(warn('alerts'));
    await deps.sendDigest().catch(warn('digest'));
    deps.onMails();
  };

  const rounds = createRounds({
    pollMs: POLL_MS,
    round: runDue,
    onError: warn('alerts and digest'),
    onEnd: lease.release,
  });
  return { ...rounds, runDue };
}
