import type { AnalysedReview } from '../analysis/analyse-pool.ts';
import type { ReviewInput } from '../contract/reviews.ts';
import type { Transact } from '../db/transaction.ts';
import type { ClusterStore } from '../duplicates/cluster-store.ts';
import type { LookedUp } from '../duplicates/copy-finder.ts';
import { lookupKeys } from '../duplicates/lookup-keys.ts';
import type { RebuildClusters } from '../duplicates/rebuild-clusters.ts';
import { notFound } from '../errors.ts';
import { analysedFields, contentOf, NOTHING_SAID } from './build-review.ts';
import type { ChangeReviews } from './change-reviews.ts';
import type { EventStore } from './event-store.ts';
import { toLookedUp } from './intake-result.ts';
import type { LookupJournalStore } from './lookup-journal-store.ts';
import type { StoredReview } from './review-model.ts';
import type { ReviewChange, ReviewStore } from './review-store.ts';

export interface ReviseDeps {
  store: Pick<ReviewStore, 'byIds' | 'heirOfExact'>;
  clusters: Pick<ClusterStore, 'removePairsOf' | 'standingPairsOf'>;
  changeReviews: ChangeReviews;
  rebuild: RebuildClusters;
  events: Pick<EventStore, 'add'>;
  journal: Pick<LookupJournalStore, 'add'>;
  transact: Transact;
  now: () => Date;
}

/** The review as stored now; `entry` and `lookedUp` when its copies have to be looked up anew. */
export type ReviseReview = (
  existing: StoredReview,
  input: ReviewInput,
  analysed: AnalysedReview,
) => Promise<{ review: StoredReview; entry: string | undefined; lookedUp: LookedUp[] }>;

/** Takes in a changed version of a stored review: its judgements and copies follow from the new text alone. */
export const createReviseReview =
  (deps: ReviseDeps): ReviseReview =>
  async (existing, input, analysed) =>
    deps.transact(async (session, attempt) => {
      const [fresh] = await deps.store.byIds([existing._id], session);
      if (!fresh) throw notFound('review');
      const content = contentOf(input);
      const hasNewText = fresh.exact !== analysed.fingerprint.exact;
      const { fingerprint } = analysed;
      // Whether a generic text is a copy hangs on who wrote it.
      const hasNewKeys = hasNewText || (fingerprint.generic && fresh.author !== content.author);
      // Whether two tell the same in other words is asked of one product only.
      const isLookedUp = hasNewKeys || fresh.product !== content.product;
      // Another text is judged afresh: what people said was of the words that stood there.
      const base: StoredReview = hasNewText ? { ...fresh, ...NOTHING_SAID } : fresh;
      const review: StoredReview = {
        ...base,
        ...content,
        day: content.date?.slice(0, 10) ?? fresh.createdAt.toISOString().slice(0, 10),
        ...analysedFields(analysed, base),
        bands: hasNewKeys ? lookupKeys(fingerprint, content.author) : fresh.bands,
        updatedAt: deps.now(),
        version: fresh.version + 1,
      };
      const changes: ReviewChange[] = [{ before: fresh, after: review }];
      const heir =
        hasNewText && fresh.bands.length > 0 ? await deps.store.heirOfExact(fresh.exact, fresh._id, session) : null;
      if (heir && heir.bands.length === 0) changes.push({ before: heir, after: { ...heir, bands: fresh.bands } });
      await deps.changeReviews(changes, session, attempt);
      await deps.events.add(
        [
          {
            review: review._id,
            at: review.updatedAt,
            actor: 'source',
            event: 'updated',
            detail: changedFields(fresh, review),
            version: review.version,
          },
        ],
        session,
      );
      if (!isLookedUp) return { review, entry: undefined, lookedUp: [] };

      const neighbours = (await deps.clusters.standingPairsOf([review._id], session)).flatMap((pair) => [
        pair.a,
        pair.b,
      ]);
      await deps.clusters.removePairsOf(review._id, session);
      const rebuilt = await deps.rebuild({ seeds: [review._id, ...neighbours], session, attempt });
      const entry = await deps.journal.add([review._id], review.updatedAt, session);
      const settled = rebuilt.find((other) => other._id === review._id) ?? review;
      return { review: settled, entry, lookedUp: [toLookedUp(settled, analysed)] };
    });

const changedFields = (before: StoredReview, after: StoredReview) =>
  (['product', 'title', 'text', 'rating', 'author', 'date', 'verified'] as const)
    .filter((field) => before[field] !== after[field])
    .join(', ');
