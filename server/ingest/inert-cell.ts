import { isFormula } from '../http/csv.ts';

const bare = (text: string) => text.replace(/^'+/, '');

/**
 * A cell that is handed back for correction, harmless in a spreadsheet: an apostrophe more where it would be taken for
 * a formula, also behind apostrophes that it has, so that `originalCell` gives back exactly what it was.
 */
export const inertCell = (text: string): string => (isFormula(bare(text)) ? `'${text}` : text);

/** What `inertCell` made inert: for the cells of a file with the columns of a reject file. */
export const originalCell = (text: string): string =>
  text.startsWith("'") && isFormula(bare(text)) ? text.slice(1) : text;
