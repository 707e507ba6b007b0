import { analyze, FEATURES } from '../../nlp/analyze.ts';
import { createBaseline } from './tags-baseline.ts';
import { isHeldOut, type LabelledReview, loadInventedReviews, loadLabelledReviews } from './tags-data.ts';
import { crossValidate } from './tags-folds.ts';
import { confusionLines, scoreLine, scoreTags } from './tags-score.ts';

/** Scores the tagger on the labelled reviews, beside a keyword list with VADER by sentence. */
export function evaluateTags(print: (line: string) => void): void {
  const reviews = loadLabelledReviews();
  if (!reviews) {
    print('tags: ../shared/data/tags-dev.jsonl is not here, nothing to score');
    return;
  }
  const training = loadInventedReviews().flatMap((file) => file.reviews.filter((review) => !isHeldOut(review)));
  const folds = crossValidate([...reviews, ...training]);
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

/** Scores the tagger as shipped on the invented reviews, and on the half of them that it was not trained on. */
export function evaluateInvented(print: (line: string) => void): void {
  print('Invented reviews of cameras of all kinds; the held-out half has never been trained on');
  for (const { name, reviews } of loadInventedReviews()) {
    const score = (part: readonly LabelledReview[]) =>
      scoreTags(part, ({ rating, title, text }) => analyze({ rating, title, text }).features).all;
    print(scoreLine(name.replace('.jsonl', ''), score(reviews)));
    print(scoreLine('  held-out half', score(reviews.filter(isHeldOut))));
  }
}
