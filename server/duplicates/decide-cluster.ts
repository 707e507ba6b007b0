import type { IdsStore } from '../db/ids-store.ts';
import type { Session } from '../db/transaction.ts';
import { notFound } from '../errors.ts';
import { bulkId, clusterId, decisionId, reviewId } from '../public-ids.ts';
import type { ChangeReviews } from '../reviews/change-reviews.ts';
import type { EventStore, ReviewEvent } from '../reviews/event-store.ts';
import type { StoredReview } from '../reviews/review-model.ts';
import type { ReviewStore } from '../reviews/review-store.ts';
import type { ClaimStore } from './claim-store.ts';
import type { StoredCluster } from './cluster-model.ts';
import type { ClusterStore } from './cluster-store.ts';
import { alreadyDecided, claimedBy, versionConflict } from './conflicts.ts';
import type { StoredDecision } from './decision-model.ts';
import type { DecisionStore } from './decision-store.ts';
import type { LogStore } from './log-store.ts';
import type { RebuildClusters } from './rebuild-clusters.ts';
import { keeperOf } from './split-members.ts';

export interface DecideDeps {
  clusters: Pick<ClusterStore, 'byId' | 'put' | 'dismissPairs'>;
  decisions: Pick<DecisionStore, 'add' | 'standingOf'>;
  claims: Pick<ClaimStore, 'of' | 'release'>;
  log: Pick<LogStore, 'append'>;
  reviews: Pick<ReviewStore, 'membersOf'>;
  events: Pick<EventStore, 'add'>;
  changeReviews: ChangeReviews;
  rebuild: RebuildClusters;
  ids: Pick<IdsStore, 'next'>;
  now: () => Date;
}

/** What is to become of the members. Without removed ones they are no duplicates. */
export type Choice = Pick<StoredDecision, 'action' | 'kept' | 'removed' | 'reason' | 'note'>;

export interface DecideRequest {
  cluster: number;
  /** The version that the choice was made on. */
  version: number;
  actor: string;
  /** Also what somebody else has claimed. */
  takeOver: boolean;
  bulk: number | null;
  /** May throw what refuses the decision. */
  choose: (cluster: StoredCluster, members: readonly StoredReview[]) => Choice | Promise<Choice>;
}

/** Decides inside the caller's transaction. */
export type DecideCluster = (request: DecideRequest, session: Session) => Promise<StoredDecision>;

/**
 * A decision on a cluster: log, reviews, pairs, clusters and counts change together.
 * Throws AppError `not-found`, `already-decided`, `version-conflict`, `claimed` (409) and what `choose` throws.
 */
export function createDecideCluster(deps: DecideDeps): DecideCluster {
  const { clusters, decisions, claims } = deps;

  const openCluster = async (request: DecideRequest, session: Session): Promise<StoredCluster> => {
    const cluster = await clusters.byId(request.cluster, session);
    if (!cluster) throw notFound('cluster');
    if (cluster.state !== 'open') throw alreadyDecided(cluster, await decisions.standingOf(cluster._id, session));
    if (cluster.version !== request.version) throw versionConflict(cluster, request.version);
    const claim = (await claims.of([cluster._id], deps.now(), session)).get(cluster._id);
    if (claim && claim.actor !== request.actor && !request.takeOver) throw claimedBy(claim, request.actor);
    return cluster;
  };

  return async (request, session) => {
    const cluster = await openCluster(request, session);
    const members = (await deps.reviews.membersOf([cluster._id], session)).sort((x, y) => x._id - y._id);
    const decision: StoredDecision = {
      _id: await deps.ids.next('decisions', session),
      cluster: cluster._id,
      members: members.map((review) => review._id),
      ...(await request.choose(cluster, members)),
      actor: request.actor,
      at: deps.now(),
      bulk: request.bulk,
      clusterVersion: cluster.version + 1,
      before: members.map(stateOf),
      undoneAt: null,
      undoneBy: null,
    };
    await decisions.add(decision, session);
    await clusters.put(closed(cluster, decision), session);
    await clusters.dismissPairs(decision.kept, decision._id, session);
    await deps.changeReviews(removals({ cluster, members, decision }), session);
    await deps.rebuild({ seeds: decision.members, session });
    await deps.events.add(eventsOf(members, decision), session);
    await claims.release([cluster._id], { session });
    await deps.log.append(
      { at: decision.at, actor: decision.actor, action: 'decide', ...tellDecision(decision) },
      session,
    );
    return decision;
  };
}

const stateOf = ({ _id, exact, status, statusReason, copyOf }: StoredReview) => ({
  ...{ id: _id, exact, status, statusReason, copyOf },
});

const closed = (cluster: StoredCluster, decision: StoredDecision): StoredCluster => ({
  ...cluster,
  state: decision.action === 'remove' ? 'removed' : 'not_duplicates',
  members: decision.members,
  reason: decision.reason ?? cluster.reason,
  moderator: decision.actor,
  version: cluster.version + 1,
  touched: cluster.touched + 1,
  updatedAt: decision.at,
});

function removals(request: { cluster: StoredCluster; members: readonly StoredReview[]; decision: StoredDecision }) {
  const { cluster, members, decision } = request;
  const isRemoved = new Set(decision.removed);
  const keptFor = keeperOf(members, decision.kept, cluster.survivor);
  return members
    .filter((review) => isRemoved.has(review._id))
    .map((before) => ({
      before,
      after: {
        ...before,
        status: 'removed' as const,
        statusReason: decision.reason,
        copyOf: keptFor(before),
        cluster: null,
        once: true,
        updatedAt: decision.at,
        version: before.version + 1,
      },
    }));
}

function eventsOf(members: readonly StoredReview[], decision: StoredDecision): ReviewEvent[] {
  const isRemoved = new Set(decision.removed);
  const detail = [decisionId(decision._id), decision.reason, decision.note].filter(Boolean).join(': ');
  const others = decision.action === 'remove' ? ('kept' as const) : ('not-duplicate' as const);
  return members.map(({ _id, version }) => ({
    review: _id,
    at: decision.at,
    actor: decision.actor,
    event: isRemoved.has(_id) ? ('removed' as const) : others,
    detail,
    version: version + Number(isRemoved.has(_id)),
  }));
}

const tellDecision = (decision: StoredDecision) => ({
  subject: decisionId(decision._id),
  payload: {
    cluster: clusterId(decision.cluster),
    action: decision.action,
    kept: decision.kept.map(reviewId),
    removed: decision.removed.map(reviewId),
    reason: decision.reason,
    note: decision.note,
    bulk: decision.bulk === null ? null : bulkId(decision.bulk),
  },
});
