import type { Clauses } from '../text/clauses.ts';
import { COMMA, type Token } from '../text/tokenize.ts';
import type { Opinion, Sign } from './find-wordings.ts';
import { fallbackValence } from './valence.ts';

/** Words that judge, with what negation, intensity and capitals made of them. */
export interface Cue {
  /** Token indexes, `to` exclusive; a negation that turned it is included. */
  from: number;
  to: number;
  /** −4 to 4. */
  valence: number;
  negated: boolean;
  /** Turned or dimmed by a blanket. */
  covered?: boolean;
}

const NEGATORS = new Set(
  'not no never none cannot cant dont doesnt didnt wont isnt wasnt arent werent wouldnt couldnt shouldnt hasnt havent hadnt aint without neither nor hardly barely rarely seldom nothing nobody zero lack lacks lacking stopped unable anything scarcely nowhere nought instead'.split(
    ' ',
  ),
);
/** Whether the word denies what follows. */
export function isNegator(token: Token): boolean {
  return NEGATORS.has(token.word.norm) && token.word.norm !== 'anything';
}

/** Words that end or lack what follows: they judge by themselves. */
const ENDINGS = new Set(['stopped', 'unable', 'lack', 'lacks', 'lacking', 'instead']);

/** The word of a cue that turned it round ("not", "never"), where it has one. */
export const negatorIn = (tokens: readonly Token[], { from, to }: Pick<Cue, 'from' | 'to'>): Token | undefined =>
  tokens.slice(from, to).find((token) => isNegator(token) && !ENDINGS.has(token.word.norm));

const BOOSTERS = new Set(
  'very really extremely so super absolutely totally incredibly particularly too highly completely exceptionally always especially quite most'.split(
    ' ',
  ),
);
const DAMPERS = new Set('fairly somewhat slightly bit little kinda kind relatively pretty rather mildly'.split(' '));
const NEGATION_REACH = 4;

/** Index of the negator that governs the words from `from`, or −1. It reaches over a few words, not over a break or a contrast. */
export function negatorBefore(tokens: readonly Token[], clauses: Clauses, from: number): number {
  const clause = clauses.clause[from]!;
  for (let i = from - 1; i >= 0 && i >= from - NEGATION_REACH; i -= 1) {
    if (clauses.clause[i] !== clause || tokens[i + 1]!.gap >= COMMA) return -1;
    const norm = tokens[i]!.word.norm;
    if (norm === 'only' || norm === 'and' || norm === 'just') {
      if (i > 0 && NEGATORS.has(tokens[i - 1]!.word.norm)) return -1;
      if (norm === 'and') return -1;
    }
    if (norm === 'anything') continue;
    if (NEGATORS.has(norm)) return i > 0 && norm === 'no' && tokens[i + 1]!.word.norm === 'matter' ? -1 : i;
  }
  return -1;
}

function intensityBefore(tokens: readonly Token[], from: number): number {
  const before = tokens[from - 1]?.word.norm;
  if (before === undefined || tokens[from]!.gap >= COMMA) return 1;
  if (BOOSTERS.has(before)) return 1.3;
  return DAMPERS.has(before) ? 0.75 : 1;
}

/** A stretch of a clause that its opening colours: blamed (a wish, a lack, a complaint) or left open (a hope, a plan). */
export interface Blanket {
  from: number;
  /** First token behind the opening. */
  body: number;
  to: number;
  kind: 'blamed' | 'open';
}

const BLANKET_REACH = 22;

/** Stretches that a wish, a complaint or a hope opens; they end with their clause. A denied opening opens nothing. */
export function findBlankets(tokens: readonly Token[], clauses: Clauses, signs: readonly Sign[]): Blanket[] {
  const found: Blanket[] = [];
  for (const { from, to, value } of signs) {
    if (value !== 'blamed' && value !== 'open') continue;
    if (value === 'blamed' && negatorBefore(tokens, clauses, from) >= 0) continue;
    const end = clauses.clauseStarts[clauses.clause[to - 1]! + 1]!;
    found.push({ from, body: to, to: Math.min(end, to + BLANKET_REACH), kind: value });
  }
  return found;
}

interface Text {
  tokens: readonly Token[];
  clauses: Clauses;
}

/** All judging words of a text, in order, none overlapping another: the longest wording wins. */
export function findCues(text: Text, opinions: readonly Opinion[], blankets: readonly Blanket[]): Cue[] {
  const cues: Cue[] = [];
  let next = 0;
  for (let at = 0; at < text.tokens.length; ) {
    while (next < opinions.length && opinions[next]!.from < at) next += 1;
    let to = at + 1;
    let base = 0;
    let isKnown = false;
    for (; next < opinions.length && opinions[next]!.from === at; next += 1) {
      if (isKnown && opinions[next]!.to <= to) continue;
      isKnown = true;
      to = opinions[next]!.to;
      base = opinions[next]!.value;
    }
    if (!isKnown) base = fallbackValence(text.tokens[at]!.word);
    if (base !== 0) cues.push(shapeCue(text, at, to, base));
    at = to;
  }
  return cover(cues, blankets);
}

const COVERED_SHARE = -0.6;

/** Under a wish or a complaint praise turns into blame; under a hope nothing counts. */
function cover(cues: Cue[], blankets: readonly Blanket[]): Cue[] {
  let low = 0;
  for (const { body, to, kind } of blankets) {
    while (low < cues.length && cues[low]!.to <= body - BLANKET_REACH) low += 1;
    for (let i = low; i < cues.length && cues[i]!.from < to; i += 1) {
      const cue = cues[i]!;
      if (cue.from >= body && cue.valence > 0 && !cue.covered) {
        cue.valence *= kind === 'blamed' ? COVERED_SHARE : 0.3;
        cue.covered = true;
      }
    }
  }
  return cues;
}

function shapeCue(text: Text, from: number, to: number, base: number): Cue {
  const { tokens, clauses } = text;
  const negator = negatorBefore(tokens, clauses, from);
  let valence = base * intensityBefore(tokens, from);
  if (tokens[from]!.capitals || tokens[to - 1]!.shouts) valence *= 1.2;
  if (negator >= 0) valence = valence > 0 ? -Math.max(1, valence * 0.75) : Math.max(0.8, -valence * 0.6);
  return { from: negator >= 0 ? negator : from, to, valence, negated: negator >= 0 };
}
