/** A part of a text, as UTF-16 offsets. */
export interface Span {
  start: number;
  end: number;
}

/** Longest way from a span to the end of its sentence. */
const REACH = 240;

const isEnd = (sign: string | undefined) => sign === '.' || sign === '!' || sign === '?' || sign === '…';
const isSpace = (sign: string | undefined) => sign === undefined || /\s/.test(sign);

/** A sentence ends at a line, or at a sign behind which white space follows. */
const endsAt = (text: string, at: number) => text[at] === '\n' || (isEnd(text[at]) && isSpace(text[at + 1]));

/** The sentence that a span stands in, without white space at its ends; a span over several keeps all of them. */
export function sentenceAround(text: string, span: Span): Span {
  let start = span.start;
  while (start > 0 && span.start - start < REACH && !endsAt(text, start - 1)) start -= 1;
  let end = Math.max(span.end, span.start);
  while (end < text.length && end - span.end < REACH && !(end > span.start && endsAt(text, end - 1))) end += 1;
  while (start < span.start && isSpace(text[start])) start += 1;
  while (end > span.end && isSpace(text[end - 1])) end -= 1;
  return { start, end };
}
