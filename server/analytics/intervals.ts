import type { TrendInterval } from '../contract/analytics.ts';

const DAY_MS = 86_400_000;

const toDay = (timeMs: number) => new Date(timeMs).toISOString().slice(0, 10);
const toMs = (day: string) => Date.parse(`${day}T00:00:00Z`);

export const addDays = (day: string, days: number) => toDay(toMs(day) + days * DAY_MS);

export const daysBetween = (from: string, to: string) => Math.round((toMs(to) - toMs(from)) / DAY_MS);

/** First day of the interval that holds `day`; weeks begin on Monday (ISO 8601). */
export function intervalStart(day: string, interval: TrendInterval): string {
  if (interval === 'day') return day;
  if (interval === 'month') return `${day.slice(0, 7)}-01`;
  const weekday = (new Date(toMs(day)).getUTCDay() + 6) % 7;
  return addDays(day, -weekday);
}

/** Last day of the interval that begins with `start`. */
export function intervalEnd(start: string, interval: TrendInterval): string {
  if (interval === 'day') return start;
  if (interval === 'week') return addDays(start, 6);
  const [year = 0, month = 1] = start.split('-').map(Number);
  return toDay(Date.UTC(year, month, 0));
}

/** All intervals from the one with `from` to the one with `to`, gaps included; none when the days are out of order. */
export function* intervalsBetween(from: string, to: string, interval: TrendInterval) {
  for (let start = intervalStart(from, interval); start <= to; start = addDays(intervalEnd(start, interval), 1)) {
    yield { start, end: intervalEnd(start, interval) };
  }
}

/** Most intervals of one trend: a period of two thousand years is answered, but only for the days with reviews. */
const MAX_INTERVALS = 1100;

/** The asked period, cut to the days with reviews when it has too many intervals. */
export function clampPeriod(
  asked: { from: string; to: string },
  known: { from: string; to: string },
  interval: TrendInterval,
): { from: string; to: string } {
  const lengthDays = { day: 1, week: 7, month: 28 }[interval];
  if (daysBetween(asked.from, asked.to) / lengthDays <= MAX_INTERVALS) return asked;
  return {
    from: asked.from > known.from ? asked.from : known.from,
    to: asked.to < known.to ? asked.to : known.to,
  };
}

/** Days up to 31 shown singly, up to 40 weeks by week, else by month. */
export function defaultInterval(from: string, to: string): TrendInterval {
  const days = daysBetween(from, to) + 1;
  if (days <= 31) return 'day';
  return days <= 280 ? 'week' : 'month';
}
