import type { CheckId } from '../contract/review-flags.ts';
import { createLease } from '../db/lease.ts';
import type { Leases } from '../db/lease-store.ts';
import type { Transact } from '../db/transaction.ts';
import type { Log } from '../log.ts';
import { type ChangeStatus, hasMoved } from '../reviews/change-status.ts';
import type { EventStore } from '../reviews/event-store.ts';
import type { ReviewStore } from '../reviews/review-store.ts';
import { createRounds } from '../rounds.ts';
import type { HeldStore } from './held-store.ts';
import { type CheckModes, withModes } from './stored-flag.ts';

export interface RescreenerDeps {
  reviews: Pick<ReviewStore, 'byIds'>;
  held: Pick<HeldStore, 'notLevelled'>;
  modes: () => Promise<CheckModes>;
  changeStatus: ChangeStatus;
  events: Pick<EventStore, 'add'>;
  leases: Leases;
  transact: Transact;
  now: () => Date;
  log: Pick<Log, 'warn'>;
}

export interface Rescreener {
  /** Brings what is stored in line with the settings, in the background, until `stop`. */
  start(): void;
  stop(): Promise<void>;
  wake(): void;
}

const BATCH = 200;
const LEASE_MS = 30_000;
const POLL_MS = 5000;
const LEASE = 'rescreen';

/**
 * Brings flags and status of stored reviews in line with the settings: what the checks found is stored with each review,
 * so nothing has to be read again. It looks for flags of another level than the settings say, which the index answers, so
 * a killed run goes on where it was, and what came in under the former settings is found too.
 */
export function createRescreener(deps: RescreenerDeps): Rescreener {
  const { now } = deps;
  const lease = createLease({ leases: deps.leases, name: LEASE, leaseMs: LEASE_MS, now });

  /** Answers how many reviews it changed. */
  const levelBatch = async (): Promise<number> => {
    const modes = await deps.modes();
    for (const [check, mode] of Object.entries(modes)) {
      const ids = await deps.held.notLevelled(check as CheckId, mode, BATCH);
      if (ids.length > 0) return levelReviews(ids, modes);
    }
    return 0;
  };

  const levelReviews = (ids: readonly number[], modes: CheckModes): Promise<number> =>
    deps.transact(async (session) => {
      const at = now();
      const changes = (await deps.reviews.byIds(ids, session)).map((before) => {
        const after = withModes(before, modes);
        if (before.status === after.status) return { before, after };
        return { before, after: { ...after, updatedAt: at, version: before.version + 1 } };
      });
      await deps.changeStatus(changes, session);
      await deps.events.add(
        changes.filter(hasMoved).map(({ before, after }) => ({
          ...{ review: after._id, at, actor: 'screening', event: 'status-changed' as const },
          ...{ detail: `${before.status} → ${after.status}`, version: after.version },
        })),
        session,
      );
      return changes.length;
    });

  return createRounds({
    pollMs: POLL_MS,
    round: async () => (await lease.hold()) && (await levelBatch()) > 0,
    onError: (error) => deps.log.warn({ err: error }, 'reviews not brought in line with the checks; tried again'),
    onEnd: lease.release,
  });
}
