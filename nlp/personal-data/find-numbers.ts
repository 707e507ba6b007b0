import { type DigitRun, findDigitRuns, partOfRun } from './digit-runs.ts';
import { isCard } from './find-accounts.ts';
import { isPhone } from './judge-phone.ts';

const EXTENSION = /^,? ?(?:x|ext\.?|extension|durchwahl|poste)[ .:]{0,2}[0-9]{1,6}(?![0-9])/i;
/** Before a digit they make it a part of a name, an address or a number with a fraction. */
const STICKS_BEFORE = /[\p{L}\p{N}_=&@\\]$|[\p{L}_]-$|[\p{N}],$|:\/{0,2}[^\s]{0,200}\/$|[\p{L}]\/$/u;
const STICKS_BEHIND = /^(?:[\p{L}\p{N}_=@]|[-/][\p{L}]|,[0-9])/u;
/** Most groups of a number, and most parts of one run that are looked at: hostile text is to cost no more. */
const MAX_GROUPS = 8;
const MAX_PARTS = 40;

/** Whether the run stands by itself. */
const standsAlone = (text: string, { start, end }: DigitRun): boolean =>
  !STICKS_BEFORE.test(text.slice(Math.max(0, start - 200), start)) &&
  (EXTENSION.test(text.slice(end, end + 20)) || !STICKS_BEHIND.test(text.slice(end, end + 2)));

interface FoundNumber {
  kind: 'card' | 'phone';
  start: number;
  end: number;
  /** The groups of the run that it takes. */
  from: number;
  to: number;
}

/** Fewest and most digits. */
const DIGITS = { card: [13, 19], phone: [7, 16] } as const;

/** Parts of a run that begin and end at its ends or at spaces, of as many digits as the kind has, the longest first. */
function* partsOf(run: DigitRun, kind: FoundNumber['kind']): Generator<{ part: DigitRun; from: number; to: number }> {
  const count = run.groups.length;
  const [least, most] = DIGITS[kind];
  const before = [0];
  for (const group of run.groups) before.push((before.at(-1) as number) + group.length);
  const isEdge = (index: number) => index === 0 || index === count || run.gaps[index - 1] === ' ';
  let looked = 0;
  for (let size = Math.min(count, MAX_GROUPS); size > 0; size -= 1) {
    for (let from = 0; from + size <= count; from += 1) {
      const to = from + size;
      const digits = (before[to] as number) - (before[from] as number);
      if (digits < least || digits > most || !isEdge(from) || !isEdge(to)) continue;
      looked += 1;
      if (looked > MAX_PARTS) return;
      yield { part: size === count ? run : partOfRun(run, from, to), from, to };
    }
  }
}

function longestIn(text: string, run: DigitRun, kind: FoundNumber['kind']): FoundNumber | undefined {
  const isNumber = kind === 'card' ? isCard : (part: DigitRun) => isPhone(text, part);
  for (const { part, from, to } of partsOf(run, kind))
    if (isNumber(part)) return { kind, start: part.start, end: part.end, from, to };
  return undefined;
}

/** Cards and phone numbers in a run, which may hold several, or others beside them: "in 2019 555-123-4567". */
function numbersIn(text: string, run: DigitRun): FoundNumber[] {
  const { groups, digits } = run;
  if (digits.length < 7 || (groups.length > 3 && digits.length < groups.length * 1.5 && !run.hasPlus)) return [];
  const found = longestIn(text, run, 'card') ?? longestIn(text, run, 'phone');
  if (!found) return [];
  const before = found.from > 0 ? numbersIn(text, partOfRun(run, 0, found.from)) : [];
  const behind = found.to < groups.length ? numbersIn(text, partOfRun(run, found.to, groups.length)) : [];
  return [...before, found, ...behind];
}

/** Card and phone numbers in a text whose characters are folded. */
export function findNumbers(text: string): Pick<FoundNumber, 'kind' | 'start' | 'end'>[] {
  return findDigitRuns(text)
    .filter((run) => run.digits.length >= 7 && standsAlone(text, run))
    .flatMap((run) => numbersIn(text, run))
    .map(({ kind, start, end }) => {
      const extension = kind === 'phone' ? EXTENSION.exec(text.slice(end, end + 20)) : null;
      return { kind, start, end: end + (extension?.[0].length ?? 0) };
    });
}
