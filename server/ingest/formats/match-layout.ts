import type { DateOrder } from '../../contract/imports.ts';
import { foldHeader, isRejectColumn } from './fold-header.ts';
import type { Layout, SourceField, Tiers } from './layout.ts';
import { GENERIC, LAYOUTS } from './layouts.ts';

/** Position and name of a column, as the file has them. */
export interface Column {
  index: number;
  name: string;
}

/** The columns of a file that become fields; of several, the first that is filled in a row counts. */
export type Columns = ReadonlyMap<SourceField, readonly Column[]>;

/** How the rows of a file become reviews. */
export interface RowPlan {
  layout: string;
  columns: Columns;
  /** In place of `columns` for rows that have no text there. */
  otherwise?: Columns | undefined;
  /** Stands for the product where neither the row nor the caller names one. */
  lastProduct?: Column | undefined;
  source?: string | undefined;
  dates?: DateOrder | undefined;
}

export interface MatchedLayout {
  plan: RowPlan;
  plainTabs: boolean;
  /** Fields that more than one column could be, with those columns' names. */
  ambiguous: readonly { field: SourceField; names: string[] }[];
}

/** A header's names, folded; what a reject file adds is left out, so that its position matches nothing. */
const foldNames = (names: readonly string[]): string[] =>
  names.map((name) => (isRejectColumn(name) ? '' : foldHeader(name)));

/** Outside of known layouts a lower tier is only a guess, good where there is nothing else, save for these. */
const EVERY_TIER: ReadonlySet<SourceField> = new Set(['product', 'verified', 'hidden', 'anonymous']);

class ColumnFinder {
  readonly ambiguous: { field: SourceField; names: string[] }[] = [];
  readonly #names: readonly string[];
  readonly #folded: readonly string[];

  constructor(names: readonly string[], folded: readonly string[]) {
    this.#names = names;
    this.#folded = folded;
  }

  /** The column of each tier that has one. */
  find(field: SourceField, tiers: Tiers): Column[] {
    const columns: Column[] = [];
    for (const tier of tiers) {
      const found = this.#folded.flatMap((name, index) => (tier.includes(name) ? [index] : []));
      const [index] = found;
      if (index === undefined) continue;
      // A lower tier only stands in where the one above it is empty: two columns there are no question.
      if (found.length > 1 && columns.length === 0) {
        this.ambiguous.push({ field, names: found.map((at) => this.#names[at]!) });
      }
      columns.push({ index, name: this.#names[index]! });
    }
    return columns;
  }

  findAll(columns: Layout['columns'], isGeneric: boolean): Map<SourceField, Column[]> {
    const all = new Map<SourceField, Column[]>();
    for (const [field, tiers] of Object.entries(columns) as [SourceField, Tiers][]) {
      const found = this.find(field, tiers);
      if (found.length > 0) all.set(field, isGeneric && !EVERY_TIER.has(field) ? found.slice(0, 1) : found);
    }
    return all;
  }
}

/** The columns of a layout among these names, whether or not it is known by them. */
export function applyLayout(layout: Layout, names: readonly string[], folded = foldNames(names)): MatchedLayout {
  const finder = new ColumnFinder(names, folded);
  const columns = finder.findAll(layout.columns, layout === GENERIC);
  const second = layout.otherwise && finder.findAll(layout.otherwise, false);
  const otherwise = second?.size ? new Map([...columns, ...second]) : undefined;
  const isFirstThere = columns.has('text') || otherwise === undefined;
  return {
    plan: {
      layout: layout.name,
      columns: isFirstThere ? columns : otherwise,
      otherwise: isFirstThere ? otherwise : undefined,
      lastProduct: layout.lastProduct && finder.find('product', layout.lastProduct)[0],
      source: layout.source,
      dates: layout.dates,
    },
    plainTabs: layout.plainTabs ?? false,
    ambiguous: finder.ambiguous,
  };
}

const isKnownBy = ({ all, oneOf = [] }: Layout, folded: ReadonlySet<string>): boolean =>
  all.every((name) => folded.has(name)) && oneOf.every((group) => group.some((name) => folded.has(name)));

/** The layout that is known by these names; undefined for one that is only read by common names, or not at all. */
export function findPlatform(names: readonly string[]): Layout | undefined {
  const folded = new Set(foldNames(names));
  return LAYOUTS.find((layout) => layout !== GENERIC && isKnownBy(layout, folded));
}

/** What a header (or the keys of a JSON row) says; undefined when no column holds the text. */
export function matchLayout(names: readonly string[]): MatchedLayout | undefined {
  const folded = foldNames(names);
  const matched = applyLayout(findPlatform(names) ?? GENERIC, names, folded);
  return matched.plan.columns.has('text') ? matched : undefined;
}

/** For an error about a header: the columns a file needs and those it may have. */
export function describeColumns(): string {
  const { text, ...others } = GENERIC.columns;
  const firsts = Object.values(others).map((tiers) => tiers.flat()[0]!);
  return `one column with the text (${text!.flat().join(', ')}) is needed; ${firsts.join(', ')} are read too`;
}
