import type { Connection } from 'mongoose';
import { readHolders } from '../db/read-holders.ts';
import type { Session } from '../db/transaction.ts';
import type { reviewModel, StoredReview } from './review-model.ts';

/** What is needed of a review to compare it with another. */
export type CopyCandidate = Pick<
  StoredReview,
  | '_id'
  | 'exact'
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
  | 'version'
>;

/** Reviews with one folded text that a new one is held against: more would only say the same. */
const MAX_HOLDERS = 4;

const candidateFields =
  '_id exact title text product author tags status copyOf date day source importId version' as const;

/** A review that is not removed, or is removed as a copy of one that was kept. */
const leadsToStanding = [{ status: { $ne: 'removed' as const } }, { copyOf: { $ne: null } }];

/** What copies are found by: the hash of the folded text, and the bands. Part of the review store. */
export function createCopyKeys(connection: Connection, Review: ReturnType<typeof reviewModel>) {
  return {
    /** Folded texts that are stored already: hash → the smallest ids that have it, a few. */
    async holdersOfExact(hashes: readonly string[]): Promise<Map<string, number[]>> {
      return readHolders(Review.collection, 'exact', { keys: [...new Set(hashes)].sort(), limit: MAX_HOLDERS });
    },

    /**
     * Texts, as hashes, of which one of the reviews has the look-up keys and leads to a review that stands: itself, or
     * the one it is a removed copy of.
     */
    async textsKeptBy(ids: readonly number[]): Promise<Set<string>> {
      if (ids.length === 0) return new Set();
      const rows = await Review.find({ _id: { $in: [...ids] }, 'bands.0': { $exists: true }, $or: leadsToStanding })
        .select('-_id exact')
        .lean<Pick<StoredReview, 'exact'>[]>();
      return new Set(rows.map(({ exact }) => exact));
    },

    /** The first other review with the same folded text that leads to one that stands. */
    async heirOfExact(exact: string, exceptId: number, session: Session): Promise<StoredReview | null> {
      return Review.findOne({ exact, _id: { $ne: exceptId }, $or: leadsToStanding })
        .sort({ _id: 1 })
        .session(session)
        .lean<StoredReview>();
    },

    /**
     * The oldest holders of each of many look-up keys, at most `limit` a key, in one pass or a few. A review that holds
     * several of the keys is brought up for one of them.
     */
    async holdersOfBands(bands: readonly number[], limit: number): Promise<Map<number, number[]>> {
      return readHolders(Review.collection, 'bands', { keys: [...bands].sort((x, y) => x - y), limit });
    },

    /** The oldest holders of each of a few look-up keys, at most `limit` a key. */
    async oldestHoldersOfEach(bands: readonly number[], limit: number): Promise<Map<number, number[]>> {
      const rows = await connection.db
        ?.aggregate<{ band: number; holders: { _id: number }[] }>([
          { $documents: bands.map((band) => ({ band })) },
          {
            $lookup: {
              from: Review.collection.name,
              localField: 'band',
              foreignField: 'bands',
              // In the index they stand in that order.
              pipeline: [{ $limit: limit }, { $project: { _id: 1 } }],
              as: 'holders',
            },
          },
        ])
        .toArray();
      return new Map((rows ?? []).map(({ band, holders }) => [band, holders.map((holder) => holder._id)]));
    },

    async candidatesByIds(ids: readonly number[]): Promise<CopyCandidate[]> {
      return Review.find({ _id: { $in: [...ids] } })
        .select(candidateFields)
        .lean<CopyCandidate[]>();
    },
  };
}
