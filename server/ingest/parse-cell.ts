const RATING =
  /^(?:rated )?(\d{1,3}(?:[.,]\d{1,6})?)\s{0,3}(?:(?:\/|out of)\s{0,3}5(?:[.,]0)?)?\s{0,3}(?:stars?|★|⭐)?$/i;
const SYMBOLS = /^(★{0,5})(☆{0,5})$/;
const EMOJI = /^(?:⭐\ufe0f?){1,5}$/;

/** Stars as a number, not yet checked for their range: `4`, `4,5`, `4/5`, `4.0 out of 5 stars`, `★★★★☆`, `⭐⭐⭐⭐`. */
export function parseRating(text: string): number | undefined {
  const plain = text.trim();
  const number = RATING.exec(plain)?.[1];
  if (number !== undefined) return Number(number.replace(',', '.'));
  const symbols = SYMBOLS.exec(plain);
  if (symbols && plain.length === 5) return symbols[1]!.length;
  return EMOJI.test(plain) ? plain.replaceAll('\ufe0f', '').length : undefined;
}

/** A rating on another scale, from `worst` to `best`, on that from 1 to 5; undefined where there is no such scale. */
export function scaleRating(value: number, worst: number, best: number): number | undefined {
  if (!Number.isFinite(value) || !(best > worst)) return undefined;
  return Math.round((1 + ((value - worst) / (best - worst)) * 4) * 100) / 100;
}

const TRUE = new Set(['true', 'yes', 'y', '1']);
const VERIFIED = new Set([...TRUE, 'verified', 'verified purchase', 'verified buyer', 'buyer']);

/** `Not_Yet` and `not yet` are one word. */
const foldWord = (text: string): string =>
  text
    .trim()
    .toLowerCase()
    .replace(/[\s_-]+/g, ' ');

/** Whether a cell says yes; anything else, also an empty cell, does not. */
export const isTrue = (text: string): boolean => TRUE.has(foldWord(text));

/** Only what says so explicitly is verified; any other word is not, and an empty cell leaves it open. */
export function parseVerified(text: string): boolean | null {
  if (text === '') return null;
  const word = foldWord(text);
  return word === '' ? null : VERIFIED.has(word);
}

const SHOWN = new Set(
  'published approved active ok visible live public enabled shown accepted true yes y 1'.split(' '),
);
const HELD = new Set([
  ...'pending hold held queued draft new unapproved unmoderated submitted moderation'.split(' '),
  ...['on hold', 'in review', 'not yet', 'in moderation', 'awaiting moderation', 'awaiting approval'],
  ...['pending review', 'pending approval', 'pending moderation'],
]);
const HIDDEN = new Set([
  ...'hidden unpublished spam rejected removed deleted disabled inactive private archived false no n 0'.split(' '),
  ...'trash trashed blocked banned flagged reported suspended disapproved declined denied offline invisible'.split(' '),
  ...['not published', 'not approved'],
]);

export type Visibility = 'shown' | 'held' | 'hidden' | 'unknown';

/** What a platform's status says of a review; an empty cell says nothing against it. */
export function parseStatus(text: string): Visibility {
  const word = foldWord(text);
  if (word === '' || SHOWN.has(word)) return 'shown';
  if (HELD.has(word)) return 'held';
  return HIDDEN.has(word) ? 'hidden' : 'unknown';
}
