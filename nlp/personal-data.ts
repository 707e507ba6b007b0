import { findIbans } from './personal-data/find-accounts.ts';
import { findEmails } from './personal-data/find-emails.ts';
import { findNumbers } from './personal-data/find-numbers.ts';
import { foldCharacters, originalSpan } from './personal-data/fold-characters.ts';

export { type MaskedText, maskText } from './personal-data/mask-text.ts';

export type PersonalDataKind = 'e-mail' | 'phone' | 'card' | 'iban';

/** Where personal data stands in a text, in UTF-16 offsets. */
export interface PersonalSpan {
  kind: PersonalDataKind;
  start: number;
  end: number;
}

/** Without one of these there is nothing to be found; most reviews have neither. */
const MAY_HOLD =
  /[@\uff20\ufe6b]|\b(?:at|arroba) [\p{L}\p{N}-]{1,63}(?: dot | punkt | ?[.[({<])|[([{<] {0,2}(?:at|a|ät|arroba) {0,2}[)\]}>]|[_-]at[_-]|&(?:#|commat)|%40|\p{Nd}[^\p{L}\p{Nd}]{0,6}\p{Nd}[^\p{L}\p{Nd}]{0,6}\p{Nd}[^\p{L}\p{Nd}]{0,6}\p{Nd}|[a-z]{2}\p{Nd}\p{Nd}/iu;

/**
 * E-mail addresses, phone numbers, card numbers (with their check digit) and IBANs (with theirs) in a text of any
 * language, in the order in which they stand, none overlapping another. Never throws; the time grows with the length.
 * Known limits: phone numbers without a country code are told by their form and the words around them, not by a list of
 * numbering plans; local numbers of seven digits count only where they are called so.
 */
export function findPersonalData(text: string): PersonalSpan[] {
  if (!MAY_HOLD.test(text)) return [];
  const folded = foldCharacters(text);
  const found: PersonalSpan[] = [];
  const add = (kind: PersonalDataKind, span: { start: number; end: number } | undefined) => {
    if (span && !found.some((other) => span.start < other.end && other.start < span.end))
      found.push({ kind, start: span.start, end: span.end });
  };
  for (const span of findIbans(folded.text)) add('iban', span);
  for (const span of findEmails(folded.text)) add('e-mail', span);
  for (const { kind, ...span } of findNumbers(folded.text)) add(kind, span);
  return found
    .map(({ kind, ...span }) => ({ kind, ...originalSpan(folded, span) }))
    .sort((one, other) => one.start - other.start);
}
