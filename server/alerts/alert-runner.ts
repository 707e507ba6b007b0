import { randomUUID } from 'node:crypto';
import type { Log } from '../log.ts';
import { createPause } from '../pause.ts';
import type { createLeaseStore } from '../taxonomy/lease-store.ts';

export interface AlertRunnerDeps {
  leases: Pick<ReturnType<typeof createLeaseStore>, 'hold' | 'release'>;
  watchAlerts: (signal?: AbortSignal) => Promise<number>;
  sendDigest: () => Promise<boolean>;
  /** Called when there are mails to send. */
  onMails: () => void;
  now: () => Date;
  log: Pick<Log, 'warn'>;
  pollMs?: number;
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

/** Looks at alerts and the digest by the clock, in one server at a time. */
export function createAlertRunner(deps: AlertRunnerDeps): AlertRunner {
  const { now, pollMs = 60_000 } = deps;
  const owner = randomUUID();
  const stopping = new AbortController();
  const pause = createPause(pollMs);
  let loop: Promise<void> | undefined;

  const attempt = (work: () => Promise<unknown>, what: string) =>
    work().catch((error: unknown) => deps.log.warn({ err: error }, `${what} broken off; tried again`));

  const runDue = async (): Promise<void> => {
    const until = new Date(now().getTime() + LEASE_MS);
    if (!(await deps.leases.hold(LEASE, owner, { now: now(), until }))) return;
    // One that fails must not keep the other from its turn.
    await attempt(() => deps.watchAlerts(stopping.signal), 'alerts');
    await attempt(deps.sendDigest, 'digest');
    deps.onMails();
  };

  const run = async (): Promise<void> => {
    while (!stopping.signal.aborted) {
      await attempt(runDue, 'alerts and digest');
      await pause.wait(stopping.signal);
    }
    await deps.leases.release(LEASE, owner).catch(() => undefined);
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
    runDue,
  };
}
