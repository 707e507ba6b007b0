import { Filters } from '../contract/filters.ts';
import type { Fault } from '../contract/problem.ts';
import { AppError } from '../errors.ts';

/** The most that a share link shows: the filters of its page, and the same as they stand in its query. */
export interface Bounds {
  filters: Filters;
  named: Record<string, string>;
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
  if (parsed.success) return { filters: parsed.data, named };
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

/**
 * The query that is carried out for a reader with a share link: what was asked, within the bounds. Every filter is the
 * bound or lies within it, so that the answer never tells of a review that the bounds leave out.
 * @param asked a parsed analytics query
 * @throws AppError 400 `outside-the-share`
 */
export function withinBounds<Q extends object>(asked: Q, { filters }: Bounds): Q {
  const bounds: Filters = { ...filters, counting: filters.counting ?? 'once' };
  const given = Object.entries(asked).filter(([, value]) => value !== undefined);
  for (const [name, value] of given) {
    if (Object.hasOwn(lies, name)) {
      const bound = bounds[name as FilterName];
      if (bound !== undefined && !lies[name as FilterName](value, bound))
        refuse(name, 'is not within what this link shows');
    } else if (!REFINEMENTS.has(name)) refuse(name, 'is not for readers by a link');
  }
  return { ...bounds, ...Object.fromEntries(given) } as Q;
}
