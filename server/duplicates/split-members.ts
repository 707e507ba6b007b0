import type { Decide } from '../contract/duplicates.ts';
import { AppError } from '../errors.ts';
import { clusterId, idNumber } from '../public-ids.ts';
import type { StoredReview } from '../reviews/review-model.ts';
import type { StoredCluster } from './cluster-model.ts';

/**
 * Which members stay and which go. The two lists together must be what the cluster holds.
 * @throws AppError `members-differ` (422)
 */
export function splitMembers(
  cluster: StoredCluster,
  members: readonly number[],
  decide: Decide,
): { kept: number[]; removed: number[] } {
  if (decide.action === 'not_duplicates') return { kept: [...members], removed: [] };
  const kept = decide.keep.map(idNumber);
  const keeping = new Set(kept);
  const removed = decide.remove?.map(idNumber) ?? members.filter((id) => !keeping.has(id));
  const named = new Set([...kept, ...removed]);
  const isExact =
    removed.length > 0 &&
    named.size === kept.length + removed.length &&
    named.size === members.length &&
    members.every((id) => named.has(id));
  if (!isExact) {
    throw new AppError(
      'members-differ',
      422,
      `keep and remove must name each of the ${members.length} members of ${clusterId(cluster._id)} once.`,
      {
        errors: [{ pointer: '/remove', detail: 'keep and remove together are not the members of the cluster' }],
      },
    );
  }
  return { kept, removed };
}

/** The review kept for a removed one: of the same product where one is kept, else the survivor. */
export function keeperOf(members: readonly StoredReview[], kept: readonly number[], survivor: number) {
  const main = kept.includes(survivor) ? survivor : (kept[0] as number);
  const product = new Map(members.map((review) => [review._id, review.product]));
  const ofProduct = new Map([...kept, main].map((id) => [product.get(id), id]));
  return (review: StoredReview): number => ofProduct.get(review.product) ?? main;
}
