import { z } from 'zod';
import { Filters } from '../contract/filters.ts';
import { Day } from '../contract/primitives.ts';
import type { Fault } from '../contract/problem.ts';
import { AppError } from '../errors.ts';

/** The most that a share link shows: the filters of its page, and the same as they stand in its query. */
export interface Bounds {
  filters: Filters;
  named: Record<string, string>;
  /** Where products are compared: those, and nothing of any other. */
  products?: readonly string[];
  /** Where two periods are compared: the other one, which lies beside `from` and `to`. */
  former?: { from: string; to: string };
}

type FilterName = keyof Filters;

const isSame = (asked: unknown, bound: unknown) => asked === bound;
const isPart = (asked: unknown, bound: unknown) =>
  (asked as readonly unknown[]).every((entry) => (bound as readonly unknown[]).includes(entry));

/** Whether a filter that is asked for lies within the one that bounds it; days are compared as text. */
const lies: Record<FilterName, (asked: unknown, bound: unknown) => boolean> = {
  product: isSame,
  source: isSame,
  verified: isSame,
  counting: isSame,
  from: (asked, bound) => (asked as string) >= (bound as string),
  to: (asked, bound) => (asked as string) <= (bound as string),
  rating: isPart,
  feature: isPart,
  polarity: isPart,
};
const FILTERS = Object.keys(lies) as FilterName[];

/** Parameters that choose among what is shown and how, without showing more. */
const REFINEMENTS = new Set(['interval', 'limit', 'cursor', 'effect', 'order', 'minN', 'metric']);

/** A page that compares keeps products as `p1` to `p4`. */
const PRODUCT_NAMES = ['p1', 'p2', 'p3', 'p4'];
const FORMER = z.strictObject({ from: Day, to: Day });

/** What a page that compares shows besides its filters. */
function comparedIn(given: URLSearchParams, filters: Filters): Pick<Bounds, 'products' | 'former'> {
  const products = [...new Set(PRODUCT_NAMES.flatMap((name) => given.get(name) ?? []))];
  const former = FORMER.safeParse({ from: given.get('compareFrom'), to: given.get('compareTo') });
  return {
    ...(products.length > 1 && filters.product === undefined ? { products } : {}),
    ...(former.success && given.get('by') === 'period' ? { former: former.data } : {}),
  };
}

/**
 * The filters in the query of a page's address; parameters that are none are the page's own and bound nothing. Faults
 * are filters that are not valid, or named twice: leaving them out would open more than was meant.
 */
export function boundsOfQuery(query: string): Bounds | { faults: Fault[] } {
  const given = new URLSearchParams(query);
  const names = FILTERS.filter((name) => given.has(name));
  const repeated = names.filter((name) => given.getAll(name).length > 1);
  if (repeated.length > 0)
    return { faults: repeated.map((name) => ({ pointer: '/query', detail: `names ${name} twice` })) };
  const named = Object.fromEntries(names.map((name) => [name, given.get(name) ?? '']));
  const parsed = Filters.safeParse(named);
  if (parsed.success) return { filters: parsed.data, named, ...comparedIn(given, parsed.data) };
  return {
    faults: parsed.error.issues.map(({ path, message }) => ({
      pointer: '/query',
      detail: `the filter ${String(path[0])} is not valid: ${message}`,
    })),
  };
}

const refuse = (name: string, detail: string): never => {
  throw new AppError('outside-the-share', 400, `/query/${name}: ${detail}.`, {
    errors: [{ pointer: `/query/${name}`, detail }],
  });
};

/** Parameters of what is compared, which `checkCompared` looks at. */
const COMPARED = new Set(['products', 'compareFrom', 'compareTo']);

type Asked = { product?: string; products?: readonly string[]; from?: string; to?: string } & {
  compareFrom?: string;
  compareTo?: string;
};

const liesIn = (from: string | undefined, to: string | undefined, period: { from: string; to: string }) =>
  from !== undefined && to !== undefined && from >= period.from && to <= period.to;

/** The filters that bound what is asked: for days of the other period those of it. */
function boundsFor(asked: Asked, { filters, former }: Bounds): Filters {
  return former && liesIn(asked.from, asked.to, former) ? { ...filters, ...former } : filters;
}

/** Products and periods that are compared have to be those of the link. */
function checkCompared(asked: Asked, { products, former }: Bounds): void {
  const named = asked.products ?? (asked.product === undefined ? [] : [asked.product]);
  if (asked.products && !products) refuse('products', 'is not for readers by this link');
  if (products && (named.length === 0 || !named.every((product) => products.includes(product))))
    refuse('product', 'has to be one of those that this link compares');
  const isCompared = asked.compareFrom !== undefined || asked.compareTo !== undefined;
  if (isCompared && !(former && liesIn(asked.compareFrom, asked.compareTo, former)))
    refuse('compareFrom', 'is not within what this link shows');
}

/**
 * The query that is carried out for a reader with a share link: what was asked, within the bounds. Every filter is the
 * bound or lies within it, so that the answer never tells of a review that the bounds leave out. Where products are
 * compared one of them has to be asked for, or some of them; of two periods, days of either.
 * @param asked a parsed analytics query
 * @throws AppError 400 `outside-the-share`
 */
export function withinBounds<Q extends object>(asked: Q, bound: Bounds): Q {
  const bounds: Filters = { ...boundsFor(asked, bound), counting: bound.filters.counting ?? 'once' };
  checkCompared(asked, bound);
  const given = Object.entries(asked).filter(([, value]) => value !== undefined);
  for (const [name, value] of given) {
    if (Object.hasOwn(lies, name)) {
      const bound = bounds[name as FilterName];
      if (bound !== undefined && !lies[name as FilterName](value, bound))
        refuse(name, 'is not within what this link shows');
    } else if (!REFINEMENTS.has(name) && !COMPARED.has(name)) refuse(name, 'is not for readers by a link');
  }
  return { ...bounds, ...Object.fromEntries(given) } as Q;
}
