import type { Counting, Polarity } from '../../server/contract/primitives.ts';

export const POLARITIES: readonly Polarity[] = ['negative', 'mixed', 'neutral', 'positive'];
const RATINGS = ['5', '4', '3', '2', '1', 'none'];

/** What narrows the reviews that are looked at: the contract's filters as the address bar holds them. */
export type FilterState = {
  product: string | null;
  source: string | null;
  from: string | null;
  to: string | null;
  rating: string[];
  verified: 'true' | 'false' | null;
  feature: string[];
  polarity: Polarity[];
  counting: Counting;
};

export const NO_FILTERS: FilterState = {
  product: null,
  source: null,
  from: null,
  to: null,
  rating: [],
  verified: null,
  feature: [],
  polarity: [],
  counting: 'once',
};

export type Query = Record<string, string>;

const isDay = (text: string) => /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));
const listOf = (text: string | null) => (text ? [...new Set(text.split(','))] : []);
const text = (value: string | null, max: number) =>
  value && value.trim() !== '' && value.length <= max ? value : null;

/** Reads the filters of an address; what the server would refuse is left out, so a broken link still opens. */
export function readFilters(params: URLSearchParams): FilterState {
  const day = (name: string) => {
    const value = params.get(name);
    return value && isDay(value) ? value : null;
  };
  const verified = params.get('verified');
  return {
    product: text(params.get('product'), 120),
    source: text(params.get('source'), 80),
    from: day('from'),
    to: day('to'),
    rating: listOf(params.get('rating')).filter((entry) => RATINGS.includes(entry)),
    verified: verified === 'true' || verified === 'false' ? verified : null,
    feature: listOf(params.get('feature')).filter((entry) => /^[a-z][a-z0-9_]{0,39}$/.test(entry)),
    polarity: listOf(params.get('polarity')).filter((entry): entry is Polarity =>
      POLARITIES.includes(entry as Polarity),
    ),
    counting: params.get('counting') === 'all' ? 'all' : 'once',
  };
}

/** The filters as query parameters, for the address and for the API alike; what is not set has no parameter. */
export function writeFilters(filters: FilterState): Query {
  const query: Query = {};
  for (const name of ['product', 'source', 'from', 'to', 'verified'] as const) {
    const value = filters[name];
    if (value !== null) query[name] = value;
  }
  for (const name of ['rating', 'feature', 'polarity'] as const) {
    if (filters[name].length > 0) query[name] = filters[name].join(',');
  }
  if (filters.counting === 'all') query['counting'] = 'all';
  return query;
}

/**
 * The query whose stars over time are those of the reviews that the filters leave: a feature alone would only choose
 * series, with any judgement of it it narrows.
 */
export const narrowStars = (query: Query): Query =>
  query['feature'] !== undefined && query['polarity'] === undefined
    ? { ...query, polarity: POLARITIES.join(',') }
    : query;

/** A filter in force, in words, with the parameters to drop to be rid of it. */
export type Active = { label: string; drop: string[] };

/** Filters that can empty a page. */
export function listActive(filters: FilterState, wordsOf: FilterWords): Active[] {
  const active: Active[] = [];
  if (filters.product !== null) active.push({ label: wordsOf.product(filters.product), drop: ['product'] });
  if (filters.source !== null) active.push({ label: filters.source, drop: ['source'] });
  if (filters.from !== null || filters.to !== null) {
    active.push({ label: wordsOf.period(filters.from, filters.to), drop: ['from', 'to'] });
  }
  if (filters.rating.length > 0) active.push({ label: wordsOf.rating(filters.rating), drop: ['rating'] });
  if (filters.verified !== null) {
    active.push({ label: filters.verified === 'true' ? 'Verified' : 'Not verified', drop: ['verified'] });
  }
  for (const feature of filters.feature) active.push({ label: wordsOf.feature(feature), drop: ['feature'] });
  if (filters.polarity.length > 0) active.push({ label: filters.polarity.join(', '), drop: ['polarity'] });
  return active;
}

export type FilterWords = {
  product: (id: string) => string;
  feature: (id: string) => string;
  period: (from: string | null, to: string | null) => string;
  rating: (ratings: string[]) => string;
};

/** "5, 4 stars", "no stars": rating entries of the query in words. */
export function nameRatings(ratings: string[]): string {
  const stars = ratings.filter((entry) => entry !== 'none');
  const parts: string[] = [];
  if (stars.length > 0) parts.push(stars.length === 1 && stars[0] === '1' ? '1 star' : `${stars.join(', ')} stars`);
  if (ratings.includes('none')) parts.push('no stars');
  return parts.join(', ');
}
