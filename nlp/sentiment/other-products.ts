import { COMPARING } from '../lexicons/blankets.ts';
import { CONTRAST } from '../text/clauses.ts';
import { COMMA, STOP, type Token } from '../text/tokenize.ts';
import type { Sign } from './find-wordings.ts';

/** Tokens that speak of another product: from its name to the end of the part of the sentence. */
export interface Aside {
  from: number;
  to: number;
  /** This product is said to be the opposite: "…, this one is not", or the other one is said to be better. */
  isTurned: boolean;
}

const comparing = new Set(COMPARING.split(' '));
const COMPARISONS = new Set('than better worse compared more less same unlike similar'.split(' '));
/** Praise of another product that is blame of this one. */
const AHEAD = new Set('better clearer sharper faster louder cheaper easier superior'.split(' '));
const VERBS = new Set(
  'have offer give is was are were had has kept keeps always never would did does do needed lost died'.split(' '),
);
const TURNS = new Set('not isnt doesnt wasnt never dont didnt'.split(' '));
const REACH = 14;
const TURN_REACH = 6;

/** The parts of a text that are about another or a former product and do not compare it with this one. */
export function findAsides(tokens: readonly Token[], signs: readonly Sign[]): Aside[] {
  const asides: Aside[] = [];
  for (const { from, to, value } of signs) {
    if (value !== 'other-product') continue;
    const before = tokens[from - 1]?.word.norm ?? '';
    const owner = tokens[from - 2]?.word.norm ?? '';
    if (comparing.has(before) || comparing.has(owner)) continue;
    let end = to;
    while (end < tokens.length && end < to + REACH && tokens[end]!.gap < COMMA && !CONTRAST.has(tokens[end]!.word.norm))
      end += 1;
    const said = tokens.slice(to, end).map(({ word }) => word.norm);
    if (!said.some((norm) => VERBS.has(norm)) || said.includes('than')) continue;
    const isAhead = said.some((norm) => AHEAD.has(norm));
    if (!isAhead && said.some((norm) => COMPARISONS.has(norm))) continue;
    asides.push({ from, to: end, isTurned: isAhead || turns(tokens, end) });
  }
  return asides;
}

/** "…, this one is not": nothing but the denial follows. */
function turns(tokens: readonly Token[], at: number): boolean {
  let isThis = false;
  for (let i = at; i < tokens.length && i < at + TURN_REACH; i += 1) {
    const { norm } = tokens[i]!.word;
    if (norm === 'this' || norm === 'new') isThis = true;
    const isLast = i + 1 >= tokens.length || tokens[i + 1]!.gap >= STOP;
    if (isThis && isLast && TURNS.has(norm)) return true;
  }
  return false;
}
