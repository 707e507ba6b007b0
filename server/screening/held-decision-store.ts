import type { Connection } from 'mongoose';
import type { DecisionReason } from '../contract/duplicates.ts';
import type { CheckId } from '../contract/review-flags.ts';
import { ensureCollection } from '../db/ensure-collection.ts';
import type { Session } from '../db/transaction.ts';
import type { StoredReview } from '../reviews/review-model.ts';

/** A decision on a held review, with what it was before. */
export interface StoredHeldDecision {
  _id: number;
  review: number;
  action: 'publish' | 'remove';
  checks: CheckId[];
  reason: DecisionReason | null;
  note: string | null;
  actor: string;
  at: Date;
  before: Pick<StoredReview, 'statusReason' | 'copyOf'> & { screenCleared: boolean };
  /** Version of the review that the decision made. */
  version: number;
  undoneAt: Date | null;
  undoneBy: string | null;
}

export type HeldDecisionStore = ReturnType<typeof createHeldDecisionStore>;

export function createHeldDecisionStore(connection: Connection) {
  const rows = connection.collection<StoredHeldDecision>('held_decisions');
  return {
    async prepare(): Promise<void> {
      await ensureCollection(connection, 'held_decisions');
      await rows.createIndex({ review: 1, _id: -1 });
    },
    async add(decision: StoredHeldDecision, session: Session): Promise<void> {
      await rows.insertOne({ ...decision }, { session });
    },
    byId: (id: number, session: Session): Promise<StoredHeldDecision | null> => rows.findOne({ _id: id }, { session }),
    async markUndone(id: number, { at, by }: { at: Date; by: string }, session: Session): Promise<void> {
      await rows.updateOne({ _id: id }, { $set: { undoneAt: at, undoneBy: by } }, { session });
    },
    /** Newest first. */
    page: (
      { review, before }: { review?: number | undefined; before?: number | undefined },
      limit: number,
    ): Promise<StoredHeldDecision[]> =>
      rows
        .find({
          ...(review === undefined ? {} : { review }),
          ...(before === undefined ? {} : { _id: { $lt: before } }),
        })
        .sort({ _id: -1 })
        .limit(limit)
        .toArray(),
  };
}
