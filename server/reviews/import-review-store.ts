import type { Connection } from 'mongoose';
import type { Session } from '../db/transaction.ts';
import { reviewModel } from './review-model.ts';
import { IMPORT_UNDONE } from './undone-review.ts';

export type ImportReviewStore = ReturnType<typeof createImportReviewStore>;

const undone = { status: 'removed' as const, statusReason: IMPORT_UNDONE };
const notRemoved = { status: { $ne: 'removed' as const } };

/** Reviews by the import that brought them in. */
export function createImportReviewStore(connection: Connection) {
  const Review = reviewModel(connection);
  const createdBy = (importId: number, isUndone: boolean) => ({ importId, ...(isUndone ? undone : notRemoved) });

  return {
    /** Ids behind `after` of what an import created and is not removed, or was removed by its undo; in their order. */
    async createdBy(
      importId: number,
      { isUndone, after, limit }: { isUndone: boolean; after: number; limit: number },
    ): Promise<number[]> {
      const rows = await Review.find({ ...createdBy(importId, isUndone), _id: { $gt: after } })
        .sort({ _id: 1 })
        .select('_id')
        .limit(limit)
        .lean<{ _id: number }[]>();
      return rows.map(({ _id }) => _id);
    },

    async countCreatedBy(importId: number, isUndone: boolean): Promise<number> {
      return Review.countDocuments(createdBy(importId, isUndone));
    },

    /** Which of the reviews an import created. */
    async createdAmong(importId: number, ids: readonly number[]): Promise<number[]> {
      const rows = await Review.find({ _id: { $in: [...ids] }, importId })
        .select('_id')
        .lean<{ _id: number }[]>();
      return rows.map(({ _id }) => _id);
    },

    /**
     * Of each folded text, as a hash, the first review besides those of an import that stands, where none such has the
     * look-up keys of the text.
     */
    async heirsOf(hashes: readonly string[], importId: number, session: Session): Promise<Map<string, number>> {
      const rows = await Review.aggregate<{ _id: string; first: number; holders: number }>([
        { $match: { exact: { $in: [...new Set(hashes)] }, importId: { $ne: importId }, ...notRemoved } },
        { $project: { exact: 1, holds: { $cond: [{ $gt: [{ $size: '$bands' }, 0] }, 1, 0] } } },
        { $group: { _id: '$exact', first: { $min: '$_id' }, holders: { $sum: '$holds' } } },
      ]).session(session);
      return new Map(rows.filter(({ holders }) => holders === 0).map(({ _id, first }) => [_id, first]));
    },
  };
}
