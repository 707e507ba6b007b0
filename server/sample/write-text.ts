import { type CameraSlots, capitalise, expandPhrase } from './expand-phrase.ts';
import { CLOSERS, OPENERS, OVERALL } from './phrases/frame-phrases.ts';
import { JOINERS, STARTERS } from './phrases/style-words.ts';
import type { Random } from './random.ts';

export type Mood = 'positive' | 'negative' | 'mixed';

/** A judged feature in words: no capital at the start, no stop at the end. */
export interface Clause {
  feature: string;
  polarity: 'positive' | 'negative' | 'neutral';
  text: string;
  /** Not to be linked to another by "and" or "but". */
  standsAlone?: boolean;
}

export type Persona = 'plain' | 'chatty' | 'terse' | 'list' | 'translated';

/** How likely a persona says how it came about, judges the whole, links its clauses, and sums up. */
const HABITS = {
  plain: { opener: 0.45, overall: 0.3, link: 0.4, starter: 0.2, closer: 0.4 },
  chatty: { opener: 0.9, overall: 0.5, link: 0.35, starter: 0.5, closer: 0.85 },
  terse: { opener: 0.05, overall: 0.3, link: 0.2, starter: 0, closer: 0.15 },
  list: { opener: 0.3, overall: 0.2, link: 0, starter: 0, closer: 0.3 },
  translated: { opener: 0.15, overall: 0.2, link: 0.5, starter: 0.1, closer: 0.3 },
} as const;

const LONG_SENTENCE = 130;

export interface TextPlan {
  clauses: readonly Clause[];
  mood: Mood;
  persona: Persona;
  slots: CameraSlots;
}

/** Writes the text of a review: frame and clauses, connected as the persona does. */
export function writeText({ clauses, mood, persona, slots }: TextPlan, random: Random): string {
  const habits = HABITS[persona];
  const expand = (phrases: readonly string[]) => capitalise(expandPhrase(random.pick(phrases), slots, random));
  const parts: string[] = [];
  if (random.chance(habits.opener)) parts.push(expand(OPENERS));
  if (random.chance(habits.overall)) parts.push(expand(OVERALL[mood]) + random.pick(['.', '.', '.', '!']));
  const canList = persona === 'list' && clauses.length > 1;
  if (clauses.length > 0) parts.push(canList ? listClauses(clauses, random) : linkClauses(clauses, persona, random));
  // One bare clause would be part of any other review that has it too.
  if (random.chance(habits.closer) || (parts.length === 1 && clauses.length === 1)) parts.push(expand(CLOSERS[mood]));
  const hasParagraphs = canList || (parts.join(' ').length > 400 && random.chance(0.6));
  return parts.join(hasParagraphs ? '\n' : ' ');
}

function linkClauses(clauses: readonly Clause[], persona: Persona, random: Random): string {
  const habits = HABITS[persona];
  let text = '';
  let sentence = 0;
  for (const [index, clause] of clauses.entries()) {
    const before = clauses[index - 1];
    const isTurn = before !== undefined && turns(before, clause);
    const canLink =
      before && !before.standsAlone && !clause.standsAlone && sentence + clause.text.length < LONG_SENTENCE;
    if (canLink && random.chance(habits.link + (isTurn ? 0.25 : 0))) {
      text += random.pick(joinersFor(clause, isTurn)) + clause.text;
      sentence += clause.text.length;
    } else {
      const hasStarter = before && !clause.standsAlone && random.chance(habits.starter + (isTurn ? 0.3 : 0));
      const starter = hasStarter ? random.pick(startersFor(clause, isTurn)) : '';
      text += `${before ? `${stop(random, persona)} ` : ''}${capitalise(starter + clause.text)}`;
      sentence = clause.text.length;
    }
  }
  return text + stop(random, persona);
}

const turns = (before: Clause, clause: Clause) =>
  before.polarity !== clause.polarity && before.polarity !== 'neutral' && clause.polarity !== 'neutral';

function joinersFor(clause: Clause, isTurn: boolean): readonly string[] {
  if (!isTurn) return JOINERS.same;
  return clause.polarity === 'negative' ? JOINERS.toNegative : JOINERS.toPositive;
}

function startersFor(clause: Clause, isTurn: boolean): readonly string[] {
  if (clause.polarity === 'neutral') return STARTERS.neutral;
  if (!isTurn) return STARTERS[clause.polarity];
  return clause.polarity === 'positive' ? STARTERS.turnToPositive : STARTERS.turnToNegative;
}

const stop = (random: Random, persona: Persona) => {
  if (persona === 'chatty')
    return random.weighted([
      ['.', 7],
      ['!', 2],
      ['...', 0.6],
      ['!!', 0.4],
    ]);
  return random.weighted([
    ['.', 12],
    ['!', 1],
  ]);
};

const LIST_FORMS = [
  { good: 'Pros: ', bad: 'Cons: ', other: 'Also: ', join: '; ', end: '.' },
  { good: 'Good: ', bad: 'Bad: ', other: 'To know: ', join: ', ', end: '' },
  { good: '+ ', bad: '- ', other: '', join: '\n@ ', end: '' },
  { good: 'What I like: ', bad: 'What I do not like: ', other: 'Besides: ', join: '. ', end: '.' },
] as const;

function listClauses(clauses: readonly Clause[], random: Random): string {
  const form = random.pick(LIST_FORMS);
  const labels = { positive: form.good, negative: form.bad, neutral: form.other };
  const lines = (['positive', 'negative', 'neutral'] as const).flatMap((polarity) => {
    const texts = clauses.filter((clause) => clause.polarity === polarity).map((clause) => clause.text);
    if (texts.length === 0) return [];
    const join = form.join.replace('@ ', labels[polarity]);
    const shown = form.join === '. ' ? texts.map(capitalise) : texts;
    return [labels[polarity] + shown.join(join) + form.end];
  });
  return lines.join('\n');
}
