import { describe, expect, it } from 'vitest';
import { erased, isErased, keepErased } from '../../../server/reviews/erased-review.ts';
import type { StoredReview } from '../../../server/reviews/review-model.ts';

const review = {
  ...{ _id: 5, status: 'published', statusReason: null, copyOf: null, version: 1, text: 'Sharp', author: 'Ann' },
} as StoredReview;
const gone = erased(review, new Date(0));

describe('a review that is erased', () => {
  it('keeps nothing of its words and its author', () => {
    expect(gone).toMatchObject({ text: '', author: null, tags: [], bands: [], version: 2 });
    expect(isErased(gone)).toBe(true);
    expect(isErased(review)).toBe(false);
  });

  it.each(['published', 'pending', 'removed'] as const)('stays erased where something makes it %s', (status) => {
    const after = { ...gone, status, statusReason: null, copyOf: 3 };
    expect(keepErased(gone, after)).toMatchObject({ status: 'removed', statusReason: 'erased', copyOf: null });
  });

  it('is no reason to hold others', () => {
    const after = { ...review, status: 'removed' as const, statusReason: 'spam' as const, copyOf: 3 };
    expect(keepErased(review, after)).toBe(after);
    expect(keepErased(null, after)).toBe(after);
    expect(keepErased(review, gone)).toBe(gone);
  });
});
