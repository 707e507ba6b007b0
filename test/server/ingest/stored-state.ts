import type { Connection } from 'mongoose';
import {
  clusterModel,
  pairModel,
  type StoredCluster,
  type StoredPair,
} from '../../../server/duplicates/cluster-model.ts';
import { reviewModel, type StoredReview } from '../../../server/reviews/review-model.ts';

/** The reviews, pairs and clusters of a database, without what tells when and how often they were written. */
export async function storedState(connection: Connection) {
  const [reviews, pairs, clusters] = await Promise.all([
    reviewModel(connection).find().sort({ _id: 1 }).lean<StoredReview[]>(),
    pairModel(connection)
      .find({ kind: { $ne: 'paraphrase' } })
      .sort({ a: 1, b: 1 })
      .lean<StoredPair[]>(),
    clusterModel(connection).find({ state: 'open' }).lean<StoredCluster[]>(),
  ]);
  const names = new Map(clusters.map(({ _id, survivor }) => [_id, `of ${survivor}`]));
  return {
    // A cluster that was split gets another id.
    reviews: reviews.map(({ version, updatedAt, cluster, ...review }) => ({
      ...review,
      cluster: cluster === null ? null : names.get(cluster),
    })),
    pairs: pairs.map(({ reasons, ...pair }) => pair),
    clusters: clusters
      .map(({ survivor, size, kinds, relation, products }) => ({ survivor, size, kinds, relation, products }))
      .sort((x, y) => x.survivor - y.survivor),
  };
}

export type StoredState = Awaited<ReturnType<typeof storedState>>;

/** Only what stands: reviews that are not removed, and pairs between them. */
export function standing({ reviews, pairs, clusters }: StoredState): StoredState {
  const there = reviews.filter(({ status }) => status !== 'removed');
  const ids = new Set(there.map(({ _id }) => _id));
  return { reviews: there, pairs: pairs.filter(({ a, b }) => ids.has(a) && ids.has(b)), clusters };
}
