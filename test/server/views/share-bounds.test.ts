import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Filters } from '../../../server/contract/filters.ts';
import { type Bounds, boundsOfQuery, withinBounds } from '../../../server/views/share-bounds.ts';

const bounds = (query: string) => {
  const found = boundsOfQuery(query);
  if ('faults' in found) throw new Error(JSON.stringify(found.faults));
  return found;
};
const asked = (query: string) => Filters.parse(Object.fromEntries(new URLSearchParams(query)));

describe('the bounds of a share link', () => {
  it.each([
    ['', {}],
    ['product=door&sort=net&panel=3', { product: 'door' }],
    ['product=door%20bell&rating=1,2', { product: 'door bell', rating: '1,2' }],
    ['from=2026-01-01&to=2026-02-01&counting=all', { from: '2026-01-01', to: '2026-02-01', counting: 'all' }],
  ])('%j are its filters', (query, named) => expect(bounds(query).named).toEqual(named));

  it.each(['from=yesterday', 'product=', 'rating=6', 'product=a&product=b', 'verified=yes', 'polarity=glad'])(
    '%j is refused, not left out',
    (query) => expect(boundsOfQuery(query)).toHaveProperty('faults.0.pointer', '/query'),
  );

  it.each([
    ['product=a', '', { product: 'a', counting: 'once' }],
    ['product=a', 'feature=night_vision', { product: 'a', counting: 'once', feature: ['night_vision'] }],
    ['from=2026-01-01', 'from=2026-02-01', { from: '2026-02-01', counting: 'once' }],
    ['rating=1,2', 'rating=2', { rating: ['2'], counting: 'once' }],
    ['counting=all', '', { counting: 'all' }],
  ])('%j asked for %j gives %j', (bound, query, wanted) =>
    expect(withinBounds(asked(query), bounds(bound))).toEqual(wanted),
  );

  it.each([
    ['product=a', 'product=b'],
    ['source=web', 'source=shop'],
    ['from=2026-01-01', 'from=2025-12-31'],
    ['to=2026-01-31', 'to=2026-02-01'],
    ['rating=1,2', 'rating=2,3'],
    ['feature=night_vision', 'feature=clarity'],
    ['polarity=negative', 'polarity=negative,mixed'],
    ['verified=true', 'verified=false'],
    ['', 'counting=all'],
  ])('%j refuses %j', (bound, query) =>
    expect(() => withinBounds(asked(query), bounds(bound))).toThrow(expect.objectContaining({ status: 400 })),
  );

  it('refuses a parameter that is not known to narrow', () =>
    expect(() => withinBounds({ compareFrom: '2020-01-01' }, bounds(''))).toThrow('compareFrom'));
});

describe('the bounds of a comparison', () => {
  it.each([
    ['p1=a&p2=b', { products: ['a', 'b'] }],
    ['p1=a', {}],
    ['p1=a&p2=b&product=a', {}],
    [
      'by=period&from=2026-02-01&to=2026-02-28&compareFrom=2026-01-01&compareTo=2026-01-31',
      { former: { from: '2026-01-01', to: '2026-01-31' } },
    ],
    ['compareFrom=2026-01-01&compareTo=2026-01-31', {}],
    ['by=period&compareFrom=2026-01-01', {}],
  ])('%j are what it compares', (query, wanted) => {
    const { products, former } = bounds(query);
    expect({ ...(products ? { products } : {}), ...(former ? { former } : {}) }).toEqual(wanted);
  });

  const TWO = bounds('by=period&from=2026-02-01&to=2026-02-28&compareFrom=2026-01-01&compareTo=2026-01-31');

  it.each([
    [{ product: 'a' }, 'p1=a&p2=b'],
    [{ products: ['b', 'a'] }, 'p1=a&p2=b'],
  ])('%j lies within them', (query, bound) => expect(withinBounds(query, bounds(bound))).toMatchObject(query));

  it.each([[{}], [{ product: 'c' }], [{ products: ['a', 'c'] }], [{ products: [] }]])('%j is refused', (query) =>
    expect(() => withinBounds(query, bounds('p1=a&p2=b'))).toThrow(expect.objectContaining({ status: 400 })),
  );

  it.each([
    [{}, { from: '2026-02-01', to: '2026-02-28' }],
    [
      { from: '2026-01-02', to: '2026-01-30' },
      { from: '2026-01-02', to: '2026-01-30' },
    ],
    [{ from: '2026-02-02' }, { from: '2026-02-02', to: '2026-02-28' }],
  ])('of two periods %j opens %j', (query, wanted) => expect(withinBounds(query, TWO)).toMatchObject(wanted));

  it.each([
    [{ from: '2026-01-02' }],
    [{ from: '2026-01-02', to: '2026-02-02' }],
    [{ from: '2025-12-31', to: '2026-01-30' }],
    [{ compareFrom: '2026-01-01' }],
    [{ compareFrom: '2025-12-31', compareTo: '2026-01-31' }],
    [{ products: ['a', 'b'] }],
  ])('of two periods %j is refused', (query) =>
    expect(() => withinBounds(query, TWO)).toThrow(expect.objectContaining({ status: 400 })),
  );
});

const DAYS = [1, 2, 3, 4].map((n) => `2026-01-0${n}`);
const day = fc.constantFrom(...DAYS);
const part = <T extends string>(...all: T[]) => fc.option(fc.subarray(all, { minLength: 1 }), { nil: undefined });
const one = <T>(...all: T[]) => fc.option(fc.constantFrom(...all), { nil: undefined });
const someFilters = fc.record(
  {
    product: one('a', 'b'),
    source: one('web', 'shop'),
    from: fc.option(day, { nil: undefined }),
    to: fc.option(day, { nil: undefined }),
    rating: part('1', '3', '5', 'none'),
    verified: one(true, false),
    feature: part('clarity', 'app'),
    polarity: part('positive', 'negative'),
    counting: one<'once' | 'all'>('once', 'all'),
  },
  { requiredKeys: [] },
);
/** A review of every kind. */
const REVIEWS = [
  ['product', ['a', 'b']],
  ['source', ['web', 'shop']],
  ['day', DAYS],
  ['rating', ['1', '3', 'none']],
  ['verified', [true, false]],
  ['feature', ['clarity', 'app']],
  ['polarity', ['positive', 'negative']],
  ['once', [true, false]],
].reduce<Record<string, unknown>[]>(
  (kinds, [name, values]) =>
    kinds.flatMap((kind) => (values as unknown[]).map((value) => ({ ...kind, [name as string]: value }))),
  [{}],
) as unknown as SomeReview[];
type SomeFilters = typeof someFilters extends fc.Arbitrary<infer T> ? T : never;
interface SomeReview {
  product: string;
  source: string;
  day: string;
  rating: string;
  verified: boolean;
  feature: string;
  polarity: string;
  once: boolean;
}

/** What a filter selects, told again in the plainest way. */
const selects = (filters: SomeFilters, review: SomeReview) =>
  (filters.product === undefined || filters.product === review.product) &&
  (filters.source === undefined || filters.source === review.source) &&
  (filters.from === undefined || filters.from <= review.day) &&
  (filters.to === undefined || filters.to >= review.day) &&
  (filters.rating === undefined || filters.rating.includes(review.rating as never)) &&
  (filters.verified === undefined || filters.verified === review.verified) &&
  (filters.feature === undefined || filters.feature.includes(review.feature as never)) &&
  (filters.polarity === undefined || filters.polarity.includes(review.polarity as never)) &&
  (filters.counting === 'all' || review.once);

it('selects what is asked and within the bounds, and nothing else, whatever is asked', () => {
  fc.assert(
    fc.property(someFilters, someFilters, (bound, query) => {
      const saved: Bounds = { filters: bound as Filters, named: {} };
      let carriedOut: SomeFilters;
      try {
        carriedOut = withinBounds(query, saved);
      } catch {
        return;
      }
      for (const review of REVIEWS) {
        const isShown = selects(carriedOut, review);
        const isWithin = selects({ ...bound, counting: bound.counting ?? 'once' }, review);
        const isAsked = selects({ ...query, counting: query.counting ?? bound.counting }, review);
        if (isShown !== (isWithin && isAsked)) throw new Error(JSON.stringify({ bound, query, review }));
      }
    }),
    { numRuns: 1000 },
  );
});
