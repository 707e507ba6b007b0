import type { Session } from '../db/transaction.ts';
import type { ChangeReviews } from '../reviews/change-reviews.ts';
import type { StoredReview } from '../reviews/review-model.ts';
import type { ReviewChange, ReviewStore } from '../reviews/review-store.ts';
import { type Clearance, clearedAgainst } from './cleared-against.ts';
import type { StoredCluster, StoredPair } from './cluster-model.ts';
import type { ClusterStore } from './cluster-store.ts';
import { connectedComponents } from './components.ts';
import type { DecisionStore } from './decision-store.ts';
import { sumCluster } from './summarise-cluster.ts';

export interface JoinDeps {
  reviews: Pick<ReviewStore, 'byIds' | 'membersOf' | 'countedMembersOf'>;
  clusters: Pick<ClusterStore, 'openOnes' | 'putAll' | 'drop'>;
  decisions: Pick<DecisionStore, 'clearancesOf'>;
  changeReviews: ChangeReviews;
  /** The first of `count` consecutive numbers. */
  newClusterIds: (count: number) => Promise<number>;
  now: () => Date;
}

export interface JoinRequest {
  /** Pairs that stand since this transaction, of reviews that are not removed. */
  pairs: readonly StoredPair[];
  /** Both reviews of each pair, as they are stored now. */
  reviews: ReadonlyMap<number, StoredReview>;
  session: Session;
}

export type JoinClusters = (request: JoinRequest) => Promise<StoredReview[]>;

/** What new pairs connect: clusters, the largest first, and reviews that were in none. */
interface Group {
  clusters: StoredCluster[];
  singles: StoredReview[];
  pairs: StoredPair[];
}

/** A group as the cluster that it is now; `joining` were not in its `base`. */
interface Join {
  cluster: StoredCluster;
  joining: StoredReview[];
  base: StoredCluster | undefined;
}

/**
 * Joins what new pairs connect. Pairs only ever add: so a cluster is taken as a whole, and the cost goes with the
 * reviews that come in and the smaller clusters that go up in a larger one, not with the members that are there.
 * Answers the reviews that changed.
 */
export function createJoinClusters(deps: JoinDeps): JoinClusters {
  return async ({ pairs, reviews, session }) => {
    const ids = new Set([...reviews.values()].map((review) => review.cluster).filter((id) => id !== null));
    const open = new Map((await deps.clusters.openOnes(ids, session)).map((cluster) => [cluster._id, cluster]));
    const groups = groupsOf({ pairs, reviews, open });
    if (groups.length === 0) return [];
    const absorbed = groups.flatMap(({ clusters }) => clusters.slice(1).map(({ _id }) => _id));
    const moved = absorbed.length > 0 ? await deps.reviews.membersOf(absorbed, session) : [];
    let nextId = await newIds(groups.filter(({ clusters }) => clusters.length === 0).length);
    const joins = groups.map((group) => join(group, moved, () => nextId++));
    await deps.clusters.putAll(
      joins.map(({ cluster }) => cluster),
      session,
    );
    await deps.clusters.drop(absorbed, session);
    const clearances = await deps.decisions.clearancesOf(
      joins.flatMap(({ cluster, joining }) => [cluster.survivor, ...joining.map(({ _id }) => _id)]),
      session,
    );
    const changes: ReviewChange[] = [];
    for (const one of joins) {
      const own = clearances.filter(({ kept }) => kept.has(one.cluster.survivor));
      const isSameSurvivor = one.base && one.base.survivor === one.cluster.survivor;
      changes.push(...(await (isSameSurvivor ? settleJoining : settleAll)(one, own, session)));
    }
    await deps.changeReviews(changes, session);
    return changes.map((change) => change.after);
  };

  /** The first of so many numbers. */
  async function newIds(count: number): Promise<number> {
    return count > 0 ? deps.newClusterIds(count) : 0;
  }

  function join({ clusters: [base, ...absorbed], singles, pairs }: Group, moved: StoredReview[], newId: () => number) {
    const gone = new Set(absorbed.map(({ _id }) => _id));
    const joining = [...singles, ...moved.filter(({ cluster }) => cluster !== null && gone.has(cluster))];
    const sum = sumCluster({ members: singles, clusters: base ? [base, ...absorbed] : [], pairs });
    const at = deps.now();
    const cluster: StoredCluster = {
      _id: base?._id ?? newId(),
      state: 'open',
      members: [],
      ...sum,
      moderator: null,
      createdAt: base?.createdAt ?? at,
      updatedAt: joining.length > 0 ? at : (base?.updatedAt ?? at),
      version: (base?.version ?? 0) + Number(joining.length > 0),
      touched: (base?.touched ?? 0) + 1,
    };
    return { cluster, joining, base };
  }

  /** The survivor is who it was: only those who join can change how they count. */
  async function settleJoining({ cluster, joining }: Join, clearances: readonly Clearance[], session: Session) {
    const survivor = clearances.length > 0 ? (await deps.reviews.byIds([cluster.survivor], session))[0] : undefined;
    const cleared = survivor ? clearedAgainst(survivor, joining, clearances) : new Set<number>();
    return joining.flatMap((review) => settled(review, cluster._id, cleared.has(review._id)));
  }

  /** One who joins is the survivor: of the members that were there, those change that counted or are cleared against it. */
  async function settleAll({ cluster, joining, base }: Join, clearances: readonly Clearance[], session: Session) {
    const kept = clearances.flatMap((clearance) => [...clearance.kept.keys()]);
    const there = base
      ? [
          ...(await deps.reviews.countedMembersOf(base._id, session)),
          ...(kept.length > 0 ? await deps.reviews.byIds(kept, session) : []).filter(
            (review) => review.cluster === base._id,
          ),
        ]
      : [];
    const members = [...new Map([...there, ...joining].map((review) => [review._id, review])).values()];
    const survivor = members.find((review) => review._id === cluster.survivor) as StoredReview;
    const cleared = clearedAgainst(survivor, members, clearances);
    return members.flatMap((review) =>
      settled(review, cluster._id, review._id === cluster.survivor || cleared.has(review._id)),
    );
  }
}

const settled = (review: StoredReview, cluster: number, once: boolean): ReviewChange[] =>
  review.cluster === cluster && review.once === once ? [] : [{ before: review, after: { ...review, cluster, once } }];

/** Clusters count as one node each, under their negative id. */
function groupsOf({
  pairs,
  reviews,
  open,
}: {
  pairs: readonly StoredPair[];
  reviews: ReadonlyMap<number, StoredReview>;
  open: ReadonlyMap<number, StoredCluster>;
}): Group[] {
  const nodeOf = (id: number): number => {
    const cluster = reviews.get(id)?.cluster ?? null;
    return cluster !== null && open.has(cluster) ? -cluster : id;
  };
  const edges = pairs.map((pair) => ({ pair, a: nodeOf(pair.a), b: nodeOf(pair.b) }));
  const groups = new Map<number, Group>();
  for (const nodes of connectedComponents([...new Set(edges.flatMap(({ a, b }) => [a, b]))], edges)) {
    const group: Group = {
      clusters: nodes
        .filter((node) => node < 0)
        .map((node) => open.get(-node) as StoredCluster)
        .sort((x, y) => y.size - x.size || x._id - y._id),
      singles: nodes.filter((node) => node > 0).map((id) => reviews.get(id) as StoredReview),
      pairs: [],
    };
    for (const node of nodes) groups.set(node, group);
  }
  for (const { pair, a } of edges) groups.get(a)?.pairs.push(pair);
  return [...new Set(groups.values())];
}
