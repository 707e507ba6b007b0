import { writeFileSync } from 'node:fs';
import { OUTCOMES } from '../../nlp/features/decide.ts';
import { EVIDENCE_NAMES } from '../../nlp/features/evidence-names.ts';
import { cameraAspects, evaluateAspects, loadAspects, trainAspects } from './aspects.ts';
import { loadTrainingSet } from './tags-data.ts';
import { trainByFolds } from './tags-folds.ts';
import { scoreLine, scoreTags } from './tags-score.ts';

/**
 * Trains nlp/features/recognise.weights.json and decide.weights.json on everything that is labelled and not held out,
 * and prints the figures of the cross-validation. Run: `npm run train`.
 */
const fileOf = (name: string) => new URL(`../../nlp/features/${name}.weights.json`, import.meta.url);

/** One line a term: changes show as lines. */
const writeLines = (url: URL, lines: readonly string[]): void =>
  writeFileSync(url, `${JSON.stringify({ terms: lines }).replaceAll('","', '",\n"')}\n`);

const training = await loadTrainingSet();
if (!training) throw new Error('../shared/data/tags-dev.jsonl is needed for training');
const { crossValidated, finish } = trainByFolds(training);
for (const [source, counts] of scoreTags(training.reviews, crossValidated).bySource)
  console.log(scoreLine(source, counts));
const all = [...training.reviews, ...training.phrases];
const { words, decision } = finish();
writeLines(fileOf('recognise'), words);
const rounded = (value: number) => Math.round(value * 1000) / 1000;
const named = OUTCOMES.map((outcome, k) => [
  outcome,
  Object.fromEntries(
    EVIDENCE_NAMES.flatMap((name, i) => {
      const weight = rounded(decision[k]![i]!);
      return weight === 0 ? [] : [[name, weight]];
    }),
  ),
]);
writeFileSync(fileOf('decide'), `${JSON.stringify(Object.fromEntries(named), null, 1)}\n`);
console.log(`${words.length} terms`);
evaluateAspects(all, console.log);
const aspects = trainAspects([...loadAspects(), ...cameraAspects(all)]);
writeLines(new URL('../../nlp/sentiment/aspects.weights.json', import.meta.url), aspects);
