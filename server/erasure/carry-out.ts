import { isErased } from '../reviews/erased-review.ts';
import type { StoredReview } from '../reviews/review-model.ts';
import type { EraseReviews } from './erase-reviews.ts';
import type { ErasureStore, StoredErasure } from './erasure-store.ts';
import { createPersonFinder, type Person, type PersonFinder } from './person.ts';
import type { TraceStore, Traces } from './trace-store.ts';

export interface CarryOutDeps {
  store: Pick<ErasureStore, 'note' | 'finish' | 'byId'>;
  traces: TraceStore;
  eraseReviews: EraseReviews;
  now: () => Date;
}

export type CarryOut = ReturnType<typeof createCarryOut>;

type Sought = Person & { reviewIds: readonly number[] };
type Touched = StoredErasure['touched'];

const STRETCH = 500;
/** What the collections hold, in the words of the app. */
const NAMES: Readonly<Record<string, string>> = {
  ...{ review_events: 'history', rejects: 'rows that were not taken', idempotency_keys: 'kept answers' },
  ...{
    decisions: 'notes of decisions',
    held_decisions: 'notes of decisions',
    decision_log: 'rows of the decision log',
  },
  ...{ pairs: 'reasons of pairs', clusters: 'clusters', outbox: 'events', deliveries: 'deliveries', mails: 'mails' },
};
const nameOf = (collection: string) =>
  NAMES[collection] ?? (collection.startsWith('dry_run_') ? 'dry runs' : collection.replaceAll('_', ' '));

const isOf = (finder: PersonFinder, reviewIds: ReadonlySet<number>) => (review: StoredReview) =>
  !isErased(review) &&
  (reviewIds.has(review._id) ||
    finder.isAuthor(review.author) ||
    [review.title, review.text, review.externalId].some((text) => text !== null && finder.find(text).length > 0));

/** Goes through all that is stored and erases, or counts, what is of a person. Each step can be done again. */
export function createCarryOut({ store, traces, eraseReviews, now }: CarryOutDeps) {
  const clearTraces = async (sought: Traces, isDry: boolean, beat: () => Promise<void>): Promise<Touched> => {
    const counts = new Map<string, number>();
    const add = (what: string, count: number) => {
      if (count > 0) counts.set(what, (counts.get(what) ?? 0) + count);
    };
    for (const name of await traces.collections()) {
      await beat();
      add(nameOf(name), await traces.clear(name, sought, { isDry, beat }));
    }
    add('uploaded files', await traces.clearUploads(sought, isDry));
    return [...counts].map(([what, count]) => ({ what, count }));
  };

  return {
    /** What an erasure would touch. */
    async count({ reviewIds, ...person }: Sought): Promise<{ reviews: number; touched: Touched }> {
      const finder = createPersonFinder(person);
      const isTheirs = isOf(finder, new Set(reviewIds));
      const reviews = new Set<number>();
      let after = 0;
      for (let part = await traces.reviewsAfter(after, STRETCH); part.length > 0; ) {
        for (const review of part) if (isTheirs(review)) reviews.add(review._id);
        after = part.at(-1)?._id ?? after;
        part = await traces.reviewsAfter(after, STRETCH);
      }
      const touched = await clearTraces({ find: finder.find, reviews, at: now() }, true, async () => undefined);
      return { reviews: reviews.size, touched };
    },

    /** Carries an erasure out from where it was; `beat` is called between its steps and may throw to break it off. */
    async run({ _id, person, actor, after }: StoredErasure, beat: () => Promise<void>): Promise<void> {
      if (person === null) return;
      const { reviewIds, ...sought } = person;
      const finder = createPersonFinder(sought);
      const isTheirs = isOf(finder, new Set(reviewIds));
      let place = after;
      for (let part = await traces.reviewsAfter(place, STRETCH); part.length > 0; ) {
        await beat();
        place = part.at(-1)?._id ?? place;
        const found = part.filter(isTheirs).map((review) => review._id);
        const done = place;
        if (found.length > 0)
          await eraseReviews(found, {
            actor,
            note: (reviews, session) => store.note(_id, { after: done, reviews }, session),
          });
        part = await traces.reviewsAfter(place, STRETCH);
      }
      const reviews = (await store.byId(_id))?.reviews ?? [];
      const touched = await clearTraces({ find: finder.find, reviews: new Set(reviews), at: now() }, false, beat);
      await traces.clearClusters(reviews);
      await store.finish(_id, { touched, at: now() });
    },
  };
}
