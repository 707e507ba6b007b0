import { createHash } from 'node:crypto';
import type { ReviewInput } from '../contract/reviews.ts';
import type { Occurrences } from './occurrences.ts';

const hash = (...parts: readonly string[]) =>
  createHash('sha256').update(JSON.stringify(parts)).digest('base64url').slice(0, 22);

/**
 * What makes a review the same review when it comes again: the source's id, or a hash of source, product, author,
 * date, text and the how-many-eth time that combination stands in the file. `occurrences` counts and is changed.
 */
export function identityOf(review: ReviewInput, occurrences: Occurrences): string {
  if (review.externalId !== undefined) return hash('id', review.source, review.externalId);
  const content = hash(
    'content',
    review.source,
    review.product,
    review.author ?? '',
    normaliseDate(review.date) ?? '',
    review.text.normalize('NFC').trim(),
  );
  const earlier = occurrences.get(content) ?? 0;
  occurrences.set(content, earlier + 1);
  return hash(content, String(earlier));
}

/** A day stays a day, an instant becomes UTC with seconds. */
export function normaliseDate(date: string | null | undefined): string | null {
  if (date === null || date === undefined) return null;
  return date.length === 10 ? date : new Date(date).toISOString();
}
