import { describe, expect, it } from 'vitest';
import { patchParams } from '../../../client/state/address.ts';
import { NO_FILTERS } from '../../../client/state/filters.ts';
import { nameTarget, readTarget, toQuotesQuery, writeTarget } from '../../../client/state/sentences.ts';

describe('the open number', () => {
  it('comes back from the address as it was', () => {
    const target = { feature: 'app', polarity: 'negative' as const, from: '2026-10-12', to: '2026-10-18' };
    const params = patchParams(new URLSearchParams('product=solo'), writeTarget(target));
    expect(readTarget(params)).toEqual(target);
    expect(params.get('product')).toBe('solo');
  });
  it('leaves nothing behind when it is closed', () => {
    const open = patchParams(new URLSearchParams('product=solo'), writeTarget({ feature: 'app' }));
    expect(patchParams(open, writeTarget(null)).toString()).toBe('product=solo');
    expect(readTarget(new URLSearchParams('product=solo'))).toBeNull();
  });

  it.each([
    ['the page’s filters narrowed', { product: 'solo' }, { feature: 'app' }, { product: 'solo', feature: 'app' }],
    ['its own product', { product: 'solo' }, { product: 'flood' }, { product: 'flood' }],
    [
      'an interval cut by the period',
      { from: '2026-10-14', to: '2026-10-15' },
      { from: '2026-10-12', to: '2026-10-18' },
      { from: '2026-10-14', to: '2026-10-15' },
    ],
    [
      'an interval inside the period',
      { from: '2026-01-01' },
      { from: '2026-10-12', to: '2026-10-18' },
      { from: '2026-10-12', to: '2026-10-18' },
    ],
    [
      'its own counting',
      { counting: 'all' as const },
      { rating: '5', counting: 'once' as const },
      { rating: '5', counting: 'once' },
    ],
  ])('asks for %s', (_, filters, target, wanted) =>
    expect(toQuotesQuery({ ...NO_FILTERS, ...filters }, target)).toEqual(wanted),
  );

  it.each([
    [41, { polarity: 'negative' as const }, '41 negative reviews'],
    [1, { rating: '5' }, '1 review with 5 stars'],
    [3, { rating: 'none' }, '3 reviews without stars'],
    [0, {}, '0 reviews'],
  ])('has its count in the heading: %d', (count, target, wanted) => expect(nameTarget(count, target)).toBe(wanted));
});
