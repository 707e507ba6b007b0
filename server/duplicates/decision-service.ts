import type { Decide } from '../contract/duplicates.ts';
import type { IdsStore } from '../db/ids-store.ts';
import type { Session, Transact } from '../db/transaction.ts';
import { AppError, notFound } from '../errors.ts';
import { clusterId, decisionId, reviewId } from '../public-ids.ts';
import type { ChangeReviews } from '../reviews/change-reviews.ts';
import type { EventStore, ReviewEvent } from '../reviews/event-store.ts';
import type { LookupJournalStore } from '../reviews/lookup-journal-store.ts';
import type { StoredReview } from '../reviews/review-model.ts';
import type { ReviewStore } from '../reviews/review-store.ts';
import type { StoredCluster } from './cluster-model.ts';
import type { ClusterStore } from './cluster-store.ts';
import type { StoredDecision } from './decision-model.ts';
import type { DecisionStore } from './decision-store.ts';
import type { RebuildClusters } from './rebuild-clusters.ts';
import { keeperOf, splitMembers } from './split-members.ts';

export interface DecisionDeps {
  clusters: ClusterStore;
  decisions: DecisionStore;
  reviews: Pick<ReviewStore, 'byIds' | 'membersOf'>;
  events: Pick<EventStore, 'add'>;
  changeReviews: ChangeReviews;
  rebuild: RebuildClusters;
  journal: Pick<LookupJournalStore, 'addForSecondLook'>;
  ids: Pick<IdsStore, 'next'>;
  transact: Transact;
  now: () => Date;
}

export type DecisionService = ReturnType<typeof createDecisionService>;

/** A moderator's decisions on clusters and their undo: reviews, clusters, counts and log change in one transaction. */
export function createDecisionService(deps: DecisionDeps) {
  const { clusters, decisions, transact, now } = deps;

  return {
    /** @throws AppError `not-found`, `already-decided`, `version-conflict` (409), `members-differ` (422) */
    async decide(id: number, decide: Decide, actor: string): Promise<StoredDecision> {
      return transact(async (session, attempt) => {
        const cluster = await clusters.byId(id, session);
        if (!cluster) throw notFound('cluster');
        await refuseDecided(cluster, session);
        if (cluster.version !== decide.version) throw versionConflict(cluster, decide.version);
        const members = (await deps.reviews.membersOf([id], session)).sort((x, y) => x._id - y._id);
        const memberIds = members.map((review) => review._id);
        const { kept, removed } = splitMembers(cluster, memberIds, decide);
        const decision: StoredDecision = {
          _id: await deps.ids.next('decisions', session),
          cluster: id,
          action: decide.action,
          members: memberIds,
          kept,
          removed,
          reason: decide.action === 'remove' ? decide.reason : null,
          note: decide.note ?? null,
          actor,
          at: now(),
          before: members.map(({ _id, exact, status, statusReason, copyOf }) => ({
            id: _id,
            exact,
            status,
            statusReason,
            copyOf,
          })),
          undoneAt: null,
          undoneBy: null,
        };
        await decisions.add(decision, session);
        await clusters.put(
          {
            ...cluster,
            state: decide.action === 'remove' ? 'removed' : 'not_duplicates',
            members: memberIds,
            version: cluster.version + 1,
            touched: cluster.touched + 1,
            updatedAt: decision.at,
          },
          session,
        );
        await clusters.dismissPairs(kept, decision._id, session);
        const isRemoved = new Set(removed);
        const keptFor = keeperOf(members, kept, cluster.survivor);
        const changes = members
          .filter((review) => isRemoved.has(review._id))
          .map((before) => ({
            before,
            after: takenOut(before, { reason: decision.reason, copyOf: keptFor(before), at: decision.at }),
          }));
        await deps.changeReviews(changes, session, attempt);
        await deps.rebuild({ seeds: memberIds, session, attempt });
        await deps.events.add(
          members.map((review) => eventOf(review, decision, isRemoved.has(review._id))),
          session,
        );
        return decision;
      });
    },

    /** Puts everything back as it was before the decision. @throws AppError `not-found`, `already-undone`, `decided-later` (409) */
    async undo(id: number, actor: string): Promise<StoredDecision> {
      return transact(async (session, attempt) => {
        const decision = await decisions.byId(id, session);
        if (!decision) throw notFound('decision');
        if (decision.undoneAt) {
          throw new AppError(
            'already-undone',
            409,
            `${decisionId(id)} was undone by ${decision.undoneBy} at ${decision.undoneAt.toISOString()}.`,
          );
        }
        const later = await decisions.laterOn(id, decision.members, session);
        if (later) {
          throw new AppError(
            'decided-later',
            409,
            `${decisionId(later._id)} by ${later.actor} decided on the same reviews later: undo that first.`,
          );
        }
        const members = await deps.reviews.byIds(decision.members, session);
        refuseChanged(members, decision);
        const at = now();
        const isRemoved = new Set(decision.removed);
        const before = new Map(decision.before.map((state) => [state.id, state]));
        const changes = members
          .filter((review) => isRemoved.has(review._id))
          .map((review) => {
            const { status, statusReason, copyOf } = before.get(review._id) ?? review;
            return {
              before: review,
              after: { ...review, status, statusReason, copyOf, updatedAt: at, version: review.version + 1 },
            };
          });
        await decisions.markUndone(id, { at, by: actor }, session);
        await deps.changeReviews(changes, session, attempt);
        // While they were removed, nothing was held against them.
        await deps.journal.addForSecondLook([...isRemoved], at, session);
        await clusters.restorePairs(id, decision.kept, session);
        const cluster = await clusters.byId(decision.cluster, session);
        if (cluster) await clusters.drop([cluster._id], session);
        await deps.rebuild({ seeds: decision.members, session, attempt, reopen: cluster ?? undefined });
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
        return { ...decision, undoneAt: at, undoneBy: actor };
      });
    },
  };

  async function refuseDecided(cluster: StoredCluster, session: Session): Promise<void> {
    if (cluster.state === 'open') return;
    const decision = await decisions.standingOf(cluster._id, session);
    const what =
      cluster.state === 'removed'
        ? `removed ${decision?.removed.length ?? 0} of its reviews`
        : 'said they are not duplicates';
    throw new AppError(
      'already-decided',
      409,
      `${clusterId(cluster._id)} is decided: ${decision?.actor ?? 'somebody'} ${what} at ${decision?.at.toISOString() ?? 'an unknown time'}.`,
    );
  }
}

/** A removed review whose status somebody has set by hand since is theirs to settle. */
function refuseChanged(members: readonly StoredReview[], decision: StoredDecision): void {
  const isRemoved = new Set(decision.removed);
  const changed = members.filter((review) => isRemoved.has(review._id) && review.status !== 'removed');
  if (changed.length === 0) return;
  const names = changed.map((review) => reviewId(review._id)).join(', ');
  throw new AppError(
    'changed-since',
    409,
    `The status of ${names} was changed by hand after ${decisionId(decision._id)}.`,
  );
}

const versionConflict = (cluster: StoredCluster, seen: number) =>
  new AppError(
    'version-conflict',
    409,
    `${clusterId(cluster._id)} has changed since you saw it (version ${cluster.version}, yours was ${seen}): its members may be others now. Load it again.`,
  );

const takenOut = (
  review: StoredReview,
  { reason, copyOf, at }: { reason: string | null; copyOf: number; at: Date },
): StoredReview => ({
  ...review,
  status: 'removed',
  statusReason: reason,
  copyOf,
  cluster: null,
  once: true,
  updatedAt: at,
  version: review.version + 1,
});

function eventOf(review: StoredReview, decision: StoredDecision, isRemoved: boolean): ReviewEvent {
  const event = isRemoved ? 'removed' : decision.action === 'remove' ? 'kept' : 'not-duplicate';
  const detail = [decisionId(decision._id), decision.reason, decision.note].filter(Boolean).join(': ');
  return {
    review: review._id,
    at: decision.at,
    actor: decision.actor,
    event,
    detail,
    version: review.version + Number(isRemoved),
  };
}
