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

export interface JoinDeps {
  reviews: Pick<ReviewStore, 'byIds' | 'membersOf' | 'countedMembersOf'>;
  clusters: Pick<ClusterStore, 'openOnes' | 'put' | 'drop'>;
  decisions: Pick<DecisionStore, 'clearancesOf'>;
  changeReviews: ChangeReviews;
  nextClusterId: () => Promise<number>;
  now: () => Date;
}

export interface JoinRequest {
  /** Pairs that stand since this transaction, of reviews that are not removed. */
  pairs: readonly StoredPair[];
  /** Both reviews of each pair, as they are stored now. */
  reviews: ReadonlyMap<number, StoredReview>;
  session: Session;
  attempt: number;
}

export type JoinClusters = (request: JoinRequest) => Promise<StoredReview[]>;

/** What new pairs connect: clusters, the largest first, and reviews that were in none. */
interface Group {
  clusters: StoredCluster[];
  singles: StoredReview[];
  pairs: StoredPair[];
}

/**
 * Joins what new pairs connect. Pairs only ever add: so a cluster is taken as a whole, and the cost goes with the
 * reviews that come in and the smaller clusters that go up in a larger one, not with the members that are there.
 * Answers the reviews that changed.
 */
export function createJoinClusters(deps: JoinDeps): JoinClusters {
  return async ({ pairs, reviews, session, attempt }) => {
    const ids = new Set([...reviews.values()].map((review) => review.cluster).filter((id) => id !== null));
    const open = new Map((await deps.clusters.openOnes(ids, session)).map((cluster) => [cluster._id, cluster]));
    const changes: ReviewChange[] = [];
    for (const group of groupsOf({ pairs, reviews, open })) changes.push(...(await join(group, session)));
    await deps.changeReviews(changes, session, attempt);
    return changes.map((change) => change.after);
  };

  async function join({ clusters: [base, ...absorbed], singles, pairs }: Group, session: Session) {
    const moved =
      absorbed.length === 0
        ? []
        : await deps.reviews.membersOf(
            absorbed.map(({ _id }) => _id),
            session,
          );
    const joining = [...singles, ...moved];
    const sum = sumCluster({ members: singles, clusters: base ? [base, ...absorbed] : [], pairs });
    const at = deps.now();
    const cluster: StoredCluster = {
      _id: base?._id ?? (await deps.nextClusterId()),
      state: 'open',
      members: [],
      ...sum,
      moderator: null,
      createdAt: base?.createdAt ?? at,
      updatedAt: joining.length > 0 ? at : (base?.updatedAt ?? at),
      version: (base?.version ?? 0) + Number(joining.length > 0),
      touched: (base?.touched ?? 0) + 1,
    };
    await deps.clusters.put(cluster, session);
    await deps.clusters.drop(
      absorbed.map(({ _id }) => _id),
      session,
    );
    return base && base.survivor === cluster.survivor
      ? settleJoining({ cluster, joining, session })
      : settleAll({ cluster, joining, base, session });
  }

  /** The survivor is who it was: only those who join can change how they count. */
  async function settleJoining(request: { cluster: StoredCluster; joining: StoredReview[]; session: Session }) {
    const { cluster, joining, session } = request;
    const clearances = await deps.decisions.clearancesOf(
      joining.map(({ _id }) => _id),
      session,
    );
    const survivor = clearances.length > 0 ? (await deps.reviews.byIds([cluster.survivor], session))[0] : undefined;
    const cleared = survivor ? clearedAgainst(survivor, joining, clearances) : new Set<number>();
    return joining.flatMap((review) => settled(review, cluster._id, cleared.has(review._id)));
  }

  /** One who joins is the survivor: of the members that were there, those change that counted or are cleared against it. */
  async function settleAll(request: {
    cluster: StoredCluster;
    joining: StoredReview[];
    base: StoredCluster | undefined;
    session: Session;
  }) {
    const { cluster, joining, base, session } = request;
    const clearances = await deps.decisions.clearancesOf([cluster.survivor], session);
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
