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
 * telling words weigh less than this; from twelve words on, no two people write the same by chance.
 */
const GENERIC_BELOW = 6;
const GENERIC_WORDS = 12;

export const isGeneric = ({ specificity, words }: Words): boolean =>
  specificity < GENERIC_BELOW && words.length < GENERIC_WORDS;

/** Least shared weight for an edited copy; of 20,000 pairs of unrelated reviews one in a thousand reaches .21. */
const NEAR_SHARED = 0.5;
/** For a cut or extended copy: so much of the shorter text is in the longer one, which is at most so much longer. */
const NEAR_CONTAINED = 0.8;
const CONTAINED_LENGTHS = 0.3;
/** So many words in a row, half the text besides, are not shared by chance, however common. */
const LONG_RUN = 9;
/** Least weight of distinct shared words: less is shared by chance. */
const NEAR_SPECIFIC = 6;
/** In a text of few telling words, one other word may be another experience. */
const COMMON_SPECIFIC = 4.5;
const FEW_SPECIFIC = 9;
const FEW_SHARED = 0.66;
/** A text of common words only is a copy only where nearly all of them stand, and they are many. */
const COMMON_SHARED = 0.8;
const COMMON_SAME = 9;
/** The same place tells another story in so much of both texts: a shop's phrases around two experiences. */
const MOST_REPLACED = 0.22;
const PARAPHRASE_SHARED = 0.4;
const PARAPHRASE_SPECIFIC = 9;

/** The opposite judgement in the same words is no copy, unless most of the judgements stand as they were. */
const isOpposite = ({ agree, opposed }: Opposites): boolean =>
  opposed > 0 && (opposed / (opposed + agree) >= 0.4 || (opposed >= 3 && opposed / (opposed + agree) >= 0.3));

const NUMBER = /\d/;
/** Two numbers changed and none left: the same template filled with other facts. */
const hasOtherFacts = ({ alignment: { a, b, pairs }, gaps }: Measure): boolean => {
  const same = pairs.filter((pair) => NUMBER.test(a[pair.a]!)).length;
  const changed = gaps.filter(
    (gap) => gap.a.some((i) => NUMBER.test(a[i]!)) && gap.b.some((j) => NUMBER.test(b[j]!)),
  ).length;
  return changed >= 2 && changed > same;
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
  if (!measure || measure.replaced >= MOST_REPLACED) return undefined;
  const { shared, contained, lengths, specific, longestRun } = measure;
  const isCommon = specific < COMMON_SPECIFIC && measure.sameWords < COMMON_SAME;
  const needed = specific < COMMON_SPECIFIC ? COMMON_SHARED : specific < FEW_SPECIFIC ? FEW_SHARED : NEAR_SHARED;
  const isNear =
    (shared >= needed && !isCommon) ||
    (shared >= NEAR_SHARED && longestRun >= LONG_RUN) ||
    (contained >= NEAR_CONTAINED && lengths >= CONTAINED_LENGTHS && specific >= NEAR_SPECIFIC);
  const isParaphrase = shared >= PARAPHRASE_SHARED && specific >= PARAPHRASE_SPECIFIC;
  if (!isNear && !isParaphrase) return undefined;
  const words = weighOpposites(measure.alignment, measure.gaps);
  const features = countFeatures(a.features, b.features);
  if (
    isOpposite(words) ||
    isOpposite({ agree: words.agree + features.agree, opposed: words.opposed + features.opposed })
  )
    return undefined;
  if (hasOtherFacts(measure)) return undefined;
  return {
    kind: isNear ? 'near' : 'paraphrase',
    score: round(Math.max(shared, isNear ? contained * lengths : 0)),
    measure,
  };
}

/** Two decimals, and never 1: that is for exact copies. */
const round = (share: number): number => Math.min(0.99, Math.round(share * 100) / 100);
