import type { Mood } from '../sentiment/overall.ts';
import { COMPANY_START, EVIDENCE_NAMES, HEARD_START } from './evidence-names.ts';
import { hearWords, sumWays } from './hear-words.ts';
import type { Verdict } from './judge-features.ts';
import { count, emptyTally, type Tally } from './tally.ts';
import { FEATURES } from './taxonomy.ts';
import { chanceOf, type Ways, type WordTally } from './word-tally.ts';

/** What a review says of one feature, as the numbers that the decision is made from. */
export interface Evidence {
  feature: string;
  /** What the lexicon found, in the order of EVIDENCE_NAMES. */
  general: readonly number[];
  /** What the words say, in their order from HEARD_START on. */
  heard: readonly number[];
  /** Indexes of the further names that hold, each counting 1. */
  marks: number[];
  /** Indexes of the names for the other features in its company, and how likely each of those is. */
  company: number[];
  chances: number[];
}

export interface ReviewFacts {
  title: readonly Verdict[];
  text: readonly Verdict[];
  rating: number | undefined;
  mood: Mood;
  tokens: number;
  /** By feature, in the order of FEATURES. */
  words: readonly WordTally[];
}

const GENERAL_COUNT = EVIDENCE_NAMES.length - 4 * FEATURES.length - 2 * FEATURES.length ** 2;
const ALONG_START = COMPANY_START + FEATURES.length ** 2;

const FEATURE_INDEX = new Map(FEATURES.map(({ id }, index) => [id, index]));

/** Logarithms of small counts, ready. */
const LOGARITHMS = Float64Array.from({ length: 32 }, (_, count) => Math.log1p(count));

const squash = (value: number): number => LOGARITHMS[value] ?? Math.log1p(value);
const flag = (value: boolean): number => (value ? 1 : 0);

/** Which feature it is, alone and with how it is judged. */
function marksOf(feature: string, states: { open: boolean; praised: boolean; blamed: boolean }): number[] {
  const index = FEATURE_INDEX.get(feature)!;
  const marks = [GENERAL_COUNT + index];
  if (states.open) marks.push(GENERAL_COUNT + FEATURES.length + index);
  if (states.praised) marks.push(GENERAL_COUNT + 2 * FEATURES.length + index);
  if (states.blamed) marks.push(GENERAL_COUNT + 3 * FEATURES.length + index);
  return marks;
}

/** What the review says of all features together. */
interface Whole {
  /** Features with a firm mention. */
  crowd: number;
  praise: number;
  blame: number;
  /** By the words. */
  heard: Pick<Ways, 'praise' | 'blame'>;
}

const BALANCE_SOFTENING = 2;

/** −1 to 1: how the review judges the features beside this one. */
function judgeOthers({ praise, blame }: Whole, tally: Tally): number {
  const [up, down] = [praise - tally.praise, blame - tally.blame];
  return (up - down) / (up + down + BALANCE_SOFTENING);
}

/** The numbers of what the lexicon found; all but the bias are 0 where it found nothing. */
function lexiconNumbers(tally: Tally, facts: ReviewFacts & Whole): number[] {
  const { counts, praise, blame, title } = tally;
  const stars = starsOf(facts.rating);
  const words = facts.mood.words;
  const onlyOpen = flag(praise === 0 && blame === 0 && counts.strongOpen > 0);
  const onlyFact = flag(praise === 0 && blame === 0 && counts.strongOpen === 0 && counts.flat > 0);
  const looseOnly = flag(tally.verdicts === 0);
  const both = flag(praise > 0 && blame > 0);
  const others = judgeOthers(facts, tally);
  const isMiddling = flag(facts.rating !== undefined && Math.abs(stars) <= 0.5);
  return [
    1,
    squash(counts.plus),
    squash(counts.minus),
    squash(counts.strongUp),
    squash(counts.strongDown),
    squash(counts.strongOpen),
    squash(counts.weakUp),
    squash(counts.weakDown),
    squash(counts.loose),
    squash(counts.flat),
    squash(praise),
    squash(blame),
    flag(praise > 0 && blame === 0),
    flag(blame > 0 && praise === 0),
    both,
    onlyOpen,
    onlyFact,
    looseOnly,
    flag(tally.verdicts === 1),
    title.up,
    title.down,
    title.any,
    tally.blamed,
    tally.open,
    Math.max(-3, Math.min(3, tally.around)) / 3,
    Math.max(-3, Math.min(3, tally.openAround)) / 3,
    flag(tally.last > 0),
    flag(tally.last < 0),
    Math.min(tally.width, 8) / 8,
    stars,
    flag(stars >= 0.9),
    flag(stars <= -0.4),
    flag(facts.rating === undefined),
    words,
    stars * onlyOpen,
    words * onlyOpen,
    stars * flag(praise > 0),
    stars * flag(blame > 0),
    stars * onlyFact,
    stars * both,
    Math.min(facts.crowd, 12) / 12,
    Math.min(facts.tokens, 200) / 200,
    flag(tally.first < 25),
    others,
    others * (onlyOpen + looseOnly),
    others * onlyFact,
    both && Math.min(praise, blame) / Math.max(praise, blame),
    both * flag(counts.plus > 0 && counts.minus > 0),
    both * isMiddling,
    tally.turned,
    tally.countered * flag(praise > 0),
    tally.countered * flag(blame > 0),
    tally.plain * onlyOpen,
    tally.plain * flag(praise > 0 || blame > 0),
    tally.untried,
  ];
}

const starsOf = (rating: number | undefined): number =>
  rating === undefined ? 0 : Math.max(-1, Math.min(1, (rating - 3) / 2));

function stateMarks(feature: string, tally: Tally): number[] {
  const { praise, blame } = tally;
  return marksOf(feature, { open: praise === 0 && blame === 0, praised: praise > 0, blamed: blame > 0 });
}

/** Less likely company is left out. */
const HARDLY = 0.05;

/** Enters the other features that the words speak of, in the best segment and in the whole review. */
function addCompany({ company, chances }: Evidence, index: number, words: readonly WordTally[]): void {
  const row = index * FEATURES.length;
  for (const { feature, score } of words[index]!.bestSegment?.found ?? []) {
    if (feature === index) continue;
    company.push(COMPANY_START + row + feature);
    chances.push(chanceOf(score));
  }
  for (let other = 0; other < words.length; other += 1) {
    const { sum } = words[other]!;
    if (other === index || sum < HARDLY) continue;
    company.push(ALONG_START + row + other);
    chances.push(Math.min(1, sum));
  }
}

/** All but the bias is 0. */
const NOTHING_FOUND: readonly number[] = Array.from({ length: HEARD_START }, (_, index) => (index === 0 ? 1 : 0));

function toEvidence(index: number, tally: Tally | undefined, facts: ReviewFacts & Whole): Evidence {
  const feature = FEATURES[index]!.id;
  const general = tally ? lexiconNumbers(tally, facts) : NOTHING_FOUND;
  const heard = hearWords(facts.words[index]!, facts.heard, {
    hasHit: tally !== undefined,
    stars: starsOf(facts.rating),
  });
  const marks = tally ? stateMarks(feature, tally) : [GENERAL_COUNT + index];
  const evidence: Evidence = { feature, general, heard, marks, company: [], chances: [] };
  addCompany(evidence, index, facts.words);
  return evidence;
}

/** Without a hit of the lexicon, words must be at least this clear. */
const CLEAR = -2.4;

/** Evidence for each feature that the review may speak of. */
export function gatherEvidence(facts: ReviewFacts): Evidence[] {
  const tallies = new Map<string, Tally>();
  const tallyOf = (feature: string): Tally => {
    const known = tallies.get(feature);
    if (known) return known;
    const made = emptyTally();
    tallies.set(feature, made);
    return made;
  };
  for (const verdict of facts.title) count(tallyOf(verdict.hit.feature), verdict, true);
  for (const verdict of facts.text) count(tallyOf(verdict.hit.feature), verdict, false);
  const whole = { ...facts, crowd: 0, praise: 0, blame: 0, heard: sumWays(facts.words) };
  for (const { verdicts, praise, blame } of tallies.values()) {
    if (verdicts > 0) whole.crowd += 1;
    whole.praise += praise;
    whole.blame += blame;
  }
  const evidence: Evidence[] = [];
  FEATURES.forEach(({ id }, index) => {
    const tally = tallies.get(id);
    const { best } = facts.words[index]!;
    if (tally || (best && best.score >= CLEAR)) evidence.push(toEvidence(index, tally, whole));
  });
  return evidence;
}
