import { maskPersonal } from '../access/mask-personal.ts';
import type { ImportView, Reject } from '../contract/imports.ts';
import { importId } from '../public-ids.ts';
import type { StoredImport, StoredReject, StoredUndo } from './import-model.ts';
import { operationsOf } from './import-states.ts';

const toId = (id: number | null) => (id === null ? null : importId(id));

/** A job as callers see it at a time. */
export function toImportView(job: StoredImport, now: Date): ImportView {
  const { state, asked, filename, format, product, source, map, dates, encoding, dryRun } = job;
  const { counts, error, rate, secondsLeft, attempts, differs, undo } = job;
  return {
    ...{ id: importId(job._id), state, filename, format, product, source, map, dates, encoding, dryRun },
    ...{ can: operationsOf(job, now), asked },
    bytes: { total: job.bytesTotal, read: job.bytesRead },
    ...{ counts, rate, secondsLeft, attempts },
    ...{ confirms: toId(job.confirms), confirmedBy: toId(job.confirmedBy), differsFromDryRun: differs },
    confirmUntil: job.keepUntil?.toISOString() ?? null,
    undo: undo && toUndoView(undo),
    error,
    createdAt: job.createdAt.toISOString(),
    startedAt: job.startedAt?.toISOString() ?? null,
    finishedAt: job.finishedAt?.toISOString() ?? null,
  };
}

const toUndoView = ({ total, done, kept, by, at }: StoredUndo) => ({ total, done, kept, by, at: at.toISOString() });

export function toRejectView({ kind, code, detail, file, line, field, start, end, text }: StoredReject): Reject {
  return { kind, code, detail: maskPersonal(detail), file, line, field, start, end, text: maskPersonal(text) };
}
