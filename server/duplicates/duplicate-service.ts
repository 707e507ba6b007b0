import type { ClusterDetail, Effect } from '../contract/duplicates.ts';
import { notFound } from '../errors.ts';
import type { StoredReview } from '../reviews/review-model.ts';
import type { ReviewStore } from '../reviews/review-store.ts';
import { toReviewView } from '../reviews/review-view.ts';
import type { ClusterPosition, ClusterQuery, ClusterStore } from './cluster-store.ts';
import type { StoredDecision } from './decision-model.ts';
import type { DecisionStore } from './decision-store.ts';
import { toClusterSummary, toDecisionView, toPairView } from './duplicate-view.ts';

export interface DuplicateDeps {
  clusters: ClusterStore;
  decisions: DecisionStore;
  reviews: Pick<ReviewStore, 'byIds'>;
  effects: (members: readonly StoredReview[], survivorId: number) => Promise<Effect[]>;
}

export type DuplicateService = ReturnType<typeof createDuplicateService>;

/** What moderators read: the queue, one cluster with its evidence, the log of decisions. */
export function createDuplicateService({ clusters, decisions, reviews, effects }: DuplicateDeps) {
  return {
    async page(query: ClusterQuery, paging: { after: ClusterPosition | undefined; limit: number }) {
      const [page, counts] = await Promise.all([clusters.page(query, paging), clusters.counts()]);
      return { ...page, counts };
    },

    async detail(id: number): Promise<ClusterDetail> {
      const cluster = await clusters.byId(id);
      if (!cluster) throw notFound('cluster');
      const [members, pairs, log] = await Promise.all([
        reviews.byIds(cluster.members),
        clusters.pairsAmong(cluster.members),
        decisions.ofReviews(cluster.members, 50),
      ]);
      members.sort((x, y) => Number(y._id === cluster.survivor) - Number(x._id === cluster.survivor) || byDate(x, y));
      return {
        ...toClusterSummary(cluster),
        members: members.map(toReviewView),
        pairs: pairs.map(toPairView),
        effects: cluster.state === 'open' ? await effects(members, cluster.survivor) : [],
        decisions: log.map(toDecisionView),
      };
    },

    async decisions(query: {
      cluster?: number | undefined;
      before?: number | undefined;
      limit: number;
    }): Promise<StoredDecision[]> {
      return decisions.page(query);
    },
  };
}

const byDate = (x: StoredReview, y: StoredReview) => (x.day === y.day ? x._id - y._id : x.day < y.day ? -1 : 1);
