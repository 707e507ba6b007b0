import type { Period } from '../contract/insights.ts';
import { AppError } from '../errors.ts';
import { addDays, daysBetween } from './intervals.ts';

/** Days that what changed looks at where no period is given. */
const DEFAULT_DAYS = 90;
const FIRST_DAY = '0001-01-01';

const refuse = (parameter: string, detail: string) =>
  new AppError('invalid-query', 400, `/query/${parameter}: ${detail}.`, {
    errors: [{ pointer: `/query/${parameter}`, detail }],
  });

export const daysIn = ({ from, to }: Period) => daysBetween(from, to) + 1;

/** The day a number of days earlier, as far as days are counted. */
function daysBefore(day: string, days: number): string {
  return daysBetween(FIRST_DAY, day) <= days ? FIRST_DAY : addDays(day, -days);
}

interface Asked {
  from?: string | undefined;
  to?: string | undefined;
  compareFrom?: string | undefined;
  compareTo?: string | undefined;
}

/**
 * The period that is asked for, the last 90 days where it is open, and the one that it is compared with: as many days
 * before it unless one is named.
 * @throws AppError 400 for days out of order
 */
export function comparedPeriods(asked: Asked, today: string): { period: Period; compared: Period } {
  const to = asked.to ?? (asked.from !== undefined && asked.from > today ? asked.from : today);
  const from = asked.from ?? daysBefore(to, DEFAULT_DAYS - 1);
  if (from > to) throw refuse('to', 'lies before from');
  const { compareFrom, compareTo } = asked;
  if (compareFrom !== undefined && compareTo !== undefined) {
    if (compareFrom > compareTo) throw refuse('compareTo', 'lies before compareFrom');
    return { period: { from, to }, compared: { from: compareFrom, to: compareTo } };
  }
  const last = daysBefore(from, 1);
  return { period: { from, to }, compared: { from: daysBefore(last, daysBetween(from, to)), to: last } };
}
