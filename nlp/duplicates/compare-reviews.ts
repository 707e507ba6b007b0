import type { ComparedReview, Comparison, Fingerprint } from '../compare.ts';
import { explainExact, explainJudgement, explainSurroundings, isSameAuthor } from './explain-pair.ts';
import { foldText } from './fold-text.ts';
import { toHex } from './hash-text.ts';
import { isGeneric, judgePair, mirrorJudgement } from './judge-pair.ts';
import { makeRoom, wordGeneration, wordOf } from './know-word.ts';
import { mayBeAlike } from './may-be-alike.ts';
import { bandKeys } from './min-hash.ts';
import { readWords, type Words } from './read-words.ts';

/** The text read last: a look-up compares one review with many. */
let last: { text: string; words: Words } | undefined;

const readAgain = (text: string): Words => {
  if (last?.text !== text || last.words.generation !== wordGeneration()) last = { text, words: readWords(text) };
  return last.words;
};

export function fingerprintText(text: string): Fingerprint {
  makeRoom();
  const words = readAgain(text);
  const generic = isGeneric(words);
  return { exact: toHex(words.exact), bands: generic ? [] : [...new Set(bandKeys(words.ids))], generic };
}

/** Compares two reviews; the outcome does not depend on which comes first. */
export function compareReviews(a: ComparedReview, b: ComparedReview): Comparison | undefined {
  makeRoom();
  const right = readAgain(b.text);
  const left = readWords(a.text);
  const generic = isGeneric(left) || isGeneric(right);
  if (left.exact.every((lane, i) => lane === right.exact[i]) && areEqual(a.text, b.text))
    return generic && !isSameAuthor(a, b) ? undefined : compareEqual(a, b);
  if (generic || !mayBeAlike(left.keys, right.keys)) return undefined;
  return compareAlike({ review: a, ids: left.ids }, { review: b, ids: right.ids });
}

const bare = (text: string): string => foldText(text).replaceAll(' ', '');

/** Whether two texts are exact copies: `foldText` makes the same letters and digits of them. */
export const areEqual = (a: string, b: string): boolean => a === b || bare(a) === bare(b);

/** What there is to say of two reviews whose texts are equal. */
export const compareEqual = (a: ComparedReview, b: ComparedReview): Comparison => ({
  kind: 'exact',
  score: 1,
  reasons: [explainExact(a.text, b.text), ...explainSurroundings(a, b)],
});

/** A review with the ids of its words. */
export interface ReadReview {
  review: ComparedReview;
  ids: ArrayLike<number>;
}

/** An order of texts that depends on nothing but their letters: who is first decides what falls to chance. */
const isBefore = ({ ids: a }: ReadReview, { ids: b }: ReadReview): boolean => {
  let left = '';
  let right = '';
  for (let i = 0, j = 0; ; ) {
    if (left === '' && i < a.length) left = wordOf(a[i++]!).text;
    if (right === '' && j < b.length) right = wordOf(b[j++]!).text;
    const common = Math.min(left.length, right.length);
    if (common === 0) return left.length <= right.length;
    if (left.slice(0, common) !== right.slice(0, common)) return left < right;
    left = left.slice(common);
    right = right.slice(common);
  }
};

/** Compares two reviews whose texts are neither equal nor generic, word by word. */
export function compareAlike(a: ReadReview, b: ReadReview): Comparison | undefined {
  const isInOrder = isBefore(a, b);
  const [first, second] = isInOrder ? [a, b] : [b, a];
  const judged = judgePair(
    { ids: first.ids, features: first.review.features },
    { ids: second.ids, features: second.review.features },
  );
  if (!judged) return undefined;
  const { score } = judged;
  const reasons = explainJudgement(isInOrder ? judged : mirrorJudgement(judged));
  return { kind: 'near', score, reasons: [...reasons, ...explainSurroundings(a.review, b.review)] };
}
