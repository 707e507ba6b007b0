import type { DateOrder } from '../contract/imports.ts';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH_WORDS = 'January February March April May June July August September October November December'.split(' ');
const MONTH_NAMES = [...MONTH_WORDS, ...MONTHS, 'sept'].join('|');

const TIME = String.raw`(?:[T ,]{1,2}(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d{1,9})?)?\s?([ap]\.?m\.?)?\s?(Z|UTC|GMT|[+-]\d{2}(?::?\d{2})?)?)?`;
const YEAR_FIRST = new RegExp(String.raw`^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})${TIME}$`, 'i');
const NUMERIC = new RegExp(String.raw`^(\d{1,2})([-/.])(\d{1,2})\2(\d{4})${TIME}$`, 'i');
const MONTH_FIRST = new RegExp(String.raw`^(${MONTH_NAMES})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})${TIME}$`, 'i');
const DAY_FIRST = new RegExp(
  String.raw`^(\d{1,2})(?:st|nd|rd|th)?\.?[ -](?:of )?(${MONTH_NAMES})\.?,?[ -](\d{4})${TIME}$`,
  'i',
);
/** Scraped shop pages put the date into a sentence: "Reviewed in Canada on May 3, 2021". */
const SENTENCE = /^(?:reviewed|posted|written|published|submitted)(?: in [\p{L} .'-]{1,60})? on /iu;
const WEEKDAY = /^(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?,? /i;

/** Longer than any date, in UTF-16 units: what is behind it does not count. */
const MAX_LENGTH = 120;

export type ParsedDate =
  | { date: string }
  | { code: 'date-invalid' | 'date-ambiguous' | 'date-in-future'; detail: string };

type Day = readonly [year: number, month: number, day: number];

const pad = (value: number) => String(value).padStart(2, '0');
const MONTH_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;
const isLeap = (year: number) => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
const isDay = ([year, month, day]: Day): boolean => {
  const days = month === 2 && isLeap(year) ? 29 : (MONTH_DAYS[month - 1] ?? 0);
  return year >= 1990 && day >= 1 && day <= days;
};
const inWords = ([year, month, day]: Day): string => `${day} ${MONTH_WORDS[month - 1]} ${year}`;
const monthOf = (name: string): number => MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1;

/** The hour of the day from 0 to 23; undefined when there is none such. `half` is am or pm, in any spelling. */
const hourOf = (stated: number, half: string | undefined): number | undefined => {
  if (half === undefined) return stated > 23 ? undefined : stated;
  if (stated < 1 || stated > 12) return undefined;
  return (stated % 12) + (/^p/i.test(half) ? 12 : 0);
};

/** The time of day behind a date, if any: UTC where no offset is given. */
const withTime = (day: Day, time: readonly (string | undefined)[]): string | undefined => {
  if (!isDay(day)) return undefined;
  const iso = `${day[0]}-${pad(day[1])}-${pad(day[2])}`;
  const [stated, minutes, seconds = '00', half, zone = 'Z'] = time;
  if (stated === undefined) return iso;
  const hours = hourOf(Number(stated), half);
  if (hours === undefined || Number(minutes) > 59 || Number(seconds) > 59) return undefined;
  const time24 = `${iso}T${pad(hours)}:${minutes}:${seconds}`;
  if (!/\d/.test(zone)) return `${time24}.000Z`;
  const offset = zone.replace(/^(.\d\d):?(\d\d)?$/, (_, hour, rest = '00') => `${hour}:${rest}`);
  const instant = new Date(time24 + offset);
  return Number.isNaN(instant.getTime()) ? undefined : instant.toISOString();
};

const INVALID = 'is not a date that can be read: write it as 2024-03-05.';

/** The readings of two numbers before a year that make a date. */
const numericReadings = (match: RegExpExecArray): Partial<Record<DateOrder, Day>> => {
  const [first, second, year] = [Number(match[1]), Number(match[3]), Number(match[4])];
  const dayFirst = [year, second, first] as const;
  const monthFirst = [year, first, second] as const;
  return {
    ...(isDay(dayFirst) ? { 'day-first': dayFirst } : {}),
    ...(isDay(monthFirst) ? { 'month-first': monthFirst } : {}),
  };
};

const isSameDay = (one: Day, other: Day) => one[1] === other[1] && one[2] === other[2];

/** Two numbers before the year: in a stated order, else taken when only one order makes a date, refused when both do. */
const numericDate = (
  text: string,
  match: RegExpExecArray,
  order: DateOrder | undefined,
): string | ParsedDate | undefined => {
  const readings = numericReadings(match);
  const [dayFirst, monthFirst] = [readings['day-first'], readings['month-first']];
  if (order !== undefined) {
    const day = readings[order];
    if (day) return withTime(day, match.slice(5));
    const detail = `"${text}" is no date when read ${order === 'day-first' ? 'day' : 'month'} first.`;
    return { code: 'date-invalid', detail };
  }
  if (dayFirst && monthFirst && !isSameDay(dayFirst, monthFirst)) {
    const detail = `"${text}" can be ${inWords(dayFirst)} or ${inWords(monthFirst)}: write it as 2024-03-05, or state the order for the whole file.`;
    return { code: 'date-ambiguous', detail };
  }
  const day = dayFirst ?? monthFirst;
  return day && withTime(day, match.slice(5));
};

/** A date without what a scraped sentence or a weekday puts before it. */
const plainDate = (text: string): string =>
  (/^\d/.test(text) ? text : text.replace(SENTENCE, '').replace(WEEKDAY, '')).replace(/\s+/g, ' ');

const readDate = (text: string, order: DateOrder | undefined): string | ParsedDate | undefined => {
  const plain = plainDate(text);
  const yearFirst = YEAR_FIRST.exec(plain);
  if (yearFirst) {
    return withTime([Number(yearFirst[1]), Number(yearFirst[3]), Number(yearFirst[4])], yearFirst.slice(5));
  }
  const numeric = NUMERIC.exec(plain);
  if (numeric) return numericDate(text, numeric, order);
  const monthFirst = MONTH_FIRST.exec(plain);
  if (monthFirst) {
    return withTime([Number(monthFirst[3]), monthOf(monthFirst[1]!), Number(monthFirst[2])], monthFirst.slice(4));
  }
  const dayFirst = DAY_FIRST.exec(plain);
  if (!dayFirst) return undefined;
  return withTime([Number(dayFirst[3]), monthOf(dayFirst[2]!), Number(dayFirst[1])], dayFirst.slice(4));
};

/** In which orders a date of two numbers before a year can be read; both for 05/03/2024, undefined for all others. */
export function readableOrders(value: string): readonly DateOrder[] | undefined {
  const numeric = NUMERIC.exec(plainDate(value.trim().slice(0, MAX_LENGTH)));
  if (!numeric) return undefined;
  const readings = numericReadings(numeric);
  const [dayFirst, monthFirst] = [readings['day-first'], readings['month-first']];
  return dayFirst && monthFirst && isSameDay(dayFirst, monthFirst) ? undefined : (Object.keys(readings) as DateOrder[]);
}

/** Seconds or milliseconds since 1970, told apart by their number of digits (true from 2001 to 2286). */
const fromTimestamp = (value: number): string | undefined => {
  const digits = Number.isSafeInteger(value) ? String(value).length : 0;
  return digits === 10 || digits === 13 ? new Date(digits === 10 ? value * 1000 : value).toISOString() : undefined;
};

/**
 * A review's date: a day (`2024-03-05`) or an instant in UTC. Reads ISO 8601, year-first and written-out English dates,
 * dates inside a scraped sentence, and Unix timestamps. Days and instants after `now`, days that do not exist and,
 * without an `order`, numbers that can be read in two ways are faults: nothing is guessed.
 */
export function parseDate(value: string | number, now: Date, order?: DateOrder): ParsedDate {
  const text = String(value).trim().slice(0, MAX_LENGTH);
  const read = (/^\d{10}(?:\d{3})?$/.test(text) ? fromTimestamp(Number(text)) : undefined) ?? readDate(text, order);
  if (read === undefined) return { code: 'date-invalid', detail: `"${text}" ${INVALID}` };
  if (typeof read !== 'string') return read;
  const limit = now.toISOString();
  if (read > (read.length === 10 ? limit.slice(0, 10) : limit)) {
    return { code: 'date-in-future', detail: `"${text}" is in the future.` };
  }
  return { date: read };
}
