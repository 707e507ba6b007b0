import { IBAN_LENGTHS } from '../lexicons/personal-data-words.ts';
import type { DigitRun } from './digit-runs.ts';

interface Range {
  start: number;
  end: number;
}

/** Check digit of card numbers (ISO/IEC 7812-1, Luhn). */
function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (let index = 0; index < digits.length; index += 1) {
    const digit = Number(digits[digits.length - 1 - index]);
    const doubled = index % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}

const hasCardGroups = ({ groups, gaps }: DigitRun): boolean =>
  gaps.every((gap) => gap === ' ' || gap === '-') &&
  (groups.length === 1 || (groups.every(({ length }) => length >= 2 && length <= 7) && (groups[0]?.length ?? 0) >= 4));

/** Card numbers of the large issuers begin with 2 to 6; all the same digit passes the check, but is no card. */
export const isCard = (run: DigitRun): boolean =>
  run.digits.length >= 13 &&
  run.digits.length <= 19 &&
  !run.hasPlus &&
  /^[2-6]/.test(run.digits) &&
  !/^(.)\1+$/.test(run.digits) &&
  hasCardGroups(run) &&
  passesLuhn(run.digits);

const IBAN_START = /(?<![A-Za-z0-9])([A-Za-z]{2})[0-9]{2}(?=[ -]?[A-Za-z0-9])/g;

/** Remainder by 97 of an IBAN turned round, letters as numbers (ISO 7064). */
function remainderBy97(iban: string): number {
  let remainder = 0;
  for (const character of iban.slice(4) + iban.slice(0, 4)) {
    const value = Number.parseInt(character, 36);
    remainder = (remainder * (value > 9 ? 100 : 10) + value) % 97;
  }
  return remainder;
}

/** IBANs in a text whose characters are folded, in groups or in one, with the right length and check digits. */
export function findIbans(text: string): Range[] {
  const found: Range[] = [];
  for (const { index, 1: country = '' } of text.matchAll(IBAN_START)) {
    const length = IBAN_LENGTHS[country.toUpperCase()];
    if (length === undefined) continue;
    let iban = '';
    let at = index;
    for (; iban.length < length && /[A-Za-z0-9 -]/.test(text[at] ?? ''); at += 1) {
      if (/[A-Za-z0-9]/.test(text[at] as string)) iban += (text[at] as string).toUpperCase();
      else if (/[ -]/.test(text[at - 1] as string)) break;
    }
    const isWhole = iban.length === length && !/[A-Za-z0-9]/.test(text[at] ?? '');
    if (isWhole && remainderBy97(iban) === 1) found.push({ start: index, end: at });
  }
  return found;
}
