import type { PutDigest, Weekday } from '../contract/digest.ts';

export type Schedule = Pick<PutDigest, 'weekday' | 'hour' | 'timeZone'>;

const WEEKDAYS: readonly Weekday[] = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

export function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

/** Clock and calendar of a place at an instant. */
function localTime(at: Date, timeZone: string): { day: string; hour: number } {
  const parts = new Intl.DateTimeFormat('en-GB', {
    ...{ timeZone, calendar: 'gregory', numberingSystem: 'latn', hourCycle: 'h23' },
    ...{ year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit' },
  }).formatToParts(at);
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((one) => one.type === type)?.value ?? '';
  return { day: `${part('year')}-${part('month')}-${part('day')}`, hour: Number(part('hour')) };
}

/**
 * The last time that a digest was due: its local day, and for how many hours by the local clock. An hour that the clock
 * leaves out in spring has begun with the one after it.
 */
export function lastSlot(at: Date, { weekday, hour, timeZone }: Schedule): { day: string; hoursSince: number } {
  const local = localTime(at, timeZone);
  const midnight = Date.parse(`${local.day}T00:00:00Z`);
  const days = (new Date(midnight).getUTCDay() - WEEKDAYS.indexOf(weekday) + 7) % 7;
  const back = days === 0 && local.hour < hour ? 7 : days;
  return {
    day: new Date(midnight - back * DAY_MS).toISOString().slice(0, 10),
    hoursSince: back * 24 + local.hour - hour,
  };
}

/** When the next digest is due, to the minute: the first instant with another last slot. */
export function nextSlotAt(at: Date, schedule: Schedule): Date {
  const { day } = lastSlot(at, schedule);
  let [before, after] = [Math.floor(at.getTime() / 60_000), Math.ceil((at.getTime() + 8 * DAY_MS) / 60_000)];
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    if (lastSlot(new Date(middle * 60_000), schedule).day === day) before = middle;
    else after = middle;
  }
  return new Date(after * 60_000);
}
