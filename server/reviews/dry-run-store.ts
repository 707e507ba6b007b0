import type { Connection } from 'mongoose';
import type { CopyCandidate } from './copy-keys-store.ts';
import { dryRunModel, type StoredReview } from './review-model.ts';
import { createReviewStore, type ReviewStore } from './review-store.ts';

/** What a dry run reads: the stored reviews, and over them what it would have stored of the file so far. */
export interface DryRunReviews
  extends Pick<
    ReviewStore,
    'byIdentity' | 'holdersOfExact' | 'textsKeptBy' | 'holdersOfBands' | 'oldestHoldersOfEach' | 'candidatesByIds'
  > {
  /** New reviews, with ids from `firstNewId` on, and changed ones under their own. */
  put(reviews: readonly StoredReview[]): Promise<void>;
  /** Above all that are stored. */
  firstNewId: number;
}

export interface DryRunStore {
  /** @param name of the dry run: opened again, it goes on with what was put */
  open(name: string): Promise<DryRunReviews>;
  drop(name: string): Promise<void>;
  /** Names of the dry runs that were not dropped. */
  names(): Promise<string[]>;
}

const NAMESPACE_NOT_FOUND = 26;
const PREFIX = 'dry_run_';
const NEW_ID = 1e14;
const INDEXES = [{ identity: 1 }, { exact: 1, _id: 1 }, { bands: 1, _id: 1 }] as const;

/** The reviews of a dry run are kept in a collection of its own: a file may hold more than fits in memory. */
export function createDryRunStore(connection: Connection, stored: ReviewStore): DryRunStore {
  return {
    async open(name) {
      const Review = dryRunModel(connection, PREFIX + name);
      for (const index of INDEXES) await Review.collection.createIndex(index);
      const last = await Review.findOne({ _id: { $gte: NEW_ID } })
        .sort({ _id: -1 })
        .select('_id')
        .lean<Pick<StoredReview, '_id'>>();
      return {
        ...readBoth(stored, createReviewStore(connection, Review)),
        firstNewId: (last?._id ?? NEW_ID - 1) + 1,
        async put(reviews) {
          if (reviews.length === 0) return;
          await Review.collection.bulkWrite(
            reviews.map(({ _id, ...fields }) => ({
              replaceOne: { filter: { _id: _id as never }, replacement: fields, upsert: true },
            })),
            { ordered: false },
          );
        },
      };
    },

    async drop(name) {
      await connection.dropCollection(PREFIX + name).catch((error: unknown) => {
        if ((error as { code?: number }).code !== NAMESPACE_NOT_FOUND) throw error;
      });
      if (connection.models[PREFIX + name]) connection.deleteModel(PREFIX + name);
    },

    async names() {
      const collections = (await connection.db?.listCollections({}, { nameOnly: true }).toArray()) ?? [];
      return collections.flatMap(({ name }) => (name.startsWith(PREFIX) ? [name.slice(PREFIX.length)] : []));
    },
  };
}

type Read = Omit<DryRunReviews, 'put' | 'firstNewId'>;

/** The same questions of both; what the dry run has changed hides what is stored under the same id. */
function readBoth(stored: Read, own: Read): Read {
  const visible = async (ids: readonly number[]) => {
    const hidden = new Set((await own.candidatesByIds(ids)).map(({ _id }) => _id));
    return (id: number) => !hidden.has(id);
  };
  const merge = async (stores: readonly Map<string | number, number[]>[], limit: number) => {
    const [theirs, ours] = stores as [Map<string | number, number[]>, Map<string | number, number[]>];
    const isVisible = await visible([...theirs.values()].flat());
    const merged = new Map<string | number, number[]>();
    for (const key of new Set([...theirs.keys(), ...ours.keys()])) {
      const ids = [...(theirs.get(key) ?? []).filter(isVisible), ...(ours.get(key) ?? [])];
      if (ids.length > 0) merged.set(key, ids.sort((x, y) => x - y).slice(0, limit));
    }
    return merged;
  };

  return {
    async byIdentity(identities) {
      const [theirs, ours] = await Promise.all([stored.byIdentity(identities), own.byIdentity(identities)]);
      return [...new Map([...theirs, ...ours].map((review) => [review.identity, review])).values()];
    },
    async holdersOfExact(hashes) {
      const both = await Promise.all([stored.holdersOfExact(hashes), own.holdersOfExact(hashes)]);
      return (await merge(both, Number.POSITIVE_INFINITY)) as Map<string, number[]>;
    },
    async textsKeptBy(ids) {
      const theirs = ids.filter(await visible(ids));
      const both = await Promise.all([stored.textsKeptBy(theirs), own.textsKeptBy(ids)]);
      return new Set(both.flatMap((texts) => [...texts]));
    },
    async holdersOfBands(bands, limit) {
      const both = await Promise.all([stored.holdersOfBands(bands, limit), own.holdersOfBands(bands, limit)]);
      return (await merge(both, limit)) as Map<number, number[]>;
    },
    async oldestHoldersOfEach(bands, limit) {
      const both = await Promise.all([stored.oldestHoldersOfEach(bands, limit), own.oldestHoldersOfEach(bands, limit)]);
      return (await merge(both, limit)) as Map<number, number[]>;
    },
    async candidatesByIds(ids) {
      const [theirs, ours] = await Promise.all([stored.candidatesByIds(ids), own.candidatesByIds(ids)]);
      const byId = new Map([...theirs, ...ours].map((review): [number, CopyCandidate] => [review._id, review]));
      return [...byId.values()];
    },
  };
}
