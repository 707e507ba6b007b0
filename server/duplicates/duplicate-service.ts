import type { ClusterDetail, ClusterPage, ClusterSummary, DecisionDetail, Effect } from '../contract/duplicates.ts';
import type { QueueFilter } from '../contract/moderation-bulk.ts';
import type { NewClusters } from '../contract/moderation-queue.ts';
import { notFound } from '../errors.ts';
import type { StoredReview } from '../reviews/review-model.ts';
import type { CountedFields, ReviewStore } from '../reviews/review-store.ts';
import { toReviewView } from '../reviews/review-view.ts';
import type { ClaimStore } from './claim-store.ts';
import type { ClusterState, StoredCluster } from './cluster-model.ts';
import type { ClusterStore } from './cluster-store.ts';
import { toClaim, toConflictingDecision } from './conflicts.ts';
import type { StoredDecision } from './decision-model.ts';
import type { DecisionQuery, DecisionStore } from './decision-store.ts';
import { toClusterSummary, toDecisionView, toPairView } from './duplicate-view.ts';
import { queueQuery, saysAnything } from './queue-query.ts';
import type { QueuePlace, QueueStore } from './queue-store.ts';
import { suggestKeep } from './tell-cluster.ts';

export interface DuplicateDeps {
  clusters: Pick<ClusterStore, 'byId' | 'counts' | 'pairsAmong'>;
  queue: Pick<QueueStore, 'page' | 'place' | 'count'>;
  claims: Pick<ClaimStore, 'active' | 'of'>;
  decisions: Pick<DecisionStore, 'ofReviews' | 'page' | 'byId' | 'laterOn'>;
  reviews: Pick<ReviewStore, 'byIds' | 'firstOf' | 'countedFieldsOf'>;
  effects: (members: readonly CountedFields[], survivorId: number) => Promise<Effect[]>;
  now: () => Date;
}

/** `state` and `moderator` besides what narrows the queue. */
export type ListFilter = QueueFilter & { state?: ClusterState | undefined; moderator?: string | undefined };

export type DuplicateService = ReturnType<typeof createDuplicateService>;

/** Members of a cluster that are shown, besides those suggested to keep: nobody reads more. */
const MAX_SHOWN = 200;

/** What moderators read: the queue, one cluster with its evidence, the decisions. `viewer` is who asks. */
export function createDuplicateService(deps: DuplicateDeps) {
  const { clusters, queue, claims, decisions, reviews, now } = deps;

  const asked = async (filter: ListFilter, viewer: string) =>
    queueQuery(filter, { claims: filter.claimed === undefined ? [] : await claims.active(now()), viewer });

  const summaries = async (rows: readonly StoredCluster[], viewer: string): Promise<ClusterSummary[]> => {
    const claimed = await claims.of(
      rows.map(({ _id }) => _id),
      now(),
    );
    return rows.map((row) => {
      const claim = row.state === 'open' ? claimed.get(row._id) : undefined;
      return toClusterSummary(row, claim ? toClaim(claim, viewer) : null);
    });
  };

  return {
    /** As a list shows them, with who is at each. */
    summaries,

    async page(
      filter: ListFilter,
      { after, limit }: { after: QueuePlace | undefined; limit: number },
      viewer = '',
    ): Promise<Omit<ClusterPage, 'next' | 'items'> & { items: StoredCluster[]; last: QueuePlace | undefined }> {
      const at = now();
      const { state = 'open', ...narrowing } = filter;
      const query = await asked(filter, viewer);
      const [items, counts, matching] = await Promise.all([
        queue.page(query, { after, limit }),
        clusters.counts(),
        saysAnything(narrowing) ? queue.count(query) : null,
      ]);
      const last = items.length === limit ? items.at(-1) : undefined;
      return {
        ...{ items, total: matching ?? counts[state], counts, now: at.toISOString() },
        last: last && { size: last.size, id: last._id },
      };
    },

    /** Clusters that match and came in at that moment or later. */
    async countNew(filter: QueueFilter, since: Date, viewer: string): Promise<NewClusters> {
      const at = now();
      const query = await asked(filter, viewer);
      const from = query.from && query.from > since ? query.from : since;
      return { count: await queue.count({ ...query, from }), now: at.toISOString() };
    },

    /** @throws AppError `not-found` */
    async detail(id: number, filter: ListFilter = {}, viewer = ''): Promise<ClusterDetail> {
      const cluster = await clusters.byId(id);
      if (!cluster) throw notFound('cluster');
      const isOpen = cluster.state === 'open';
      const [summary, suggested, first, counted, position] = await Promise.all([
        summaries([cluster], viewer),
        reviews.byIds(suggestKeep(cluster)),
        reviews.firstOf(isOpen ? { cluster: id } : { ids: cluster.members }, MAX_SHOWN),
        isOpen ? reviews.countedFieldsOf(id) : [],
        saysAnything(filter) ? queue.place(cluster, await asked(filter, viewer)) : null,
      ]);
      const members = [...new Map([...suggested, ...first].map((review) => [review._id, review])).values()];
      members.sort((x, y) => Number(y._id === cluster.survivor) - Number(x._id === cluster.survivor) || byDate(x, y));
      const shown = members.map((review) => review._id);
      const [pairs, log] = await Promise.all([clusters.pairsAmong(shown), decisions.ofReviews(shown, 50)]);
      return {
        ...(summary[0] as ClusterSummary),
        members: members.map(toReviewView),
        pairs: pairs.map(toPairView),
        effects: isOpen ? await deps.effects(counted, cluster.survivor) : [],
        decisions: log.map(toDecisionView),
        position,
      };
    },

    decisions: (query: DecisionQuery): Promise<StoredDecision[]> => decisions.page(query),

    /** @throws AppError `not-found` */
    async decision(id: number): Promise<DecisionDetail> {
      const decision = await decisions.byId(id);
      if (!decision) throw notFound('decision');
      const later = decision.undoneAt ? null : await decisions.laterOn(id, decision.members);
      return { ...toDecisionView(decision), blockedBy: later && toConflictingDecision(later) };
    },
  };
}

const byDate = (x: StoredReview, y: StoredReview) => (x.day === y.day ? x._id - y._id : x.day < y.day ? -1 : 1);
