import type { Connection, QueryFilter } from 'mongoose';
import type { Session } from '../db/transaction.ts';
import { createCopyKeys } from './copy-keys-store.ts';
import { reviewModel, type StoredReview } from './review-model.ts';

/** A review before and after a change; `before` is null for a new one. */
export interface ReviewChange {
  before: StoredReview | null;
  after: StoredReview;
}

export type CountedFields = Pick<
  StoredReview,
  '_id' | 'product' | 'source' | 'day' | 'rating' | 'tags' | 'status' | 'once'
>;

/** What the tagger finds of a checked review, and what people said of it. */
type CheckedTags = Pick<StoredReview, 'found' | 'corrections' | 'checkedFound'>;

export type ReviewStore = ReturnType<typeof createReviewStore>;

/** @param Review the stored reviews, or those of a dry run */
export function createReviewStore(connection: Connection, Review = reviewModel(connection)) {
  return {
    ...createCopyKeys(connection, Review),

    /** Makes the collection and its indexes; safe to repeat. */
    async prepare(): Promise<void> {
      await Review.createCollection();
      await Review.createIndexes();
    },

    async byIdentity(identities: readonly string[]): Promise<StoredReview[]> {
      return Review.find({ identity: { $in: [...identities] } }).lean<StoredReview[]>();
    },

    async byIds(ids: readonly number[], session?: Session): Promise<StoredReview[]> {
      return Review.find({ _id: { $in: [...ids] } })
        .session(session ?? null)
        .lean<StoredReview[]>();
    },

    /** All reviews of open clusters. */
    async membersOf(clusters: readonly number[], session?: Session): Promise<StoredReview[]> {
      return Review.find({ cluster: { $in: [...clusters] } })
        .session(session ?? null)
        .lean<StoredReview[]>();
    },

    /** Those of an open cluster that are counted once. */
    async countedMembersOf(cluster: number, session: Session): Promise<StoredReview[]> {
      return Review.find({ cluster, once: true }).session(session).lean<StoredReview[]>();
    },

    /** The first by day of an open cluster's reviews, or of named ones. */
    async firstOf(group: { cluster: number } | { ids: readonly number[] }, limit: number): Promise<StoredReview[]> {
      return Review.find('cluster' in group ? { cluster: group.cluster } : { _id: { $in: [...group.ids] } })
        .sort({ day: 1, _id: 1 })
        .limit(limit)
        .lean<StoredReview[]>();
    },

    /** What is counted of an open cluster's reviews. */
    async countedFieldsOf(cluster: number): Promise<CountedFields[]> {
      return Review.find({ cluster }).select('_id product source day rating tags status once').lean<CountedFields[]>();
    },

    async byId(id: number): Promise<StoredReview | null> {
      return Review.findById(id).lean<StoredReview>();
    },

    /**
     * Writes changed reviews inside the caller's transaction, which also writes what follows from them.
     * A new review whose identity was taken meanwhile fails with E11000.
     */
    async write(changes: readonly ReviewChange[], session: Session): Promise<void> {
      const fresh = changes.filter((change) => change.before === null).map((change) => change.after);
      if (fresh.length > 0) await Review.insertMany(fresh, { session, lean: true, ordered: true });
      const changed = changes.flatMap(({ before, after }) => (before === null ? [] : [toUpdate(before, after)]));
      if (changed.length > 0) await Review.collection.bulkWrite(changed, { session, ordered: false });
    },

    /** Reviews that match, newest first, those behind a place; to be shown, so without their look-up keys. */
    async newest(
      filter: QueryFilter<StoredReview>,
      { after, limit }: { after: { day: string; id: number } | undefined; limit: number },
    ): Promise<StoredReview[]> {
      const rest: QueryFilter<StoredReview> = after
        ? { $or: [{ day: { $lt: after.day } }, { day: after.day, _id: { $lt: after.id } }] }
        : {};
      return Review.find({ $and: [filter, rest] })
        .select('-bands')
        .sort({ day: -1, _id: -1 })
        .limit(limit)
        .lean<StoredReview[]>();
    },

    async countMatching(filter: QueryFilter<StoredReview>): Promise<number> {
      return Review.countDocuments(filter);
    },

    /** One page, newest first, and the number on all pages. */
    async page(
      filter: QueryFilter<StoredReview>,
      { after, limit }: { after: { day: string; id: number } | undefined; limit: number },
    ): Promise<{ items: StoredReview[]; total: number }> {
      const [items, total] = await Promise.all([this.newest(filter, { after, limit }), this.countMatching(filter)]);
      return { items, total };
    },

    /** Reviews that were tagged with something else, oldest first. */
    async notMarked(mark: string, limit: number): Promise<StoredReview[]> {
      return Review.find({ taggedWith: { $ne: mark } })
        .sort({ taggedWith: 1, _id: 1 })
        .limit(limit)
        .lean<StoredReview[]>();
    },

    async countNotMarked(mark: string): Promise<number> {
      return Review.countDocuments({ taggedWith: { $ne: mark } });
    },

    /** Reviews whose tags a person has checked. */
    checked(): AsyncIterable<CheckedTags> {
      return Review.find({ tagsCheckedAt: { $type: 'date' } })
        .select('found corrections checkedFound')
        .lean<CheckedTags[]>()
        .cursor({ batchSize: 1000 }) as AsyncIterable<CheckedTags>;
    },

    async count(): Promise<number> {
      return Review.estimatedDocumentCount();
    },

    async countHeld(): Promise<number> {
      return Review.countDocuments({ status: 'pending' });
    },

    async countRemoved(): Promise<number> {
      return Review.countDocuments({ status: 'removed' });
    },

    /** The ids behind one, in order. */
    async idsAfter(id: number, limit: number): Promise<number[]> {
      const rows = await Review.find({ _id: { $gt: id } })
        .select('_id')
        .sort({ _id: 1 })
        .limit(limit)
        .lean<{ _id: number }[]>();
      return rows.map(({ _id }) => _id);
    },

    /** What is counted of every review, newest first; for recomputations that go month by month. */
    byDay(): AsyncIterable<CountedFields> {
      return Review.find()
        .select('_id product source day rating tags status once')
        .sort({ day: -1, _id: -1 })
        .lean<CountedFields[]>()
        .cursor({ batchSize: 1000 }) as AsyncIterable<CountedFields>;
    },

    /** Every review once, by id; for recomputations. */
    all(): AsyncIterable<StoredReview> {
      return Review.find()
        .sort({ _id: 1 })
        .lean<StoredReview[]>()
        .cursor({ batchSize: 1000 }) as AsyncIterable<StoredReview>;
    },
  };
}

/** Only the fields that differ: an index of others has nothing to do then. */
function toUpdate(before: StoredReview, { _id, ...after }: StoredReview) {
  const fields = Object.keys(after) as (keyof typeof after)[];
  const $set = Object.fromEntries(fields.filter((field) => after[field] !== before[field]).map((f) => [f, after[f]]));
  const $unset = Object.fromEntries(
    Object.keys(before).flatMap((field) => (field === '_id' || field in after ? [] : [[field, '']])),
  );
  return { updateOne: { filter: { _id: _id as never }, update: { $set, $unset } } };
}
