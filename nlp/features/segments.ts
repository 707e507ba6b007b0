import type { Reading } from '../sentiment/judge.ts';
import { COMMA, type Token } from '../text/tokenize.ts';

/** A stretch of one clause that tells one thing, as token indexes; `to` exclusive. */
export interface Segment {
  from: number;
  to: number;
}

/** Shorter stretches are rarely a statement of their own: between commas, as in lists of what is good, and else. */
const MIN_LISTED = 4;
const MIN_JOINED = 6;

const JOINING = new Set(['and', 'because']);

/** Whether what begins at `at` is long enough to stand alone, up to the next comma. */
function standsAlone(tokens: readonly Token[], at: number, end: number, length: number): boolean {
  if (at + length > end) return false;
  for (let i = at + 1; i < at + length; i += 1) if (tokens[i]!.gap >= COMMA) return false;
  return true;
}

/** How long both sides must be for a cut before this token; 0 where there is none. */
function lengthFor({ gap, word }: Token): number {
  if (gap >= COMMA) return MIN_LISTED;
  return JOINING.has(word.norm) ? MIN_JOINED : 0;
}

/** The clauses of a text, cut again at commas and joining words where both sides are long enough. */
export function splitSegments({ tokens, clauses }: Reading): Segment[] {
  const segments: Segment[] = [];
  const { clauseStarts } = clauses;
  for (let c = 0; c + 1 < clauseStarts.length; c += 1) {
    const end = clauseStarts[c + 1]!;
    let from = clauseStarts[c]!;
    if (end <= from) continue;
    for (let i = from + 1; i < end; i += 1) {
      const length = lengthFor(tokens[i]!);
      if (length === 0 || i - from < length || !standsAlone(tokens, i, end, length)) continue;
      segments.push({ from, to: i });
      from = i;
    }
    segments.push({ from, to: end });
  }
  return segments;
}
