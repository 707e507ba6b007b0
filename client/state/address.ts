import { useCallback, useMemo } from 'preact/hooks';
import { useLocation } from 'preact-iso';

/** Parameters to set; `null` drops one. */
export type Patch = Record<string, string | null>;

/** The same parameters with `patch` applied, in a stable order. Pure. */
export function patchParams(params: URLSearchParams, patch: Patch): URLSearchParams {
  const next = new URLSearchParams(params);
  for (const [name, value] of Object.entries(patch)) {
    if (value === null || value === '') next.delete(name);
    else next.set(name, value);
  }
  return next;
}

/** `/path?query`, without the question mark when there is no query. */
export function toAddress(path: string, params: URLSearchParams | Record<string, string>): string {
  const query = new URLSearchParams(params).toString().replaceAll('%2C', ',');
  return query === '' ? path : `${path}?${query}`;
}

/** The address is the state of a page: reads its parameters, and changes them with or without a step for Back. */
export function useAddress() {
  const { path, url, route } = useLocation();
  const search = url.includes('?') ? url.slice(url.indexOf('?')) : '';
  const params = useMemo(() => new URLSearchParams(search), [search]);
  const change = useCallback(
    (patch: Patch, options: { replace?: boolean } = {}) =>
      route(toAddress(path, patchParams(params, patch)), options.replace ?? false),
    [path, params, route],
  );
  return { path, params, change, route };
}
