const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH_NAMES =
  'january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec';

const TIME = String.raw`(?:[T ,]{1,2}(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d{1,9})?)?\s?(Z|UTC|GMT|[+-]\d{2}:?\d{2})?)?`;
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

export type ParsedDate =
  | { date: string }
  | { code: 'date-invalid' | 'date-ambiguous' | 'date-in-future'; detail: string };

type Day = readonly [year: number, month: number, day: number];

const pad = (value: number) => String(value).padStart(2, '0');
const isDay = ([year, month, day]: Day): boolean => {
  const date = new Date(Date.UTC(year, month - 1, day));
  return year >= 1990 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
};
const inWords = ([year, month, day]: Day): string =>
  new Date(Date.UTC(year, month - 1, day)).toLocaleDateString('en-GB', {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  });
const monthOf = (name: string): number => MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1;

/** The time of day behind a date, if any: UTC where no offset is given. */
const withTime = (day: Day, time: readonly (string | undefined)[]): string | undefined => {
  if (!isDay(day)) return undefined;
  const iso = `${day[0]}-${pad(day[1])}-${pad(day[2])}`;
  const [hours, minutes, seconds = '00', zone = 'Z'] = time;
  if (hours === undefined) return iso;
  if (Number(hours) > 23 || Number(minutes) > 59 || Number(seconds) > 59) return undefined;
  const offset = /\d/.test(zone) ? zone.replace(/^(.\d\d):?/, '$1:') : 'Z';
  const instant = new Date(`${iso}T${hours.padStart(2, '0')}:${minutes}:${seconds}${offset}`);
  return Number.isNaN(instant.getTime()) ? undefined : instant.toISOString();
};

const INVALID = 'is not a date that can be read: write it as 2024-03-05.';

/** Two numbers before the year: taken when only one order makes a date, refused when both do. */
const numericDate = (text: string, match: RegExpExecArray): string | ParsedDate | undefined => {
  const [first, second, year] = [Number(match[1]), Number(match[3]), Number(match[4])];
  const readings = [[year, second, first] as const, [year, first, second] as const].filter(isDay);
  const [one, other] = readings;
  if (one && other && first !== second) {
    const detail = `"${text}" can be ${inWords(one)} or ${inWords(other)}: write it as 2024-03-05.`;
    return { code: 'date-ambiguous', detail };
  }
  return one && withTime(one, match.slice(5));
};

const readDate = (text: string): string | ParsedDate | undefined => {
  const plain = text.replace(SENTENCE, '').replace(WEEKDAY, '').replace(/\s+/g, ' ');
  const yearFirst = YEAR_FIRST.exec(plain);
  if (yearFirst) {
    return withTime([Number(yearFirst[1]), Number(yearFirst[3]), Number(yearFirst[4])], yearFirst.slice(5));
  }
  const numeric = NUMERIC.exec(plain);
  if (numeric) return numericDate(text, numeric);
  const monthFirst = MONTH_FIRST.exec(plain);
  if (monthFirst) {
    return withTime([Number(monthFirst[3]), monthOf(monthFirst[1]!), Number(monthFirst[2])], monthFirst.slice(4));
  }
  const dayFirst = DAY_FIRST.exec(plain);
  if (!dayFirst) return undefined;
  return withTime([Number(dayFirst[3]), monthOf(dayFirst[2]!), Number(dayFirst[1])], dayFirst.slice(4));
};

/** Seconds or milliseconds since 1970, told apart by their number of digits (true from 2001 to 2286). */
const fromTimestamp = (value: number): string | undefined => {
  const digits = Number.isSafeInteger(value) ? String(value).length : 0;
  return digits === 10 || digits === 13 ? new Date(digits === 10 ? value * 1000 : value).toISOString() : undefined;
};

/**
 * A review's date: a day (`2024-03-05`) or an instant in UTC. Reads ISO 8601, year-first and written-out English dates,
 * dates inside a scraped sentence, and Unix timestamps. Days and instants after `now`, days that do not exist and
 * numbers that can be read in two ways are faults: nothing is guessed.
 */
export function parseDate(value: string | number, now: Date): ParsedDate {
  const text = String(value).trim().slice(0, 120);
  const read = (/^\d{10}(?:\d{3})?$/.test(text) ? fromTimestamp(Number(text)) : undefined) ?? readDate(text);
  if (read === undefined) return { code: 'date-invalid', detail: `"${text}" ${INVALID}` };
  if (typeof read !== 'string') return read;
  const limit = now.toISOString();
  if (read > (read.length === 10 ? limit.slice(0, 10) : limit)) {
    return { code: 'date-in-future', detail: `"${text}" is in the future.` };
  }
  return { date: read };
}
