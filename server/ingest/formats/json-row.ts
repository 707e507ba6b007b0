import { type ImportItem, rejectRow } from '../import-item.ts';
import { keepColumns, toRowCells, withoutEmails } from '../row-cells.ts';
import type { Row } from '../row-mapper.ts';
import { foldHeader } from './fold-header.ts';
import type { Layout } from './layout.ts';
import { LAYOUTS } from './layouts.ts';
import { applyLayout, type MatchedLayout, matchLayout, type RowPlan } from './match-layout.ts';

export type JsonObject = Readonly<Record<string, unknown>>;

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** One JSON object; undefined for anything else. */
export function parseObject(text: string): JsonObject | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

const KNOWN_NAMES = new Set(
  LAYOUTS.flatMap(({ columns, otherwise }) => [columns, otherwise ?? {}])
    .flatMap((columns) => Object.values(columns))
    .flat(2),
);

/**
 * The keys of a row as column names. Where a layout knows `reviewer.name`, an object `reviewer` is taken apart; any
 * other object stays one value. An own key wins over one of the same name inside an object.
 */
export function keysOf(row: JsonObject, mapped?: ReadonlySet<string>): string[] {
  const keys: string[] = [];
  for (const [key, value] of Object.entries(row)) {
    if (!isObject(value)) {
      keys.push(key);
      continue;
    }
    const inner = Object.keys(value).map((name) => `${key}.${name}`);
    const isKnown = inner.some((name) => KNOWN_NAMES.has(foldHeader(name)) || mapped?.has(name));
    keys.push(...(isKnown ? inner.filter((name) => !Object.hasOwn(row, name)) : [key]));
  }
  return keys;
}

/** The value behind a column name. */
function valueAt(row: JsonObject, name: string): unknown {
  if (Object.hasOwn(row, name)) return row[name];
  const dot = name.indexOf('.');
  const [outer, inner] = [name.slice(0, dot), name.slice(dot + 1)];
  const nested = dot > 0 && Object.hasOwn(row, outer) ? row[outer] : undefined;
  return isObject(nested) && Object.hasOwn(nested, inner) ? nested[inner] : undefined;
}

/** What a file's JSON rows are read by: a given map, or what the layout of the first rows and each row's keys say. */
export interface JsonPlan {
  map?: RowPlan | undefined;
  layout?: Layout | undefined;
}

/** Different sets of keys that are remembered, of this many characters at most: rows of one file mostly share a few. */
const MAX_KNOWN = 500;
const MAX_KEYS = 10_000;

const createKeyMatcher = ({ layout }: JsonPlan): ((keys: readonly string[]) => MatchedLayout) => {
  const known = new Map<string, MatchedLayout>();
  return (keys) => {
    const signature = keys.join('\n');
    const earlier = known.get(signature);
    if (earlier) return earlier;
    if (known.size >= MAX_KNOWN) known.clear();
    const matched = (layout ? undefined : matchLayout(keys)) ?? applyLayout(layout ?? LAYOUTS.at(-1)!, keys);
    if (signature.length <= MAX_KEYS) known.set(signature, matched);
    return matched;
  };
};

/** What becomes of a whole row. */
export type TakeRow = (row: Row, plan: RowPlan) => ImportItem;

/** Makes items of a file's row objects. `raw` is what stands in the file. */
export function createJsonRows(
  plan: JsonPlan,
  take: TakeRow,
): (line: number, row: JsonObject, raw: string) => ImportItem {
  const match = createKeyMatcher(plan);
  const mapped = plan.map && new Set([...plan.map.columns.values()].flat().map(({ name }) => name));
  return (line, row, raw) => {
    const keys = keysOf(row, mapped);
    const matched = plan.map ? undefined : match(keys);
    const cell = ({ name }: { name: string }) => valueAt(row, name);
    const cells = () => toRowCells(keepColumns(keys), (at) => valueAt(row, keys[at]!));
    const twice = matched?.ambiguous[0];
    if (twice === undefined) return take({ line, cell, cells }, plan.map ?? matched!.plan);
    const detail = `${twice.names.join(' and ')} could both be the ${twice.field}.`;
    const faults = [{ code: 'field-ambiguous', detail, field: null }];
    return rejectRow({ line, faults, text: withoutEmails(raw), row: cells() });
  };
}
