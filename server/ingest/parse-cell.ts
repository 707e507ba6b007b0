const RATING = /^(\d{1,3}(?:[.,]\d{1,6})?)\s{0,3}(?:(?:\/|out of)\s{0,3}5(?:[.,]0)?)?\s{0,3}(?:stars?)?$/i;
const SYMBOLS = /^(★{0,5})(☆{0,5})$/;

/** Stars as a number, not yet checked for their range: `4`, `4,5`, `4/5`, `4.0 out of 5 stars`, `★★★★☆`. */
export function parseRating(text: string): number | undefined {
  const plain = text.trim();
  const number = RATING.exec(plain)?.[1];
  if (number !== undefined) return Number(number.replace(',', '.'));
  const symbols = SYMBOLS.exec(plain);
  return symbols && plain.length === 5 ? symbols[1]!.length : undefined;
}

const VERIFIED = new Set(['true', 'yes', 'y', '1', 'verified', 'verified purchase', 'verified buyer', 'buyer']);

/** Only what says so explicitly is verified; any other word is not, and an empty cell leaves it open. */
export function parseVerified(text: string): boolean | null {
  const word = text.trim().toLowerCase();
  return word === '' ? null : VERIFIED.has(word);
}

const SHOWN = new Set('published approved active ok visible live public enabled true yes 1'.split(' '));
const HELD = new Set('pending hold held queued draft new unapproved unmoderated'.split(' '));
const HIDDEN = new Set(
  'hidden unpublished spam rejected removed deleted disabled inactive private archived false no 0'.split(' '),
);

export type Visibility = 'shown' | 'held' | 'hidden' | 'unknown';

/** What a platform's status says of a review; an empty cell says nothing against it. */
export function parseStatus(text: string): Visibility {
  const word = text.trim().toLowerCase();
  if (word === '' || SHOWN.has(word)) return 'shown';
  if (HELD.has(word)) return 'held';
  return HIDDEN.has(word) ? 'hidden' : 'unknown';
}
