import type { AnalysePool } from '../analysis/analyse-pool.ts';
import { createLease } from '../db/lease.ts';
import type { Leases } from '../db/lease-store.ts';
import type { Transact } from '../db/transaction.ts';
import { giveWay, SLICE_WHILE_BUSY } from '../give-way.ts';
import type { Log } from '../log.ts';
import { analysedFields } from '../reviews/build-review.ts';
import type { ChangeStatus } from '../reviews/change-status.ts';
import type { StoredReview } from '../reviews/review-model.ts';
import type { ReviewStore } from '../reviews/review-store.ts';
import { createRounds } from '../rounds.ts';
import { withStatusOfFlags } from '../screening/stored-flag.ts';
import type { CurrentTaxonomy } from './taxonomy-service.ts';

export interface RetaggerDeps {
  reviews: Pick<ReviewStore, 'notMarked' | 'byIds'>;
  leases: Leases;
  pool: AnalysePool;
  changeStatus: ChangeStatus;
  transact: Transact;
  current: () => Promise<CurrentTaxonomy>;
  /** Whether this process is taking reviews in: tagging anew gives way to that, for a while. */
  isBusy: () => boolean;
  now: () => Date;
  log: Pick<Log, 'info' | 'warn'>;
}

export interface Retagger {
  /** Tags in the background, until `stop`, whatever is not tagged with the current taxonomy. */
  start(): void;
  stop(): Promise<void>;
  wake(): void;
}

const BATCH = 200;
const LEASE_MS = 30_000;
const POLL_MS = 5000;
const LEASE = 'retag';

const hasSameTags = (one: StoredReview, other: StoredReview) =>
  one.tags.length === other.tags.length && one.tags.every((tag) => other.tags.includes(tag));

/**
 * Keeps every review tagged with the current taxonomy. Each review carries the mark of what it was tagged with, so a
 * killed run goes on where it was; a lease keeps other servers from doing the same work.
 */
export function createRetagger(deps: RetaggerDeps): Retagger {
  const { now } = deps;
  const lease = createLease({ leases: deps.leases, name: LEASE, leaseMs: LEASE_MS, now });

  /** Tags one batch anew; answers how many. */
  const tagBatch = async (most: number): Promise<number> => {
    const { mark } = await deps.current();
    const stale = await deps.reviews.notMarked(mark, most);
    if (stale.length === 0) return 0;
    const analysed = await deps.pool.analyse(
      stale.map(({ title, text, rating }) => ({ title: title ?? undefined, text, rating: rating ?? undefined })),
    );
    const byId = new Map(
      stale.map((review, index) => [review._id, { text: review.text, title: review.title, found: analysed[index] }]),
    );
    await deps.transact(async (session) => {
      const fresh = await deps.reviews.byIds([...byId.keys()], session);
      const changes = fresh.flatMap((before) => {
        const tagged = byId.get(before._id);
        // A review whose text changed meanwhile was tagged by that change.
        if (!tagged?.found || tagged.text !== before.text || tagged.title !== before.title) return [];
        const after = withStatusOfFlags({ ...before, ...analysedFields(tagged.found, before) });
        if (hasSameTags(before, after) && before.status === after.status) return [{ before, after }];
        // Nobody may call tags right, or correct them, that are no longer those on the screen.
        return [{ before, after: { ...after, updatedAt: now(), version: before.version + 1 } }];
      });
      await deps.changeStatus(changes, session);
    });
    return stale.length;
  };

  const rounds = createRounds({
    pollMs: POLL_MS,
    async round() {
      const most = (await giveWay(deps.isBusy, rounds.signal)) ? SLICE_WHILE_BUSY : BATCH;
      return (await lease.hold()) && (await tagBatch(most)) > 0;
    },
    onError: (error) => deps.log.warn({ err: error }, 'reviews not tagged anew; tried again'),
    onEnd: lease.release,
  });
  return rounds;
}
