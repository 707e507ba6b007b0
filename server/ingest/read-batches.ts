import type { ReviewInput } from '../contract/reviews.ts';
import type { ImportItem } from './import-item.ts';
import type { RejectItem } from './reject-store.ts';

/** Items of one intake call, and the characters after which a batch of long texts is sent off sooner. */
const BATCH_ITEMS = 500;
const BATCH_CHARS = 4_000_000;

export interface Batch {
  reviews: ReviewInput[];
  /** Where each review stands among the items of the file, from 0. */
  places: number[];
  rejects: RejectItem[];
  /** Items of the file up to the end of the batch. */
  items: number;
  /** How far the file was read when the batch was full. */
  bytesRead: number;
}

export interface ReadBatches {
  items: AsyncIterable<ImportItem>;
  bytesRead: () => number;
  signal: AbortSignal | undefined;
  /** Items that were taken in before, and what is still to be known of them. */
  skip: number;
  onSkipped: (review: ReviewInput) => void;
}

/** The items behind those that are skipped, in batches; the last one may be empty. Throws the signal's reason. */
export async function* readBatches({ items, bytesRead, signal, skip, onSkipped }: ReadBatches): AsyncGenerator<Batch> {
  let read = 0;
  let chars = 0;
  const empty = () => ({ reviews: [], places: [], rejects: [] }) as Pick<Batch, 'reviews' | 'places' | 'rejects'>;
  let batch = empty();
  for await (const item of items) {
    signal?.throwIfAborted();
    read += 1;
    if (read <= skip) {
      if (item.kind === 'review') onSkipped(item.review);
      continue;
    }
    if (item.kind === 'reject') batch.rejects.push(item);
    else {
      batch.reviews.push(item.review);
      batch.places.push(read - 1);
      chars += item.review.text.length;
    }
    if (batch.reviews.length + batch.rejects.length < BATCH_ITEMS && chars < BATCH_CHARS) continue;
    yield { ...batch, items: read, bytesRead: bytesRead() };
    batch = empty();
    chars = 0;
  }
  yield { ...batch, items: read, bytesRead: bytesRead() };
}
