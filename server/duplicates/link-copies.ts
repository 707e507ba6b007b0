import type { Transact } from '../db/transaction.ts';
import type { StoredReview } from '../reviews/review-model.ts';
import type { StoredPair } from './cluster-model.ts';
import type { ClusterStore } from './cluster-store.ts';
import type { RebuildClusters } from './rebuild-clusters.ts';

/** Stores pairs and joins what they connect; answers the reviews whose cluster or counting changed. */
export type LinkCopies = (pairs: readonly StoredPair[]) => Promise<StoredReview[]>;

export const createLinkCopies =
  (deps: { clusters: Pick<ClusterStore, 'addPairs'>; rebuild: RebuildClusters; transact: Transact }): LinkCopies =>
  async (pairs) => {
    if (pairs.length === 0) return [];
    return deps.transact(async (session, attempt) => {
      await deps.clusters.addPairs(pairs, session);
      const seeds = [...new Set(pairs.flatMap((pair) => [pair.a, pair.b]))];
      return deps.rebuild({ seeds, session, attempt });
    });
  };
