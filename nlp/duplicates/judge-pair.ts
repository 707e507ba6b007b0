import { type Alignment, mirrorAlignment, toAlignment } from './align-words.ts';
import { matchInOrder } from './match-in-order.ts';
import { matchWords } from './match-words.ts';
import { type Bound, boundMeasure, type Measure, measurePair } from './measure-pair.ts';
import { numberPair } from './number-pair.ts';
import type { Words } from './read-words.ts';
import { shareReplaced } from './share-replaced.ts';
import { tellOwnStories } from './tell-own-stories.ts';
import { type Opposites, weighOpposites } from './weigh-opposites.ts';

export interface Judgement {
  score: number;
  measure: Measure;
  alignment: Alignment;
}

/**
 * A text is generic, what many people write ("Great camera, easy to install"), when it is short and its distinct
 * telling words weigh less than this; from ten words on, no two people write the same by chance.
 */
const GENERIC_BELOW = 6;
const GENERIC_WORDS = 10;

export const isGeneric = ({ specificity, ids }: Words): boolean =>
  specificity < GENERIC_BELOW && ids.length < GENERIC_WORDS;

/** Least that two texts must share of each measure. */
type Rule = readonly (readonly [keyof Measure, number])[];
const toRule = (least: Partial<Measure>): Rule => Object.entries(least) as [keyof Measure, number][];

/** A rule that holds makes an edited copy. Of unrelated pairs .1 % share .22. */
const NEAR_RULES = [
  { shared: 0.5, specific: 9, telling: 4.5 },
  { shared: 0.6, specific: 5, telling: 3, sameWords: 7 },
  // Only words that every review of a camera has: nearly all of them must stand, and be many.
  { shared: 0.72, inOrder: 11 },
  { shared: 0.8, sameWords: 9, longestRun: 8 },
  // So many words in a row are not shared by chance, however common.
  { shared: 0.45, contained: 0.57, longestRun: 9 },
  // The same words in another order.
  { bag: 0.8, specific: 4, telling: 3 },
  // Cut or extended: the shorter text is in the longer one.
  { contained: 0.8, lengths: 0.3, specific: 6, telling: 3 },
].map(toRule);

const holds = (rule: Rule, measure: Measure): boolean => {
  for (const [key, least] of rule) if (measure[key] < least) return false;
  return true;
};

/** Of sums that are added up in another order. */
const ROUNDING = 1e-6;

const couldHold = (rule: Rule, bound: Bound): boolean => {
  for (const [key, least] of rule) if ((bound[key as keyof Bound] ?? least) + ROUNDING < least) return false;
  return true;
};

/** The same place tells another story in so much of both texts: a shop's phrases around two experiences. */
const MOST_REPLACED = 0.22;
/** Texts that share so much in any order tell the same, moved about. */
const MOVED_BAG = 0.75;
/** One judgement turned round in a text of so many words is an edit; all that a short text says is turned with it. */
const SLIGHT_OPPOSED = 1;
const SLIGHT_WORDS = 25;

/** The opposite judgement in the same words is no copy, unless most of the judgements stand as they were. */
const isOpposite = ({ agree, opposed }: Opposites): boolean =>
  opposed > 0 && (opposed / (opposed + agree) >= 0.4 || (opposed >= 3 && opposed / (opposed + agree) >= 0.3));

/** Two numbers changed and none left, or one besides another thing: the same template filled with other facts. */
const hasOtherFacts = ({ a, b, pairs, gaps }: Alignment, slips: number): boolean => {
  const same = pairs.filter((pair) => a[pair.a]!.hasDigit).length;
  const swapped = gaps.filter((gap) => gap.a.length > 0 && gap.b.length > 0);
  const changed = swapped.filter((gap) => gap.a.some((i) => a[i]!.hasDigit) && gap.b.some((j) => b[j]!.hasDigit));
  if (changed.length > same && changed.length >= 2) return true;
  return changed.length > same && swapped.length > changed.length && slips === 0;
};

type Polarities = Readonly<Record<string, string>>;

const countFeatures = (a: Polarities = {}, b: Polarities = {}): Opposites => {
  const found: Opposites = { agree: 0, opposed: 0 };
  for (const [feature, polarity] of Object.entries(a)) {
    const other = Object.hasOwn(b, feature) ? b[feature] : undefined;
    if (polarity !== 'positive' && polarity !== 'negative') continue;
    if (other === polarity) found.agree += 1;
    else if (other === 'positive' || other === 'negative') found.opposed += 1;
  }
  return found;
};

interface Tagged {
  /** Of its words. */
  ids: ArrayLike<number>;
  features?: Polarities | undefined;
}

/** Judges two texts that are not exact copies; undefined when neither is a copy of the other. */
export function judgePair(a: Tagged, b: Tagged): Judgement | undefined {
  const pair = numberPair(a.ids, b.ids);
  const partners = matchWords(pair);
  const bound = boundMeasure(pair, partners);
  if (!NEAR_RULES.some((rule) => couldHold(rule, bound))) return undefined;
  const matches = matchInOrder(pair, partners);
  const measure = measurePair(pair, bound, matches);
  if (!NEAR_RULES.some((rule) => holds(rule, measure))) return undefined;
  const { shared, bag, contained, lengths, sameWords, slips } = measure;
  const isMoved = bag >= MOVED_BAG;
  if (!isMoved && tellOwnStories(pair, matches)) return undefined;
  const alignment = toAlignment(pair, matches);
  if (!isMoved && shareReplaced(alignment.gaps, pair) >= MOST_REPLACED) return undefined;
  const words = weighOpposites(alignment);
  const features = countFeatures(a.features, b.features);
  const together = { agree: words.agree + features.agree, opposed: words.opposed + features.opposed };
  const isSlight = together.opposed <= SLIGHT_OPPOSED && sameWords >= SLIGHT_WORDS;
  if (!isSlight && (isOpposite(words) || isOpposite(together))) return undefined;
  if (hasOtherFacts(alignment, slips)) return undefined;
  const score = round(Math.max(shared, contained * lengths, bag >= 0.8 ? bag : 0));
  return { score, measure, alignment };
}

/** Two decimals, and never 1: that is for exact copies. */
const round = (share: number): number => Math.min(0.99, Math.round(share * 100) / 100);

/** The same judgement with the sides swapped. */
export const mirrorJudgement = (judged: Judgement): Judgement => ({
  ...judged,
  alignment: mirrorAlignment(judged.alignment),
});
