import type { StoredReview } from './review-model.ts';

/** Why a review is removed whose import was undone. */
export const IMPORT_UNDONE = 'import-undone';

/** Whether it is as if the review had never come in: it comes back when it comes in again. */
export const isUndone = ({ status, statusReason }: Pick<StoredReview, 'status' | 'statusReason'>): boolean =>
  status === 'removed' && statusReason === IMPORT_UNDONE;
