import type { ExactSameAuthor } from '../contract/moderation.ts';
import type { StoredReview } from '../reviews/review-model.ts';
import { chooseEarliest, chooseSuggested } from './choose-suggested.ts';
import type { StoredCluster } from './cluster-model.ts';
import type { Choice } from './decide-cluster.ts';
import type { QueueQuery } from './queue-store.ts';

/** Who decides by the rule. */
export const ACTOR = 'rule:exact-same-author';

/** What of the rule the store can look up. */
export const CANDIDATES: QueueQuery = { state: 'open', kind: 'exact', signal: 'same-author' };

/** Whether the rule speaks of a cluster: every pair is exact, every member by the one author, the relation allowed. */
export const speaksOf = (rule: ExactSameAuthor, cluster: StoredCluster): boolean =>
  cluster.kinds.every((kind) => kind === 'exact') &&
  cluster.signals.includes('same-author') &&
  rule.relation.includes(cluster.relation);

/** Whether a cluster has been as it is for long enough: a burst is to be seen whole. */
export const isSettled = (rule: ExactSameAuthor, cluster: StoredCluster, now: Date): boolean =>
  now.getTime() - cluster.updatedAt.getTime() >= rule.minAgeMinutes * 60_000;

/** @throws AppError `nothing-to-remove` */
export function chooseByRule(rule: ExactSameAuthor, cluster: StoredCluster, members: readonly StoredReview[]): Choice {
  const wanted = { action: 'remove' as const, reason: 'duplicate-exact', note: null };
  return rule.keep === 'earliest'
    ? chooseEarliest(wanted, cluster, members)
    : chooseSuggested(wanted, cluster, members);
}
