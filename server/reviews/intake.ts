import type { CopyLink, ReviewInput, ReviewView } from '../contract/reviews.ts';

/** Where a batch comes from, and how often each identity without an `externalId` has stood in that file so far. */
export interface IntakeContext {
  importId?: number | undefined;
  /** Shared by all batches of one file; a request or file starts with an empty map. */
  occurrences: Map<string, number>;
  /** Looks for paraphrases before it answers, which takes longer, instead of later. */
  atOnce?: boolean | undefined;
}

export interface IntakeResult {
  result: 'created' | 'updated' | 'unchanged';
  review: ReviewView;
  /** Copies of earlier reviews, strongest first; empty for `unchanged`. */
  duplicates: CopyLink[];
}

/**
 * Takes in a batch of valid reviews (up to 1000): analyse, store durably with fingerprints and aggregate changes, look
 * up copies, link them. Answers in the order of the input, after everything is durable.
 */
export type Intake = (reviews: readonly ReviewInput[], context: IntakeContext) => Promise<IntakeResult[]>;

/** What an intake of the batch would do, without doing it. */
export type IntakePreview = (reviews: readonly ReviewInput[], context: IntakeContext) => Promise<IntakeResult[]>;
