import type { DateOrder, InspectedFile } from '../../../server/contract/imports.ts';
import { plural } from '../../state/figures.ts';

const NUMERIC = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4})(?:\D|$)/;

/** A day of two numbers before a year, read in both orders, as `2024-03-05`. */
export type Readings = Record<DateOrder, string>;

const toDay = (year: number, month: number, day: number): string | null => {
  const date = new Date(Date.UTC(year, month - 1, day));
  const exists = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return exists ? date.toISOString().slice(0, 10) : null;
};

/** Both readings of a date such as 05/03/2024; null for what has one reading only, or is no such date. */
export function readBothWays(value: string): Readings | null {
  const match = NUMERIC.exec(value.trim());
  if (!match) return null;
  const [first, second, year] = [Number(match[1]), Number(match[3]), Number(match[4])];
  const dayFirst = toDay(year, second, first);
  const monthFirst = toDay(year, first, second);
  if (dayFirst === null || monthFirst === null || dayFirst === monthFirst) return null;
  return { 'day-first': dayFirst, 'month-first': monthFirst };
}

/** Examples of a column that can be read in two ways, each once. */
export const listAmbiguous = (values: readonly string[]): { value: string; readings: Readings }[] =>
  [...new Set(values)].flatMap((value) => {
    const readings = readBothWays(value);
    return readings === null ? [] : [{ value, readings }];
  });

/** What other dates of the file say for an order, in words; the choice stays with the person. */
export function tellEvidence({ dayFirst, monthFirst }: InspectedFile['dates'], order: DateOrder): string {
  const [own, other] = order === 'day-first' ? [dayFirst, monthFirst] : [monthFirst, dayFirst];
  if (own > 0 && other === 0) return `Fits: ${plural(own, 'other date', 'other dates')} can only be read so`;
  if (other > 0) return `${plural(other, 'date', 'dates')} of the file would be errors`;
  return '';
}
