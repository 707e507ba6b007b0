import type { AlertMetric, AlertScope } from '../contract/alerts.ts';

export const METRIC_WORDS: Record<AlertMetric, string> = {
  net: 'net sentiment',
  stars: 'stars',
  volume: 'volume of reviews',
  'share-negative': 'share of negative judgements',
};

const inPercent = (share: number) => `${Math.round(share * 1000) / 10} %`;

/** A value as people read it; `sign` puts a plus before a rise. Net sentiment is shown from −100 to 100. */
export function formatValue(metric: AlertMetric, value: number | null, { sign = false } = {}): string {
  if (value === null) return 'none';
  const size = Math.abs(value);
  const mark = value < 0 ? '−' : sign ? '+' : '';
  if (metric === 'net') return `${mark}${Math.round(size * 100)}`;
  if (metric === 'stars') return `${mark}${size.toFixed(2)}`;
  return metric === 'volume' ? `${mark}${size}` : `${mark}${inPercent(size)}`;
}

export const formatP = (p: number) => (p < 0.001 ? 'p < 0.001' : `p = ${p.toFixed(3)}`);

/** "product doorbell-2, feature Night vision", or "all reviews". */
export function nameScope({ product, source, feature }: AlertScope, labelOf: (feature: string) => string): string {
  const parts = [
    ...(product === undefined ? [] : [`product ${product}`]),
    ...(source === undefined ? [] : [`source ${source}`]),
    ...(feature === undefined ? [] : [`feature ${labelOf(feature)}`]),
  ];
  return parts.length === 0 ? 'all reviews' : parts.join(', ');
}

/** Address of a page of the app. */
export function pageUrl(publicUrl: string, page: string, query: string): string {
  const path = page === 'overview' ? '/' : `/${page}`;
  return `${publicUrl}${path}${query === '' ? '' : `?${query}`}`;
}

/** The query of a page that shows these filters; what is undefined is left out. */
export const pageQuery = (filters: Readonly<Record<string, string | undefined>>): string =>
  new URLSearchParams(
    Object.entries(filters).filter((entry): entry is [string, string] => entry[1] !== undefined),
  ).toString();
