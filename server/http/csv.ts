export type CsvValue = string | number | boolean | null | undefined;

/** What a spreadsheet would take for a formula: the ASCII starts, their full-width forms, and control characters. */
const FORMULA = /^[=+\-@\t\r\n\0\uFF1D\uFF0B\uFF0D\uFF20]/;
const NUMBER = /^[+-]?[0-9]+(\.[0-9]+)?$/;

/** Whether a spreadsheet would take a cell for a formula. */
export const isFormula = (text: string): boolean => FORMULA.test(text) && !NUMBER.test(text);

/** A cell as it is written: in quotes where it has to be. */
export const quoteCell = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

function toCell(value: CsvValue): string {
  if (value === null || value === undefined) return '';
  if (typeof value !== 'string') return String(value);
  return quoteCell(isFormula(value) ? `'${value}` : value);
}

/** RFC 4180 with a header row and CRLF; no cell is a formula to a spreadsheet (OWASP, CSV injection). */
export function toCsv(rows: readonly Readonly<Record<string, CsvValue>>[]): string {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const lines = [
    columns.map(toCell).join(','),
    ...rows.map((row) => columns.map((column) => toCell(row[column])).join(',')),
  ];
  return `${lines.join('\r\n')}\r\n`;
}
