import type { Polarity } from '../../nlp/analyze.ts';
import { ABSENT_BAR, OUTCOMES } from '../../nlp/features/decide.ts';
import { findFeatures } from '../../nlp/features/tag-review.ts';
import type { LabelledReview } from './tags-data.ts';
import { buildExamples, probabilities, readingOf, toValues, train, type Weights } from './tags-model.ts';
import type { Labels } from './tags-score.ts';

const FOLDS = 10;

/** FNV-1a: which fold a review is in depends on its id alone. */
function foldOf(id: string): number {
  let hash = 2166136261;
  for (let i = 0; i < id.length; i += 1) hash = Math.imul(hash ^ id.charCodeAt(i), 16777619) >>> 0;
  return hash % FOLDS;
}

function labelWith(weights: Weights, review: LabelledReview): Labels {
  const labels: Record<string, Polarity> = {};
  for (const { feature, general, marks } of findFeatures(readingOf(review, review.rating)).evidence) {
    const chances = probabilities(weights, toValues(general, marks));
    if (chances[0]! > ABSENT_BAR) continue;
    labels[feature] = OUTCOMES[chances.indexOf(Math.max(...chances.slice(1)), 1)] as Polarity;
  }
  return labels;
}

/** A labeller that decides each review with weights that were trained without it. */
export function crossValidate(reviews: readonly LabelledReview[]): (review: LabelledReview) => Labels {
  const examples = buildExamples(reviews);
  const weights = Array.from({ length: FOLDS }, (_, fold) =>
    train(examples.filter(({ review }) => foldOf(review) !== fold)),
  );
  return (review) => labelWith(weights[foldOf(review.id)]!, review);
}
