/** A line of the page without the white space around it; offsets into the page. */
export interface Line {
  start: number;
  end: number;
  text: string;
  /** Whether an empty line stands before it. */
  afterBlank: boolean;
}

const BREAK = /\r\n|[\n\r\u0085\u2028\u2029]/g;
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

/** A text set to a fixed width breaks in the middle of a sentence: such a line goes on in the next one. */
const isWrapped = (line: Line, next: Line): boolean =>
  !next.afterBlank &&
  line.text.length >= 45 &&
  line.text.length <= 160 &&
  !endsSentence(line.text) &&
  !line.text.includes('|') &&
  startsLower(next.text);

/** Whether the lines from `first` on look set to a width: every line but the last is full. */
const fillsWidth = (line: Line, next: Line, width: number): boolean =>
  !next.afterBlank &&
  width >= 50 &&
  width <= 120 &&
  line.text.length >= 45 &&
  line.text.length + 1 + (next.text.match(/^\S{1,40}/)?.[0].length ?? 0) > width;

/** The widest line of each group of lines that no empty line parts; nought for a group that no line of which runs on. */
const widths = (lines: readonly Line[]): number[] => {
  const found = lines.map(() => 0);
  for (let i = 0; i < lines.length; ) {
    let j = i + 1;
    let widest = lines[i]!.text.length;
    let wrapped = 0;
    while (j < lines.length && !lines[j]!.afterBlank) {
      widest = Math.max(widest, lines[j]!.text.length);
      if (isWrapped(lines[j - 1]!, lines[j]!)) wrapped += 1;
      j += 1;
    }
    if (wrapped > 0) found.fill(widest, i, j);
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
    const goesOn =
      before && (isWrapped(before, line) || (width[i] === width[i - 1] && fillsWidth(before, line, width[i]!)));
    if (last && goesOn) {
      last.end = line.end;
      last.text = page.slice(last.start, line.end);
    } else joined.push({ ...line });
  });
  return joined;
};
