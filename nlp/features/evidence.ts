import type { Mood } from '../sentiment/overall.ts';
import { COMPANY_START, EVIDENCE_NAMES, HEARD_START } from './evidence-names.ts';
import { sumWays, writeHeard } from './hear-words.ts';
import type { Verdict } from './judge-features.ts';
import { count, emptyTally, type Tally } from './tally.ts';
import { FEATURES } from './taxonomy.ts';
import { chanceOf, type Ways, type WordTally } from './word-tally.ts';

/** What a review says of one feature, as the numbers that the decision is made from. */
export interface Evidence {
  feature: string;
  /** What the lexicon found and what the words say, in the order of EVIDENCE_NAMES. */
  general: Float64Array;
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

/** Logarithms of small counts, ready. */
const LOGARITHMS = Float64Array.from({ length: 32 }, (_, count) => Math.log1p(count));

const squash = (value: number): number => LOGARITHMS[value] ?? Math.log1p(value);
const flag = (value: boolean): number => (value ? 1 : 0);

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

/** Writes the numbers of what the lexicon found. */
function writeLexicon(numbers: Float64Array, tally: Tally, facts: ReviewFacts & Whole): void {
  const { counts, praise, blame, title } = tally;
  const stars = starsOf(facts.rating);
  const words = facts.mood.words;
  const onlyOpen = flag(praise === 0 && blame === 0 && counts.strongOpen > 0);
  const onlyFact = flag(praise === 0 && blame === 0 && counts.strongOpen === 0 && counts.flat > 0);
  const looseOnly = flag(tally.verdicts === 0);
  const both = flag(praise > 0 && blame > 0);
  const others = judgeOthers(facts, tally);
  const isMiddling = flag(facts.rating !== undefined && Math.abs(stars) <= 0.5);
  let at = 0;
  numbers[at++] = 1;
  numbers[at++] = squash(counts.plus);
  numbers[at++] = squash(counts.minus);
  numbers[at++] = squash(counts.strongUp);
  numbers[at++] = squash(counts.strongDown);
  numbers[at++] = squash(counts.strongOpen);
  numbers[at++] = squash(counts.weakUp);
  numbers[at++] = squash(counts.weakDown);
  numbers[at++] = squash(counts.loose);
  numbers[at++] = squash(counts.flat);
  numbers[at++] = squash(praise);
  numbers[at++] = squash(blame);
  numbers[at++] = flag(praise > 0 && blame === 0);
  numbers[at++] = flag(blame > 0 && praise === 0);
  numbers[at++] = both;
  numbers[at++] = onlyOpen;
  numbers[at++] = onlyFact;
  numbers[at++] = looseOnly;
  numbers[at++] = flag(tally.verdicts === 1);
  numbers[at++] = title.up;
  numbers[at++] = title.down;
  numbers[at++] = title.any;
  numbers[at++] = tally.blamed;
  numbers[at++] = tally.open;
  numbers[at++] = Math.max(-3, Math.min(3, tally.around)) / 3;
  numbers[at++] = Math.max(-3, Math.min(3, tally.openAround)) / 3;
  numbers[at++] = flag(tally.last > 0);
  numbers[at++] = flag(tally.last < 0);
  numbers[at++] = Math.min(tally.width, 8) / 8;
  numbers[at++] = stars;
  numbers[at++] = flag(stars >= 0.9);
  numbers[at++] = flag(stars <= -0.4);
  numbers[at++] = flag(facts.rating === undefined);
  numbers[at++] = words;
  numbers[at++] = stars * onlyOpen;
  numbers[at++] = words * onlyOpen;
  numbers[at++] = stars * flag(praise > 0);
  numbers[at++] = stars * flag(blame > 0);
  numbers[at++] = stars * onlyFact;
  numbers[at++] = stars * both;
  numbers[at++] = Math.min(facts.crowd, 12) / 12;
  numbers[at++] = Math.min(facts.tokens, 200) / 200;
  numbers[at++] = flag(tally.first < 25);
  numbers[at++] = others;
  numbers[at++] = others * (onlyOpen + looseOnly);
  numbers[at++] = others * onlyFact;
  numbers[at++] = both && Math.min(praise, blame) / Math.max(praise, blame);
  numbers[at++] = both * flag(counts.plus > 0 && counts.minus > 0);
  numbers[at++] = both * isMiddling;
  numbers[at++] = tally.turned;
  numbers[at++] = tally.countered * flag(praise > 0);
  numbers[at++] = tally.countered * flag(blame > 0);
  numbers[at++] = tally.plain * onlyOpen;
  numbers[at++] = tally.plain * flag(praise > 0 || blame > 0);
  numbers[at++] = tally.untried;
}

const starsOf = (rating: number | undefined): number =>
  rating === undefined ? 0 : Math.max(-1, Math.min(1, (rating - 3) / 2));

/** Which feature it is, alone and with how the lexicon found it judged. */
function marksOf(index: number, tally: Tally | undefined): number[] {
  const marks = [GENERAL_COUNT + index];
  if (!tally) return marks;
  const { praise, blame } = tally;
  if (praise === 0 && blame === 0) marks.push(GENERAL_COUNT + FEATURES.length + index);
  if (praise > 0) marks.push(GENERAL_COUNT + 2 * FEATURES.length + index);
  if (blame > 0) marks.push(GENERAL_COUNT + 3 * FEATURES.length + index);
  return marks;
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
    if (sum < HARDLY || other === index) continue;
    company.push(ALONG_START + row + other);
    chances.push(sum < 1 ? sum : 1);
  }
}

/** Filled anew for every feature. */
const evidence: Evidence = {
  feature: '',
  general: new Float64Array(GENERAL_COUNT),
  marks: [],
  company: [],
  chances: [],
};

function fillEvidence(index: number, tally: Tally | undefined, facts: ReviewFacts & Whole): Evidence {
  const { general } = evidence;
  evidence.feature = FEATURES[index]!.id;
  if (tally) writeLexicon(general, tally, facts);
  else {
    general.fill(0, 1, HEARD_START);
    general[0] = 1;
  }
  writeHeard(general, facts.words[index]!, facts.heard, { hasHit: tally !== undefined, stars: starsOf(facts.rating) });
  evidence.marks = marksOf(index, tally);
  evidence.company.length = 0;
  evidence.chances.length = 0;
  addCompany(evidence, index, facts.words);
  return evidence;
}

/** Without a hit of the lexicon, words must be at least this clear. */
const CLEAR = -2.4;

/**
 * Goes through the evidence for each feature that the review may speak of, in the order of FEATURES. What the visitor
 * gets is filled anew for every feature: it must copy what it keeps.
 */
export function visitEvidence(facts: ReviewFacts, visit: (evidence: Evidence) => void): void {
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
  FEATURES.forEach(({ id }, index) => {
    const tally = tallies.get(id);
    const { best } = facts.words[index]!;
    if (tally || (best && best.score >= CLEAR)) visit(fillEvidence(index, tally, whole));
  });
}
