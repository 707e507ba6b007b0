import type { ReviewInput } from '../contract/reviews.ts';
import { identityOf } from '../reviews/identity.ts';
import type { Intake, WriteNote } from '../reviews/intake.ts';
import { CompactOccurrences } from '../reviews/occurrences.ts';
import { createBatchLedger, type Notes } from './batch-ledger.ts';
import { addResults, noCounts } from './import-counts.ts';
import type { Checkpoint } from './import-model.ts';
import { type Batch, readBatches } from './read-batches.ts';
import { type OpenedImport, type OpenOptions, openImport } from './read-import.ts';
import type { RejectItem } from './reject-store.ts';

/** How far an import is: all up to here is durable. */
export interface ImportProgress extends Checkpoint {
  format: OpenedImport['format'];
  /** Bytes of the file that were read so far. */
  bytesRead: number;
}

export interface RunImport {
  chunks: AsyncIterable<Uint8Array>;
  options: OpenOptions;
  /** Takes in a batch, or previews it. */
  intake: Intake;
  importId?: number | undefined;
  /** Where an earlier run of the same file came to, and what it noted of the batch behind. */
  from?: (Checkpoint & { notes: readonly WriteNote[] }) | undefined;
  /** Keeps what is written of a batch until it is saved. */
  notes?: Notes | undefined;
  /** Awaited after every batch and at the end. */
  onProgress?: ((progress: ImportProgress) => void | Promise<void>) | undefined;
  signal?: AbortSignal | undefined;
  /** @param seq place of the first among all rejects of the file */
  saveRejects: (seq: number, rejects: readonly RejectItem[]) => Promise<void>;
}

/** The file is handed on in pieces of this size, so that it can be told how far it was read. */
const PIECE_BYTES = 64 * 1024;

const NOTHING = { items: 0, rejects: 0, counts: noCounts(), notes: [] };

/**
 * Reads a file and hands its reviews to the intake in batches, its rejects to `saveRejects`. While a batch is stored
 * the next one is read, never more. What lies before the checkpoint of an earlier run is read and not taken in again.
 * Throws what the reader, the intake or `saveRejects` throw, or the signal's reason; what was stored before that has
 * been reported to `onProgress`.
 */
export async function runImport(run: RunImport): Promise<ImportProgress> {
  const { options, intake, importId, signal, from = NOTHING } = run;
  let bytesRead = 0;
  async function* counted() {
    for await (const chunk of run.chunks) {
      for (let at = 0; at < chunk.byteLength; at += PIECE_BYTES) {
        const piece = chunk.subarray(at, at + PIECE_BYTES);
        bytesRead += piece.byteLength;
        yield piece;
      }
    }
  }
  const { format, items } = await openImport(counted(), options);
  const occurrences = new CompactOccurrences();
  const progress: ImportProgress = { ...from, counts: { ...from.counts }, format, bytesRead: 0 };
  const report = (): ImportProgress => ({
    ...{ items: progress.items, rejects: progress.rejects, counts: { ...progress.counts } },
    ...{ format, bytesRead: progress.bytesRead },
  });

  const takeIn = async (batch: Batch) => {
    const ledger = run.notes && createBatchLedger(batch, from.notes, run.notes);
    const results = batch.reviews.length === 0 ? [] : await intake(batch.reviews, { importId, occurrences, ledger });
    if (batch.rejects.length > 0) await run.saveRejects(progress.rejects, batch.rejects);
    addResults(progress.counts, batch, results);
    progress.items = batch.items;
    progress.rejects += batch.rejects.length;
    progress.bytesRead = batch.bytesRead;
    await run.onProgress?.(report());
  };

  const onSkipped = (review: ReviewInput) => {
    if (review.externalId === undefined) identityOf(review, occurrences);
  };
  let storing: Promise<void> = Promise.resolve();
  try {
    for await (const batch of readBatches({ items, bytesRead: () => bytesRead, signal, skip: from.items, onSkipped })) {
      await storing;
      signal?.throwIfAborted();
      storing = takeIn(batch);
      storing.catch(() => undefined); // it is awaited before the next batch, or below
    }
  } finally {
    await storing;
  }
  return { ...report(), bytesRead };
}
