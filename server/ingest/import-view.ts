import type { ImportView, Reject } from '../contract/imports.ts';
import type { StoredImport, StoredReject } from './import-model.ts';

export const importId = (id: number) => `I-${id}`;

/** A job as callers see it. */
export function toImportView(job: StoredImport): ImportView {
  const { state, filename, format, product, source, dryRun, counts, error } = job;
  return {
    ...{ id: importId(job._id), state, filename, format, product, source, dryRun },
    bytes: { total: job.bytesTotal, read: job.bytesRead },
    ...{ counts, error },
    ...{ map: null, dates: null, can: [], asked: null, rate: null, secondsLeft: null, attempts: job.attempts },
    ...{ confirms: null, confirmedBy: null, confirmUntil: null, differsFromDryRun: null, undo: null },
    createdAt: job.createdAt.toISOString(),
    startedAt: job.startedAt?.toISOString() ?? null,
    finishedAt: job.finishedAt?.toISOString() ?? null,
  };
}

export function toRejectView({ kind, code, detail, file, line, field, start, end, text }: StoredReject): Reject {
  return { kind, code, detail, file, line, field, start, end, text };
}
