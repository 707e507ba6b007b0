import type { AlertMetric, AlertScope } from '../contract/alerts.ts';

export const METRIC_WORDS: Record<AlertMetric, string> = {
  net: 'net sentiment',
  stars: 'stars',
  volume: 'volume of reviews',
  'share-negative': 'share of negative judgements',
};

const inPercent = (share: number) => `${Math.round(share * 1000) / 10} %`;

/** A value as the pages show it; `sign` puts a plus before a rise. Net sentiment, −1 to 1, always has its sign. */
export function formatValue(metric: AlertMetric, value: number | null, { sign = false } = {}): string {
  if (value === null) return 'none';
  const size = Math.abs(value);
  if (metric === 'net') {
    const text = size.toFixed(2);
    return Number(text) === 0 ? text : `${value < 0 ? '−' : '+'}${text}`;
  }
  const mark = value < 0 ? '−' : sign ? '+' : '';
  if (metric === 'stars') return `${mark}${size.toFixed(2)}`;
  return metric === 'volume' ? `${mark}${size}` : `${mark}${inPercent(size)}`;
}

export const formatP = (p: number) => (p < 0.001 ? 'p < 0.001' : `p = ${p.toFixed(3)}`);

/** Mails are read in many places: days are UTC, and a month stands as a word. */
const days = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });

/** "11 – 17 May 2026". */
export const formatDays = ({ from, to }: { from: string; to: string }): string =>
  days.formatRange(new Date(`${from}T00:00:00Z`), new Date(`${to}T00:00:00Z`));

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
