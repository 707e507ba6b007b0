import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { judgeFeatures } from '../../nlp/features/judge-features.ts';
import type { Reading } from '../../nlp/sentiment/judge.ts';
import {
  ASPECT_POLARITIES,
  ASPECT_SCALE,
  aspectTerms,
  judgeAspect,
  readAspectWeights,
} from '../../nlp/sentiment/judge-aspects.ts';
import { read } from '../../nlp/sentiment/read.ts';
import type { MarkedReview } from './marked-reviews.ts';

const TRAINING = new URL('training/', import.meta.url);
const WAYS = ASPECT_POLARITIES.length;
const SIGNS = '+-0';

/** A span of a text with the judgement of what it names. */
export interface AspectExample {
  /** Field of goods, and a number that decides the fold. */
  domain: string;
  index: number;
  text: string;
  reading: Reading;
  span: { from: number; to: number };
  /** Index into ASPECT_POLARITIES. */
  way: number;
}

const MARKED = /\[\[([^[\]|]+)\|([+\-0])\]\]/g;

/** The marked aspects of one sentence. */
function readSentence(line: string, domain: string, index: number): AspectExample[] {
  const marks: { start: number; end: number; way: number }[] = [];
  let text = '';
  let last = 0;
  for (const { 0: whole, 1: words = '', 2: sign = '', index: at } of line.matchAll(MARKED)) {
    text += line.slice(last, at);
    marks.push({ start: text.length, end: text.length + words.length, way: SIGNS.indexOf(sign) });
    text += words;
    last = at + whole.length;
  }
  text += line.slice(last);
  const reading = read(text);
  return marks.flatMap(({ start, end, way }) => {
    const from = reading.tokens.findIndex((token) => token.end > start);
    const to = reading.tokens.findLastIndex((token) => token.start < end) + 1;
    return from < 0 || to <= from ? [] : [{ domain, index, text, reading, span: { from, to }, way }];
  });
}

/** Sentences on goods of other kinds, written for this, with their aspects marked. */
export function loadAspects(): AspectExample[] {
  return readdirSync(TRAINING)
    .filter((name) => name.startsWith('aspects-'))
    .sort()
    .flatMap((name) =>
      readFileSync(new URL(name, TRAINING), 'utf8')
        .split('\n')
        .filter((line) => line !== '')
        .flatMap((line, index) => readSentence(line, name.replace(/^aspects-|\.txt$/g, ''), index)),
    );
}

/** Names of features in reviews of cameras, judged as the marks around them say. */
export function cameraAspects(reviews: readonly MarkedReview[]): AspectExample[] {
  return reviews.flatMap((review, index) => {
    const reading = read(review.text);
    return judgeFeatures(reading).flatMap(({ hit }) => {
      const [first, last] = [reading.tokens[hit.from]!, reading.tokens[hit.to - 1]!];
      const signs = new Set(
        review.marks
          .filter(
            ({ feature, field, start, end }) =>
              feature === hit.feature && field === 'text' && start <= first.start && end >= last.end,
          )
          .map(({ sign }) => sign),
      );
      const [sign] = signs;
      if (signs.size !== 1 || sign === undefined) return [];
      const span = { from: hit.from, to: hit.to };
      return [{ domain: 'cameras', index, text: review.text, reading, span, way: SIGNS.indexOf(sign) }];
    });
  });
}

const EPOCHS = 10;
const RATE = 0.2;
const PENALTY = 2e-4;
const MIN_COUNT = 2;
/** Sentences of the kind that is asked for weigh more than names of features in reviews of cameras. */
const OWN_WEIGHT = 3;

/** Trains by stochastic gradient descent with AdaGrad's steps; answers the lines of the weights file. */
export function trainAspects(examples: readonly AspectExample[]): string[] {
  const named = examples.map(({ reading, span }) => aspectTerms(reading, span));
  const counts = new Map<string, number>();
  for (const names of named) for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  const kept = [...counts].flatMap(([name, count]) => (count >= MIN_COUNT ? [name] : [])).sort();
  const ids = new Map(kept.map((name, id) => [name, id]));
  const values = new Float64Array(kept.length * WAYS);
  const seen = new Float64Array(kept.length * WAYS).fill(0.1);
  const packed = named.map((names) => names.flatMap((name) => ids.get(name) ?? []));
  let state = 1;
  for (let step = 0; step < EPOCHS * examples.length; step += 1) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    const at = Math.floor((state / 2 ** 32) * examples.length);
    const { way, domain } = examples[at]!;
    const terms = packed[at]!;
    const damping = 1 / Math.sqrt(terms.length);
    const sums = ASPECT_POLARITIES.map(
      (_, k) => terms.reduce((sum, term) => sum + values[term * WAYS + k]!, 0) * damping,
    );
    const top = Math.max(...sums);
    const powers = sums.map((sum) => Math.exp(sum - top));
    const total = powers.reduce((a, b) => a + b, 0);
    const weight = domain === 'cameras' ? 1 : OWN_WEIGHT;
    for (let k = 0; k < WAYS; k += 1) {
      const error = (powers[k]! / total - (k === way ? 1 : 0)) * damping * weight;
      for (const term of terms) {
        const place = term * WAYS + k;
        const gradient = error + PENALTY * values[place]!;
        seen[place]! += gradient * gradient;
        values[place]! -= (RATE * gradient) / Math.sqrt(seen[place]!);
      }
    }
  }
  return kept.map((name, id) => {
    const row = [...values.subarray(id * WAYS, (id + 1) * WAYS)];
    return `${name}\t${row.map((value) => Math.round(value * ASPECT_SCALE)).join(',')}`;
  });
}

interface Vader {
  SentimentIntensityAnalyzer: { polarity_scores(text: string): { compound: number } };
}

/** The usual reading of VADER's sum. */
const VADER_NEUTRAL = 0.05;

/** Accuracy of polarity with the aspect given, cross-validated, beside VADER on the same sentences. */
export function evaluateAspects(reviews: readonly MarkedReview[], print: (line: string) => void): void {
  const vader = createRequire(import.meta.url)('vader-sentiment') as Vader;
  const FOLDS = 5;
  const aspects = loadAspects();
  const cameras = cameraAspects(reviews);
  print('Polarity with the aspect given, accuracy; written sentences, five-fold cross-validation');
  const right = new Map<string, { count: number; ours: number; vader: number; transfer: number }>();
  const domains = [...new Set(aspects.map(({ domain }) => domain))];
  const transferred = new Map(
    domains.map((domain) => [
      domain,
      readAspectWeights(trainAspects([...aspects.filter((example) => example.domain !== domain), ...cameras])),
    ]),
  );
  for (let fold = 0; fold < FOLDS; fold += 1) {
    const training = [...aspects.filter(({ index }) => index % FOLDS !== fold), ...cameras];
    const weights = readAspectWeights(trainAspects(training));
    for (const { domain, index, text, reading, span, way } of aspects) {
      if (index % FOLDS !== fold) continue;
      const score = right.get(domain) ?? { count: 0, ours: 0, vader: 0, transfer: 0 };
      right.set(domain, score);
      score.count += 1;
      const gold = ASPECT_POLARITIES[way];
      if (judgeAspect(reading, span, weights) === gold) score.ours += 1;
      if (judgeAspect(reading, span, transferred.get(domain)) === gold) score.transfer += 1;
      const { compound } = vader.SentimentIntensityAnalyzer.polarity_scores(text);
      const said = compound >= VADER_NEUTRAL ? 'positive' : compound <= -VADER_NEUTRAL ? 'negative' : 'neutral';
      if (said === gold) score.vader += 1;
    }
  }
  const share = (part: number, count: number) => (part / count).toFixed(3);
  for (const [domain, { count, ours, vader: theirs, transfer }] of right) {
    print(
      `${domain.padEnd(14)} ${String(count).padStart(5)} aspects | VADER ${share(theirs, count)} | ours ${share(ours, count)} | ours, never trained on such goods ${share(transfer, count)}`,
    );
  }
}
