import type { BulkState, QueueFilter } from '../contract/moderation-bulk.ts';
import type { StoredDecision } from './decision-model.ts';

/** Many clusters decided alike. Its rows are stored apart. */
export interface StoredBulk {
  _id: number;
  state: BulkState;
  action: StoredDecision['action'];
  /** `suggested`: each cluster's own. */
  reason: string | null;
  note: string | null;
  filter: QueueFilter | null;
  takeOver: boolean;
  actor: string;
  at: Date;
  count: number;
  finishedAt: Date | null;
  undoneBy: string | null;
  undoneAt: Date | null;
}

export type DecideResult = 'waiting' | 'decided' | 'skipped' | 'failed';
export type UndoResult = 'undone' | 'skipped' | 'failed';

/** One cluster of a bulk. `_id` is `BULK-N`, N its place in the queue as it was. */
export interface BulkRowState {
  _id: string;
  bulk: number;
  n: number;
  cluster: number;
  /** The version that was to be decided. */
  version: number;
  result: DecideResult;
  why: string | null;
  decision: number | null;
  /** Null until the undo of the bulk has come to it. */
  undo: { result: UndoResult; why: string | null } | null;
}
