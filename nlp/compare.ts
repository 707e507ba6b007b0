import { compareReviews, fingerprintText } from './duplicates/compare-reviews.ts';
import { foldText as fold } from './duplicates/fold-text.ts';

export type CopyKind = 'exact' | 'near' | 'paraphrase';

export interface CopyReason {
  /** Stable code, such as `same-words`. */
  code: string;
  /** One plain sentence for a person: what is the same, what changed. */
  detail: string;
}

/** What is known of a review when it is compared. Only `text` is needed; the rest sharpens the answer. */
export interface ComparedReview {
  text: string;
  title?: string | undefined;
  product?: string | undefined;
  author?: string | undefined;
  /** Feature polarities as the tagger gave them: the opposite judgement in the same words is no copy. */
  features?: Readonly<Record<string, string>> | undefined;
}

export interface Comparison {
  kind: CopyKind;
  /** Measured similarity, 0 to 1; 1 for exact. */
  score: number;
  reasons: CopyReason[];
}

/** What is stored and indexed of a text so that its copies can be looked up. */
export interface Fingerprint {
  /** Hash of the folded text: equal for exact copies. Hexadecimal, 32 characters. */
  exact: string;
  /** Keys of the locality-sensitive bands, as signed 32-bit whole numbers: two near copies share at least one with high probability. Empty for a text too short or too common to be told apart. */
  bands: number[];
  /** Whether the text is short generic praise or blame that different people honestly write. */
  generic: boolean;
}

/**
 * NFKC, lower case, one space, no punctuation, straight quotes, nothing invisible. Folding twice changes nothing. A
 * decimal point and emoji stay.
 */
export function foldText(text: string): string {
  return fold(text);
}

/**
 * Fingerprint of a text: `exact` is a hash of the folded text without its spaces, so "well-made" is "well made"; at
 * most 24 `bands`. A text is generic when its distinct telling words weigh less than six, common words ("camera",
 * "great") counting one and rare ones two. Never throws; cost is linear in the length.
 */
export function fingerprint(text: string): Fingerprint {
  return fingerprintText(text);
}

/**
 * Whether `b` is a copy of `a`, of which kind, and why; undefined when it is not. Symmetric but for the wording of
 * reasons. Equal generic texts are copies only where both name the same author. Never throws; at most 1,200 words of each
 * text are aligned, so the cost is bounded.
 */
export function compare(a: ComparedReview, b: ComparedReview): Comparison | undefined {
  return compareReviews(a, b);
}
