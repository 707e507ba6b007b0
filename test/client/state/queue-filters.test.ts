import { describe, expect, it } from 'vitest';
import { CLEARED, readQueueFilters, tellQueueFilters, toQueueQuery } from '../../../client/state/queue-filters.ts';

const read = (query: string, state: 'open' | 'removed' = 'open') => readQueueFilters(new URLSearchParams(query), state);

describe('filters of the queue', () => {
  it.each([
    ['kind=exact&relation=variant&product=alder-one&source=shop&reason=spam&signal=burst&age=7d&claimed=free', 8],
    ['kind=fuzzy&claimed=me&age=old', 0],
    ['product=+&source=', 0],
    [`product=${'x'.repeat(121)}`, 0],
    ['tab=removed&other=1', 0],
  ])('takes of %s what the server knows', (query, count) => expect(Object.keys(read(query))).toHaveLength(count));

  it('has claims for what is open and moderators for what is decided', () => {
    const query = 'claimed=mine&moderator=Ann';
    expect(read(query)).toEqual({ claimed: 'mine' });
    expect(read(query, 'removed')).toEqual({ moderator: 'Ann' });
  });

  it.each([
    ['age=7d', { createdAfter: '2026-02-22' }],
    ['age=over-30d', { createdBefore: '2026-01-30' }],
    ['kind=near', { kind: 'near' }],
    ['', {}],
  ])('%s asks %j', (query, wanted) => expect(toQueueQuery(read(query), '2026-03-01')).toEqual(wanted));

  it('tells itself in words', () => {
    expect(tellQueueFilters(read('kind=exact&product=alder-one&age=1d'))).toBe(
      'Kind: Exact, Product: Alder One, Came in: Last 24 hours',
    );
    expect(tellQueueFilters({})).toBe('no filter: the whole queue');
  });

  it('clears every one of them', () =>
    expect(Object.keys(CLEARED)).toEqual(expect.arrayContaining(['kind', 'moderator', 'age'])));
});
