import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { patchParams, toAddress } from '../../../client/state/address.ts';
import {
  type FilterState,
  listActive,
  NO_FILTERS,
  nameRatings,
  POLARITIES,
  readFilters,
  writeFilters,
} from '../../../client/state/filters.ts';

const word = fc.stringMatching(/^[a-z][a-z0-9-]{0,20}$/);
const feature = fc.stringMatching(/^[a-z][a-z0-9_]{0,20}$/);
const optional = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: null });
const day = fc
  .date({ min: new Date('2000-01-01T00:00:00Z'), max: new Date('2040-01-01T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const filters: fc.Arbitrary<FilterState> = fc.record({
  product: optional(word),
  source: optional(word),
  from: optional(day),
  to: optional(day),
  rating: fc.uniqueArray(fc.constantFrom('1', '2', '3', '4', '5', 'none')),
  verified: optional(fc.constantFrom('true' as const, 'false' as const)),
  feature: fc.uniqueArray(feature, { maxLength: 4 }),
  polarity: fc.uniqueArray(fc.constantFrom(...POLARITIES)),
  counting: fc.constantFrom('once' as const, 'all' as const),
});

describe('filters in the address', () => {
  it('come back as they were written', () =>
    fc.assert(
      fc.property(filters, (state) => {
        expect(readFilters(new URLSearchParams(writeFilters(state)))).toEqual(state);
      }),
    ));

  it('that are not set have no parameter', () => expect(writeFilters(NO_FILTERS)).toEqual({}));

  it.each([
    ['from=yesterday'],
    ['from=2026-13-45'],
    ['rating=9,eleven'],
    ['feature=Night%20Vision'],
    ['polarity=good'],
    ['verified=maybe'],
    ['counting=twice'],
    ['product='],
    [`source=${'x'.repeat(81)}`],
  ])('leave out what the server would refuse: %s', (query) =>
    expect(readFilters(new URLSearchParams(query))).toEqual(NO_FILTERS),
  );

  it('are named with what to drop to be rid of them', () => {
    const active = listActive(
      { ...NO_FILTERS, product: 'solo', from: '2026-01-01', rating: ['1'], feature: ['app'] },
      { product: (id) => id, feature: (id) => id, period: () => 'a period', rating: nameRatings },
    );
    expect(active).toEqual([
      { label: 'solo', drop: ['product'] },
      { label: 'a period', drop: ['from', 'to'] },
      { label: '1 star', drop: ['rating'] },
      { label: 'app', drop: ['feature'] },
    ]);
  });
});

describe('addresses', () => {
  it('change only what is patched', () => {
    const params = patchParams(new URLSearchParams('product=solo&interval=week'), { interval: null, source: 'shop' });
    expect(toAddress('/', params)).toBe('/?product=solo&source=shop');
  });
  it('drop what is emptied and then the question mark', () =>
    expect(toAddress('/reviews', patchParams(new URLSearchParams('q=x'), { q: '' }))).toBe('/reviews'));
  it('keep lists readable', () => expect(toAddress('/', { lines: 'app,value' })).toBe('/?lines=app,value'));
});
