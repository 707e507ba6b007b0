import type { Session, Transact } from '../db/transaction.ts';
import type { ClusterStore } from '../duplicates/cluster-store.ts';
import type { RebuildClusters } from '../duplicates/rebuild-clusters.ts';
import type { ChangeReviews } from '../reviews/change-reviews.ts';
import { erased, isErased } from '../reviews/erased-review.ts';
import type { EventStore } from '../reviews/event-store.ts';
import type { StoredReview } from '../reviews/review-model.ts';
import type { ReviewChange, ReviewStore } from '../reviews/review-store.ts';
import type { TraceStore } from './trace-store.ts';

export interface EraseDeps {
  reviews: Pick<ReviewStore, 'byIds' | 'heirOfExact'>;
  clusters: Pick<ClusterStore, 'removePairsOf' | 'standingPairsOf'>;
  changeReviews: ChangeReviews;
  rebuild: RebuildClusters;
  events: Pick<EventStore, 'add'>;
  traces: Pick<TraceStore, 'removeOf'>;
  transact: Transact;
  now: () => Date;
}

/** Erases reviews, and all that follows from them, in one transaction with the note of it. */
export type EraseReviews = (
  ids: readonly number[],
  by: { actor: string; note: (erasedIds: readonly number[], session: Session) => Promise<void> },
) => Promise<void>;

export const createEraseReviews =
  (deps: EraseDeps): EraseReviews =>
  (ids, { actor, note }) =>
    deps.transact(async (session) => {
      const at = deps.now();
      const open = (await deps.reviews.byIds(ids, session)).filter((review) => !isErased(review));
      const openIds = open.map(({ _id }) => _id);
      const pairs = await deps.clusters.standingPairsOf(openIds, session);
      const changes = open.map((before) => ({ before, after: erased(before, at) }));
      await deps.changeReviews([...changes, ...(await keysPassedOn(deps, open, session))], session);
      await deps.clusters.removePairsOf(openIds, session);
      await deps.traces.removeOf(openIds, session);
      await deps.events.add(
        changes.map(({ after }) => ({
          ...{ review: after._id, at, actor, event: 'erased' as const, detail: null, version: after.version },
        })),
        session,
      );
      const seeds = [...new Set([...openIds, ...pairs.flatMap(({ a, b }) => [a, b])])];
      await deps.rebuild({ seeds, session });
      await note(openIds, session);
    });

/** The look-up keys of a text pass to another review that has it and is not erased itself. */
async function keysPassedOn(
  { reviews }: EraseDeps,
  open: readonly StoredReview[],
  session: Session,
): Promise<ReviewChange[]> {
  const leaving = new Set(open.map(({ _id }) => _id));
  const changes: ReviewChange[] = [];
  for (const review of open) {
    if (review.bands.length === 0) continue;
    const heir = await reviews.heirOfExact(review.exact, review._id, session);
    if (heir && heir.bands.length === 0 && !leaving.has(heir._id))
      changes.push({ before: heir, after: { ...heir, bands: review.bands } });
  }
  return changes;
}
