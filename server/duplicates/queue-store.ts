import type { Connection, QueryFilter } from 'mongoose';
import {
  type ClusterRelation,
  type ClusterState,
  type CopyKind,
  clusterModel,
  countClusters,
  type StoredCluster,
} from './cluster-model.ts';

/** Which clusters are looked at; each field has an index that starts with the state. */
export interface QueueQuery {
  state: ClusterState;
  kind?: CopyKind | undefined;
  relation?: ClusterRelation | undefined;
  product?: string | undefined;
  source?: string | undefined;
  reason?: string | undefined;
  signal?: string | undefined;
  moderator?: string | undefined;
  /** First and last moment at which they came in: from, and before. */
  from?: Date | undefined;
  before?: Date | undefined;
  /** These only, or all but these. */
  among?: readonly number[] | undefined;
  without?: readonly number[] | undefined;
}

/** Largest clusters first: they move the numbers most. */
export interface QueuePlace {
  size: number;
  id: number;
}

/** What is known of a cluster without reading it. */
export type QueuedCluster = Pick<StoredCluster, '_id' | 'version'>;

const filterOf = (query: QueueQuery): QueryFilter<StoredCluster> => {
  const { state, kind, relation, product, source, reason, signal, moderator, from, before, among, without } = query;
  const fields = { kind, relation, products: product, sources: source, reason, signals: signal, moderator };
  return {
    state,
    ...Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)),
    ...(from || before ? { createdAt: { ...(from ? { $gte: from } : {}), ...(before ? { $lt: before } : {}) } } : {}),
    ...(among || without?.length
      ? { _id: { ...(among ? { $in: [...among] } : {}), ...(without?.length ? { $nin: [...without] } : {}) } }
      : {}),
  };
};

export type QueueStore = ReturnType<typeof createQueueStore>;

/** The queue of clusters as moderators see it: filtered, by size, in pages. */
export function createQueueStore(connection: Connection) {
  const Cluster = clusterModel(connection);
  const inOrder = { size: -1, _id: 1 } as const;
  return {
    /** One page, without the members. */
    async page(
      query: QueueQuery,
      { after, limit }: { after: QueuePlace | undefined; limit: number },
    ): Promise<StoredCluster[]> {
      const filter = filterOf(query);
      const rest: QueryFilter<StoredCluster> = after
        ? { $or: [{ size: { $lt: after.size } }, { size: after.size, _id: { $gt: after.id } }] }
        : {};
      return Cluster.find({ $and: [filter, rest] })
        .select('-members')
        .sort(inOrder)
        .limit(limit)
        .lean<StoredCluster[]>();
    },

    async count(query: QueueQuery): Promise<number> {
      return countClusters(connection, filterOf(query));
    },

    /** Place in the queue, from 1, and its length; null for a cluster that does not match. */
    async place(cluster: StoredCluster, query: QueueQuery): Promise<{ place: number; total: number } | null> {
      const filter = filterOf(query);
      const { _id, size } = cluster;
      if (!(await Cluster.exists({ $and: [filter, { _id }] }))) return null;
      const ahead = { $or: [{ size: { $gt: size } }, { size, _id: { $lt: _id } }] };
      const [before, total] = await Promise.all([
        countClusters(connection, { $and: [filter, ahead] }),
        countClusters(connection, filter),
      ]);
      return { place: before + 1, total };
    },

    /** The first of the queue: enough to decide them later. */
    async first(query: QueueQuery, limit: number): Promise<QueuedCluster[]> {
      return Cluster.find(filterOf(query)).select('_id version').sort(inOrder).limit(limit).lean<QueuedCluster[]>();
    },

    /** Those that match, without their members, in the order of their ids, behind the one given. */
    async behind(id: number, query: QueueQuery, limit: number): Promise<StoredCluster[]> {
      return Cluster.find({ $and: [filterOf(query), { _id: { $gt: id } }] })
        .select('-members')
        .sort({ _id: 1 })
        .limit(limit)
        .lean<StoredCluster[]>();
    },

    /** In the order of the queue, without their members; whatever their state. */
    async byIds(ids: readonly number[]): Promise<StoredCluster[]> {
      return Cluster.find({ _id: { $in: [...ids] } })
        .select('-members')
        .sort(inOrder)
        .lean<StoredCluster[]>();
    },

    /** How many reviews would go: all of each but those suggested to keep. */
    async countCopies(query: QueueQuery): Promise<number> {
      const keeps = { $cond: [{ $eq: ['$relation', 'variant'] }, { $max: [1, { $size: '$facts.keepers' }] }, 1] };
      const [sum] = await Cluster.aggregate<{ copies: number }>([
        { $match: filterOf(query) },
        { $group: { _id: null, copies: { $sum: { $subtract: ['$size', keeps] } } } },
      ]);
      return sum?.copies ?? 0;
    },
  };
}
