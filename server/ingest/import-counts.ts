import type { ImportCounts } from '../contract/imports.ts';
import type { IntakeResult } from '../reviews/intake.ts';
import type { RejectItem } from './reject-store.ts';

/** A file of which nothing was read yet. */
export const noCounts = (): ImportCounts => ({
  received: 0,
  stored: 0,
  updated: 0,
  unchanged: 0,
  rejected: 0,
  notReviews: 0,
  exactDuplicates: 0,
  nearDuplicates: 0,
});

const COUNTED = { created: 'stored', updated: 'updated', unchanged: 'unchanged' } as const;

/** Adds what became of a batch. A created review counts as a copy once, by its strongest earlier one. */
export function addResults(
  counts: ImportCounts,
  batch: { reviews: readonly unknown[]; rejects: readonly RejectItem[] },
  results: readonly IntakeResult[],
): void {
  for (const { result, copy } of results) {
    counts[COUNTED[result]] += 1;
    if (copy === 'exact') counts.exactDuplicates += 1;
    else if (copy === 'near') counts.nearDuplicates += 1;
  }
  const faultyRows = batch.rejects.filter(({ reject }) => reject.kind === 'row').length;
  counts.received += batch.reviews.length + faultyRows;
  counts.rejected += faultyRows;
  counts.notReviews += batch.rejects.length - faultyRows;
}

/** Whether an import counted something else than its dry run. */
export const differ = (one: ImportCounts, other: ImportCounts): boolean =>
  (Object.keys(noCounts()) as (keyof ImportCounts)[]).some((name) => one[name] !== other[name]);
