import type { Camera } from './cameras.ts';

const DAY_MS = 86_400_000;
const MONTHS = 18;

/** The 18 months that end with `lastDay`. Days are counted from 0. */
export interface SamplePeriod {
  days: number;
  /** `YYYY-MM-DD` of a day of the period. */
  dateOf(day: number): string;
  /** 0 to 17. */
  monthOf(day: number): number;
  /** From 18 December to 10 February of one winter that lies in the period as a whole. */
  isHolidayTrouble(day: number): boolean;
  /** How many reviews are written on a day, relative to others. */
  volumeOf(day: number): number;
}

/** @param end last day, `YYYY-MM-DD`. Throws a RangeError when it is none. */
export function createPeriod(end: string): SamplePeriod {
  const last = Date.parse(`${end}T00:00:00Z`);
  if (Number.isNaN(last) || new Date(last).toISOString().slice(0, 10) !== end) throw new RangeError(`${end} is no day`);
  const start = new Date(last);
  start.setUTCMonth(start.getUTCMonth() - MONTHS);
  const days = Math.round((last - start.getTime()) / DAY_MS);
  const first = last - (days - 1) * DAY_MS;
  const dateOf = (day: number) => new Date(first + day * DAY_MS).toISOString().slice(0, 10);
  const trouble = troubleOf(dateOf(0));
  return {
    days,
    dateOf,
    monthOf: (day) => Math.min(MONTHS - 1, Math.floor((day * MONTHS) / days)),
    isHolidayTrouble: (day) => dateOf(day) >= trouble.from && dateOf(day) <= trouble.to,
    volumeOf: (day) => (0.6 + (0.6 * day) / days) * seasonOf(dateOf(day)) * weekdayOf(dateOf(day)),
  };
}

/** Any 18 months hold one winter as a whole. */
function troubleOf(start: string): { from: string; to: string } {
  const firstYear = Number(start.slice(0, 4));
  for (let year = firstYear; ; year += 1) {
    const winter = { from: `${year}-12-18`, to: `${year + 1}-02-10` };
    if (winter.from >= start) return winter;
  }
}

/** More are bought, and so written about, around the holidays and in the July sales. */
function seasonOf(date: string): number {
  const monthDay = date.slice(5);
  if (monthDay >= '11-22' || monthDay <= '01-12') return 1.7;
  return monthDay >= '07-10' && monthDay <= '07-31' ? 1.35 : 1;
}

const weekdayOf = (date: string) => ([0, 6].includes(new Date(`${date}T00:00:00Z`).getUTCDay()) ? 1.25 : 1);

/** A camera that came later fills up over two months. */
export function launchFactor(camera: Camera, month: number): number {
  if (camera.launchMonth === 0) return 1;
  return Math.min(1, Math.max(0, (month - camera.launchMonth + 1) / 3));
}
