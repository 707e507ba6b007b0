import { randomUUID } from 'node:crypto';
import { giveWay, SLICE_WHILE_BUSY } from '../give-way.ts';
import type { Log } from '../log.ts';
import type { LookupJournalStore } from '../reviews/lookup-journal-store.ts';
import type { StoredReview } from '../reviews/review-model.ts';
import type { ReviewStore } from '../reviews/review-store.ts';
import { createRounds } from '../rounds.ts';
import type { StoredPair } from './cluster-model.ts';
import type { LinkCopies } from './link-copies.ts';
import type { FindRewordings } from './rewording-finder.ts';

export interface SecondLookDeps {
  reviews: Pick<ReviewStore, 'candidatesByIds'>;
  journal: Pick<LookupJournalStore, 'claim' | 'release' | 'done' | 'countPending'>;
  findRewordings: FindRewordings;
  linkCopies: LinkCopies;
  /** Journals what was looked at with other meanings than today's. */
  renewMeanings: () => Promise<void>;
  /** Whether this process is taking reviews in: the second look gives way to that, for a while. */
  isBusy: () => boolean;
  now: () => Date;
  log: Pick<Log, 'warn'>;
}

export interface SecondLook {
  /** Looks for the paraphrases of stored reviews now, and links them. */
  look(ids: readonly number[]): Promise<{ pairs: StoredPair[]; changed: StoredReview[] }>;
  /** Looks in the background, until `stop`, at whatever waits in the journal. */
  start(): void;
  stop(): Promise<void>;
  wake(): void;
  /** Looks at what waits until nothing is left for this process, or until the signal. Answers how many reviews still wait. */
  finish(options?: { signal?: AbortSignal; onProgress?: (pending: number) => void }): Promise<number>;
  /** Reviews that wait, whoever is at them. */
  countPending(): Promise<number>;
}

const BATCH = 500;
/** Longer than the largest batch takes in slices on a slow machine; what two servers look at twice is not linked twice. */
const LEASE_MS = 300_000;
const POLL_MS = 5000;

/**
 * The second look at reviews that are stored and whose exact and near copies are linked: for what they tell in other
 * words. It takes some milliseconds a review, so the intake does not wait for it, and the journal keeps what is still
 * to be done. Every server takes part; a lease keeps them from doing the same.
 */
export function createSecondLook(deps: SecondLookDeps): SecondLook {
  const { now, journal } = deps;
  const owner = randomUUID();
  let last: Promise<unknown> = Promise.resolve();

  const look = async (ids: readonly number[], signal?: AbortSignal) => {
    const reviews = await deps.reviews.candidatesByIds(ids);
    const pairs = await deps.findRewordings(reviews, signal);
    const changed = await deps.linkCopies(pairs, new Map(reviews.map(({ _id, exact }) => [_id, exact])));
    return { pairs, changed };
  };

  /** @param patient gives way to the intake */
  const lookAtBatch = async (signal: AbortSignal, patient: boolean): Promise<number> => {
    const until = new Date(now().getTime() + LEASE_MS);
    const entries = await journal.claim({ owner, now: now(), until, most: BATCH });
    if (entries.length === 0) return 0;
    try {
      const ids = [...new Set(entries.flatMap((entry) => entry.ids))];
      for (let at = 0; at < ids.length; ) {
        const isInTheWay = patient && (await giveWay(deps.isBusy, rounds.signal));
        const size = isInTheWay ? SLICE_WHILE_BUSY : ids.length;
        await look(ids.slice(at, at + size), signal);
        at += size;
      }
      await journal.done(entries.map(({ entry }) => entry));
      return ids.length;
    } catch (error) {
      await journal.release(owner).catch(() => undefined); // the lease ends by itself
      throw error;
    }
  };

  /** One batch at a time in this process: who finishes waits for what the loop is at. */
  const nextBatch = (signal: AbortSignal, patient: boolean): Promise<number> => {
    const result = last.then(() => (signal.aborted ? 0 : lookAtBatch(signal, patient)));
    last = result.catch(() => undefined);
    return result;
  };

  let isRenewed = false;
  const rounds = createRounds({
    pollMs: POLL_MS,
    async round() {
      if (!isRenewed) await deps.renewMeanings();
      isRenewed = true;
      return (await nextBatch(rounds.signal, true)) > 0;
    },
    onError: (error) => deps.log.warn({ err: error }, 'second look at reviews broken off; tried again'),
  });

  return {
    ...rounds,
    look: (ids) => look(ids),
    async stop() {
      await rounds.stop();
      await last;
    },
    async finish({ signal = rounds.signal, onProgress } = {}) {
      const either = AbortSignal.any([signal, rounds.signal]);
      try {
        while ((await nextBatch(either, false)) > 0) onProgress?.(await journal.countPending());
      } catch (error) {
        if (!either.aborted) throw error;
      }
      return journal.countPending();
    },
    countPending: () => journal.countPending(),
  };
}
