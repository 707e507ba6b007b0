import { analyze, FEATURES } from '../../nlp/analyze.ts';
import { createBaseline } from './tags-baseline.ts';
import { loadLabelledReviews } from './tags-data.ts';
import { crossValidate } from './tags-folds.ts';
import { confusionLines, scoreLine, scoreTags } from './tags-score.ts';

/** Scores the tagger on the labelled reviews, beside a keyword list with VADER by sentence. */
export function evaluateTags(print: (line: string) => void): void {
  const reviews = loadLabelledReviews();
  if (!reviews) {
    print('tags: ../shared/data/tags-dev.jsonl is not here, nothing to score');
    return;
  }
  const folds = crossValidate(reviews);
  const ours = scoreTags(reviews, folds);
  print(`Tags of ${reviews.length} reviews; the weights that decide are those of ten-fold cross-validation`);
  print(scoreLine('keywords and VADER', scoreTags(reviews, createBaseline()).all));
  print(scoreLine('tagger', ours.all));
  const unrated = reviews.map(({ rating: _, ...review }) => review);
  print(scoreLine('tagger, without stars', scoreTags(unrated, folds).all));
  const shipped = scoreTags(reviews, ({ rating, title, text }) => analyze({ rating, title, text }).features);
  print(scoreLine('tagger, own weights', shipped.all));
  print('\nBy source');
  for (const [source, counts] of ours.bySource) print(scoreLine(source, counts));
  print('\nBy feature');
  for (const { id } of FEATURES) {
    const counts = ours.byFeature.get(id);
    if (counts) print(scoreLine(id, counts));
  }
  print('\nPolarity of the features found');
  for (const line of confusionLines(ours)) print(line);
}
