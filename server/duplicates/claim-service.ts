import type { Claim } from '../contract/problem.ts';
import { notFound } from '../errors.ts';
import type { ClaimStore } from './claim-store.ts';
import type { ClusterStore } from './cluster-store.ts';
import { alreadyDecided, claimedBy, toClaim } from './conflicts.ts';
import type { DecisionStore } from './decision-store.ts';

export interface ClaimService {
  /** Takes a cluster for five minutes, or for five more. @throws AppError `not-found`, `already-decided`, `claimed` (409) */
  claim(cluster: number, actor: string, takeOver: boolean): Promise<Claim>;
  /** Gives one's own claim back; nothing where there is none. @throws AppError `not-found`, `claimed` (409) for another's */
  release(cluster: number, actor: string): Promise<void>;
}

const CLAIM_MS = 5 * 60_000;

/** Claims are soft: they end by themselves, tell others who is at it, and are not part of the log. */
export function createClaimService(deps: {
  claims: Pick<ClaimStore, 'take' | 'of' | 'release'>;
  clusters: Pick<ClusterStore, 'byId'>;
  decisions: Pick<DecisionStore, 'standingOf'>;
  now: () => Date;
}): ClaimService {
  const { claims, now } = deps;
  return {
    async claim(id, actor, takeOver) {
      const cluster = await deps.clusters.byId(id);
      if (!cluster) throw notFound('cluster');
      if (cluster.state !== 'open') throw alreadyDecided(cluster, await deps.decisions.standingOf(id));
      const at = now();
      const wanted = { _id: id, actor, until: new Date(at.getTime() + CLAIM_MS) };
      const standing = await claims.take(wanted, { now: at, takeOver });
      if (standing.actor !== actor) throw claimedBy(standing, actor);
      return toClaim(standing, actor);
    },
    async release(id, actor) {
      if (!(await deps.clusters.byId(id))) throw notFound('cluster');
      const standing = (await claims.of([id], now())).get(id);
      if (standing && standing.actor !== actor) throw claimedBy(standing, actor);
      await claims.release([id], { actor });
    },
  };
}
