import type { DateOrder, ImportField } from '../../contract/imports.ts';

/**
 * What a column can become. Beyond the contract's fields, `published`, `curated` and `hidden` only keep hidden reviews
 * out, and `anonymous` the author's name; they are not stored.
 */
export type SourceField = ImportField | 'published' | 'curated' | 'hidden' | 'anonymous';

/**
 * The folded names of a field's column in tiers: the first tier with a match wins, and two matches in one tier are
 * ambiguous.
 */
export type Tiers = readonly (readonly string[])[];

export interface Layout {
  name: string;
  /** The source of rows that name none, where the caller names none either. */
  source?: string;
  /** Folded names by which the layout is known: all of these, in any order and among any others ... */
  all: readonly string[];
  /** ... and of each of these groups at least one. */
  oneOf?: Tiers;
  columns: Readonly<Partial<Record<SourceField, Tiers>>>;
  /** For rows that hold two reviews and have no text in the first: the columns of the second. */
  otherwise?: Readonly<Partial<Record<SourceField, Tiers>>>;
  /** What stands for the product where neither the row nor the caller names one. */
  lastProduct?: Tiers;
  /** How the layout writes its dates: they are not ambiguous then. */
  dates?: DateOrder;
  /** Separated by tabs, where quotes are characters like any other. */
  plainTabs?: true;
}

/** The words of a list, separated by spaces. */
export const words = (list: string): string[] => list.split(' ');

/** Tiers of one name each: where two are there, the earlier one is meant. */
export const each = (list: string): Tiers => words(list).map((name) => [name]);
