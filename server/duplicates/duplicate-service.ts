import type { ClusterDetail, Effect } from '../contract/duplicates.ts';
import { notFound } from '../errors.ts';
import type { StoredReview } from '../reviews/review-model.ts';
import type { CountedFields, ReviewStore } from '../reviews/review-store.ts';
import { toReviewView } from '../reviews/review-view.ts';
import type { ClusterPosition, ClusterQuery, ClusterStore } from './cluster-store.ts';
import type { StoredDecision } from './decision-model.ts';
import type { DecisionStore } from './decision-store.ts';
import { toClusterSummary, toDecisionView, toPairView } from './duplicate-view.ts';
import { suggestKeep } from './tell-cluster.ts';

export interface DuplicateDeps {
  clusters: ClusterStore;
  decisions: DecisionStore;
  reviews: Pick<ReviewStore, 'byIds' | 'firstOf' | 'countedFieldsOf'>;
  effects: (members: readonly CountedFields[], survivorId: number) => Promise<Effect[]>;
}

export type DuplicateService = ReturnType<typeof createDuplicateService>;

/** Members of a cluster that are shown, besides those suggested to keep: nobody reads more. */
const MAX_SHOWN = 200;

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
      const isOpen = cluster.state === 'open';
      const [suggested, first, counted] = await Promise.all([
        reviews.byIds(suggestKeep(cluster)),
        reviews.firstOf(isOpen ? { cluster: id } : { ids: cluster.members }, MAX_SHOWN),
        isOpen ? reviews.countedFieldsOf(id) : [],
      ]);
      const members = [...new Map([...suggested, ...first].map((review) => [review._id, review])).values()];
      members.sort((x, y) => Number(y._id === cluster.survivor) - Number(x._id === cluster.survivor) || byDate(x, y));
      const shown = members.map((review) => review._id);
      const [pairs, log] = await Promise.all([clusters.pairsAmong(shown), decisions.ofReviews(shown, 50)]);
      return {
        ...toClusterSummary(cluster),
        members: members.map(toReviewView),
        pairs: pairs.map(toPairView),
        effects: isOpen ? await effects(counted, cluster.survivor) : [],
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
