import type { Session } from '../db/transaction.ts';
import type { ChangeReviews } from '../reviews/change-reviews.ts';
import type { StoredReview } from '../reviews/review-model.ts';
import type { ReviewChange, ReviewStore } from '../reviews/review-store.ts';
import type { StoredCluster, StoredPair } from './cluster-model.ts';
import type { ClusterStore } from './cluster-store.ts';
import { connectedComponents } from './components.ts';
import { summariseCluster } from './summarise-cluster.ts';

export interface RebuildDeps {
  reviews: Pick<ReviewStore, 'byIds'>;
  clusters: ClusterStore;
  changeReviews: ChangeReviews;
  nextClusterId: () => Promise<number>;
  now: () => Date;
}

export interface RebuildRequest {
  /** Reviews whose pairs or status changed. */
  seeds: readonly number[];
  session: Session;
  attempt: number;
  /** A decided cluster that an undo opens again under its own id. */
  reopen?: StoredCluster | undefined;
}

export type RebuildClusters = (request: RebuildRequest) => Promise<StoredReview[]>;

/**
 * Brings clusters, and what they make of the counts, in line with the pairs that stand. New pairs, decisions, undo and
 * edited texts all end here, so that clusters merge and split by one rule: connected by standing pairs, removed
 * reviews left out. Answers the reviews that changed.
 */
export function createRebuildClusters(deps: RebuildDeps): RebuildClusters {
  const { clusters, changeReviews, now } = deps;

  return async ({ seeds, session, attempt, reopen }) => {
    const open = await clusters.openClustersOf(seeds, session);
    const { reviews, pairs } = await reachable([...seeds, ...open.flatMap((cluster) => cluster.members)], session);
    const alive = [...reviews.values()].filter((review) => review.status !== 'removed');
    const aliveIds = new Set(alive.map((review) => review._id));
    const standing = pairs.filter((pair) => aliveIds.has(pair.a) && aliveIds.has(pair.b));
    const touched = await clusters.openClustersOf([...reviews.keys()], session);

    const changes: ReviewChange[] = [];
    const settle = (review: StoredReview, cluster: number | null, once: boolean) => {
      if (review.cluster === cluster && review.once === once) return;
      changes.push({ before: review, after: { ...review, cluster, once } });
    };

    const used = new Set<number>();
    for (const component of connectedComponents([...aliveIds], standing)) {
      const members = component.map((id) => reviews.get(id) as StoredReview);
      if (members.length === 1) {
        for (const review of members) settle(review, null, true);
        continue;
      }
      const known = [...(reopen ? [reopen] : []), ...touched].find(
        (cluster) => !used.has(cluster._id) && cluster.members.some((id) => component.includes(id)),
      );
      const cluster = await putCluster({ known, members, pairs: standing, session });
      used.add(cluster._id);
      const cleared = await clearedAgainst(cluster.survivor, component, session);
      for (const review of members) {
        settle(review, cluster._id, review._id === cluster.survivor || cleared.has(review._id));
      }
    }
    for (const review of reviews.values()) if (review.status === 'removed') settle(review, null, true);
    await clusters.drop(
      touched.map((cluster) => cluster._id).filter((id) => !used.has(id)),
      session,
    );
    await changeReviews(changes, session, attempt);
    return changes.map((change) => change.after);
  };

  /** All reviews connected with the seeds by standing pairs; removed ones are met, but nothing is reached through them. */
  async function reachable(seeds: readonly number[], session: Session) {
    const reviews = new Map<number, StoredReview>();
    const pairs = new Map<string, StoredPair>();
    let frontier = [...new Set(seeds)];
    while (frontier.length > 0) {
      const found = await deps.reviews.byIds(frontier, session);
      for (const review of found) reviews.set(review._id, review);
      const alive = found.filter((review) => review.status !== 'removed').map((review) => review._id);
      const next = new Set<number>();
      for (const pair of await clusters.standingPairsOf(alive, session)) {
        pairs.set(pair._id, pair);
        for (const id of [pair.a, pair.b]) if (!reviews.has(id)) next.add(id);
      }
      frontier = [...next];
    }
    return { reviews, pairs: [...pairs.values()] };
  }

  async function putCluster(request: {
    known: StoredCluster | undefined;
    members: readonly StoredReview[];
    pairs: readonly StoredPair[];
    session: Session;
  }): Promise<StoredCluster> {
    const { known, members, session } = request;
    const ids = new Set(members.map((member) => member._id));
    const facts = summariseCluster(
      members,
      request.pairs.filter((pair) => ids.has(pair.a) && ids.has(pair.b)),
    );
    const isSame = known?.state === 'open' && JSON.stringify(known.members) === JSON.stringify(facts.members);
    const cluster: StoredCluster = {
      _id: known?._id ?? (await deps.nextClusterId()),
      state: 'open',
      ...facts,
      createdAt: known?.createdAt ?? now(),
      updatedAt: isSame ? known.updatedAt : now(),
      version: known ? known.version + (isSame ? 0 : 1) : 1,
    };
    await clusters.put(cluster, session);
    return cluster;
  }

  /** Members that a decision has cleared against the survivor: they go on counting when a new copy opens the question again. */
  async function clearedAgainst(survivor: number, members: readonly number[], session: Session): Promise<Set<number>> {
    const pairs = await clusters.pairsAmong(members, session);
    const own = pairs.filter((pair) => pair.dismissedBy !== null && (pair.a === survivor || pair.b === survivor));
    return new Set(own.map((pair) => (pair.a === survivor ? pair.b : pair.a)));
  }
}
