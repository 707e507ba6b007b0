import { alignWords } from '../align-words.ts';
import { makeRoom, type Word } from '../know-word.ts';
import { readWords } from '../read-words.ts';
import { weighOpposites } from '../weigh-opposites.ts';
import { matchStatements, matchWords, type Nearest } from './match-statements.ts';
import type { ContentWord, Statement, Statements } from './read-statements.ts';
import { cosine } from './vector.ts';

export type Judgements = Readonly<Record<string, string>>;

/** What surrounds two texts. */
export interface Surroundings {
  /** Feature polarities of either text as the tagger gave them. */
  features: { a: Judgements; b: Judgements };
  /** How close the ten reviews next to the best are to one of the two: in a crowd of like reviews closeness says little. */
  crowd: number;
}

/**
 * What is measured of two texts, in order, and its way: 1 where more of it speaks for a paraphrase, −1 where it speaks
 * against one, 0 where it does neither by itself.
 */
export const MEASURES = [
  ['whole', 1],
  ['beyondCrowd', 1],
  ['wordsMetLess', 1],
  ['wordsMet', 1],
  ['wordsMetWellLess', 1],
  ['wordsMetWell', 1],
  ['rareMetLess', 1],
  ['rareMet', 1],
  ['rareMetWellLess', 1],
  ['same', 1],
  ['rareSame', 1],
  ['sharedRare', 1],
  ['statementsMetLess', 1],
  ['statementsMet', 1],
  ['statementMetLeast', 1],
  ['lengths', 1],
  ['size', 0],
  ['numbersShared', 1],
  ['numbersOwn', -1],
  ['order', 1],
  ['signsAgree', 1],
  ['signsOpposed', -1],
  ['signsMissing', -1],
  ['featuresAgree', 1],
  ['featuresOpposed', -1],
  ['featuresMissing', -1],
  ['aligned', 1],
  ['turned', -1],
  ['turnedShare', -1],
] as const satisfies readonly (readonly [string, -1 | 0 | 1])[];

/** Rarity from which a word tells one review from another. */
const RARE = 4.5;
/** Beyond this more shared rare words add nothing. */
const MOST_SHARED_RARE = 40;
const MOST_NUMBERS = 3;
/** Order of a single statement. */
const NO_ORDER = 0.7;

const plain = (closeness: number): number => closeness;
const well = (closeness: number): number => Math.max(0, closeness - 0.5) * 2;
const exact = (closeness: number): number => (closeness === 1 ? 1 : 0);

/** Share of the rarity of words of at least this rarity that is met on the other side. */
const met = (
  words: readonly ContentWord[],
  best: Float32Array,
  { from, worth }: { from: number; worth: (closeness: number) => number },
): number => {
  let all = 1e-6;
  let found = 0;
  words.forEach(({ rarity }, i) => {
    if (rarity < from) return;
    all += rarity;
    found += rarity * worth(best[i]!);
  });
  return found / all;
};

const meanOf = (nearest: readonly Nearest[], statements: readonly Statement[]): number => {
  let all = 0;
  let found = 0;
  nearest.forEach(({ closeness }, i) => {
    all += statements[i]!.weight;
    found += statements[i]!.weight * closeness;
  });
  return found / all;
};

const orderOf = (nearest: readonly Nearest[]): number => {
  if (nearest.length < 2) return NO_ORDER;
  const kept = nearest.filter(({ at }, i) => i > 0 && at >= nearest[i - 1]!.at).length;
  return kept / (nearest.length - 1);
};

interface Agreement {
  agree: number;
  opposed: number;
  missing: number;
}

/** Whether statements that meet praise and blame alike. */
const addSigns = (
  nearest: readonly Nearest[],
  [from, to]: readonly [readonly Statement[], readonly Statement[]],
  sum: Agreement,
): void => {
  nearest.forEach(({ at, closeness }, i) => {
    const [left, right] = [Math.sign(from[i]!.sign), Math.sign(to[at]!.sign)];
    const weight = Math.max(0, closeness);
    if (left * right > 0) sum.agree += weight;
    else if (left * right < 0) sum.opposed += weight;
    else if (left !== right) sum.missing += weight;
  });
};

const compareFeatures = ({ a, b }: Surroundings['features']): Agreement => {
  const sum: Agreement = { agree: 0, opposed: 0, missing: 0 };
  for (const [feature, polarity] of Object.entries(a)) {
    const other = Object.hasOwn(b, feature) ? b[feature] : undefined;
    if (other === undefined) sum.missing += 1;
    else if (other === polarity) sum.agree += 1;
    else if ([polarity, other].sort().join() === 'negative,positive') sum.opposed += 1;
  }
  for (const feature of Object.keys(b)) if (!Object.hasOwn(a, feature)) sum.missing += 1;
  return sum;
};

const weightOf = (words: readonly Word[]): number => words.reduce((sum, { weight }) => sum + weight, 0);

/** Words that stand in order on both sides, and judgements that one side turns round. */
const measureOrder = (a: string, b: string): number[] => {
  makeRoom();
  const alignment = alignWords(readWords(a), readWords(b));
  const { agree, opposed } = weighOpposites(alignment);
  const shared = alignment.pairs.reduce((sum, pair) => sum + alignment.a[pair.a]!.weight, 0);
  const all = weightOf(alignment.a) + weightOf(alignment.b);
  return [all === 0 ? 0 : (2 * shared) / all, opposed, opposed / (opposed + agree + 0.5)];
};

/** All measures of two texts in the order of `MEASURES`; undefined where one tells nothing. */
export function measureStatements(
  a: Statements,
  b: Statements,
  { features, crowd }: Surroundings,
): number[] | undefined {
  if (a.content.length === 0 || b.content.length === 0) return undefined;
  const words = matchWords(a.content, b.content);
  const both = (from: number, worth: (closeness: number) => number): [least: number, mean: number] => {
    const x = met(a.content, words.a, { from, worth });
    const y = met(b.content, words.b, { from, worth });
    return [Math.min(x, y), (x + y) / 2];
  };
  const rareShared = new Map(
    a.content
      .filter(({ rarity, word }) => rarity >= RARE && words.shared.has(word))
      .map(({ word, rarity }) => [word, rarity]),
  );
  const nearest = { a: matchStatements(a.statements, b.statements), b: matchStatements(b.statements, a.statements) };
  const means = [meanOf(nearest.a, a.statements), meanOf(nearest.b, b.statements)] as const;
  const signs: Agreement = { agree: 0, opposed: 0, missing: 0 };
  addSigns(nearest.a, [a.statements, b.statements], signs);
  addSigns(nearest.b, [b.statements, a.statements], signs);
  const signed = signs.agree + signs.opposed + signs.missing + 1;
  const tags = compareFeatures(features);
  const tagged = tags.agree + tags.opposed + tags.missing + 1;
  const whole = cosine(a.vector, b.vector);
  const numbers = [...a.numbers].filter((number) => b.numbers.has(number)).length;
  return [
    whole,
    whole - crowd,
    ...both(0, plain),
    ...both(0, well),
    ...both(RARE, plain),
    both(RARE, well)[0],
    both(0, exact)[1],
    both(RARE, exact)[1],
    Math.min(
      MOST_SHARED_RARE,
      [...rareShared.values()].reduce((sum, rarity) => sum + rarity, 0),
    ),
    Math.min(...means),
    (means[0] + means[1]) / 2,
    Math.min(...[...nearest.a, ...nearest.b].map(({ closeness }) => closeness)),
    Math.min(a.weight, b.weight) / Math.max(a.weight, b.weight),
    Math.log1p(Math.min(a.weight, b.weight)),
    Math.min(MOST_NUMBERS, numbers),
    Math.min(MOST_NUMBERS, Math.min(a.numbers.size, b.numbers.size) - numbers),
    (orderOf(nearest.a) + orderOf(nearest.b)) / 2,
    signs.agree / signed,
    signs.opposed / signed,
    signs.missing / signed,
    tags.agree / tagged,
    tags.opposed,
    tags.missing / tagged,
    ...measureOrder(a.text, b.text),
  ];
}
