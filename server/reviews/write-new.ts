import type { AnalysedReview } from '../analysis/analyse-pool.ts';
import type { ReviewInput } from '../contract/reviews.ts';
import type { IdsStore } from '../db/ids-store.ts';
import type { Transact } from '../db/transaction.ts';
import type { FlagBursts } from '../screening/flag-bursts.ts';
import { contentOf, newReview } from './build-review.ts';
import type { ChangeReviews } from './change-reviews.ts';
import type { IntakeContext } from './intake.ts';
import { toLookedUp } from './intake-result.ts';
import type { ToLookUp } from './look-up.ts';
import type { LookupJournalStore } from './lookup-journal-store.ts';
import type { RestoreUndone } from './restore-undone.ts';
import type { StoredReview } from './review-model.ts';
import type { ReviewStore } from './review-store.ts';
import { textsWithKeys } from './texts-with-keys.ts';

export interface WriteNewDeps {
  store: Pick<ReviewStore, 'holdersOfExact' | 'textsKeptBy'>;
  changeReviews: ChangeReviews;
  restoreUndone: RestoreUndone;
  flagBursts?: FlagBursts;
  ids: Pick<IdsStore, 'allocate'>;
  journal: Pick<LookupJournalStore, 'add'>;
  transact: Transact;
  now: () => Date;
}

/** A review on its way in. */
export interface IntakeItem {
  input: ReviewInput;
  /** Where it stands in what came in, from 0. */
  place: number;
  identity: string;
  /** What is stored of it; of a new one, no more than what an undone import has left. */
  existing: StoredReview | undefined;
}

interface BatchOfNew {
  /** In the order of the items. */
  analysed: readonly AnalysedReview[];
  /** See `WriteNote`. */
  settled: number;
  context: Pick<IntakeContext, 'importId' | 'ledger'>;
}

export interface Written extends ToLookUp {
  reviews: StoredReview[];
}

/**
 * Stores the new reviews of a batch in one transaction with their counts, their journal entry and the note of it.
 * @throws ChangedMeanwhile, and E11000 where another server has taken an identity
 */
export type WriteNew = (items: readonly IntakeItem[], batch: BatchOfNew) => Promise<Written>;

export const createWriteNew =
  (deps: WriteNewDeps): WriteNew =>
  async (items, { analysed, settled, context: { importId, ledger } }) => {
    if (items.length === 0) return { entry: undefined, lookedUp: [], reviews: [] };
    const at = deps.now();
    const firstId = await deps.ids.allocate('reviews', items.length);
    const seen = await textsWithKeys(deps.store, analysed);
    const flagged = await deps.flagBursts?.(
      items.map(({ input }) => contentOf(input)),
      analysed,
    );
    const reviews = items.map((item, index) => {
      const found = (flagged ?? analysed)[index] as AnalysedReview;
      const hasEarlierTwin = seen.has(found.fingerprint.exact);
      seen.add(found.fingerprint.exact);
      const id = item.existing?._id ?? firstId + index;
      return newReview({ id, ...item, analysed: found, importId, hasEarlierTwin, now: at });
    });
    const ids = reviews.map((review) => review._id);
    const back = new Map(reviews.filter((_, index) => items[index]?.existing).map((review) => [review._id, review]));
    const written = await deps.transact(async (session) => {
      const restored = await deps.restoreUndone(back, session);
      const created = reviews.filter(({ _id }) => !back.has(_id)).map((after) => ({ before: null, after }));
      await deps.changeReviews([...created, ...restored], session);
      const entry = await deps.journal.add(ids, at, session);
      const places = items.map(({ place }) => place);
      await ledger?.note({ result: 'created', places, ids, settled, entry, copies: null }, session);
      return { entry, stored: new Map(restored.map(({ after }) => [after._id, after])) };
    });
    const stored = reviews.map((review) => written.stored.get(review._id) ?? review);
    const lookedUp = stored.map((review, index) => toLookedUp(review, analysed[index] as AnalysedReview));
    return { entry: written.entry, reviews: stored, lookedUp };
  };
