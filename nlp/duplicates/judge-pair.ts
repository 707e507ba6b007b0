import type { CopyKind } from '../compare.ts';
import { type Measure, measurePair } from './measure-pair.ts';
import type { Words } from './read-words.ts';
import { type Opposites, weighOpposites } from './weigh-opposites.ts';

export interface Judgement {
  kind: CopyKind;
  score: number;
  measure: Measure;
}

/**
 * A text is generic, what many people write ("Great camera, easy to install"), when it is short and its distinct
 * telling words weigh less than this; from ten words on, no two people write the same by chance.
 */
const GENERIC_BELOW = 6;
const GENERIC_WORDS = 10;

export const isGeneric = ({ specificity, words }: Words): boolean =>
  specificity < GENERIC_BELOW && words.length < GENERIC_WORDS;

/** Least that two texts must share; a rule that holds makes an edited copy. Of unrelated pairs .1 % share .22. */
interface Rule {
  shared?: number;
  bag?: number;
  contained?: number;
  lengths?: number;
  specific?: number;
  telling?: number;
  sameWords?: number;
  inOrder?: number;
  longestRun?: number;
}
const NEAR_RULES: readonly Rule[] = [
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
];
const PARAPHRASE_RULE: Rule = { shared: 0.4, specific: 9, telling: 6 };

const holds = (rule: Rule, measure: Measure): boolean =>
  (Object.keys(rule) as (keyof Rule)[]).every((key) => measure[key] >= rule[key]!);

/** The same place tells another story in so much of both texts: a shop's phrases around two experiences. */
const MOST_REPLACED = 0.22;
/** Unless it is the same words, moved. */
const MOST_REPLACED_BAG = 0.75;
/** One judgement turned round in a text of so many words is an edit; all that a short text says is turned with it. */
const SLIGHT_OPPOSED = 1;
const SLIGHT_WORDS = 25;

/** The opposite judgement in the same words is no copy, unless most of the judgements stand as they were. */
const isOpposite = ({ agree, opposed }: Opposites): boolean =>
  opposed > 0 && (opposed / (opposed + agree) >= 0.4 || (opposed >= 3 && opposed / (opposed + agree) >= 0.3));

const NUMBER = /\d/;
/** Two numbers changed and none left, or one besides another thing: the same template filled with other facts. */
const hasOtherFacts = ({ alignment: { a, b, pairs }, gaps, slips }: Measure): boolean => {
  const same = pairs.filter((pair) => NUMBER.test(a[pair.a]!)).length;
  const swapped = gaps.filter((gap) => gap.a.length > 0 && gap.b.length > 0);
  const changed = swapped.filter(
    (gap) => gap.a.some((i) => NUMBER.test(a[i]!)) && gap.b.some((j) => NUMBER.test(b[j]!)),
  );
  if (changed.length > same && changed.length >= 2) return true;
  return changed.length > same && swapped.length > changed.length && slips === 0;
};

const countFeatures = (
  a: Readonly<Record<string, string>> = {},
  b: Readonly<Record<string, string>> = {},
): Opposites => {
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
  words: Words;
  features?: Readonly<Record<string, string>> | undefined;
}

/** Judges two texts that are not exact copies; undefined when neither is a copy of the other. */
export function judgePair(a: Tagged, b: Tagged): Judgement | undefined {
  const measure = measurePair(a.words, b.words);
  if (!measure || (measure.replaced >= MOST_REPLACED && measure.bag < MOST_REPLACED_BAG)) return undefined;
  const isNear = NEAR_RULES.some((rule) => holds(rule, measure));
  if (!isNear && !holds(PARAPHRASE_RULE, measure)) return undefined;
  const words = weighOpposites(measure.alignment, measure.gaps);
  const features = countFeatures(a.features, b.features);
  const together = { agree: words.agree + features.agree, opposed: words.opposed + features.opposed };
  const isSlight = together.opposed <= SLIGHT_OPPOSED && measure.sameWords >= SLIGHT_WORDS;
  if ((!isSlight && (isOpposite(words) || isOpposite(together))) || hasOtherFacts(measure)) return undefined;
  const { shared, bag, contained, lengths } = measure;
  return {
    kind: isNear ? 'near' : 'paraphrase',
    score: round(Math.max(shared, isNear ? contained * lengths : 0, isNear && bag >= 0.8 ? bag : 0)),
    measure,
  };
}

/** Two decimals, and never 1: that is for exact copies. */
const round = (share: number): number => Math.min(0.99, Math.round(share * 100) / 100);
