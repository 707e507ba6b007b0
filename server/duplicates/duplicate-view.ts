import { maskPersonal } from '../access/mask-personal.ts';
import type { ClusterSummary, CopyPair, Decision } from '../contract/duplicates.ts';
import { DecisionReason } from '../contract/duplicates.ts';
import type { Claim } from '../contract/problem.ts';
import type { CopyReason } from '../contract/reviews.ts';
import { bulkId, clusterId, decisionId, reviewId } from '../public-ids.ts';
import type { StoredCluster, StoredPair } from './cluster-model.ts';
import type { StoredDecision } from './decision-model.ts';
import { suggestKeep, suggestReason, tellSurvivor, tellWhy } from './tell-cluster.ts';

/** @param claim who is at it, if anybody */
export const toClusterSummary = (cluster: StoredCluster, claim: Claim | null = null): ClusterSummary => ({
  id: clusterId(cluster._id),
  state: cluster.state,
  kind: cluster.kind,
  kinds: cluster.kinds,
  relation: cluster.relation,
  signals: cluster.signals,
  size: cluster.size,
  headline: maskPersonal(cluster.facts.best.headline),
  products: cluster.products,
  sources: cluster.sources,
  survivor: reviewId(cluster.survivor),
  survivorReason: tellSurvivor(cluster.facts),
  suggestedKeep: suggestKeep(cluster).map(reviewId),
  suggestedReason: suggestReason(cluster),
  why: maskPersonal(tellWhy(cluster)),
  sameImport: cluster.signals.includes('same-import'),
  claim,
  moderator: cluster.moderator,
  createdAt: cluster.createdAt.toISOString(),
  updatedAt: cluster.updatedAt.toISOString(),
  version: cluster.version,
});

/** Reasons name words of the texts. */
export const maskedReasons = (reasons: readonly CopyReason[]): CopyReason[] =>
  reasons.map(({ code, detail }) => ({ code, detail: maskPersonal(detail) }));

export const toPairView = (pair: StoredPair): CopyPair => ({
  a: reviewId(pair.a),
  b: reviewId(pair.b),
  kind: pair.kind,
  score: pair.score,
  reasons: maskedReasons(pair.reasons),
  dismissed: pair.dismissedBy !== null,
});

export const toDecisionView = (decision: StoredDecision): Decision => ({
  id: decisionId(decision._id),
  cluster: clusterId(decision.cluster),
  action: decision.action,
  kept: decision.kept.map(reviewId),
  removed: decision.removed.map(reviewId),
  reason: decision.reason === null ? null : DecisionReason.parse(decision.reason),
  note: decision.note,
  actor: decision.actor,
  at: decision.at.toISOString(),
  bulk: decision.bulk ? bulkId(decision.bulk) : null,
  undoneAt: decision.undoneAt?.toISOString() ?? null,
  undoneBy: decision.undoneBy,
});
