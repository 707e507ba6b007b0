import { writeFileSync } from 'node:fs';
import { scoreMeasures } from '../../nlp/duplicates/paraphrase/judge-statements.ts';
import { MEASURES } from '../../nlp/duplicates/paraphrase/measure-statements.ts';
import { boostTrees } from './boosted-trees.ts';
import { hasRealReviews, readScrapedTexts } from './real-reviews.ts';
import { type MeasuredPair, measurePairs, type PairKind, REWORDED, readRewordedGroups } from './reworded-pairs.ts';

const FOLDS = 5;
const OPTIONS = { trees: 260, leaves: 6, rate: 0.03, leastRows: 60, pull: 10, ways: MEASURES.map(([, way]) => way) };
/** Precision to be had where a pool of two thousand reviews holds twenty rewordings of each kind and fifteen of each look-alike. */
const PRECISION = 0.9;
const PLANTED = 20;
const PLANTED_ALIKE = 15;

const isYes = ({ kind }: MeasuredPair): boolean => (REWORDED as readonly PairKind[]).includes(kind);

interface Weights {
  base: number;
  trees: number[][];
}

const round = (value: number): number => Number(value.toPrecision(4));

const train = (pairs: readonly MeasuredPair[]): Weights => {
  const { base, trees } = boostTrees(
    pairs.map(({ measures }) => measures),
    pairs.map(isYes),
    OPTIONS,
  );
  return {
    base: round(base),
    trees: trees.map((nodes) =>
      nodes.flatMap(({ feature, at, left, right, value }) => [feature, round(at), left, right, round(value)]),
    ),
  };
};

interface Scored extends MeasuredPair {
  score: number;
}

const scoreByFolds = (pairs: readonly MeasuredPair[]): Scored[] =>
  Array.from({ length: FOLDS }, (_, fold) => {
    const weights = train(pairs.filter(({ group }) => group % FOLDS !== fold));
    return pairs
      .filter(({ group }) => group % FOLDS === fold)
      .map((pair) => ({ ...pair, score: scoreMeasures(pair.measures, weights) }));
  }).flat();

/** Least score that keeps the precision, and what is found by it. */
const chooseLeast = (scored: readonly Scored[], print: (line: string) => void): number => {
  const all = new Map<PairKind, number>();
  for (const { kind } of scored) all.set(kind, (all.get(kind) ?? 0) + 1);
  const written = new Set(scored.map(({ group }) => group)).size * (REWORDED.length + 3);
  const writtenLess = (PLANTED * REWORDED.length + PLANTED_ALIKE * 2) / written;
  const found = new Map<PairKind, number>();
  let byChance = 0;
  const share = (kind: PairKind): number => (found.get(kind) ?? 0) / (all.get(kind) ?? 1);
  let best = { least: Number.POSITIVE_INFINITY, line: 'nothing keeps the precision' };
  for (const { kind, score, isReal } of [...scored].sort((x, y) => y.score - x.score)) {
    found.set(kind, (found.get(kind) ?? 0) + 1);
    if (kind === 'chance') byChance += isReal ? 1 : writtenLess;
    const right = REWORDED.reduce((sum, one) => sum + PLANTED * share(one), 0);
    const wrong = byChance + PLANTED_ALIKE * (share('other') + share('flip'));
    if (right / (right + wrong) < PRECISION) continue;
    const shares = [...REWORDED, 'other' as const, 'flip' as const].map((one) => `${one} ${share(one).toFixed(3)}`);
    best = { least: score, line: `${shares.join(', ')}, by chance ${byChance.toFixed(1)}` };
  }
  print(`rewordings found at precision ${PRECISION}, ${FOLDS}-fold: ${best.line}; score ${best.least.toFixed(2)}`);
  return round(best.least);
};

/** Learns what makes two texts the same content, from the reviews reworded for it, and writes the weights. */
function trainReworded(print: (line: string) => void): void {
  if (!hasRealReviews()) throw new Error('../shared/data is needed: the closest unrelated reviews are learned from it');
  const pairs = measurePairs(readRewordedGroups(), [...new Set(readScrapedTexts())]);
  print(`${pairs.filter(isYes).length} rewordings, ${pairs.length} pairs`);
  const least = chooseLeast(scoreByFolds(pairs), print);
  const file = new URL('../../nlp/duplicates/paraphrase/judge.weights.json', import.meta.url);
  const { base, trees } = train(pairs);
  writeFileSync(
    file,
    `{"least":${least},"base":${base},"trees":[\n${trees.map((tree) => JSON.stringify(tree)).join(',\n')}\n]}\n`,
  );
}

trainReworded(console.log);
