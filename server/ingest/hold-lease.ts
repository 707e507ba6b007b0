import type { Log } from '../log.ts';
import { type ImportUpdate, type Lease, LeaseLost } from './import-run-store.ts';
import type { ImportStore } from './import-store.ts';

/** Somebody has asked for the running import to be paused or cancelled. */
export class Asked extends Error {
  readonly what: 'pause' | 'cancel';
  constructor(what: 'pause' | 'cancel') {
    super(what);
    this.what = what;
  }
}

export interface HeldLease {
  /** Aborted with `LeaseLost` or `Asked`. */
  signal: AbortSignal;
  /** Saves a checkpoint, and with it prolongs the lease. */
  save(update: ImportUpdate): Promise<void>;
  stop(): void;
}

interface Hold {
  store: Pick<ImportStore, 'renew'>;
  lease: Lease;
  leaseMs: number;
  now: () => Date;
  log: Pick<Log, 'warn'>;
  /** Whether a batch of an earlier run is open: that is ended before what was asked is done. */
  hasOpenBatch?: boolean;
}

/** How soon at the latest a run hears of what was asked, where batches are far apart. */
const HEAR_MS = 1000;

/** Keeps the lease of a run alive, and breaks the run off when it was lost, or somebody has asked for it. */
export function holdLease({ store, lease, leaseMs, now, log, hasOpenBatch = false }: Hold): HeldLease {
  const ended = new AbortController();
  let isOpen = hasOpenBatch;
  let until = Date.now() + leaseMs;
  const renew = async (update?: ImportUpdate) => {
    const next = Date.now() + leaseMs;
    try {
      const { asked } = await store.renew(lease, new Date(now().getTime() + leaseMs), update);
      until = next;
      if (asked !== null && !isOpen) ended.abort(new Asked(asked));
    } catch (error) {
      if (error instanceof LeaseLost) ended.abort(error);
      throw error;
    }
  };
  const timer = setInterval(
    () => {
      if (Date.now() > until) ended.abort(new LeaseLost());
      else
        renew().catch((error: unknown) => {
          if (!ended.signal.aborted) log.warn({ err: error, importId: lease.id }, 'lease not renewed');
        });
    },
    Math.min(HEAR_MS, leaseMs / 3),
  );
  return {
    signal: ended.signal,
    async save(update) {
      isOpen = false;
      await renew(update);
    },
    stop: () => clearInterval(timer),
  };
}
