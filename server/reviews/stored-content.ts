import { withStatusOfFlags } from '../screening/stored-flag.ts';
import type { StoredReview } from './review-model.ts';
import { rightTags } from './right-tags.ts';
import { isUndone } from './undone-review.ts';

/** Of a stored review: what it is known by, and what was decided on it. */
const STANDING = [
  ...['_id', 'identity', 'source', 'externalId', 'importId', 'createdAt', 'updatedAt', 'version'],
  ...['status', 'statusReason', 'copyOf', 'cluster', 'once'],
] as const satisfies readonly (keyof StoredReview)[];

/** The rest of it, which its source can change: what it says, and what follows from that. */
export type StoredContent = Omit<StoredReview, (typeof STANDING)[number]>;

export function storedContent(review: StoredReview): StoredContent {
  const content: Partial<StoredReview> = { ...review };
  for (const field of STANDING) delete content[field];
  return content as StoredContent;
}

/**
 * The review with another content. What people said of its tags stays where the words are the same: it was said of
 * these. `bands` are the look-up keys of the new words, unless the review is out of the look-up.
 */
export function withContent(review: StoredReview, content: StoredContent, bands: readonly number[]): StoredReview {
  const { corrections, tagsCheckedAt, checkedFound } = content.exact === review.exact ? review : content;
  const said = { corrections, tagsCheckedAt, checkedFound };
  return withStatusOfFlags({
    ...review,
    ...content,
    ...said,
    tags: rightTags({ ...said, found: content.found }),
    bands: isUndone(review) ? [] : [...bands],
  });
}
