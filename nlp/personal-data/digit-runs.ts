/** Groups of digits with the signs between them, as they stand in a text. */
export interface DigitRun {
  start: number;
  end: number;
  /** Digits only, a leading `+` left out. */
  digits: string;
  groups: readonly string[];
  /** What stands between the groups. */
  gaps: readonly string[];
  hasPlus: boolean;
  /** Whether the first groups stand in parentheses. */
  hasParentheses: boolean;
}

/** Longest run that is looked at as one: longer ones are no number anybody dials or pays with. */
const MAX_DIGITS = 40;
const MAX_GAP = 3;
const isDigit = (character: string | undefined) => character !== undefined && character >= '0' && character <= '9';
const isGapSign = (character: string | undefined) => character !== undefined && ' -./()\u00b7'.includes(character);

/** Where the next group begins behind the gap at `at`; -1 where the run ends. */
function nextGroup(text: string, at: number): number {
  let next = at;
  while (next - at < MAX_GAP && isGapSign(text[next])) next += 1;
  const gap = text.slice(at, next);
  const isOneSign = gap.length > 0 && !/--|\.\.|\/\/| {2}/.test(gap);
  return isOneSign && isDigit(text[next]) ? next : -1;
}

/** The run that begins with the digit, the plus or the parenthesis at `start`. */
function readRun(text: string, start: number): DigitRun | undefined {
  let at = start;
  while (at - start < 4 && (text[at] === '+' || text[at] === '(' || (at > start && text[at] === ' '))) at += 1;
  if (!isDigit(text[at])) return undefined;
  const opening = text.slice(start, at);
  const groups: string[] = [];
  const gaps: string[] = [];
  let count = 0;
  while (true) {
    const from = at;
    while (isDigit(text[at])) at += 1;
    groups.push(text.slice(from, at));
    count += at - from;
    const next = count < MAX_DIGITS ? nextGroup(text, at) : -1;
    if (next < 0) break;
    gaps.push(text.slice(at, next));
    at = next;
  }
  return {
    start,
    end: at,
    digits: groups.join(''),
    groups,
    gaps,
    hasPlus: opening.includes('+'),
    hasParentheses: opening.includes('(') ? gaps.some((gap) => gap.includes(')')) : gaps.join('').includes('('),
  };
}

/** Runs of digits in a text whose characters are folded, from the first to the last; none overlaps another. */
export function findDigitRuns(text: string): DigitRun[] {
  const runs: DigitRun[] = [];
  let at = 0;
  while (at < text.length) {
    const character = text[at];
    const begins = isDigit(character) || character === '+' || character === '(';
    const run = begins ? readRun(text, at) : undefined;
    if (run) runs.push(run);
    at = run ? run.end : at + 1;
  }
  return runs;
}

/** The groups from `from` to before `to` of a run as a run of their own. */
export function partOfRun(run: DigitRun, from: number, to: number): DigitRun {
  const lengthOf = (parts: readonly string[]) => parts.reduce((length, part) => length + part.length, 0);
  const behind = lengthOf(run.groups.slice(to)) + lengthOf(run.gaps.slice(to - 1));
  const before = run.groups.slice(from);
  const groups = run.groups.slice(from, to);
  const gaps = run.gaps.slice(from, to - 1);
  const start = from === 0 ? run.start : run.end - lengthOf(before) - lengthOf(run.gaps.slice(from));
  return {
    ...{ start, end: run.end - behind, groups, gaps, digits: groups.join('') },
    hasPlus: run.hasPlus && from === 0,
    hasParentheses: run.hasParentheses && gaps.some((gap) => /[()]/.test(gap)),
  };
}
