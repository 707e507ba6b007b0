import type { TrendInterval } from '../../server/contract/analytics.ts';

const DAY_MS = 86_400_000;

/** A calendar day `2026-11-21` as the instant it begins in UTC. */
const toDate = (day: string) => new Date(`${day.slice(0, 10)}T00:00:00Z`);
const toDay = (date: Date) => date.toISOString().slice(0, 10);

/** The day `days` later (earlier when negative), in UTC. */
export const addDays = (day: string, days: number) => toDay(new Date(toDate(day).getTime() + days * DAY_MS));

/** Days from `from` to `to`, both counted. */
export const countDays = (from: string, to: string) =>
  Math.round((toDate(to).getTime() - toDate(from).getTime()) / DAY_MS) + 1;

/** "3 Oct 2026", or without its year. Days are UTC everywhere, so the reader's zone must not move them. */
export const formatDay = (day: string, options: { year?: boolean; locale?: string } = {}) =>
  new Intl.DateTimeFormat(options.locale, {
    day: 'numeric',
    month: 'short',
    ...(options.year === false ? {} : { year: 'numeric' }),
    timeZone: 'UTC',
  }).format(toDate(day));

/** Two days as one period, shared parts said once: "31 Aug – 21 Nov 2026". */
export const formatPeriod = (from: string, to: string, locale?: string) =>
  new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' }).formatRange(
    toDate(from),
    toDate(to),
  );

/** An instant as day and time of the reader's own zone. */
export const formatInstant = (instant: string, locale?: string) =>
  new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(instant));

/** Hours and minutes of the reader's own zone. */
export const formatClock = (date: Date, locale?: string) =>
  new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit' }).format(date);

/** How the beginning of an interval is written on an axis: "Nov 2026" for months, "16 Nov" for weeks and days. */
export const formatInterval = (start: string, interval: TrendInterval, locale?: string) =>
  interval === 'month'
    ? new Intl.DateTimeFormat(locale, { month: 'short', year: 'numeric', timeZone: 'UTC' }).format(toDate(start))
    : formatDay(start, { year: false, ...(locale === undefined ? {} : { locale }) });

/** An interval in words for a heading: "Nov 2026", "Week of 16 Nov 2026", "16 Nov 2026". */
export const nameInterval = (start: string, interval: TrendInterval, locale?: string) => {
  const options = locale === undefined ? {} : { locale };
  if (interval === 'month') return formatInterval(start, interval, locale);
  return interval === 'week' ? `Week of ${formatDay(start, options)}` : formatDay(start, options);
};

/** First day of the interval after the one that begins at `start`. */
export function nextStart(start: string, interval: TrendInterval): string {
  if (interval !== 'month') return addDays(start, interval === 'week' ? 7 : 1);
  const date = toDate(start);
  return toDay(new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 1)));
}

/** Beginnings of all intervals from `first` to `last`, both included; an interval without reviews has its place too. */
export function listStarts(first: string, last: string, interval: TrendInterval): string[] {
  const starts: string[] = [];
  for (let start = first; start <= last; start = nextStart(start, interval)) starts.push(start);
  return starts;
}

const INTERVAL_DAYS = { day: 1, week: 7, month: 30.4 } as const;
/** Most points a line is readable with, and fewest reviews a point on average that leave few points out. */
const MAX_POINTS = 32;
const MIN_REVIEWS = 14;

/** The finest interval whose points are few enough to read and, with `reviews` in all, many enough to mean something. */
export function chooseInterval(from: string | null, to: string | null, reviews: number): TrendInterval {
  if (from === null || to === null) return 'month';
  const days = countDays(from, to);
  const fits = (interval: 'day' | 'week') => {
    const points = days / INTERVAL_DAYS[interval];
    return points <= MAX_POINTS && reviews / points >= MIN_REVIEWS;
  };
  if (fits('day')) return 'day';
  return fits('week') ? 'week' : 'month';
}

export type Preset = { id: string; label: string; from: string | null; to: string | null };

/** Periods on offer, ending today (a day in UTC). */
export function listPresets(today: string): Preset[] {
  const last = (days: number): Preset => ({
    id: `${days}d`,
    label: `Last ${days} days`,
    from: addDays(today, 1 - days),
    to: today,
  });
  const year = today.slice(0, 4);
  return [
    { id: 'all', label: 'All time', from: null, to: null },
    last(30),
    last(90),
    { id: '12m', label: 'Last 12 months', from: addDays(today, -364), to: today },
    { id: 'year', label: `This year`, from: `${year}-01-01`, to: today },
  ];
}

/** The preset that the two days are, or `custom`. */
export const presetOf = (from: string | null, to: string | null, today: string) =>
  listPresets(today).find((preset) => preset.from === from && preset.to === to)?.id ?? 'custom';
