const NUMBER =
  /^(?:rated )?(\d{1,3}(?:[.,]\d{1,6})?)\s{0,3}(?:(?:\/|out of)\s{0,3}5(?:[.,]0)?)?\s{0,3}(?:stars?|★|⭐)?$/i;
const SIGNS = /^(★{0,5})☆{0,5}$/;

/** The stars of a cell as the import reads them ("4.0 out of 5 stars" is 4); null for what it would refuse. */
export function readStars(cell: string): number | null {
  const number = NUMBER.exec(cell)?.[1];
  if (number !== undefined) return Number(number.replace(',', '.'));
  return cell.length === 5 ? (SIGNS.exec(cell)?.[1]?.length ?? null) : null;
}

/** The day at the end of the sentence that scraped pages put it into: "Reviewed in Canada on May 3, 2021". */
export const cutDate = (cell: string): string => /^Reviewed in .{1,80} on (.+)$/i.exec(cell)?.[1] ?? cell;

const TAG = /<\/?[a-z][a-z0-9]{0,15}(?:\s[^<>]*)?\/?>/gi;
const BREAK = /<(?:br|\/p|\/div|\/li)\b[^<>]*>/gi;
const ENTITY = /&(?:#(\d{1,7})|(amp|lt|gt|quot|apos|nbsp));/gi;
const SIGN_OF: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

const decode = (text: string) =>
  text.replace(ENTITY, (whole, code: string | undefined, name: string | undefined) => {
    if (name !== undefined) return SIGN_OF[name.toLowerCase()] ?? whole;
    const point = Number(code);
    return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : whole;
  });

/** A text without its markup, if it has any, for a look at it: the import itself knows more signs and keeps the lines. */
export const dropMarkup = (cell: string): string =>
  cell.search(TAG) < 0 ? cell : decode(cell.replace(BREAK, ' ').replace(TAG, '')).replace(/\s+/g, ' ').trim();
