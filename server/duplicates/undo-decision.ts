import type { Session } from '../db/transaction.ts';
import { notFound } from '../errors.ts';
import { clusterId, decisionId, reviewId } from '../public-ids.ts';
import type { ChangeReviews } from '../reviews/change-reviews.ts';
import type { EventStore } from '../reviews/event-store.ts';
import type { LookupJournalStore } from '../reviews/lookup-journal-store.ts';
import type { StoredReview } from '../reviews/review-model.ts';
import type { ReviewStore } from '../reviews/review-store.ts';
import type { ClusterStore } from './cluster-store.ts';
import { alreadyUndone, changedSince, decidedLater } from './conflicts.ts';
import type { StoredDecision } from './decision-model.ts';
import type { DecisionStore } from './decision-store.ts';
import type { LogStore } from './log-store.ts';
import type { RebuildClusters } from './rebuild-clusters.ts';

export interface UndoDeps {
  clusters: Pick<ClusterStore, 'byId' | 'drop' | 'restorePairs'>;
  decisions: Pick<DecisionStore, 'byId' | 'laterOn' | 'markUndone'>;
  log: Pick<LogStore, 'append'>;
  reviews: Pick<ReviewStore, 'byIds'>;
  events: Pick<EventStore, 'add'>;
  changeReviews: ChangeReviews;
  rebuild: RebuildClusters;
  journal: Pick<LookupJournalStore, 'addForSecondLook'>;
  now: () => Date;
}

/** Takes a decision back inside the caller's transaction. */
export type UndoDecision = (request: { decision: number; actor: string }, session: Session) => Promise<StoredDecision>;

/**
 * Puts everything back as it was before a decision.
 * Throws AppError `not-found`, `already-undone`, `decided-later`, `changed-since` (409).
 */
export function createUndoDecision(deps: UndoDeps): UndoDecision {
  const { clusters, decisions } = deps;

  const standing = async (id: number, session: Session): Promise<StoredDecision> => {
    const decision = await decisions.byId(id, session);
    if (!decision) throw notFound('decision');
    if (decision.undoneAt) throw alreadyUndone(decision);
    const later = await decisions.laterOn(id, decision.members, session);
    if (later) throw decidedLater(later);
    return decision;
  };

  return async ({ decision: id, actor }, session) => {
    const decision = await standing(id, session);
    const members = await deps.reviews.byIds(decision.members, session);
    const isRemoved = new Set(decision.removed);
    // A removed review whose status somebody has set by hand since is theirs to settle.
    const changed = members.filter(({ _id, status }) => isRemoved.has(_id) && status !== 'removed');
    if (changed.length > 0)
      throw changedSince(
        decision,
        changed.map(({ _id }) => _id),
      );
    const at = deps.now();
    await decisions.markUndone(id, { at, by: actor }, session);
    await deps.changeReviews(restored(members, decision, at), session);
    // While they were removed, nothing was held against them.
    await deps.journal.addForSecondLook([...isRemoved], at, session);
    await clusters.restorePairs(id, decision.kept, session);
    const cluster = await clusters.byId(decision.cluster, session);
    if (cluster) await clusters.drop([cluster._id], session);
    await deps.rebuild({ seeds: decision.members, session, reopen: cluster ?? undefined });
    await deps.events.add(
      members.map((review) => ({
        review: review._id,
        at,
        actor,
        event: 'restored' as const,
        detail: `undo of ${decisionId(id)}`,
        version: review.version + 1,
      })),
      session,
    );
    const payload = { cluster: clusterId(decision.cluster), restored: decision.removed.map(reviewId) };
    await deps.log.append({ at, actor, action: 'undo', subject: decisionId(id), payload }, session);
    return { ...decision, undoneAt: at, undoneBy: actor };
  };
}

function restored(members: readonly StoredReview[], decision: StoredDecision, at: Date) {
  const isRemoved = new Set(decision.removed);
  const before = new Map(decision.before.map((state) => [state.id, state]));
  return members
    .filter((review) => isRemoved.has(review._id))
    .map((review) => {
      const { status, statusReason, copyOf } = before.get(review._id) ?? review;
      const after = { ...review, status, statusReason, copyOf, updatedAt: at, version: review.version + 1 };
      return { before: review, after };
    });
}
