import type { ColumnMap, ImportField } from '../contract/imports.ts';
import type { ColumnSample } from './column-samples.ts';
import { foldHeader } from './formats/fold-header.ts';

interface Rule {
  field: ImportField;
  /** Words of a folded name that speak for the field, in the languages exports come in, and words that speak against it. */
  names: RegExp;
  not?: RegExp;
  /** How well the values fit, from 0 (not at all) to 1; names decide among those that fit. */
  fits: (column: ColumnSample) => number;
  /** Whether the values are enough where no name speaks for the field. */
  byValues?: boolean;
}

const share = (part: number, { filled }: ColumnSample) => (filled === 0 ? 0 : part / filled);
const meanLength = (column: ColumnSample) => share(column.chars, column);
const isFilled = (column: ColumnSample) => (column.filled > 0 ? 0.5 : 0.1);
const isShort = (column: ColumnSample) => (meanLength(column) <= 120 ? isFilled(column) : 0);

/** Tried in this order; a column is suggested once. */
const RULES: readonly Rule[] = [
  {
    field: 'rating',
    names: /rating|score|star|stern|note|bewertung|punkt|grade|valor/,
    not: /(?:^|_)(?:id|count|votes?|helpful|date|datum)(?:_|$)/,
    fits: (column) => (share(column.ratings, column) >= 0.8 ? 1 : 0),
    byValues: true,
  },
  {
    field: 'date',
    names: /date|datum|time|created|submitted|fecha/,
    not: /reply|updated|order/,
    fits: (column) => (share(column.dates, column) >= 0.8 ? 1 : 0),
    byValues: true,
  },
  {
    field: 'text',
    names: /text|review|comment|body|content|feedback|message|opinion|bewertung|rezension|kommentar|avis|opinione|rese/,
    not: /(?:^|_)(?:id|url|link|title|name|reply|response|answer|status|language)(?:_|$)/,
    fits: (column) => Math.min(1, meanLength(column) / 80),
    byValues: true,
  },
  { field: 'title', names: /title|headline|subject|summary|titel|betreff|heading/, not: /product|item/, fits: isShort },
  {
    field: 'author',
    names: /author|reviewer|user|customer|nick|display|kunde|autor|client|name/,
    not: /product|item|shop|store|file|(?:^|_)id(?:_|$)/,
    fits: isShort,
  },
  { field: 'product', names: /product|produkt|item|sku|asin|artikel|handle|model/, not: /url|image/, fits: isShort },
  { field: 'externalId', names: /(?:^|review_?)id$|uuid/, fits: isShort },
  { field: 'verified', names: /verif/, fits: isShort },
  { field: 'status', names: /status|state|publish|moderation/, fits: isShort },
  { field: 'source', names: /source|platform|quelle|site|channel/, not: /url/, fits: isShort },
];

/** A column that seems to hold the text by its values alone must be this long on average, in characters. */
const TEXT_CHARS = 30;

const worth = (rule: Rule, column: ColumnSample): number => {
  const name = foldHeader(column.name);
  const fits = rule.not?.test(name) ? 0 : rule.fits(column);
  if (rule.names.test(name)) return fits === 0 ? 0 : 1 + fits;
  const isEnough = rule.byValues && fits > 0 && (rule.field !== 'text' || meanLength(column) >= TEXT_CHARS);
  return isEnough && !/(?:^|_)(?:id|count|quantity|qty|votes?|helpful|price)(?:_|$)/.test(name) ? fits : 0;
};

/**
 * A map for columns that no layout knows, by their names and values, for a person to look over: nothing is imported by
 * it unless it is sent with the file. Empty where nothing seems to hold the text.
 */
export function suggestMap(columns: readonly ColumnSample[]): ColumnMap {
  const map: ColumnMap = {};
  const free = new Set(columns);
  for (const rule of RULES) {
    const ranked = [...free].map((column) => ({ column, worth: worth(rule, column) }));
    const best = ranked.reduce((a, b) => (b.worth > a.worth ? b : a), { column: columns[0], worth: 0 });
    if (best.worth === 0 || best.column === undefined) continue;
    map[rule.field] = best.column.name;
    free.delete(best.column);
  }
  return map.text === undefined ? {} : map;
}
