import { foldHeader, isRejectColumn } from './formats/fold-header.ts';
import { type ImportItem, type RowCells, type RowFault, rejectRow } from './import-item.ts';

/** Columns with what says who somebody is and no review needs: their cells are not kept, wherever a row is. */
const PERSONAL = /(?:^|_)(?:e_?mail|ip_address|phone)(?:_|$)/;
const EMAIL = /[\w.+%-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}/g;

/** Longest raw text that is handed back, in UTF-16 units. */
const MAX_RAW = 65_536;

/** A value of a row as a cell. Texts stay; what cannot be written (a cycle, a nest too deep) is told as such. */
export function showValue(value: unknown): string {
  if (typeof value === 'string') return value;
  if (value === undefined || value === null) return '';
  try {
    return JSON.stringify(value) ?? '';
  } catch {
    return '(nested too deeply)';
  }
}

/** A text without the e-mail addresses in it. */
export const withoutEmails = (text: string): string => (text.includes('@') ? text.replace(EMAIL, '[e-mail]') : text);

/** The columns of a file that are handed back with its rejects: all but what an earlier reject file added. */
export interface KeptColumns {
  names: readonly string[];
  positions: readonly number[];
  personal: readonly boolean[];
}

export function keepColumns(columns: readonly string[]): KeptColumns {
  const positions = columns.flatMap((name, index) => (isRejectColumn(name) ? [] : [index]));
  const names = positions.map((at) => columns[at]!);
  return { names, positions, personal: names.map((name) => PERSONAL.test(foldHeader(name))) };
}

/** A row to hand back; e-mail and network addresses are left out, they would be stored otherwise. */
export function toRowCells(kept: KeptColumns, value: (position: number) => unknown): RowCells {
  const cells = kept.positions.map((position, at) => (kept.personal[at] ? '' : showValue(value(position))));
  return { columns: kept.names, cells };
}

/** What stands in the place of a row whose structure is broken: there are no cells to hand back, only text. */
export function rejectRaw(line: number | null, fault: Omit<RowFault, 'field'>, raw: string): ImportItem {
  const text = withoutEmails(raw.slice(0, MAX_RAW));
  return rejectRow({
    line,
    faults: [{ ...fault, field: null }],
    text,
    row: { columns: ['reject_raw'], cells: [text] },
  });
}
