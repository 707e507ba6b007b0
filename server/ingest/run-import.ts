import type { ImportCounts, Reject } from '../contract/imports.ts';
import type { ReviewInput } from '../contract/reviews.ts';
import type { Intake } from '../reviews/intake.ts';
import { addResults, noCounts } from './import-counts.ts';
import { type OpenedImport, type OpenOptions, openImport } from './read-import.ts';

/** Items of one intake call, and the characters after which a batch of long texts is sent off sooner. */
const BATCH_ITEMS = 500;
const BATCH_CHARS = 4_000_000;

export interface ImportProgress {
  counts: ImportCounts;
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
  /** Awaited after every batch and at the end: what is reported is durable. */
  onProgress?: ((progress: ImportProgress) => void | Promise<void>) | undefined;
  signal?: AbortSignal | undefined;
  saveRejects: (rejects: Reject[]) => Promise<void>;
}

interface Batch {
  reviews: ReviewInput[];
  rejects: Reject[];
  chars: number;
  /** How far the file was read when the batch was full. */
  bytesRead: number;
}

const isFull = (batch: Batch) =>
  batch.reviews.length + batch.rejects.length >= BATCH_ITEMS || batch.chars >= BATCH_CHARS;

async function* readBatches(
  items: OpenedImport['items'],
  bytesRead: () => number,
  signal: AbortSignal | undefined,
): AsyncGenerator<Batch> {
  const empty = (): Batch => ({ reviews: [], rejects: [], chars: 0, bytesRead: 0 });
  let batch = empty();
  for await (const item of items) {
    signal?.throwIfAborted();
    if (item.kind === 'reject') batch.rejects.push(item.reject);
    else {
      batch.reviews.push(item.review);
      batch.chars += item.review.text.length;
    }
    if (isFull(batch)) {
      yield { ...batch, bytesRead: bytesRead() };
      batch = empty();
    }
  }
  yield { ...batch, bytesRead: bytesRead() };
}

/**
 * Reads a file and hands its reviews to the intake in batches, its rejects to `saveRejects`. While a batch is stored
 * the next one is read, never more. Throws what the reader, the intake or `saveRejects` throw, or the signal's reason;
 * what was stored before that has been reported to `onProgress`.
 */
export async function runImport(run: RunImport): Promise<ImportProgress> {
  const { options, intake, importId, signal } = run;
  let bytesRead = 0;
  async function* counted() {
    for await (const chunk of run.chunks) {
      bytesRead += chunk.byteLength;
      yield chunk;
    }
  }
  const { format, items } = await openImport(counted(), options);
  const occurrences = new Map<string, number>();
  const counts = noCounts();
  const progress = (read: number): ImportProgress => ({ counts: { ...counts }, format, bytesRead: read });

  const takeIn = async (batch: Batch) => {
    const results = batch.reviews.length === 0 ? [] : await intake(batch.reviews, { importId, occurrences });
    if (batch.rejects.length > 0) await run.saveRejects(batch.rejects);
    addResults(counts, batch, results);
    await run.onProgress?.(progress(batch.bytesRead));
  };

  let storing: Promise<void> = Promise.resolve();
  try {
    for await (const batch of readBatches(items, () => bytesRead, signal)) {
      await storing;
      signal?.throwIfAborted();
      storing = takeIn(batch);
      storing.catch(() => undefined); // it is awaited before the next batch, or below
    }
  } finally {
    await storing;
  }
  return progress(bytesRead);
}
