import type { Reading } from '../sentiment/judge.ts';
import { COMMA, type Token } from '../text/tokenize.ts';

/** A stretch of one clause that tells one thing, as token indexes; `to` exclusive. */
export interface Segment {
  from: number;
  to: number;
}

/** Shorter stretches are rarely a statement of their own. */
const MIN_TOKENS = 6;

const JOINING = new Set(['and', 'because']);

/** Whether what begins at `at` is long enough to stand alone, up to the next comma. */
function standsAlone(tokens: readonly Token[], at: number, end: number): boolean {
  if (at + MIN_TOKENS > end) return false;
  for (let i = at + 1; i < at + MIN_TOKENS; i += 1) if (tokens[i]!.gap >= COMMA) return false;
  return true;
}

/** The clauses of a text, cut again at commas and joining words where both sides are long enough. */
export function splitSegments({ tokens, clauses }: Reading): Segment[] {
  const segments: Segment[] = [];
  const { clauseStarts } = clauses;
  for (let c = 0; c + 1 < clauseStarts.length; c += 1) {
    const end = clauseStarts[c + 1]!;
    let from = clauseStarts[c]!;
    if (end <= from) continue;
    for (let i = from + MIN_TOKENS; i < end; i += 1) {
      const { gap, word } = tokens[i]!;
      if (i - from < MIN_TOKENS || (gap < COMMA && !JOINING.has(word.norm)) || !standsAlone(tokens, i, end)) continue;
      segments.push({ from, to: i });
      from = i;
    }
    segments.push({ from, to: end });
  }
  return segments;
}
