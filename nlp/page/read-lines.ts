/** A line of the page without the white space around it; offsets into the page. */
export interface Line {
  start: number;
  end: number;
  text: string;
  /** Whether an empty line stands before it. */
  afterBlank: boolean;
}

const BREAK = /\r\n|[\n\r\u2028\u2029]/g;
/** White space as `trim` sees it. */
const EDGE = /\s/;

const toLine = (page: string, from: number, to: number): Omit<Line, 'afterBlank'> | undefined => {
  let start = from;
  let end = to;
  while (start < end && EDGE.test(page[start]!)) start += 1;
  while (end > start && EDGE.test(page[end - 1]!)) end -= 1;
  return start < end ? { start, end, text: page.slice(start, end) } : undefined;
};

const endsSentence = (text: string): boolean => /[.!?:;…。！？)"”'’|]$/u.test(text);
const startsLower = (text: string): boolean => /^\p{Ll}/u.test(text);

/** Characters a line, least and most, of a text that was set to a width. */
const NARROWEST = 50;
const WIDEST = 120;

const firstWord = (text: string): string => text.match(/^\S{1,40}/)?.[0] ?? '';

/** Whether the next line's first word had no room on a line of this width. */
const isFull = (line: Line, next: Line, width: number): boolean =>
  line.text.length + 1 + firstWord(next.text).length > width;

/** A full line that breaks in the middle of a sentence: it goes on in the next one. */
const isBroken = (line: Line, next: Line, width: number): boolean =>
  isFull(line, next, width - 8) && !endsSentence(line.text) && !line.text.includes('|') && startsLower(next.text);

/** The width each line was set to: that of its group between empty lines, where all lines fit a width and one breaks. */
const widths = (lines: readonly Line[]): number[] => {
  const found = lines.map(() => 0);
  for (let i = 0; i < lines.length; ) {
    let j = i + 1;
    let width = lines[i]!.text.length;
    for (; j < lines.length && !lines[j]!.afterBlank; j += 1) width = Math.max(width, lines[j]!.text.length);
    const fits = width >= NARROWEST && width <= WIDEST;
    for (let k = i + 1; fits && k < j; k += 1) if (isBroken(lines[k - 1]!, lines[k]!, width)) found.fill(width, i, j);
    i = j;
  }
  return found;
};

/** The page's lines that hold anything; lines broken to a fixed width are joined again. */
export function readLines(page: string): Line[] {
  const lines: Line[] = [];
  let from = 0;
  let blank = false;
  const take = (to: number): void => {
    const line = toLine(page, from, to);
    if (line) lines.push({ ...line, afterBlank: blank });
    blank = !line;
  };
  for (const { index, 0: mark } of page.matchAll(BREAK)) {
    take(index);
    from = index + mark.length;
  }
  take(page.length);
  return joinWrapped(page, lines);
}

const joinWrapped = (page: string, lines: readonly Line[]): Line[] => {
  const width = widths(lines);
  const joined: Line[] = [];
  lines.forEach((line, i) => {
    const before = lines[i - 1];
    const last = joined.at(-1);
    const goesOn = before && !line.afterBlank && width[i]! > 0 && isFull(before, line, width[i]!);
    if (last && goesOn) {
      last.end = line.end;
      last.text = page.slice(last.start, line.end);
    } else joined.push({ ...line });
  });
  return joined;
};
