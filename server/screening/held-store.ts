import type { Connection, QueryFilter } from 'mongoose';
import type { CheckId } from '../contract/review-flags.ts';
import type { CheckMode } from '../contract/screening.ts';
import type { Session } from '../db/transaction.ts';
import { reviewModel, type StoredReview } from '../reviews/review-model.ts';

export interface HeldFilter {
  check?: CheckId | undefined;
  product?: string | undefined;
  source?: string | undefined;
}

export type HeldStore = ReturnType<typeof createHeldStore>;

/** Reviews that screening has flagged or holds. */
export function createHeldStore(connection: Connection) {
  const Review = reviewModel(connection);
  const heldBy = ({ check, product, source }: HeldFilter): QueryFilter<StoredReview> => ({
    status: 'pending',
    ...(check === undefined ? {} : { flags: { $elemMatch: { check, level: { $ne: 'off' } } } }),
    ...(product === undefined ? {} : { product }),
    ...(source === undefined ? {} : { source }),
  });
  /** Flags of a check whose level is not what the check is to do now; answered from the index. */
  const otherLevel = (check: CheckId, mode: CheckMode) =>
    ({
      // The index has flagged reviews only, and is used where the question says so.
      'flags.check': { $gt: '' as CheckId },
      flags: { $elemMatch: { check, level: { $ne: mode }, failed: false } },
    }) satisfies QueryFilter<StoredReview>;

  return {
    /** Those that came in first at first. */
    async page(
      filter: HeldFilter,
      { after, limit }: { after: number; limit: number },
    ): Promise<{ items: StoredReview[]; total: number }> {
      const [items, total] = await Promise.all([
        Review.find({ ...heldBy(filter), _id: { $gt: after } })
          .sort({ _id: 1 })
          .limit(limit)
          .lean<StoredReview[]>(),
        Review.countDocuments(heldBy(filter)),
      ]);
      return { items, total };
    },

    async countsByCheck(filter: HeldFilter): Promise<Map<CheckId, number>> {
      const rows = await Review.aggregate<{ _id: CheckId; reviews: number }>([
        { $match: heldBy({ ...filter, check: undefined }) },
        { $unwind: '$flags' },
        { $match: { 'flags.level': { $ne: 'off' } } },
        { $group: { _id: { id: '$_id', check: '$flags.check' } } },
        { $group: { _id: '$_id.check', reviews: { $sum: 1 } } },
      ]);
      return new Map(rows.map(({ _id, reviews }) => [_id, reviews]));
    },

    /** Reviews with flags that do not follow from the settings. */
    async notLevelled(check: CheckId, mode: CheckMode, limit: number): Promise<number[]> {
      const rows = await Review.find(otherLevel(check, mode)).select('_id').limit(limit).lean<{ _id: number }[]>();
      return rows.map(({ _id }) => _id);
    },

    /** Flags and status of the reviews that came in last. */
    async latest(limit: number): Promise<StoredReview[]> {
      return Review.find({})
        .sort({ _id: -1 })
        .limit(limit)
        .select('status statusReason flags screenCleared')
        .lean<StoredReview[]>();
    },

    async byId(id: number, session: Session): Promise<StoredReview | null> {
      return Review.findById(id).session(session).lean<StoredReview>();
    },
  };
}
