import type { Polarity } from '../../nlp/analyze.ts';
import { ABSENT_BAR, OUTCOMES } from '../../nlp/features/decide.ts';
import type { Evidence } from '../../nlp/features/evidence.ts';
import { readWeights, type TermWeights } from '../../nlp/features/recognise.ts';
import { findFeatures } from '../../nlp/features/tag-review.ts';
import { Vocabulary } from '../../nlp/text/vocabulary.ts';
import type { MarkedReview } from './marked-reviews.ts';
import type { LabelledReview } from './tags-data.ts';
import { buildExamples, type Example, probabilities, readingOf, sparse, train, type Weights } from './tags-model.ts';
import type { Labels } from './tags-score.ts';
import { segmentExamples, trainWords } from './words-model.ts';

const FOLDS = 5;

/** FNV-1a: which fold a review is in depends on its id alone. */
function foldOf(id: string): number {
  let hash = 2166136261;
  for (let i = 0; i < id.length; i += 1) hash = Math.imul(hash ^ id.charCodeAt(i), 16777619) >>> 0;
  return ((hash ^ (hash >>> 15)) >>> 0) % FOLDS;
}

export interface TrainingSet {
  /** Whole reviews: both stages learn from them. */
  reviews: readonly MarkedReview[];
  /** Single sentences: they teach words; a part of them also decisions. */
  phrases: readonly MarkedReview[];
}

/** Every so many phrases teach decisions: whole reviews are what is decided of. */
const PHRASE_SHARE = 4;

const teachesDecisions = (_: MarkedReview, index: number): boolean => index % PHRASE_SHARE === 0;

function labelWith(weights: Weights, words: TermWeights, review: LabelledReview): Labels {
  const labels: Record<string, Polarity> = {};
  const visit = (evidence: Evidence) => {
    const chances = probabilities(weights, sparse(evidence));
    if (chances[0]! > ABSENT_BAR) return;
    labels[evidence.feature] = OUTCOMES[chances.indexOf(Math.max(...chances.slice(1)), 1)] as Polarity;
  };
  findFeatures(readingOf(review, review.rating), visit, words);
  return labels;
}

export interface Trained {
  /** Labels a review of the training set with weights of both stages that were trained without it. */
  crossValidated: (review: LabelledReview) => Labels;
  /** Trains the weights to ship: words on everything, the decision on what the folds say of it. */
  finish: () => { words: string[]; decision: Weights };
}

/**
 * Trains both stages by folds. The decision learns from what word weights say of reviews that they were not trained
 * on, as it will be at work (stacking, Wolpert 1992).
 */
export function trainByFolds({ reviews, phrases }: TrainingSet): Trained {
  const vocabulary = new Vocabulary([], { grows: true });
  const all = [...reviews, ...phrases];
  const segments = all.flatMap((review) => segmentExamples(review, vocabulary));
  const deciding = [...reviews, ...phrases.filter(teachesDecisions)];
  const folds = Array.from({ length: FOLDS }, (_, fold) => {
    const words = readWeights(
      trainWords(
        segments.filter(({ review }) => foldOf(review) !== fold),
        vocabulary,
      ),
    );
    return {
      words,
      examples: buildExamples(
        deciding.filter(({ id }) => foldOf(id) === fold),
        words,
      ),
    };
  });
  const examplesBut = (left: number | undefined): Example[] =>
    folds.flatMap(({ examples }, fold) => (fold === left ? [] : examples));
  const decisions = folds.map((_, fold) => train(examplesBut(fold)));
  return {
    crossValidated: (review) => labelWith(decisions[foldOf(review.id)]!, folds[foldOf(review.id)]!.words, review),
    finish: () => ({ words: trainWords(segments, vocabulary), decision: train(examplesBut(undefined)) }),
  };
}
