import type { Counting, Polarity } from '../../server/contract/primitives.ts';
import { formatCount } from './figures.ts';
import { type FilterState, nameRatings, type Query, writeFilters } from './filters.ts';

/** The number whose sentences are open: what the page's filters are narrowed to. Kept in the address as `s.…`. */
export type Target = {
  feature?: string;
  polarity?: Polarity;
  product?: string;
  rating?: string;
  from?: string;
  to?: string;
  counting?: Counting;
};

const NAMES = ['feature', 'polarity', 'product', 'rating', 'from', 'to', 'counting'] as const;

/** Reads the open number from an address, or null when none is open. */
export function readTarget(params: URLSearchParams): Target | null {
  const entries = NAMES.flatMap((name) => {
    const value = params.get(`s.${name}`);
    return value ? [[name, value] as const] : [];
  });
  return entries.length === 0 ? null : (Object.fromEntries(entries) as Target);
}

/** The parameters that open (or, with null, close) a number's sentences. */
export function writeTarget(target: Target | null): Record<string, string | null> {
  return Object.fromEntries(NAMES.map((name) => [`s.${name}`, target?.[name] ?? null]));
}

/** The query whose reviews are exactly the ones the number counts: the page's filters, narrowed. */
export function toQuotesQuery(filters: FilterState, target: Target): Query {
  const query = { ...writeFilters(filters) };
  for (const name of ['feature', 'polarity', 'product', 'rating'] as const) {
    const value = target[name];
    if (value !== undefined) query[name] = value;
  }
  if (target.from !== undefined) query['from'] = later(target.from, filters.from);
  if (target.to !== undefined) query['to'] = earlier(target.to, filters.to);
  if (target.counting !== undefined) query['counting'] = target.counting;
  return query;
}

const later = (day: string, limit: string | null) => (limit !== null && limit > day ? limit : day);
const earlier = (day: string, limit: string | null) => (limit !== null && limit < day ? limit : day);

/** "41 negative reviews", "1 review with 5 stars": the heading of the open number. */
export function nameTarget(count: number, target: Target): string {
  const polarity = target.polarity === undefined ? '' : `${target.polarity} `;
  const stars =
    target.rating === undefined
      ? ''
      : target.rating === 'none'
        ? ' without stars'
        : target.rating.includes(',')
          ? target.rating.split(',').length === 5
            ? ' with stars'
            : ` with ${nameRatings(target.rating.split(','))}`
          : ` with ${target.rating} ${target.rating === '1' ? 'star' : 'stars'}`;
  return `${formatCount(count)} ${polarity}${count === 1 ? 'review' : 'reviews'}${stars}`;
}
