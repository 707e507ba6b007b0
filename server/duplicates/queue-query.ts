import type { QueueFilter } from '../contract/moderation-bulk.ts';
import type { ListClusters } from '../contract/moderation-queue.ts';
import type { StoredClaim } from './claim-store.ts';
import type { ClusterState } from './cluster-model.ts';
import type { QueueQuery } from './queue-store.ts';

const midnight = (day: string) => new Date(`${day}T00:00:00Z`);

/** What a filter asks of the store. @param claims those that have not ended; @param viewer who asks */
export function queueQuery(
  filter: QueueFilter & { state?: ClusterState | undefined; moderator?: ListClusters['moderator'] },
  { claims, viewer }: { claims: readonly StoredClaim[]; viewer: string },
): QueueQuery {
  const { state = 'open', createdAfter, createdBefore, claimed, kind, relation, product, source } = filter;
  const ids = (wanted: (claim: StoredClaim) => boolean) => claims.filter(wanted).map(({ _id }) => _id);
  return {
    ...{ state, kind, relation, product, source },
    ...{ reason: filter.reason, signal: filter.signal, moderator: filter.moderator },
    ...(createdAfter === undefined ? {} : { from: midnight(createdAfter) }),
    ...(createdBefore === undefined ? {} : { before: midnight(createdBefore) }),
    ...(claimed === 'mine' ? { among: ids(({ actor }) => actor === viewer) } : {}),
    ...(claimed === 'others' ? { among: ids(({ actor }) => actor !== viewer) } : {}),
    ...(claimed === 'free' ? { without: ids(() => true) } : {}),
  };
}

/** Whether a filter says anything at all. */
export const saysAnything = (filter: object) => Object.values(filter).some((value) => value !== undefined);
