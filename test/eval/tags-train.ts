import { writeFileSync } from 'node:fs';
import { OUTCOMES } from '../../nlp/features/decide.ts';
import { EVIDENCE_NAMES } from '../../nlp/features/evidence.ts';
import { loadLabelledReviews } from './tags-data.ts';
import { buildExamples, type Example, probabilities, train } from './tags-model.ts';

/** Trains nlp/features/decide.weights.json and prints a ten-fold cross-validation. Run: `npx tsx test/eval/tags-train.ts`. */

const FOLDS = 10;
const PENALTY = Number(process.env['PENALTY'] ?? 10);
const WEIGHTS = new URL('../../nlp/features/decide.weights.json', import.meta.url);

const reviews = loadLabelledReviews();
if (!reviews) throw new Error('../shared/data/tags-dev.jsonl is needed for training');

function foldOf(id: string): number {
  let hash = 2166136261;
  for (let i = 0; i < id.length; i += 1) hash = Math.imul(hash ^ id.charCodeAt(i), 16777619) >>> 0;
  return hash % FOLDS;
}

const cache: Record<string, number[][]> = {};
const examples = buildExamples(reviews);
const isRated = (example: Example) => example.weight === 1;
const gold = reviews.reduce((sum, review) => sum + Object.keys(review.labels).length, 0);
for (const rated of [true, false]) {
  for (const bar of rated ? [0.4, 0.45, 0.5, 0.55, 0.6] : [0.5, 0.55]) {
    let [found, right, judged] = [0, 0, 0];
    for (let fold = 0; fold < FOLDS; fold += 1) {
      const key = `${fold}`;
      const weights = (cache[key] ??= train(
        examples.filter(({ review }) => foldOf(review) !== fold),
        PENALTY,
      ));
      for (const example of examples.filter(
        (item) => foldOf(item.review) === fold && (rated ? isRated(item) : !isRated(item)),
      )) {
        const chances = probabilities(weights, example.values);
        if (chances[0]! > bar) continue;
        const best = chances.indexOf(Math.max(...chances.slice(1)), 1);
        found += 1;
        if (example.outcome > 0) right += 1;
        if (example.outcome === best) judged += 1;
      }
    }
    const f = (hits: number) => ((2 * hits) / (found + gold)).toFixed(3);
    console.log(
      `${rated ? 'with stars' : 'without stars'} bar ${bar}: features ${f(right)}, with polarity ${f(judged)}`,
    );
  }
}
const weights = train(examples, PENALTY);
const named = Object.fromEntries(
  OUTCOMES.map((outcome, k) => [
    outcome,
    Object.fromEntries(EVIDENCE_NAMES.map((name, i) => [name, Math.round(weights[k]![i]! * 1000) / 1000])),
  ]),
);
writeFileSync(WEIGHTS, `${JSON.stringify(named, null, 1)}\n`);
