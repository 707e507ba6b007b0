import type { Comparison } from '../../../server/contract/insights.ts';
import type { Patch } from '../../state/address.ts';
import { addDays, countDays, formatPeriod } from '../../state/dates.ts';
import { nameProduct, plural } from '../../state/figures.ts';
import { type FilterState, type Query, writeFilters } from '../../state/filters.ts';
import { type Resource, useResource } from '../../state/resource.ts';

const DAYS = 90;
const NAMES = ['p1', 'p2', 'p3', 'p4'];

/** Products are kept in the address one a parameter `p1` to `p4`: a name may hold any separator. */
export const readProducts = (params: URLSearchParams): string[] => [
  ...new Set(NAMES.flatMap((name) => params.get(name) ?? [])),
];
export const writeProducts = (products: readonly string[]): Patch =>
  Object.fromEntries(NAMES.map((name, at) => [name, products[at] ?? null]));

export type Periods = { from: string; to: string; compareFrom: string; compareTo: string };

/** The period of the filters, else the days up to `last`; and, unless the address names another, the one before it that is as long. */
export function toPeriods(filters: FilterState, params: URLSearchParams, last: string): Periods {
  const to = filters.to ?? last;
  const from = filters.from ?? addDays(to, 1 - DAYS);
  const compareTo = params.get('compareTo') ?? addDays(from, -1);
  const compareFrom = params.get('compareFrom') ?? addDays(compareTo, 1 - countDays(from, to));
  return { from, to, compareFrom, compareTo };
}

/** What is compared: products, or two periods. */
export type Compared = { filters: FilterState } & ({ products: string[] } | { periods: Periods });

const isByPeriod = (compared: Compared): compared is Extract<Compared, { periods: Periods }> => 'periods' in compared;

/** All that says what is compared, for an address of its own: nothing is left to what is usual. */
export function writeCompared(compared: Compared): Query {
  if (isByPeriod(compared)) return { ...writeFilters(compared.filters), ...compared.periods, by: 'period' };
  const named = Object.entries(writeProducts(compared.products)).filter(
    (entry): entry is [string, string] => entry[1] !== null,
  );
  return { ...writeFilters({ ...compared.filters, product: null }), ...Object.fromEntries(named) };
}

/** In words, for paper and for whoever gets a link. */
export function tellCompared(compared: Compared): string {
  if (!isByPeriod(compared)) return compared.products.map(nameProduct).join(', ');
  const { from, to, compareFrom, compareTo } = compared.periods;
  return `${formatPeriod(compareFrom, compareTo)} against ${formatPeriod(from, to)}`;
}

export type ComparisonResource = { resource: Resource<Comparison>; path: string; query: Query };

/** Reads the comparison, with what copies do to it. Of fewer than two products nothing is read. */
export function useComparison(compared: Compared): ComparisonResource {
  const byPeriod = isByPeriod(compared);
  const products = byPeriod ? [] : compared.products;
  const path = `/analytics/compare${byPeriod ? '' : `?${new URLSearchParams(products.map((id) => ['products', id]))}`}`;
  const query: Query = {
    ...writeFilters(byPeriod ? compared.filters : { ...compared.filters, product: null }),
    ...(byPeriod ? compared.periods : {}),
    effect: 'true',
  };
  return { resource: useResource<Comparison>(byPeriod || products.length > 1 ? path : null, query), path, query };
}

/** "Alder One 76 reviews, Birch Two 80 reviews". */
export const tellColumns = ({ columns }: Pick<Comparison, 'columns'>): string =>
  columns
    .map(({ product, days: { from, to }, reviews }) => {
      const name = product !== null ? nameProduct(product) : from && to ? formatPeriod(from, to) : '';
      return `${name} ${plural(reviews, 'review', 'reviews')}`.trim();
    })
    .join(', ');
