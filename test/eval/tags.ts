import { analyze, FEATURES } from '../../nlp/analyze.ts';
import { createBaseline } from './tags-baseline.ts';
import {
  isHeldOut,
  type LabelledReview,
  loadHeldOut,
  loadInventedReviews,
  loadLabelledReviews,
  loadTrainingSet,
} from './tags-data.ts';
import { trainByFolds } from './tags-folds.ts';
import { confusionLines, type Labels, scoreLine, scoreTags } from './tags-score.ts';

const asShipped = ({ rating, title, text }: LabelledReview): Labels => analyze({ rating, title, text }).features;

/**
 * Scores the tagger on the labelled reviews, beside a keyword list with VADER by sentence. Both stages of what is
 * learned are trained anew, five times, each time without the reviews that are then scored: about four minutes.
 */
export async function evaluateTags(print: (line: string) => void): Promise<void> {
  const training = await loadTrainingSet();
  const reviews = loadLabelledReviews();
  if (!training || !reviews) {
    print('tags: ../shared/data/tags-dev.jsonl is not here, nothing to score');
    return;
  }
  const { crossValidated } = trainByFolds(training);
  const ours = scoreTags(reviews, crossValidated);
  print(`Tags of ${reviews.length} reviews; all weights are those of five-fold cross-validation`);
  print(scoreLine('keywords and VADER', scoreTags(reviews, createBaseline()).all));
  print(scoreLine('tagger', ours.all));
  const unrated = reviews.map(({ rating: _, ...review }) => review);
  print(scoreLine('tagger, without stars', scoreTags(unrated, crossValidated).all));
  print('\nBy source');
  for (const [source, counts] of ours.bySource) print(scoreLine(source, counts));
  print('\nBy feature');
  for (const { id } of FEATURES) {
    const counts = ours.byFeature.get(id);
    if (counts) print(scoreLine(id, counts));
  }
  print('\nPolarity of the features found');
  for (const line of confusionLines(ours)) print(line);
  const scrape = training.reviews.filter(({ source }) => source === 'scrape');
  print(`\nRows of the scrape, ${scrape.length} reviews, cross-validated in the same way`);
  print(scoreLine('keywords and VADER', scoreTags(scrape, createBaseline()).all));
  print(scoreLine('tagger', scoreTags(scrape, crossValidated).all));
}

const KINDS: readonly { name: string; has: (source: string) => boolean }[] = [
  { name: 'doorbells, real', has: (source) => source === 'scrape' },
  { name: 'other cameras', has: (source) => source !== 'scrape' && source !== 'translated' },
  { name: '  indoor', has: (source) => source === 'indoor' },
  { name: '  outdoor', has: (source) => source === 'outdoor' },
  { name: '  webcams', has: (source) => source === 'webcam' },
  { name: '  digital cameras', has: (source) => source === 'digital' },
  { name: 'machine-translated', has: (source) => source === 'translated' },
];

/** Scores the tagger as shipped on reviews that it was never trained on, beside keywords with VADER. */
export async function evaluateHeldOut(print: (line: string) => void): Promise<void> {
  const reviews = await loadHeldOut();
  const baseline = createBaseline();
  print('Reviews that nothing was trained on, labelled by the same guide');
  for (const { name, has } of KINDS) {
    const part = reviews.filter(({ source }) => has(source));
    if (part.length === 0) continue;
    print(`${name}, ${part.length} reviews`);
    print(scoreLine('  keywords and VADER', scoreTags(part, baseline).all));
    print(scoreLine('  tagger', scoreTags(part, asShipped).all));
  }
}

/** Scores the tagger as shipped on invented reviews full of rare wordings, and on the half that it was not trained on. */
export function evaluateInvented(print: (line: string) => void): void {
  print('Invented reviews full of rare wordings; the held-out half has never been trained on');
  for (const { name, reviews } of loadInventedReviews()) {
    print(scoreLine(name.replace('.jsonl', ''), scoreTags(reviews, asShipped).all));
    print(scoreLine('  held-out half', scoreTags(reviews.filter(isHeldOut), asShipped).all));
  }
}
