import { createHash } from 'node:crypto';
import type { ColumnMap, ImportField } from '../../contract/imports.ts';
import { AppError } from '../../errors.ts';
import { foldHeader, isRejectColumn } from './fold-header.ts';
import type { SourceField } from './layout.ts';
import { type Column, describeColumns, type MatchedLayout, matchLayout, type RowPlan } from './match-layout.ts';

/** The header of a table and what becomes of its columns. */
export interface ImportHeader {
  /** Hash of the folded, sorted names: the same for all files with these columns. */
  signature: string;
  /** Names as the file has them. */
  columns: readonly string[];
  map: ColumnMap;
  /** Who says so: the caller, an earlier import, or a layout that is known. */
  from: 'given' | 'remembered' | 'layout';
}

/** What a caller says of a file's columns, and what was said of such a header before. */
export interface HeaderOptions {
  product?: string | undefined;
  map?: ColumnMap | undefined;
  rememberedMap?: ((signature: string) => Promise<ColumnMap | undefined>) | undefined;
  /** Whether columns may be missing from the names: the keys of JSON rows differ. */
  open?: boolean | undefined;
}

export interface ResolvedHeader {
  header: ImportHeader;
  plan: RowPlan;
}

/** The same for all files with these columns, in whatever order and spelling; what a reject file adds does not count. */
export function headerSignature(names: readonly string[]): string {
  const folded = names.filter((name) => !isRejectColumn(name)).map(foldHeader);
  return createHash('sha256').update(JSON.stringify(folded.sort())).digest('base64url').slice(0, 22);
}

/** Names as they are shown in an error. */
export const quoteNames = (names: readonly string[]): string =>
  names
    .slice(0, 40)
    .map((name) => `"${name.slice(0, 60)}"`)
    .join(', ');

const CONTRACT_FIELD: Readonly<Partial<Record<SourceField, ImportField>>> = { published: 'status', curated: 'status' };

/** The map that a layout amounts to; what the contract has no word for (a second column for a field) is left out. */
export function toColumnMap({ columns }: RowPlan): ColumnMap {
  const map: ColumnMap = {};
  for (const [field, [column]] of columns) {
    if (field === 'hidden' || field === 'anonymous') continue;
    const name = CONTRACT_FIELD[field] ?? (field as ImportField);
    if (column && map[name] === undefined) map[name] = column.name;
  }
  return map;
}

const findColumn = (names: readonly string[], wanted: string, isOpen: boolean): Column => {
  const exact = names.indexOf(wanted);
  const folded = foldHeader(wanted);
  const index = exact >= 0 ? exact : names.findIndex((name) => foldHeader(name) === folded && folded !== '');
  if (index >= 0) return { index, name: names[index]! };
  if (isOpen) return { index, name: wanted };
  throw new AppError(
    'unknown-column',
    422,
    `The map names the column ${quoteNames([wanted])}; there are ${quoteNames(names)}.`,
  );
};

const isSameMap = (a: ColumnMap, b: ColumnMap): boolean => {
  const fields = Object.keys({ ...a, ...b }) as ImportField[];
  return fields.every((field) => a[field] === b[field]);
};

/** The plan of a given map. The layout that the header belongs to still tells its source and its dates. */
const planOfMap = (
  names: readonly string[],
  { map, open = false }: HeaderOptions & { map: ColumnMap },
  matched: MatchedLayout | undefined,
): RowPlan => {
  if (map.text === undefined) throw new AppError('map-incomplete', 422, 'The map names no column for the text.');
  if (matched?.ambiguous.length === 0 && isSameMap(map, toColumnMap(matched.plan))) return matched.plan;
  const fields = Object.entries(map) as [ImportField, string][];
  const columns = new Map<SourceField, Column[]>(
    fields.map(([field, name]) => [field, [findColumn(names, name, open && field !== 'text')]]),
  );
  return { layout: 'mapped', columns, source: matched?.plan.source, dates: matched?.plan.dates };
};

const planOfLayout = (names: readonly string[], matched: MatchedLayout | undefined): RowPlan => {
  if (matched === undefined) {
    const found = names.length === 0 ? 'No header was found' : `The header names ${quoteNames(names)}`;
    throw new AppError('unknown-header', 422, `${found}, but ${describeColumns()}. A map of the columns can say it.`);
  }
  const [twice] = matched.ambiguous;
  if (twice === undefined) return matched.plan;
  const detail = `The columns ${quoteNames(twice.names)} could all be the ${twice.field}: leave one of them, or map the columns.`;
  throw new AppError('ambiguous-header', 422, detail);
};

/**
 * What becomes of the columns: by the map that is given, else by the one remembered for this header, else by a layout
 * that is known. Throws `unknown-header` when no column holds the text, `ambiguous-header` when two columns could be
 * the same field, `unknown-column` and `map-incomplete` for a map that does not fit.
 */
async function resolveHeader(names: readonly string[], options: HeaderOptions): Promise<ResolvedHeader> {
  const signature = headerSignature(names);
  const remembered = options.map === undefined ? await options.rememberedMap?.(signature) : undefined;
  const map = options.map ?? remembered;
  const matched = matchLayout(names);
  const plan = map === undefined ? planOfLayout(names, matched) : planOfMap(names, { ...options, map }, matched);
  const from = map === undefined ? 'layout' : remembered === undefined ? 'given' : 'remembered';
  return { header: { signature, columns: names, map: map ?? toColumnMap(plan), from }, plan };
}

/** Throws `product-missing` when neither the columns nor the caller name a product. */
export function requireProduct({ plan, header }: ResolvedHeader, product: string | undefined): void {
  if (product !== undefined || plan.columns.has('product') || plan.lastProduct !== undefined) return;
  const detail = `No column of ${quoteNames(header.columns)} names the product: name it for the whole file.`;
  throw new AppError('product-missing', 422, detail);
}

/** A plan that reads nothing, of columns that nobody knows. */
const unknownHeader = (names: readonly string[]): ResolvedHeader => ({
  header: { signature: headerSignature(names), columns: names, map: {}, from: 'layout' },
  plan: { layout: 'unknown', columns: new Map() },
});

/**
 * As `resolveHeader`, with the product looked for; what keeps the table from being imported is thrown, or answered as
 * `problem` where the caller is tolerant.
 */
export async function resolveTable(
  names: readonly string[],
  options: HeaderOptions & { tolerant?: boolean | undefined },
): Promise<ResolvedHeader & { problem?: AppError }> {
  let resolved = unknownHeader(names);
  try {
    resolved = await resolveHeader(names, options);
    if (!options.open) requireProduct(resolved, options.product);
    return resolved;
  } catch (error) {
    if (!(error instanceof AppError) || !options.tolerant) throw error;
    return { ...resolved, problem: error };
  }
}
