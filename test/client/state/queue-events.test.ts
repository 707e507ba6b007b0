import { describe, expect, it } from 'vitest';
import type { Queue } from '../../../client/state/queue.ts';
import { applyEvent } from '../../../client/state/queue-events.ts';
import type { ClusterSummary } from '../../../server/contract/duplicates.ts';
import type { QueueEvent } from '../../../server/contract/moderation-events.ts';

const queue: Queue = {
  items: [...'abc'].map((id) => ({ id, claim: null }) as ClusterSummary),
  selected: 'b',
  total: 9,
  failed: {},
  gone: {},
};
const decided = (cluster: string): QueueEvent => ({
  ...{ type: 'decided', cluster, version: 2, decision: 'D-1', action: 'remove', actor: 'Ann' },
  at: '2026-01-01T00:00:00.000Z',
});
const until = '2026-01-01T00:05:00.000Z';

describe('an event of the queue', () => {
  it('marks what somebody else has decided, and moves nothing', () => {
    const after = applyEvent(queue, decided('b'));
    expect(after).toEqual({ ...queue, gone: { b: 'Ann removed copies' }, total: 8 });
    expect(applyEvent(after, decided('b'))).toEqual(after);
  });

  it('of what is not here, such as an own decision, changes nothing', () =>
    expect(applyEvent(queue, decided('z'))).toEqual(queue));

  it('takes the mark back when the decision is undone', () => {
    const undone: QueueEvent = { ...decided('b'), type: 'undone' } as QueueEvent;
    expect(applyEvent(applyEvent(queue, decided('b')), undone)).toEqual(queue);
    expect(applyEvent(queue, undone)).toEqual(queue);
  });

  it('tells who is at a cluster, and that nobody is any more', () => {
    const claimed = applyEvent(queue, { type: 'claimed', cluster: 'a', actor: 'Ann', until, mine: false });
    expect(claimed.items[0]?.claim).toEqual({ actor: 'Ann', until, mine: false });
    expect(applyEvent(claimed, { type: 'released', cluster: 'a' })).toEqual(queue);
  });

  it('marks what has gone into another cluster', () =>
    expect(applyEvent(queue, { type: 'gone', cluster: 'c' }).gone).toEqual({ c: 'Has gone into another cluster' }));

  it.each<QueueEvent>([
    { type: 'ready' },
    { type: 'missed' },
    { type: 'arrived', cluster: 'b', version: 3, isNew: true },
  ])('leaves the list alone: %j', (event) => expect(applyEvent(queue, event)).toBe(queue));
});
