import { NOTHING_SAID } from './build-review.ts';
import type { StoredReview } from './review-model.ts';

/** Why a review is removed whose content a person has asked to be erased. */
const ERASED = 'erased';

/** Whether nothing is left of it but that it was there: it never comes back. */
export const isErased = ({ status, statusReason }: Pick<StoredReview, 'status' | 'statusReason'>): boolean =>
  status === 'removed' && statusReason === ERASED;

/**
 * What is left of an erased review: what it is known by, so that it does not come in again, and where and when it
 * counted. Its words, its author, and all that follows from them are gone. Its cluster is left to it until that is
 * rebuilt.
 */
export const erased = (review: StoredReview, at: Date): StoredReview => ({
  ...review,
  ...NOTHING_SAID,
  ...{ externalId: null, title: null, text: '', author: null, rating: null, verified: null },
  ...{ language: 'und', sentiment: { label: 'neutral' as const, score: 0 } },
  ...{ tags: [], found: [], mentions: [], bands: [], maskedWords: null, exact: `${ERASED}:${review._id}` },
  ...{ status: 'removed' as const, statusReason: ERASED, copyOf: null, updatedAt: at, version: review.version + 1 },
});

/** What was erased stays so, whatever brings a former status back. */
export const keepErased = (before: StoredReview | null, after: StoredReview): StoredReview =>
  before && isErased(before) && !isErased(after)
    ? { ...after, status: before.status, statusReason: before.statusReason, copyOf: null }
    : after;
