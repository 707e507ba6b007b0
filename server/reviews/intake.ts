import type { CopyLink, ReviewInput, ReviewView } from '../contract/reviews.ts';
import type { Session } from '../db/transaction.ts';
import type { CopyKind } from '../duplicates/cluster-model.ts';
import type { Occurrences } from './occurrences.ts';

/** Where a batch comes from, and how often each identity without an `externalId` has stood in that file so far. */
export interface IntakeContext {
  importId?: number | undefined;
  /** Shared by all batches of one file; a request or file starts with an empty one. */
  occurrences: Occurrences;
  /** Looks for paraphrases before it answers, which takes longer, instead of later. */
  atOnce?: boolean | undefined;
  /** For batches that may be broken off and are then given again. */
  ledger?: IntakeLedger | undefined;
}

/** What a transaction has written of a batch. */
export interface WriteNote {
  result: 'created' | 'updated';
  /** Places in the batch, from 0, and the ids of the reviews at these places. */
  places: number[];
  ids: number[];
  /** All before this place was gone through: what no note names there was unchanged. */
  settled: number;
  /** Of new reviews: their entry in the look-up journal. */
  entry: string | null;
  /** By place, the strongest kind of those that are copies; null until they have been looked up. */
  copies: { place: number; kind: CopyKind }[] | null;
}

/**
 * Keeps a batch that was broken off and is given again from being told as unchanged where it was this very batch that
 * stored it: what was written is noted in the transactions that write it, so that no crash comes between the two.
 */
export interface IntakeLedger {
  /** What earlier, broken-off runs of the same batch have noted: it is not written again, and answered as it was. */
  earlier: readonly WriteNote[];
  /** Called inside the transaction; throws to break it off. May be called again when the transaction is run again. */
  note(note: WriteNote, session: Session): Promise<void>;
  /** What was found for the reviews of an entry: later in the batch, other texts may stand there. */
  noteCopies(entry: string, copies: NonNullable<WriteNote['copies']>): Promise<void>;
}

export interface IntakeResult {
  result: 'created' | 'updated' | 'unchanged';
  review: ReviewView;
  /** Copies of earlier reviews, strongest first; empty for `unchanged`, and for what a ledger recalls. */
  duplicates: CopyLink[];
  /** What a new review is, at its strongest, of earlier ones. */
  copy: CopyKind | null;
}

/**
 * Takes in a batch of valid reviews (up to 1000): analyse, store durably with fingerprints and aggregate changes, look
 * up copies, link them. Answers in the order of the input, after everything is durable.
 */
export type Intake = (reviews: readonly ReviewInput[], context: IntakeContext) => Promise<IntakeResult[]>;
