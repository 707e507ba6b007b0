import type { QueueEvent } from '../contract/moderation-events.ts';
import { clusterId, decisionId } from '../public-ids.ts';
import type { QueueChange } from './change-store.ts';
import type { StoredClaim } from './claim-store.ts';
import type { StoredCluster } from './cluster-model.ts';
import type { StoredDecision } from './decision-model.ts';

/** An event before it is told to somebody: whose claim it is depends on who hears of it. */
export type SharedEvent =
  | Exclude<QueueEvent, { type: 'claimed' }>
  | Omit<Extract<QueueEvent, { type: 'claimed' }>, 'mine'>;

export const forViewer = (event: SharedEvent, viewer: string): QueueEvent =>
  event.type === 'claimed' ? { ...event, mine: event.actor === viewer } : event;

/** @param versionOf what is known of an open cluster's version, of which other writes are no news */
export function tellChange(
  change: QueueChange,
  versionOf: (cluster: number) => number | undefined,
): SharedEvent | null {
  if (change.collection === 'claims') return tellClaim(change);
  if (change.collection === 'decisions') return tellDecision(change);
  if (change.kind === 'delete') return { type: 'gone', cluster: clusterId(change.id) };
  const cluster = change.document as Pick<StoredCluster, 'state' | 'version'> | null;
  if (cluster?.state !== 'open' || versionOf(change.id) === cluster.version) return null;
  const { version } = cluster;
  return { type: 'arrived', cluster: clusterId(change.id), version, isNew: version === 1 };
}

function tellClaim({ kind, id, document }: QueueChange): SharedEvent | null {
  const cluster = clusterId(id);
  if (kind === 'delete') return { type: 'released', cluster };
  const claim = document as Pick<StoredClaim, 'actor' | 'until'> | null;
  return claim && { type: 'claimed', cluster, actor: claim.actor, until: claim.until.toISOString() };
}

function tellDecision({ kind, id, document, fields }: QueueChange): SharedEvent | null {
  const decision = document as StoredDecision | null;
  if (!decision) return null;
  const about = { cluster: clusterId(decision.cluster), decision: decisionId(id) };
  if (kind === 'insert') {
    const { action, actor, at, clusterVersion: version } = decision;
    return { type: 'decided', ...about, version, action, actor, at: at.toISOString() };
  }
  if (!fields.includes('undoneAt') || !decision.undoneAt) return null;
  const at = decision.undoneAt.toISOString();
  return { type: 'undone', ...about, version: null, actor: decision.undoneBy ?? '', at };
}
