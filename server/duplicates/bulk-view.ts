import type { Bulk, BulkRow } from '../contract/moderation-bulk.ts';
import { bulkId, clusterId, decisionId } from '../public-ids.ts';
import type { BulkRowState, StoredBulk } from './bulk-model.ts';

const toRow = (row: BulkRowState): BulkRow => ({
  id: clusterId(row.cluster),
  result: row.result,
  why: row.why,
  decision: row.decision === null ? null : decisionId(row.decision),
  undo: row.undo,
});

export function toBulkView(bulk: StoredBulk, rows: readonly BulkRowState[]): Bulk {
  const count = (wanted: (row: BulkRowState) => boolean) => rows.filter(wanted).length;
  return {
    ...{ id: bulkId(bulk._id), state: bulk.state, action: bulk.action, reason: bulk.reason, note: bulk.note },
    ...{ filter: bulk.filter, actor: bulk.actor, at: bulk.at.toISOString(), count: bulk.count },
    decided: count(({ result }) => result === 'decided'),
    skipped: count(({ result }) => result === 'skipped'),
    failed: count(({ result }) => result === 'failed'),
    undone: count(({ undo }) => undo?.result === 'undone'),
    finishedAt: bulk.finishedAt?.toISOString() ?? null,
    undoneBy: bulk.undoneBy,
    undoneAt: bulk.undoneAt?.toISOString() ?? null,
    rows: rows.map(toRow),
  };
}
