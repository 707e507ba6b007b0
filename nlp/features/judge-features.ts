import { TROUBLE } from '../lexicons/opinion-words.ts';
import { type Cue, isNegator, negatorBefore } from '../sentiment/find-cues.ts';
import { blanketOver, cuesNear, judgeSpan, type Reading } from '../sentiment/judge.ts';
import { isTurn } from '../text/clauses.ts';
import { partOfSpeech } from '../text/part-of-speech.ts';
import { COMMA, type Token } from '../text/tokenize.ts';
import { findHits, type Hit, RANK } from './find-hits.ts';

/** What one clause says of a feature. */
export interface Verdict {
  hit: Hit;
  /** Above 0 praised, below blamed, 0 stated as a fact; undefined where the clause leaves it open. */
  score: number | undefined;
  cue: Cue | { from: number; to: number } | undefined;
  /** Judgement of the words around, the clause's own left out; −3 to 3. */
  around: number;
  /** A wish, a complaint or a hope lies over it. */
  blanket: 'blamed' | 'open' | undefined;
  /** A weak name with no judgement directly at it: hardly a mention. */
  isLoose: boolean;
  /** Its clause states a fact without a word of judgement, or says that there is no opinion yet. */
  stated: 'plain' | 'untried' | undefined;
  /** The next clause turns round and judges the other way, naming no other feature. */
  isCountered: boolean;
}

const WEAK_NEEDS = 0.8;
const DECIDES = 0.45;
const AROUND_REACH = 25;

function judgeAround(reading: Reading, hit: Hit): number {
  const { sentence, clause } = reading.clauses;
  let sum = 0;
  for (const cue of cuesNear(reading, hit.from - AROUND_REACH, hit.to + AROUND_REACH)) {
    if (sentence[cue.from] === sentence[hit.from] && clause[cue.from] !== clause[hit.from]) sum += cue.valence;
  }
  return Math.max(-3, Math.min(3, sum));
}

/** Words that name a feature as one part of speech only: a light is a lamp, a light camera is not. */
const NOUN_ONLY: Readonly<Record<string, string>> = { light: 'lighting', lights: 'lighting' };

function isOtherSense(reading: Reading, hit: Hit): boolean {
  if (hit.to - hit.from !== 1) return false;
  const { norm } = reading.tokens[hit.from]!.word;
  return NOUN_ONLY[norm] === hit.feature && partOfSpeech(reading.tokens, hit.from) !== 'noun';
}

/** The device is what fails; its support is judged by other words. */
const SERVICE = 'customer_service';
const trouble = new Set(TROUBLE.trim().split(/\s+/));

function tellsTrouble(reading: Reading, cue: Cue): boolean {
  for (let i = cue.from; i < cue.to; i += 1) if (trouble.has(reading.tokens[i]!.word.norm)) return true;
  return cue.negated && reading.tokens.slice(cue.from, cue.to).some(({ word }) => word.norm.startsWith('work'));
}

/** All fields from the start: objects of one shape are several times quicker than ones that grow. */
function openVerdict(reading: Reading, hit: Hit): Verdict {
  return {
    hit,
    score: undefined,
    cue: undefined,
    around: 0,
    blanket: blanketOver(reading, hit.from, hit.to)?.kind,
    isLoose: false,
    stated: undefined,
    isCountered: false,
  };
}

function judgeHit(reading: Reading, hit: Hit): Verdict {
  const verdict = openVerdict(reading, hit);
  if (hit.kind === 'flat') verdict.score = 0;
  else if (hit.kind === 'plus' || hit.kind === 'minus') judgeWording(reading, verdict);
  else judgeName(reading, verdict);
  return verdict;
}

/** A name is judged by the words around it. */
function judgeName(reading: Reading, verdict: Verdict): void {
  const { hit } = verdict;
  const isDeafTo = hit.feature === SERVICE ? (cue: Cue) => tellsTrouble(reading, cue) : undefined;
  const { score, cue, isTight } = judgeSpan(reading, hit.from, hit.to, isDeafTo);
  if (hit.kind === 'weak' && (!isTight || Math.abs(score) < WEAK_NEEDS || isOtherSense(reading, hit))) {
    verdict.isLoose = true;
    return;
  }
  if (Math.abs(score) >= DECIDES) {
    verdict.score = score;
    verdict.cue = cue;
    return;
  }
  const negator = negatorBefore(reading.tokens, reading.clauses, hit.from);
  if (negator < 0) return;
  verdict.score = -1;
  verdict.cue = { from: negator, to: negator + 1 };
}

/** Words that end what follows rather than deny it. */
const ENDINGS = new Set(['stopped', 'unable', 'less', 'fewer', 'lack', 'lacks', 'lacking']);
const isEnding = (token: Token): boolean => ENDINGS.has(token.word.norm);

const IMPERATIVES = new Set(['dont', 'not', 'never']);

/** "Don't waste …" warns; it does not deny. */
function isWarning(reading: Reading, negator: number): boolean {
  const { tokens, clauses } = reading;
  const norm = tokens[negator]!.word.norm;
  if (norm === 'not' && tokens[negator - 1]?.word.norm !== 'do') return false;
  const start = norm === 'not' ? negator - 1 : negator;
  return IMPERATIVES.has(norm) && clauses.sentenceStarts[clauses.sentence[start]!] === start;
}

const NOTHING = new Set(['nothing', 'nobody', 'little']);
const NOTHING_REACH = 3;

/** "You see next to nothing". */
function endsInNothing({ tokens, clauses }: Reading, at: number): boolean {
  for (let i = at; i < at + NOTHING_REACH && i < tokens.length; i += 1) {
    if (clauses.clause[i] !== clauses.clause[at - 1] || tokens[i]!.gap >= COMMA) return false;
    if (NOTHING.has(tokens[i]!.word.norm)) return tokens[i - 1]!.word.norm !== 'a';
  }
  return false;
}

/** A wording that judges by itself, turned by a negation before it or, where it has none of its own, within it. */
function judgeWording(reading: Reading, verdict: Verdict): void {
  const { tokens, clauses } = reading;
  const { hit, blanket } = verdict;
  let negator = negatorBefore(tokens, clauses, hit.from);
  if (negator < 0 && !hit.denies) {
    for (let i = hit.from; i < hit.to; i += 1) if (isNegator(tokens[i]!) && !isEnding(tokens[i]!)) negator = i;
  }
  if (negator >= 0 && hit.kind === 'minus' && isWarning(reading, negator)) negator = -1;
  if (negator < 0 && hit.kind === 'plus' && endsInNothing(reading, hit.to)) negator = hit.to;
  let score = (hit.kind === 'plus' ? 2 : -2) * (negator >= 0 ? -1 : 1);
  if (blanket === 'blamed' && score > 0) score = -1.5;
  const from = negator >= 0 ? Math.min(negator, hit.from) : hit.from;
  verdict.score = score;
  verdict.cue = { from, to: Math.max(hit.to, negator + 1) };
}

/** The verdict that stands for a feature in a clause: a wording that judges by itself before a name, the longer first. */
function strongest(a: Verdict, b: Verdict): Verdict {
  if (a.isLoose !== b.isLoose) return a.isLoose ? b : a;
  const [x, y] = [a.hit, b.hit];
  if (y.from <= x.from && y.to >= x.to && y.to - y.from > x.to - x.from && y.kind !== 'weak') return b;
  if (x.from <= y.from && x.to >= y.to && x.to - x.from > y.to - y.from && x.kind !== 'weak') return a;
  const rank = RANK[a.hit.kind] - RANK[b.hit.kind];
  if (rank !== 0) return rank > 0 ? a : b;
  const openness = (a.score === undefined ? 0 : 1) - (b.score === undefined ? 0 : 1);
  if (openness !== 0) return openness > 0 ? a : b;
  return b.hit.to - b.hit.from > a.hit.to - a.hit.from ? b : a;
}

/** What is said of another product is left out or, where this one is said to be the opposite, turned; hopes and questions are facts. */
function setApart(reading: Reading, verdict: Verdict): Verdict | undefined {
  const { hit, score } = verdict;
  for (const { from, to, isTurned } of reading.asides) {
    if (from > hit.from) break;
    if (hit.from >= to) continue;
    if (!isTurned || !score || hit.feature === 'brand') return undefined;
    verdict.score = -score;
    return verdict;
  }
  if (verdict.isLoose || score === 0) return verdict;
  if (verdict.blanket === 'open' || (score === undefined && isAsked(reading, hit))) verdict.score = 0;
  return verdict;
}

function isAsked({ tokens, clauses }: Reading, hit: Hit): boolean {
  const end = clauses.sentenceStarts[clauses.sentence[hit.from]! + 1]!;
  return tokens[end - 1]!.asks;
}

/** Names of one feature that overlap or touch are one mention. */
const TOUCHING = 1;

/** The verdicts on each feature a field names, in the order of the text: the strongest of those that overlap. */
export function judgeFeatures(reading: Reading): Verdict[] {
  const open = new Map<string, { verdict: Verdict; reach: number }>();
  const done: Verdict[] = [];
  for (const hit of findHits(reading.tokens)) {
    const verdict = setApart(reading, judgeHit(reading, hit));
    if (!verdict) continue;
    const known = open.get(hit.feature);
    const clause = reading.clauses.clause;
    if (known && hit.from < known.reach + TOUCHING && clause[hit.from] === clause[known.verdict.hit.from]) {
      known.verdict = strongest(known.verdict, verdict);
      known.reach = Math.max(known.reach, hit.to);
    } else {
      if (known) done.push(known.verdict);
      open.set(hit.feature, { verdict, reach: hit.to });
    }
  }
  for (const { verdict } of open.values()) done.push(verdict);
  done.sort((a, b) => a.hit.from - b.hit.from);
  done.forEach((verdict, index) => {
    verdict.around = judgeAround(reading, verdict.hit);
    verdict.stated = statementOf(reading, verdict.hit);
    verdict.isCountered = isCountered(reading, verdict, done[index + 1]);
  });
  return done;
}

function statementOf(reading: Reading, { from }: Hit): Verdict['stated'] {
  const { statements, clauses } = reading;
  const clause = clauses.clause[from]!;
  if (statements.untried.has(clause)) return 'untried';
  if (!statements.plain.has(clause)) return undefined;
  const [start, end] = [clauses.clauseStarts[clause]!, clauses.clauseStarts[clause + 1]!];
  return cuesNear(reading, start, end).length > 0 ? undefined : 'plain';
}

const COUNTERS = 1;

/** "The picture is sharp, but it goes grey after a while": the second half is about the picture too. */
function isCountered(reading: Reading, { hit, score }: Verdict, next: Verdict | undefined): boolean {
  if (!score) return false;
  const { clause, clauseStarts, sentence } = reading.clauses;
  const start = clauseStarts[clause[hit.from]! + 1]!;
  const end = clauseStarts[clause[hit.from]! + 2];
  if (end === undefined || (next && next.hit.from < end && next.hit.feature !== hit.feature)) return false;
  const opening = reading.tokens[start]!;
  if (sentence[start] !== sentence[hit.from] && !isTurn(opening)) return false;
  let sum = 0;
  for (const cue of cuesNear(reading, start, end)) sum += cue.valence;
  return score > 0 ? sum <= -COUNTERS : sum >= COUNTERS;
}
