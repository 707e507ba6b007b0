import type { Filters } from '../contract/filters.ts';

/** Filters as parameters of an address, which the API takes as they are. */
export function filterParams(filters: Filters): Record<string, string> {
  return Object.fromEntries(
    Object.entries(filters).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]])),
  );
}
