/** Format numbers that are dates without a format of their own (ECMA-376, part 1, 18.8.30). */
const isDateId = (id: number): boolean =>
  (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);

/** Whether a cell of this number format shows a date; `code` is the format's own pattern, if it has one. */
export function isDateFormat(id: number, code: string | undefined): boolean {
  if (code === undefined) return isDateId(id);
  const pattern = code.replace(/"[^"]{0,200}"|\[[^\]]{0,50}\]|\\./g, '');
  return /[yd]/i.test(pattern) || (/m/i.test(pattern) && /[hs]/i.test(pattern));
}

/** Days from 1899-12-30 to 1970-01-01, and from there to the beginning of the Macintosh calendar. */
const EPOCH_DAYS = 25_569;
const DAYS_TO_1904 = 1462;
const DAY_SECONDS = 86_400;

/** A serial number as a day, or an instant in UTC where it has a time; undefined for what is no date. */
export function serialToDate(serial: number, since1904: boolean): string | undefined {
  if (!(serial >= 1)) return undefined;
  const seconds = Math.round((serial + (since1904 ? DAYS_TO_1904 : 0) - EPOCH_DAYS) * DAY_SECONDS);
  const date = new Date(seconds * 1000);
  if (Number.isNaN(date.getTime()) || date.getUTCFullYear() > 9999) return undefined;
  const iso = date.toISOString();
  return seconds % DAY_SECONDS === 0 ? iso.slice(0, 10) : iso;
}

/** Characters that XML cannot hold, or a cell not, are written as `_x000D_`. */
export const unescapeCell = (text: string): string =>
  text.includes('_x')
    ? text.replace(/_x([0-9a-f]{4})_/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    : text;

/** The column of a cell address, from 0: `A1` is 0, `AB7` is 27; undefined where there is none. */
export function columnOf(address: string | undefined): number | undefined {
  const letters = /^([A-Z]{1,3})[0-9]/.exec(address ?? '')?.[1];
  if (letters === undefined) return undefined;
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}
