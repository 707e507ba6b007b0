import { foldHeader, type ImportField, LAYOUTS, type Layout } from './layouts.ts';

/** The columns of a file that become fields: the position and the name as the file has it. */
export type Columns = ReadonlyMap<ImportField, { index: number; name: string }>;

export interface MatchedLayout {
  layout: string;
  columns: Columns;
  /** Fields that more than one column could be, with those columns' names. */
  ambiguous: readonly { field: ImportField; names: string[] }[];
}

const matchColumns = (layout: Layout, folded: readonly string[], names: readonly string[]): MatchedLayout => {
  const columns = new Map<ImportField, { index: number; name: string }>();
  const ambiguous: { field: ImportField; names: string[] }[] = [];
  for (const [field, tiers] of Object.entries(layout.columns) as [ImportField, readonly (readonly string[])[]][]) {
    for (const tier of tiers) {
      const found = folded.flatMap((name, index) => (tier.includes(name) ? [index] : []));
      const [index] = found;
      if (index === undefined) continue;
      if (found.length > 1) ambiguous.push({ field, names: found.map((at) => names[at]!) });
      columns.set(field, { index, name: names[index]! });
      break;
    }
  }
  return { layout: layout.name, columns, ambiguous };
};

const hasSignature = (layout: Layout, folded: readonly string[]): boolean =>
  layout.signature === undefined ||
  (layout.signature.length === folded.length && layout.signature.every((name) => folded.includes(name)));

/** The layout a header (or the keys of a JSON row) belongs to; undefined when no column holds the text. */
export function matchLayout(names: readonly string[]): MatchedLayout | undefined {
  const folded = names.map(foldHeader);
  for (const layout of LAYOUTS) {
    if (!hasSignature(layout, folded)) continue;
    const matched = matchColumns(layout, folded, names);
    if (matched.columns.has('text')) return matched;
  }
  return undefined;
}

/** For an error about a header: the columns a file needs and those it may have. */
export function describeColumns(): string {
  const { columns } = LAYOUTS.at(-1)!;
  const text = columns.text!.flat().join(', ');
  const others = Object.entries(columns).flatMap(([field, tiers]) => (field === 'text' ? [] : [tiers.flat()[0]!]));
  return `one column with the text (${text}) is needed; ${others.join(', ')} are read too`;
}
