import type { Session, Transact } from '../db/transaction.ts';
import type { StoredReview } from '../reviews/review-model.ts';
import type { ReviewStore } from '../reviews/review-store.ts';
import { clearanceOf } from './cleared-against.ts';
import type { StoredPair } from './cluster-model.ts';
import type { ClusterStore } from './cluster-store.ts';
import type { DecisionStore } from './decision-store.ts';
import type { JoinClusters } from './join-clusters.ts';
import { standingFor, withKept } from './make-pair.ts';

export interface LinkDeps {
  reviews: Pick<ReviewStore, 'byIds'>;
  clusters: Pick<ClusterStore, 'addPairs' | 'knownPairs'>;
  decisions: Pick<DecisionStore, 'clearancesOf'>;
  join: JoinClusters;
  transact: Transact;
}

/**
 * Stores pairs and joins what they connect; answers the reviews whose cluster or counting changed.
 * @param lookedAt hashes of the texts that the pairs were found on: one whose text is another by now has no such pair
 */
export type LinkCopies = (
  pairs: readonly StoredPair[],
  lookedAt?: ReadonlyMap<number, string>,
) => Promise<StoredReview[]>;

/**
 * Pairs are found outside of any transaction, so what they were found on is looked at again here: a review that was
 * removed as a copy meanwhile gives its place to the one that was kept, and two that a decision has cleared of being
 * copies are stored as such, whoever finds them how late.
 */
export function createLinkCopies(deps: LinkDeps): LinkCopies {
  const { clusters, decisions, join, transact } = deps;

  return async (pairs, lookedAt = new Map()) => {
    if (pairs.length === 0) return [];
    return transact(async (session) => {
      const { standing, reviews } = await asTheyStand(pairs, lookedAt, session);
      const known = await clusters.knownPairs(
        standing.map(({ _id }) => _id),
        session,
      );
      const fresh = standing.filter(({ _id }) => !known.has(_id));
      const clearances = await decisions.clearancesOf(
        fresh.map(({ b }) => b),
        session,
      );
      const judged = fresh.map((pair) => {
        const [a, b] = [reviews.get(pair.a) as StoredReview, reviews.get(pair.b) as StoredReview];
        return { ...pair, dismissedBy: clearanceOf(a, b, clearances) ?? null };
      });
      await clusters.addPairs(judged, session);
      return join({ pairs: judged.filter(({ dismissedBy }) => dismissedBy === null), reviews, session });
    });
  };

  async function asTheyStand(pairs: readonly StoredPair[], lookedAt: ReadonlyMap<number, string>, session: Session) {
    const ids = [...new Set(pairs.flatMap(({ a, b }) => [a, b]))];
    const reviews = new Map((await deps.reviews.byIds(ids, session)).map((review) => [review._id, review]));
    const read = async (id: number) => {
      const review = reviews.get(id) ?? (await deps.reviews.byIds([id], session))[0];
      if (review) reviews.set(id, review);
      return review;
    };
    const standing = new Map<string, StoredPair>();
    for (const pair of pairs) {
      const [a, b] = [reviews.get(pair.a), reviews.get(pair.b)];
      if ([a, b].some((review) => review && (lookedAt.get(review._id) ?? review.exact) !== review.exact)) continue;
      const one = a && (await standingFor(a, read));
      const other = b && (await standingFor(b, read));
      if (!one || !other || one === other) continue;
      if (pair.kind === 'paraphrase' && one.product !== other.product) continue;
      const real = withKept(pair, one, other);
      standing.set(real._id, standing.get(real._id) ?? real);
    }
    return { standing: [...standing.values()], reviews };
  }
}
