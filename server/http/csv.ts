export type CsvValue = string | number | boolean | null | undefined;

/** What a spreadsheet would take for a formula: the ASCII starts, their full-width forms, and control characters. */
const FORMULA = /^[=+\-@\t\r\n\0\uFF1D\uFF0B\uFF0D\uFF20]/;
const NUMBER = /^[+-]?[0-9]+(\.[0-9]+)?$/;

function toCell(value: CsvValue): string {
  if (value === null || value === undefined) return '';
  if (typeof value !== 'string') return String(value);
  const inert = FORMULA.test(value) && !NUMBER.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert;
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
