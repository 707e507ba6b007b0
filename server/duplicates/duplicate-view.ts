import type { ClusterSummary, CopyPair, Decision } from '../contract/duplicates.ts';
import { DecisionReason } from '../contract/duplicates.ts';
import { clusterId, decisionId, reviewId } from '../public-ids.ts';
import type { StoredCluster, StoredPair } from './cluster-model.ts';
import type { StoredDecision } from './decision-model.ts';
import { signalsOf, suggestKeep, suggestReason, tellSurvivor, tellWhy } from './tell-cluster.ts';

export const toClusterSummary = (cluster: StoredCluster): ClusterSummary => ({
  id: clusterId(cluster._id),
  state: cluster.state,
  kind: cluster.kind,
  kinds: cluster.kinds,
  relation: cluster.relation,
  signals: signalsOf(cluster),
  size: cluster.size,
  headline: cluster.facts.best.headline,
  products: cluster.products,
  survivor: reviewId(cluster.survivor),
  survivorReason: tellSurvivor(cluster.facts),
  suggestedKeep: suggestKeep(cluster).map(reviewId),
  suggestedReason: suggestReason(cluster),
  why: tellWhy(cluster),
  sameImport: signalsOf(cluster).includes('same-import'),
  claim: null,
  createdAt: cluster.createdAt.toISOString(),
  updatedAt: cluster.updatedAt.toISOString(),
  version: cluster.version,
});

export const toPairView = (pair: StoredPair): CopyPair => ({
  a: reviewId(pair.a),
  b: reviewId(pair.b),
  kind: pair.kind,
  score: pair.score,
  reasons: pair.reasons,
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
  undoneAt: decision.undoneAt?.toISOString() ?? null,
  undoneBy: decision.undoneBy,
});
