import type { Connection } from 'mongoose';
import { expect } from 'vitest';
import { clusterModel, pairModel, type StoredCluster, type StoredPair } from '../../server/duplicates/cluster-model.ts';
import { connectedComponents } from '../../server/duplicates/components.ts';
import { decisionModel, type StoredDecision } from '../../server/duplicates/decision-model.ts';
import { sumCluster } from '../../server/duplicates/summarise-cluster.ts';
import { reviewModel, type StoredReview } from '../../server/reviews/review-model.ts';

/**
 * Holds the open clusters of a database against its reviews, pairs and decisions: connected by standing pairs, removed
 * reviews left out; counted once are the survivor and those that a decision has cleared against it.
 */
export async function expectClustersRight(connection: Connection): Promise<void> {
  const [reviews, pairs, clusters, decisions] = await Promise.all([
    reviewModel(connection).find().lean<StoredReview[]>(),
    pairModel(connection).find().lean<StoredPair[]>(),
    clusterModel(connection).find({ state: 'open' }).lean<StoredCluster[]>(),
    decisionModel(connection).find({ undoneAt: null }).lean<StoredDecision[]>(),
  ]);
  const alive = new Map(reviews.filter(({ status }) => status !== 'removed').map((review) => [review._id, review]));
  const standing = pairs.filter(({ a, b, dismissedBy }) => dismissedBy === null && alive.has(a) && alive.has(b));
  const wanted = connectedComponents([...alive.keys()].sort(byNumber), standing).filter(({ length }) => length > 1);
  const found = new Map<number, StoredReview[]>();
  for (const review of reviews) {
    if (review.cluster === null) expect(review.once).toBe(true);
    else found.set(review.cluster, [...(found.get(review.cluster) ?? []), review]);
  }
  const idsOf = (groups: Iterable<readonly number[]>) =>
    [...groups].map((ids) => ids.toSorted(byNumber)).sort((x, y) => (x[0] as number) - (y[0] as number));
  expect(idsOf([...found.values()].map((members) => members.map(({ _id }) => _id)))).toEqual(idsOf(wanted));
  expect([...found.keys()].sort(byNumber)).toEqual(clusters.map(({ _id }) => _id).sort(byNumber));

  for (const cluster of clusters) {
    const members = found.get(cluster._id) ?? [];
    const ids = new Set(members.map(({ _id }) => _id));
    const { evidence: _, ...sum } = sumCluster({
      members: members.toSorted((x, y) => x._id - y._id),
      clusters: [],
      pairs: standing.filter(({ a }) => ids.has(a)),
    });
    expect(cluster).toMatchObject(sum);
    const together = (x: StoredReview, y: StoredReview) =>
      decisions.some(({ kept, before }) =>
        [x, y].every(({ _id, exact }) => kept.includes(_id) && before.find(({ id }) => id === _id)?.exact === exact),
      );
    const survivor = members.find(({ _id }) => _id === cluster.survivor) as StoredReview;
    for (const review of members) expect(review.once).toBe(review === survivor || together(review, survivor));
  }
  for (const { kept, before } of decisions) {
    const same = new Set(kept.filter((id) => alive.get(id)?.exact === before.find((one) => one.id === id)?.exact));
    expect(standing.filter(({ a, b }) => same.has(a) && same.has(b))).toEqual([]);
  }
}

const byNumber = (x: number, y: number) => x - y;
