import type { Session } from '../db/transaction.ts';
import type { ChangeReviews } from '../reviews/change-reviews.ts';
import type { StoredReview } from '../reviews/review-model.ts';
import type { ReviewChange, ReviewStore } from '../reviews/review-store.ts';
import { clearedAgainst } from './cleared-against.ts';
import type { StoredCluster, StoredPair } from './cluster-model.ts';
import type { ClusterStore } from './cluster-store.ts';
import { connectedComponents } from './components.ts';
import type { DecisionStore } from './decision-store.ts';
import { sumCluster } from './summarise-cluster.ts';

export interface RebuildDeps {
  reviews: Pick<ReviewStore, 'byIds' | 'membersOf'>;
  clusters: ClusterStore;
  decisions: Pick<DecisionStore, 'clearancesOf'>;
  changeReviews: ChangeReviews;
  /** The first of `count` consecutive numbers. */
  newClusterIds: (count: number) => Promise<number>;
  now: () => Date;
}

export interface RebuildRequest {
  /** Reviews whose pairs or status changed. */
  seeds: readonly number[];
  session: Session;
  /** A decided cluster that an undo opens again under its own id. */
  reopen?: StoredCluster | undefined;
}

export type RebuildClusters = (request: RebuildRequest) => Promise<StoredReview[]>;

/**
 * Brings clusters, and what they make of the counts, in line with the pairs that stand, from nothing but these:
 * connected by standing pairs, removed reviews left out. Whatever takes a pair or a review away ends here: decisions,
 * undo, edited texts. Answers the reviews that changed.
 */
export function createRebuildClusters(deps: RebuildDeps): RebuildClusters {
  const { clusters, changeReviews, now } = deps;

  return async ({ seeds, session, reopen }) => {
    const { reviews, pairs } = await reachable(seeds, session);
    const alive = new Set([...reviews.values()].filter(({ status }) => status !== 'removed').map(({ _id }) => _id));
    const standing = pairs.filter((pair) => alive.has(pair.a) && alive.has(pair.b));
    const named = new Set([...reviews.values()].map(({ cluster }) => cluster).filter((id) => id !== null));
    const touched = new Map((await clusters.openOnes(named, session)).map((cluster) => [cluster._id, cluster]));
    const free = new Set([...touched.keys()].sort((x, y) => x - y));

    const changes: ReviewChange[] = [];
    const settle = (review: StoredReview, cluster: number | null, once: boolean) => {
      if (review.cluster === cluster && review.once === once) return;
      changes.push({ before: review, after: { ...review, cluster, once } });
    };
    let reopening = reopen;
    for (const { ids, pairs: own } of withPairs([...alive], standing)) {
      const members = ids.map((id) => reviews.get(id) as StoredReview);
      if (members.length === 1) {
        for (const review of members) settle(review, null, true);
        continue;
      }
      const inside = new Set(ids);
      const isReopened = reopening?.members.some((id) => inside.has(id)) ?? false;
      const clustersOf = new Set(members.map(({ cluster }) => cluster));
      const known = isReopened ? reopening : touched.get([...free].find((id) => clustersOf.has(id)) ?? 0);
      if (isReopened) reopening = undefined;
      const cluster = await putCluster({ known, members, pairs: own, session });
      free.delete(cluster._id);
      const cleared = await clearedMembers(cluster, members, session);
      for (const review of members) {
        settle(review, cluster._id, review._id === cluster.survivor || cleared.has(review._id));
      }
    }
    for (const review of reviews.values()) if (review.status === 'removed') settle(review, null, true);
    await clusters.drop([...free], session);
    await changeReviews(changes, session);
    return changes.map((change) => change.after);
  };

  /**
   * The seeds, the members of their clusters, and all that standing pairs connect with them. Removed ones are met, but
   * nothing is reached through them; only through a removed seed, to the cluster that it has left.
   */
  async function reachable(seeds: readonly number[], session: Session) {
    const reviews = new Map<number, StoredReview>();
    const pairs = new Map<string, StoredPair>();
    const read = new Set<number>();
    const first = new Set(seeds);
    let frontier = [...first];
    while (frontier.length > 0) {
      const found = await deps.reviews.byIds(frontier, session);
      const named = new Set(
        found.map(({ cluster }) => cluster).filter((id) => id !== null && !read.has(id)) as number[],
      );
      if (named.size > 0) found.push(...(await deps.reviews.membersOf([...named], session)));
      for (const id of named) read.add(id);
      const met = found.filter(({ _id }) => !reviews.has(_id));
      for (const review of met) reviews.set(review._id, review);
      const through = new Set(
        met.filter(({ _id, status }) => status !== 'removed' || first.has(_id)).map(({ _id }) => _id),
      );
      const next = new Set<number>();
      for (const pair of await clusters.standingPairsOf([...through], session)) {
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
    const { known, members, pairs, session } = request;
    const isSame =
      known?.state === 'open' &&
      known.size === members.length &&
      members.every((member) => member.cluster === known._id);
    const cluster: StoredCluster = {
      _id: known?._id ?? (await deps.newClusterIds(1)),
      state: 'open',
      members: [],
      ...sumCluster({ members, clusters: [], pairs }),
      moderator: null,
      createdAt: known?.createdAt ?? now(),
      updatedAt: isSame ? known.updatedAt : now(),
      version: known ? known.version + (isSame ? 0 : 1) : 1,
      touched: (known?.touched ?? 0) + 1,
    };
    await clusters.put(cluster, session);
    return cluster;
  }

  async function clearedMembers(cluster: StoredCluster, members: readonly StoredReview[], session: Session) {
    const survivor = members.find(({ _id }) => _id === cluster.survivor) as StoredReview;
    return clearedAgainst(survivor, members, await deps.decisions.clearancesOf([survivor._id], session));
  }
}

/** Connected components with the pairs inside each. */
function withPairs(ids: readonly number[], pairs: readonly StoredPair[]): { ids: number[]; pairs: StoredPair[] }[] {
  const components = connectedComponents(ids, pairs).map((component) => ({
    ids: component,
    pairs: [] as StoredPair[],
  }));
  const of = new Map(components.flatMap((component) => component.ids.map((id) => [id, component] as const)));
  for (const pair of pairs) of.get(pair.a)?.pairs.push(pair);
  return components;
}
