import type { ColumnMap, DateOrder, ImportFormat, TextEncoding } from '../../../server/contract/imports.ts';
import type { Query } from '../../state/filters.ts';

/** What applies to a whole file; '' and null leave it to the file. */
export type FileOptions = {
  format: ImportFormat;
  product: string;
  source: string;
  dates: DateOrder | '';
  encoding: TextEncoding | '';
  /** Set only where a person has said which column is what: a layout that is known says more than a map can. */
  map: ColumnMap | null;
};

export const NO_OPTIONS: FileOptions = { format: 'auto', product: '', source: '', dates: '', encoding: '', map: null };

/** Media types of what the API takes, by the ending of a file's name. */
const TYPES: Record<string, string> = {
  csv: 'text/csv',
  tsv: 'text/tab-separated-values',
  tab: 'text/tab-separated-values',
  ndjson: 'application/x-ndjson',
  jsonl: 'application/x-ndjson',
  json: 'application/json',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  xml: 'application/xml',
  html: 'text/html',
  htm: 'text/html',
  txt: 'text/plain',
  gz: 'application/gzip',
  zip: 'application/zip',
};
const FORMAT_TYPES: Partial<Record<ImportFormat, string>> = {
  csv: 'text/csv',
  ndjson: 'application/x-ndjson',
  json: 'application/json',
};

/** What the browser's file dialog offers first. */
export const ACCEPTED = Object.keys(TYPES)
  .map((ending) => `.${ending}`)
  .join(',');

/** The media type to send a file as: by the chosen format, else by its name; text where neither tells. */
export function typeOf(filename: string, format: ImportFormat): string {
  const ending = filename.toLowerCase().split('.').at(-1) ?? '';
  return FORMAT_TYPES[format] ?? TYPES[ending] ?? 'text/plain';
}

/** The options as the API takes them. */
export const toQuery = (filename: string, { format, product, source, dates, encoding, map }: FileOptions): Query => ({
  filename: filename.slice(0, 255),
  ...(format === 'auto' ? {} : { format }),
  ...(product.trim() === '' ? {} : { product: product.trim() }),
  ...(source.trim() === '' ? {} : { source: source.trim() }),
  ...(dates === '' ? {} : { dates }),
  ...(encoding === '' ? {} : { encoding }),
  ...(map === null ? {} : { map: JSON.stringify(map) }),
});

export const FORMAT_WORDS: Record<ImportFormat, string> = {
  auto: 'Found out by itself',
  csv: 'CSV',
  xlsx: 'Excel (XLSX)',
  json: 'JSON',
  'google-xml': 'Google product reviews (XML)',
  ndjson: 'NDJSON',
  page: 'Saved shop page',
};

export const ENCODING_WORDS: Record<TextEncoding, string> = {
  'utf-8': 'UTF-8',
  'windows-1252': 'Windows (Excel’s plain CSV)',
};

const LAYOUT_WORDS: Record<string, string> = {
  'judge.me': 'Judge.me',
  'shopify-product-reviews': 'Shopify Product Reviews',
  'loox-import': 'Loox',
  'loox-export': 'Loox',
  yotpo: 'Yotpo',
  okendo: 'Okendo',
  powerreviews: 'PowerReviews',
  trustpilot: 'Trustpilot',
  'amazon-2023': 'Amazon reviews, 2023',
  'amazon-2015': 'Amazon reviews, 2015',
  'amazon-scrape': 'Amazon, scraped',
  meta: 'Meta review feed',
  feefo: 'Feefo',
};

/** The platform that a layout is of, as people call it; null for columns that are known by common names only. */
export const nameLayout = (layout: string | null): string | null => (layout && LAYOUT_WORDS[layout]) || null;
