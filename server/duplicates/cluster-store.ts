import type { Connection, Model } from 'mongoose';
import type { Session } from '../db/transaction.ts';
import {
  type ClusterState,
  type CopyKind,
  clusterModel,
  countClusters,
  pairModel,
  type StoredCluster,
  type StoredPair,
} from './cluster-model.ts';
import { signalsOf, suggestReason } from './tell-cluster.ts';

export type ClusterStore = ReturnType<typeof createClusterStore>;

export function createClusterStore(connection: Connection) {
  const Pair = pairModel(connection);
  const Cluster = clusterModel(connection);
  const among = (ids: readonly number[]) => ({ a: { $in: [...ids] }, b: { $in: [...ids] } });

  return {
    async prepare(): Promise<void> {
      await Promise.all([Pair.createCollection(), Cluster.createCollection()]);
      await Promise.all([Pair.createIndexes(), Cluster.createIndexes()]);
      await addFilterFields(Cluster);
    },

    /** Stores pairs of which none is stored. */
    async addPairs(pairs: readonly StoredPair[], session: Session): Promise<void> {
      if (pairs.length > 0) await Pair.collection.insertMany([...pairs] as never, { session, ordered: false });
    },

    /** Which of the pairs are stored, dismissed or not. */
    async knownPairs(ids: readonly string[], session: Session): Promise<Set<string>> {
      const rows = await Pair.find({ _id: { $in: [...ids] } })
        .select('_id')
        .session(session)
        .lean<{ _id: string }[]>();
      return new Set(rows.map((row) => row._id));
    },

    /** Kinds of those of the pairs that are stored, dismissed or not. */
    async kindsOfPairs(ids: readonly string[]): Promise<Map<string, CopyKind>> {
      const rows = await Pair.find({ _id: { $in: [...ids] } })
        .select('kind')
        .lean<Pick<StoredPair, '_id' | 'kind'>[]>();
      return new Map(rows.map(({ _id, kind }) => [_id, kind]));
    },

    async pairsAmong(ids: readonly number[]): Promise<StoredPair[]> {
      return Pair.find(among(ids)).lean<StoredPair[]>();
    },

    /** Pairs that stand and have one of the reviews on either side. */
    async standingPairsOf(ids: readonly number[], session: Session): Promise<StoredPair[]> {
      const [left, right] = [
        await Pair.find({ a: { $in: [...ids] }, dismissedBy: null })
          .session(session)
          .lean<StoredPair[]>(),
        await Pair.find({ b: { $in: [...ids] }, dismissedBy: null })
          .session(session)
          .lean<StoredPair[]>(),
      ];
      return [...new Map([...left, ...right].map((pair) => [pair._id, pair])).values()];
    },

    async dismissPairs(ids: readonly number[], decision: number, session: Session): Promise<void> {
      await Pair.updateMany({ ...among(ids), dismissedBy: null }, { $set: { dismissedBy: decision } }, { session });
    },

    async restorePairs(decision: number, ids: readonly number[], session: Session): Promise<void> {
      await Pair.updateMany({ ...among(ids), dismissedBy: decision }, { $set: { dismissedBy: null } }, { session });
    },

    async removePairsOf(ids: readonly number[], session: Session): Promise<void> {
      for (const side of ['a', 'b']) await Pair.deleteMany({ [side]: { $in: [...ids] } }, { session });
    },

    /** Those of the clusters that are open. */
    async openOnes(ids: Iterable<number>, session: Session): Promise<StoredCluster[]> {
      return Cluster.find({ _id: { $in: [...ids] }, state: 'open' })
        .sort({ _id: 1 })
        .session(session)
        .lean<StoredCluster[]>();
    },

    async byId(id: number, session?: Session): Promise<StoredCluster | null> {
      return Cluster.findById(id)
        .session(session ?? null)
        .lean<StoredCluster>();
    },

    async put(cluster: StoredCluster, session: Session): Promise<void> {
      await Cluster.replaceOne({ _id: cluster._id }, cluster, { session, upsert: true });
    },

    async putAll(clusters: readonly StoredCluster[], session: Session): Promise<void> {
      if (clusters.length === 0) return;
      await Cluster.collection.bulkWrite(
        clusters.map((cluster) => ({
          replaceOne: { filter: { _id: cluster._id as never }, replacement: cluster, upsert: true },
        })),
        { session, ordered: false },
      );
    },

    async drop(ids: readonly number[], session: Session): Promise<void> {
      if (ids.length > 0) await Cluster.deleteMany({ _id: { $in: [...ids] } }, { session });
    },

    async counts(): Promise<Record<ClusterState, number>> {
      const [open, removed, notDuplicates] = await Promise.all(
        (['open', 'removed', 'not_duplicates'] as const).map((state) => countClusters(connection, { state })),
      );
      return { open: open ?? 0, removed: removed ?? 0, not_duplicates: notDuplicates ?? 0 };
    },

    async countOpen(product?: string): Promise<number> {
      return countClusters(connection, { state: 'open', ...(product === undefined ? {} : { products: product }) });
    },
  };
}

/** Clusters of a version that did not store yet what the queue is filtered by. */
async function addFilterFields(Cluster: Model<StoredCluster>): Promise<void> {
  const old = Cluster.find({ signals: { $exists: false } })
    .lean<StoredCluster[]>()
    .cursor() as AsyncIterable<StoredCluster>;
  for await (const { _id, facts, kind, relation } of old) {
    const signals = signalsOf({ facts, kind });
    const reason = suggestReason({ relation, kind });
    await Cluster.updateOne(
      { _id, signals: { $exists: false } },
      { $set: { sources: facts.sources, signals, reason, moderator: null } },
    );
  }
}
