import type { ClusterSummary } from '../../server/contract/duplicates.ts';
import type { QueueEvent } from '../../server/contract/moderation-events.ts';
import type { Queue } from './queue.ts';

const TOLD = { remove: 'removed copies', not_duplicates: 'said: not duplicates' } as const;

const change = (queue: Queue, id: string, to: (item: ClusterSummary) => ClusterSummary): Queue => ({
  ...queue,
  items: queue.items.map((item) => (item.id === id ? to(item) : item)),
});

function markGone(queue: Queue, id: string, told: string): Queue {
  const isHere = queue.items.some((item) => item.id === id) && queue.gone[id] === undefined;
  if (!isHere) return queue;
  return { ...queue, gone: { ...queue.gone, [id]: told }, total: Math.max(queue.total - 1, 0) };
}

/**
 * The open queue after something has happened to it elsewhere. Nothing moves: what others have decided is marked and
 * stays in its place. Own decisions have left the list before their event comes.
 */
export function applyEvent(queue: Queue, event: QueueEvent): Queue {
  switch (event.type) {
    case 'decided':
      return markGone(queue, event.cluster, `${event.actor} ${TOLD[event.action]}`);
    case 'gone':
      return markGone(queue, event.cluster, 'Has gone into another cluster');
    case 'undone': {
      if (queue.gone[event.cluster] === undefined) return queue;
      const { [event.cluster]: _, ...gone } = queue.gone;
      return { ...queue, gone, total: queue.total + 1 };
    }
    case 'claimed':
      return change(queue, event.cluster, (item) => ({
        ...item,
        claim: { actor: event.actor, until: event.until, mine: event.mine },
      }));
    case 'released':
      return change(queue, event.cluster, (item) => ({ ...item, claim: null }));
    default:
      return queue;
  }
}
