import type { ComparedReview, Comparison, Fingerprint } from '../compare.ts';
import { explainExact, explainMeasure, explainSurroundings, isSameAuthor } from './explain-pair.ts';
import { hashText } from './hash-text.ts';
import { isGeneric, judgePair } from './judge-pair.ts';
import { mirrorMeasure } from './measure-pair.ts';
import { bandKeys, shingle } from './min-hash.ts';
import { readWords, type Words } from './read-words.ts';

/** A review with its words read: reading them costs more than comparing them. */
export interface PreparedReview {
  review: ComparedReview;
  words: Words;
}

/** The text read last: a look-up compares one review with many. */
let last: { text: string; words: Words } | undefined;

export function prepareReview(review: ComparedReview): PreparedReview {
  if (last?.text !== review.text) last = { text: review.text, words: readWords(review.text) };
  return { review, words: last.words };
}

export function fingerprintWords(words: Words): Fingerprint {
  const generic = isGeneric(words);
  return { exact: hashText(words.bare), bands: generic ? [] : [...new Set(bandKeys(shingle(words)))], generic };
}

/** Compares two reviews whose words are read; the outcome does not depend on which comes first. */
export function comparePrepared(a: PreparedReview, b: PreparedReview): Comparison | undefined {
  const generic = isGeneric(a.words) || isGeneric(b.words);
  if (a.words.bare === b.words.bare) {
    if (generic && !isSameAuthor(a.review, b.review)) return undefined;
    return {
      kind: 'exact',
      score: 1,
      reasons: [explainExact(a.review.text, b.review.text), ...explainSurroundings(a.review, b.review)],
    };
  }
  if (generic) return undefined;
  const [first, second] = a.words.bare <= b.words.bare ? [a, b] : [b, a];
  const judged = judgePair(
    { words: first.words, features: first.review.features },
    { words: second.words, features: second.review.features },
  );
  if (!judged) return undefined;
  const { kind, score } = judged;
  const measure = first === a ? judged.measure : mirrorMeasure(judged.measure);
  return { kind, score, reasons: [...explainMeasure(measure), ...explainSurroundings(a.review, b.review)] };
}
