import { type Connection, type Model, Schema } from 'mongoose';
import type { ReviewStatus } from '../reviews/review-model.ts';

/** A review as a decision found it: undo puts back what it changed. */
export interface ReviewBefore {
  id: number;
  /** Hash of the folded text that was decided on. */
  exact: string;
  status: ReviewStatus;
  statusReason: string | null;
  copyOf: number | null;
}

export interface StoredDecision {
  _id: number;
  cluster: number;
  action: 'remove' | 'not_duplicates';
  members: number[];
  kept: number[];
  removed: number[];
  reason: string | null;
  note: string | null;
  /** Of people their name, of a rule `rule:` and its name. */
  actor: string;
  at: Date;
  /** The bulk that it was part of. */
  bulk: number | null;
  /** Version of the cluster since the decision; null of decisions that are older than this field. */
  clusterVersion: number | null;
  before: ReviewBefore[];
  undoneAt: Date | null;
  undoneBy: string | null;
}

const schema = new Schema<StoredDecision>(
  {
    _id: { type: Number, required: true },
    cluster: { type: Number, required: true },
    action: { type: String, required: true },
    members: { type: [Number], required: true },
    kept: { type: [Number], required: true },
    removed: { type: [Number], required: true },
    reason: { type: String, default: null },
    note: { type: String, default: null },
    actor: { type: String, required: true },
    at: { type: Date, required: true },
    bulk: { type: Number, default: null },
    clusterVersion: { type: Number, default: null },
    before: { type: Schema.Types.Mixed, required: true },
    undoneAt: { type: Date, default: null },
    undoneBy: { type: String, default: null },
  },
  { collection: 'decisions', strict: 'throw', versionKey: false },
);
schema.index({ cluster: 1, _id: -1 });
schema.index({ members: 1 });
schema.index({ at: 1 });
schema.index({ actor: 1, _id: -1 });
schema.index({ reason: 1, _id: -1 });
schema.index({ bulk: 1, _id: -1 }, { partialFilterExpression: { bulk: { $gt: 0 } } });

export const decisionModel = (connection: Connection): Model<StoredDecision> =>
  connection.models['Decision'] ?? connection.model<StoredDecision>('Decision', schema);
