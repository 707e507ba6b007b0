import type { Claim, ConflictingDecision } from '../contract/problem.ts';
import { AppError } from '../errors.ts';
import { clusterId, decisionId, reviewId } from '../public-ids.ts';
import type { StoredClaim } from './claim-store.ts';
import type { StoredCluster } from './cluster-model.ts';
import type { StoredDecision } from './decision-model.ts';

/** A decision that stands in the way, in short. */
export const toConflictingDecision = (decision: StoredDecision): ConflictingDecision => ({
  id: decisionId(decision._id),
  cluster: clusterId(decision.cluster),
  action: decision.action,
  removed: decision.removed.length,
  actor: decision.actor,
  at: decision.at.toISOString(),
});

/** A claim as `viewer` sees it. */
export const toClaim = (claim: Pick<StoredClaim, 'actor' | 'until'>, viewer: string): Claim => ({
  actor: claim.actor,
  until: claim.until.toISOString(),
  mine: claim.actor === viewer,
});

/** @param decision the one that stands, if it is known */
export function alreadyDecided(cluster: StoredCluster, decision: StoredDecision | null): AppError {
  const what =
    cluster.state === 'removed'
      ? `removed ${decision?.removed.length ?? 0} of its reviews`
      : 'said they are not duplicates';
  const when = decision?.at.toISOString() ?? 'an unknown time';
  return new AppError(
    'already-decided',
    409,
    `${clusterId(cluster._id)} is decided: ${decision?.actor ?? 'somebody'} ${what} at ${when}.`,
    decision ? { conflict: { decision: toConflictingDecision(decision) } } : {},
  );
}

export const claimedBy = (claim: StoredClaim, viewer: string) =>
  new AppError(
    'claimed',
    409,
    `${clusterId(claim._id)} is claimed by ${claim.actor} until ${claim.until.toISOString()}: take it over, or wait.`,
    { conflict: { claim: toClaim(claim, viewer) } },
  );

export const versionConflict = (cluster: StoredCluster, seen: number) =>
  new AppError(
    'version-conflict',
    409,
    `${clusterId(cluster._id)} has changed since you saw it (version ${cluster.version}, yours was ${seen}): its members may be others now. Load it again.`,
  );

export const alreadyUndone = (decision: StoredDecision) =>
  new AppError(
    'already-undone',
    409,
    `${decisionId(decision._id)} was undone by ${decision.undoneBy} at ${decision.undoneAt?.toISOString()}.`,
    { conflict: { decision: toConflictingDecision(decision) } },
  );

export const decidedLater = (later: StoredDecision) =>
  new AppError(
    'decided-later',
    409,
    `${decisionId(later._id)} by ${later.actor} decided on the same reviews later: undo that first.`,
    { conflict: { decision: toConflictingDecision(later) } },
  );

/** @param changed reviews whose status somebody has set by hand since */
export const changedSince = (decision: StoredDecision, changed: readonly number[]) =>
  new AppError(
    'changed-since',
    409,
    `The status of ${changed.map(reviewId).join(', ')} was changed by hand after ${decisionId(decision._id)}.`,
  );
