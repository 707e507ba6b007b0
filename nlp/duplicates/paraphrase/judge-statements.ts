import type { ComparedReview, Comparison, CopyReason } from '../../compare.ts';
import { explainSurroundings } from '../explain-pair.ts';
import file from './judge.weights.json' with { type: 'json' };
import { matchStatements, matchWords } from './match-statements.ts';
import { measureStatements } from './measure-statements.ts';
import type { Statements } from './read-statements.ts';

/** A review with its statements read: reading them costs as much as a comparison. */
export interface PreparedContent {
  review: ComparedReview;
  statements: Statements;
}

/**
 * A tree as numbers, five a node: the measure it asks for (−1: a leaf), up to where one goes left, the left child, the
 * right child, the value of a leaf.
 */
export type Tree = readonly number[];
const NODE = 5;

/** Log odds that two texts are the same content, by boosted trees (Friedman 2001). */
export function scoreMeasures(
  measures: readonly number[],
  { base, trees }: { base: number; trees: readonly Tree[] },
): number {
  let score = base;
  for (const tree of trees) {
    let at = 0;
    while (tree[at]! >= 0) at = NODE * (measures[tree[at]!]! <= tree[at + 1]! ? tree[at + 2]! : tree[at + 3]!);
    score += tree[at + 4]!;
  }
  return score;
}

/** Content of the shorter text over that of the longer one: where it is less, one tells what the other does not. */
const LEAST_LENGTHS = 0.5;

/** Rarity from which a shared word is worth naming. */
const NAMED_RARITY = 4;
const NAMED_WORDS = 5;
const NAMED_STATEMENTS = 2;
/** Longest statement that is quoted whole, in characters. */
const QUOTED = 80;
/** Closeness from which a statement counts as told again. */
const TOLD_AGAIN = 0.5;

const quote = (text: string): string =>
  text.length <= QUOTED ? `“${text}”` : `“${text.slice(0, text.lastIndexOf(' ', QUOTED) || QUOTED)} …”`;

const toldAgain = (again: number, of: number): string => {
  if (again === 0) return 'No statement is told again by itself; what both tell in all is the same.';
  if (of === 1) return 'Its one statement is told again in other words.';
  return `${again} of ${of} statements ${again === 1 ? 'is' : 'are'} told again in other words.`;
};

const explainStatements = (a: Statements, b: Statements): CopyReason[] => {
  const nearest = matchStatements(a.statements, b.statements);
  const again = nearest.filter(({ closeness }) => closeness >= TOLD_AGAIN).length;
  const reasons: CopyReason[] = [{ code: 'same-content', detail: toldAgain(again, a.statements.length) }];
  const best = nearest
    .map(({ at, closeness }, i) => ({ left: a.statements[i]!, right: b.statements[at]!, closeness }))
    .sort((x, y) => y.closeness * y.left.weight - x.closeness * x.left.weight)
    .slice(0, NAMED_STATEMENTS);
  for (const { left, right } of best) {
    reasons.push({ code: 'same-statement', detail: `${quote(left.text)} — ${quote(right.text)}` });
  }
  return reasons;
};

const explainWords = (a: Statements, b: Statements): CopyReason[] => {
  const { shared } = matchWords(a.content, b.content);
  const rare = new Map(
    a.content
      .filter(({ word, rarity }) => shared.has(word) && rarity >= NAMED_RARITY)
      .map(({ word, rarity }) => [word, rarity]),
  );
  const named = [...rare].sort(([, x], [, y]) => y - x).slice(0, NAMED_WORDS);
  if (named.length === 0) return [];
  return [{ code: 'shared-words', detail: `Rare words of both: ${named.map(([word]) => word).join(', ')}.` }];
};

const explainFeatures = (a: ComparedReview['features'] = {}, b: ComparedReview['features'] = {}): CopyReason[] => {
  const same = Object.entries(a).filter(([feature, polarity]) => Object.hasOwn(b, feature) && b[feature] === polarity);
  if (same.length === 0) return [];
  const count = same.length === 1 ? '1 feature' : `${same.length} features`;
  return [{ code: 'same-judgements', detail: `Both judge ${count} alike.` }];
};

/** Compares what two reviews tell; the outcome does not depend on which comes first, but for the wording of reasons. */
export function compareContents(a: PreparedContent, b: PreparedContent, crowd: number): Comparison | undefined {
  const [lighter, heavier] = [a.statements.weight, b.statements.weight].sort((x, y) => x - y) as [number, number];
  if (lighter < LEAST_LENGTHS * heavier) return undefined;
  const [first, second] = a.review.text <= b.review.text ? [a, b] : [b, a];
  const features = { a: first.review.features ?? {}, b: second.review.features ?? {} };
  const measures = measureStatements(first.statements, second.statements, { features, crowd });
  if (!measures) return undefined;
  const score = scoreMeasures(measures, file);
  if (score < file.least) return undefined;
  return {
    kind: 'paraphrase',
    score: Math.round(100 / (1 + Math.exp(-score))) / 100,
    reasons: [
      ...explainStatements(a.statements, b.statements),
      ...explainWords(a.statements, b.statements),
      ...explainFeatures(a.review.features, b.review.features),
      ...explainSurroundings(a.review, b.review),
    ],
  };
}
