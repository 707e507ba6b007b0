import type { Connection, QueryFilter } from 'mongoose';
import type { Session } from '../db/transaction.ts';
import { reviewModel, type StoredReview } from './review-model.ts';

/** A review before and after a change; `before` is null for a new one. */
export interface ReviewChange {
  before: StoredReview | null;
  after: StoredReview;
}

/** What is needed of a review to compare it with another. */
export type CopyCandidate = Pick<
  StoredReview,
  | '_id'
  | 'exact'
  | 'bands'
  | 'title'
  | 'text'
  | 'product'
  | 'author'
  | 'tags'
  | 'status'
  | 'copyOf'
  | 'date'
  | 'day'
  | 'source'
  | 'importId'
>;

/** What the tagger finds of a checked review, and what people said of it. */
type CheckedTags = Pick<StoredReview, 'found' | 'corrections' | 'checkedFound'>;

/** Reviews with one folded text that a new one is held against: more would only say the same. */
const MAX_HOLDERS = 4;

export type ReviewStore = ReturnType<typeof createReviewStore>;

const candidateFields =
  '_id exact bands title text product author tags status copyOf date day source importId' as const;

export function createReviewStore(connection: Connection) {
  const Review = reviewModel(connection);

  return {
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

    async byId(id: number): Promise<StoredReview | null> {
      return Review.findById(id).lean<StoredReview>();
    },

    /** Folded texts that are stored already: hash → the smallest ids that have it, a few. Reads the index only. */
    async holdersOfExact(hashes: readonly string[]): Promise<Map<string, number[]>> {
      const rows = await Review.aggregate<{ _id: string; first: number[] }>([
        { $match: { exact: { $in: [...new Set(hashes)] } } },
        { $group: { _id: '$exact', first: { $minN: { input: '$_id', n: MAX_HOLDERS } } } } as never,
      ]);
      return new Map(rows.map((row) => [row._id, row.first]));
    },

    /** Reviews by the same author with the same folded text: generic texts are copies only then. */
    async sameAuthorHolders(reviews: readonly Pick<StoredReview, 'exact' | 'author'>[]): Promise<CopyCandidate[]> {
      if (reviews.length === 0) return [];
      return Review.find({
        exact: { $in: reviews.map((review) => review.exact) },
        author: { $in: [...new Set(reviews.map((review) => review.author))] },
      })
        .select(candidateFields)
        .sort({ _id: 1 })
        .limit(1000)
        .lean<CopyCandidate[]>();
    },

    /** Another review with the same folded text that has no look-up keys of its own. */
    async heirOfExact(exact: string, exceptId: number, session: Session): Promise<StoredReview | null> {
      return Review.findOne({ exact, _id: { $ne: exceptId } })
        .sort({ _id: 1 })
        .session(session)
        .lean<StoredReview>();
    },

    /** Reviews that share a look-up key with one of the given, at most `limit`, oldest first. */
    async sharingBands(bands: readonly number[], limit: number): Promise<CopyCandidate[]> {
      if (bands.length === 0) return [];
      return Review.find({ bands: { $in: [...new Set(bands)] } })
        .select(candidateFields)
        .sort({ _id: 1 })
        .limit(limit)
        .lean<CopyCandidate[]>();
    },

    async candidatesByIds(ids: readonly number[]): Promise<CopyCandidate[]> {
      return Review.find({ _id: { $in: [...ids] } })
        .select(candidateFields)
        .lean<CopyCandidate[]>();
    },

    /**
     * Writes changed reviews inside the caller's transaction, which also writes what follows from them.
     * A new review whose identity was taken meanwhile fails with E11000.
     */
    async write(changes: readonly ReviewChange[], session: Session): Promise<void> {
      const fresh = changes.filter((change) => change.before === null).map((change) => change.after);
      if (fresh.length > 0) await Review.insertMany(fresh, { session, lean: true, ordered: true });
      const changed = changes.filter((change) => change.before !== null);
      if (changed.length === 0) return;
      await Review.collection.bulkWrite(
        changed.map(({ after: { _id, ...fields } }) => ({
          replaceOne: { filter: { _id: _id as never }, replacement: fields },
        })),
        { session, ordered: false },
      );
    },

    /** One page, newest first, and the number on all pages. */
    async page(
      filter: QueryFilter<StoredReview>,
      { after, limit }: { after: { day: string; id: number } | undefined; limit: number },
    ): Promise<{ items: StoredReview[]; total: number }> {
      const rest: QueryFilter<StoredReview> = after
        ? { $or: [{ day: { $lt: after.day } }, { day: after.day, _id: { $lt: after.id } }] }
        : {};
      const [items, total] = await Promise.all([
        Review.find({ $and: [filter, rest] })
          .sort({ day: -1, _id: -1 })
          .limit(limit)
          .lean<StoredReview[]>(),
        Review.countDocuments(filter),
      ]);
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

    async countRemoved(): Promise<number> {
      return Review.countDocuments({ status: 'removed' });
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
