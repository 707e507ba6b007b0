import { writeFileSync } from 'node:fs';
import { OUTCOMES } from '../../nlp/features/decide.ts';
import { EVIDENCE_NAMES } from '../../nlp/features/evidence-names.ts';
import { isHeldOut, loadInventedReviews, loadLabelledReviews } from './tags-data.ts';
import { crossValidate } from './tags-folds.ts';
import { buildExamples, train } from './tags-model.ts';
import { scoreLine, scoreTags } from './tags-score.ts';

/** Trains nlp/features/decide.weights.json on all labelled reviews and the invented ones that are not held out, after a cross-validation. Run: `npx tsx test/eval/tags-train.ts`. */
const WEIGHTS = new URL('../../nlp/features/decide.weights.json', import.meta.url);

const reviews = loadLabelledReviews();
if (!reviews) throw new Error('../shared/data/tags-dev.jsonl is needed for training');
const invented = loadInventedReviews().flatMap((file) => file.reviews.filter((review) => !isHeldOut(review)));
const label = crossValidate([...reviews, ...invented]);
console.log(scoreLine('cross-validated', scoreTags(reviews, label).all));
console.log(scoreLine('invented', scoreTags(invented, label).all));
const weights = train(buildExamples([...reviews, ...invented]));
const rounded = (value: number) => Math.round(value * 1000) / 1000;
const named = OUTCOMES.map((outcome, k) => [
  outcome,
  Object.fromEntries(EVIDENCE_NAMES.map((name, i) => [name, rounded(weights[k]![i]!)])),
]);
writeFileSync(WEIGHTS, `${JSON.stringify(Object.fromEntries(named), null, 1)}\n`);
