import type { Clauses } from '../text/clauses.ts';
import { COMMA, type Token } from '../text/tokenize.ts';
import type { Blanket, Cue } from './find-cues.ts';
import type { Aside } from './other-products.ts';
import type { Statements } from './statements.ts';

/** A tokenised field with all that is known of it. */
export interface Reading {
  tokens: readonly Token[];
  clauses: Clauses;
  cues: readonly Cue[];
  blankets: readonly Blanket[];
  asides: readonly Aside[];
  /** Sentences, by index, that state facts or leave the judgement for later. */
  statements: Statements;
}

export interface Judgement {
  /** Sum of the cues, each weakened by its distance; 0 where nothing judges. */
  score: number;
  /** The cue that weighed most. */
  cue?: Cue;
  /** Whether a cue stands directly before the span, in it, or is said of it by a verb such as "is". */
  isTight: boolean;
}

const LINKS = new Set(
  'is are was were be been has had looks look seems seem feels very so really quite extremely super pretty too also not isnt wasnt arent a an the much just always absolutely still could can comes came out gets incredibly relatively particularly fairly rather on of my this your works work worked working does do'.split(
    ' ',
  ),
);

function isTightTo(reading: Reading, cue: Cue, from: number, to: number): boolean {
  if (cue.from < to && cue.to > from) return true;
  const [start, end] = cue.to <= from ? [cue.to, from] : [to, cue.from];
  if (end - start > 4) return false;
  for (let i = start; i <= end; i += 1) {
    const token = reading.tokens[i];
    if (!token || (token.gap >= COMMA && i > Math.min(start, cue.from))) return false;
    if (i < end && !LINKS.has(token.word.norm)) return false;
  }
  return true;
}

const REACH = 14;

/** Commas and joining words between two token indexes, each a reason to doubt that they belong together. */
function barrier(tokens: readonly Token[], from: number, to: number): number {
  let weight = 1;
  for (let i = from; i < to && i < tokens.length; i += 1) {
    const token = tokens[i]!;
    if (i > from && token.gap >= COMMA) weight *= 0.35;
    if (token.word.norm === 'and' || token.word.norm === 'because' || token.word.norm === 'so') weight *= 0.6;
  }
  return weight;
}

function weigh(reading: Reading, cue: Cue, from: number, to: number): number {
  if (cue.from < to && cue.to > from) return 1.6;
  if (cue.to <= from) {
    const distance = from - cue.to;
    const near = distance <= 2 ? 1.2 : 1 / (1 + 0.18 * distance);
    return near * barrier(reading.tokens, cue.to, from + 1);
  }
  const distance = cue.from - to;
  return (1.1 / (1 + 0.12 * distance)) * barrier(reading.tokens, to - 1, cue.from + 1);
}

/** What the other cues of the clause still count where one stands directly at the span. */
const LOOSE_SHARE = 0.35;
const BLAME = 1.4;

/** The blanket that lies over the span, if any. */
export function blanketOver(reading: Reading, from: number, to: number): Blanket | undefined {
  const { blankets } = reading;
  let low = 0;
  let high = blankets.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (blankets[middle]!.from < from - 40) low = middle + 1;
    else high = middle;
  }
  for (let i = low; i < blankets.length && blankets[i]!.from <= from; i += 1) {
    if (blankets[i]!.body <= to && blankets[i]!.to > from) return blankets[i];
  }
  return undefined;
}

/** The judgement of a span of tokens by the cues of its own clause. */
export function judgeSpan(reading: Reading, from: number, to: number, isDeafTo?: (cue: Cue) => boolean): Judgement {
  const clause = reading.clauses.clause[from];
  let score = 0;
  let best = 0;
  let chosen: Cue | undefined;
  let isTight = false;
  let direct = 0;
  for (const cue of cuesNear(reading, from - REACH, to + REACH)) {
    if (reading.clauses.clause[cue.to - 1] !== clause) continue;
    if (isDeafTo?.(cue)) continue;
    const isDirect = isTightTo(reading, cue, from, to);
    const weight = weigh(reading, cue, from, to);
    isTight ||= isDirect;
    if (isDirect) direct += weight * cue.valence;
    else score += weight * cue.valence;
    if (weight * Math.abs(cue.valence) > best) {
      best = weight * Math.abs(cue.valence);
      chosen = cue;
    }
  }
  score = isTight ? direct + score * LOOSE_SHARE : score;
  const blanket = blanketOver(reading, from, to);
  if (blanket?.kind === 'blamed') {
    score = Math.min(score, 0) - BLAME;
    isTight = true;
    chosen ??= { from: blanket.from, to: blanket.body, valence: -BLAME, negated: false };
  } else if (blanket) score *= 0.3;
  return chosen ? { score, cue: chosen, isTight } : { score, isTight };
}

/** Cues that touch the token range, found by bisection: a long text is not scanned for every mention. */
export function cuesNear(reading: Reading, from: number, to: number): Cue[] {
  const { cues } = reading;
  let low = 0;
  let high = cues.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (cues[middle]!.to <= from) low = middle + 1;
    else high = middle;
  }
  const near: Cue[] = [];
  for (let i = low; i < cues.length && cues[i]!.from < to; i += 1) near.push(cues[i]!);
  return near;
}
