import { LINKING_WORDS, NUMBER_NAMES, PHONE_WORDS, UNITS } from '../lexicons/personal-data-words.ts';
import type { DigitRun } from './digit-runs.ts';

/** Said of the number by the words around it. */
type Surroundings = 'phone' | 'other' | 'unknown';

/** Characters before a number that are looked at for what it is called. */
const BEFORE = 60;
const MAX_LINKING = 5;

/** The nearest word before the number that names it; words that only link are passed over. */
function readSurroundings(text: string, start: number, end: number): Surroundings {
  const behind = /^ ?-?([\p{L}%°$€£]{1,12})/u.exec(text.slice(end, end + 14))?.[1]?.toLowerCase();
  const before = text.slice(Math.max(0, start - BEFORE), start);
  if (/[$€£¥₹] ?$/u.test(before)) return 'other';
  // A sentence that ended before names another thing.
  const clause = before.split(/(?<!\b(?:no|nr|tel|ph|num|ext))\. |[!?\n]/i).at(-1) as string;
  const words = clause.toLowerCase().match(/[\p{L}/-]+/gu) ?? [];
  if (
    /(?:my|our|his|her|their|your|meine|unsere|mon|notre|mi|mio) (?:number|no|nr|nummer|num[eé]ro|n[uú]mero)\W{0,3}(?:is|was|ist|est|es)?\W{0,3}$/iu.test(
      clause,
    )
  )
    return 'phone';
  let passed = 0;
  for (const word of words.reverse()) {
    const name = word.replace(/^[-/]+|(?<![-/])[-/]+$/g, '');
    if (PHONE_WORDS.has(name)) return 'phone';
    if (NUMBER_NAMES.has(name)) return 'other';
    if (name !== '' && !LINKING_WORDS.has(name)) break;
    passed += 1;
    if (passed > MAX_LINKING) break;
  }
  if (behind !== undefined && (UNITS.has(behind) || /^[%°$€£]/.test(behind))) return 'other';
  return /[#№]$/u.test(before) ? 'other' : 'unknown';
}

const DATE =
  /^(?:(?:19|20)\d\d([-./])(?:0?[1-9]|1[0-2])\1(?:0?[1-9]|[12]\d|3[01])|[0-3]?\d([-./])[0-3]?\d\2(?:19|20)?\d\d)(?: |$)/;
const isYear = (group: string) => /^(?:19|20)\d\d$/.test(group);
/** Of digits in groups or in one: a phone number unless named otherwise, one where it is called so, or none. */
type Form = 'phone' | 'if-named' | 'other';

/** Numbers in groups that are something else unless they are called phone numbers. */
function isOtherForm({ groups, gaps, digits }: DigitRun, written: string): boolean {
  const lengths = groups.map(({ length }) => length);
  const isDotted = gaps.length > 0 && gaps.every((gap) => gap === '.');
  const isThousands = lengths[0]! <= 3 && lengths.slice(1).every((length) => length === 3) && digits[0] !== '0';
  return (
    (groups.length === 2 && groups.every(isYear)) ||
    (groups.length > 2 && isYear(groups[0]!)) ||
    (isThousands && groups.at(-1) === '000') ||
    // An address of the Internet, a version.
    (isDotted && groups.length === 4 && groups.every((group) => Number(group) <= 255 && group.length <= 3)) ||
    (isDotted && (isThousands || (groups.length === 2 && digits[0] !== '0'))) ||
    // Book numbers; an American postcode.
    (/^97[89]/.test(digits) && digits.length === 13 && groups.length > 3) ||
    /^\d{5}-\d{4}$/.test(written) ||
    /^(.)\1+$/.test(digits)
  );
}

/** Digits in one piece: national forms that are written so. */
function plainForm(digits: string): Form {
  if (digits.length > 15) return 'other';
  const isAmerican = /^1?[2-9]\d\d[2-9]\d{6}$/.test(digits);
  return isAmerican || /^[6-9]\d{9}$/.test(digits) || /^0[1-9]\d{8,9}$/.test(digits) ? 'phone' : 'if-named';
}

/** One sign between the groups throughout, another beside the parentheses or the first group only. */
function hasEvenGaps(gaps: readonly string[], hasParentheses: boolean): boolean {
  const signs = gaps.map((gap) => (gap.trim() === '' ? ' ' : gap.trim()));
  const rest = hasParentheses ? signs.filter((sign) => !/[()]/.test(sign)) : signs.slice(1);
  return rest.every((sign) => sign.length === 1 && sign !== '/') && new Set(rest).size <= 2;
}

/** Two groups: ranges ("800-1200 feet") and sizes are written like local numbers. */
function pairForm([first = '', second = '']: readonly string[], gap: string): Form {
  const isRound = /(?:00|50)$/.test(first) || /(?:00|50)$/.test(second);
  if (gap.includes('.') || gap.includes('/') || isRound) return 'if-named';
  const form = `${first.length}-${second.length}`;
  return ['3-4', '4-4', '3-5', '5-5', '2-6', '2-7', '2-8', '3-6', '3-7', '4-5', '4-6', '5-6'].includes(form)
    ? 'phone'
    : 'if-named';
}

/** Digits in groups without a country code. */
function groupedForm({ groups, gaps, digits, hasParentheses }: DigitRun): Form {
  const lengths = groups.map(({ length }) => length);
  if (digits.length > 15 || !hasEvenGaps(gaps, hasParentheses)) return 'other';
  if (hasParentheses && lengths[0]! <= 5) return 'phone';
  if (groups.slice(1).some(({ length }) => length === 1)) return 'if-named';
  if (digits[0] === '0' && digits.length >= 8) return lengths[0]! <= 6 ? 'phone' : 'if-named';
  if (groups.length === 2) return pairForm(groups, gaps[0]!);
  if (gaps.some((gap) => gap.includes('/'))) return 'if-named';
  const least = gaps.some((gap) => gap.includes('.')) ? 9 : 7;
  return digits.length >= least && lengths.every((length) => length <= 5) ? 'phone' : 'if-named';
}

function formOf(run: DigitRun, written: string): Form {
  if (DATE.test(written)) return 'other';
  if (/^00[1-9]/.test(run.digits) && run.digits.length >= 10) return 'phone';
  const form = run.groups.length === 1 ? plainForm(run.digits) : groupedForm(run);
  return form === 'phone' && isOtherForm(run, written) ? 'if-named' : form;
}

/**
 * Whether a run of digits is a phone number, by its form and by what it is called. National forms differ by country and
 * are told apart from order numbers, dates, prices and measures by their groups (ITU-T E.123 for how they are written,
 * E.164 for at most 15 digits).
 */
export function isPhone(text: string, run: DigitRun): boolean {
  const { digits, hasPlus, start, end } = run;
  if (digits.length < 7 || digits.length > 16) return false;
  if (hasPlus) return digits.length <= 15 && digits[0] !== '0';
  const form = formOf(run, text.slice(start, end));
  if (form === 'other') return false;
  const surroundings = readSurroundings(text, start, end);
  return surroundings === 'phone' || (surroundings === 'unknown' && form === 'phone');
}
