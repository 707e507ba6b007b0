import { AppError } from '../errors.ts';
import { clusterId } from '../public-ids.ts';
import type { StoredReview } from '../reviews/review-model.ts';
import type { StoredCluster } from './cluster-model.ts';
import type { Choice } from './decide-cluster.ts';
import { suggestKeep } from './tell-cluster.ts';

/**
 * What a decision that is not made by looking at one cluster keeps: the suggested reviews.
 * The reason `suggested` stands for the cluster's own. Throws AppError `nothing-to-remove`.
 */
export function chooseSuggested(
  { action, reason, note }: Pick<Choice, 'action' | 'reason' | 'note'>,
  cluster: StoredCluster,
  members: readonly StoredReview[],
): Choice {
  const ids = members.map(({ _id }) => _id);
  if (action === 'not_duplicates') return { action, reason: null, note, kept: ids, removed: [] };
  const keeping = new Set(suggestKeep(cluster));
  const kept = ids.filter((id) => keeping.has(id));
  const removed = ids.filter((id) => !keeping.has(id));
  if (removed.length === 0) throw nothingToRemove(cluster);
  return { action, note, reason: reason === 'suggested' ? cluster.reason : reason, kept, removed };
}

const nothingToRemove = (cluster: Pick<StoredCluster, '_id'>) =>
  new AppError('nothing-to-remove', 422, `All reviews of ${clusterId(cluster._id)} are suggested to be kept.`);

/** The earliest by date, then by arrival; reviews without a date count on the day they came in. */
const earlier = (x: StoredReview, y: StoredReview): StoredReview => {
  const [one, other] = [x.date ?? x.day, y.date ?? y.day];
  if (one === other) return x._id < y._id ? x : y;
  return one < other ? x : y;
};

/** Keeps the earliest review, of a variant cluster that of each product. */
export function chooseEarliest(
  { reason, note }: Pick<Choice, 'reason' | 'note'>,
  cluster: Pick<StoredCluster, '_id' | 'relation'>,
  members: readonly StoredReview[],
): Choice {
  const first = new Map<string, StoredReview>();
  for (const review of members) {
    const group = cluster.relation === 'variant' ? review.product : '';
    const known = first.get(group);
    first.set(group, known ? earlier(known, review) : review);
  }
  const keeping = new Set([...first.values()].map(({ _id }) => _id));
  const ids = members.map(({ _id }) => _id);
  const removed = ids.filter((id) => !keeping.has(id));
  if (removed.length === 0) throw nothingToRemove(cluster);
  return { action: 'remove', reason, note, kept: ids.filter((id) => keeping.has(id)), removed };
}
