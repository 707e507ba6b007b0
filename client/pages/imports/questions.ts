import type { ColumnMap, ImportField, InspectedFile, MappingList } from '../../../server/contract/imports.ts';
import type { FileOptions } from './file-options.ts';

/** Fields in the order in which people fill them in, as the screen calls them. */
export const FIELDS: readonly { field: ImportField; label: string; hint?: string }[] = [
  { field: 'text', label: 'Review text' },
  { field: 'product', label: 'Product' },
  { field: 'title', label: 'Title' },
  { field: 'rating', label: 'Stars' },
  { field: 'date', label: 'Date' },
  { field: 'author', label: 'Author' },
  { field: 'externalId', label: 'Review id', hint: 'Tells a review from a new one when it comes again' },
  { field: 'source', label: 'Source', hint: 'Shop or site the review is from' },
  { field: 'verified', label: 'Verified' },
  { field: 'status', label: 'Status', hint: 'Hidden and held reviews are left out' },
];

/** What is to be asked before a file can be imported, and what was found wrong that no answer mends. */
export type Questions = { map: boolean; product: boolean; dates: boolean; problem: string | null };

/** What is read from which column: as said, else as found. */
export const usedMap = (inspected: InspectedFile, { map }: FileOptions): ColumnMap => map ?? inspected.map;

/** Feeds and pages have no columns; a table whose columns nobody knows has a suggested map, which counts once it is sent. */
export const isUnknownTable = ({ columns, layout, remembered }: InspectedFile): boolean =>
  columns.length > 0 && layout === null && !remembered;

/** Layouts that write their dates in one order always: nothing is to be asked of them. */
const KNOWN_DATES: ReadonlySet<string> = new Set(['powerreviews', 'feefo']);

/** What a file leaves open. Ambiguous dates are a question of their column only. */
export function listQuestions(inspected: InspectedFile, options: FileOptions): Questions {
  const map = usedMap(inspected, options);
  const isUnknown = isUnknownTable(inspected);
  const hasProduct = map.product !== undefined || options.product.trim() !== '';
  const isProductMissing = !hasProduct && (inspected.problem !== null || isUnknown);
  // A product given since may be all that was wrong; what else is, the upload says.
  const isAnswered = isUnknown || isProductMissing || options.product.trim() !== '' || options.map !== null;
  return {
    map: isUnknown,
    product: isProductMissing,
    dates: inspected.dates.ambiguous > 0 && map.date === inspected.map.date && !KNOWN_DATES.has(inspected.layout ?? ''),
    problem: isAnswered ? null : inspected.problem,
  };
}

/** Why a file cannot be sent yet, in words; null when it can. */
export function tellMissing(inspected: InspectedFile, options: FileOptions): string | null {
  const questions = listQuestions(inspected, options);
  if (questions.problem !== null) return null;
  if (inspected.columns.length > 0 && usedMap(inspected, options).text === undefined)
    return 'Choose the column with the review text first';
  return questions.product ? 'Say which product these reviews are about first' : null;
}

/** The options with everything said that the upload needs: a map that was only suggested is now meant. */
export const toUploadOptions = (inspected: InspectedFile | null, options: FileOptions): FileOptions =>
  inspected && isUnknownTable(inspected) ? { ...options, map: usedMap(inspected, options) } : options;

/** A map with one field on another column; a column that stood for another field is taken from it. */
export function setColumn(map: ColumnMap, field: ImportField, column: string | null): ColumnMap {
  const rest = Object.entries(map).filter(([other, name]) => other !== field && name !== column);
  return Object.fromEntries(column === null ? rest : [...rest, [field, column]]) as ColumnMap;
}

const toNames = (names: readonly string[]) =>
  names
    .map((name) => name.trim().toLowerCase())
    .sort()
    .join('\n');

/** The remembered map of a header, whatever the order of its columns; undefined where none is remembered. */
export const findMapping = (
  items: MappingList['items'],
  columns: InspectedFile['columns'],
): MappingList['items'][number] | undefined => {
  const wanted = toNames(columns.map(({ name }) => name));
  return items.find((item) => toNames(item.columns) === wanted);
};
