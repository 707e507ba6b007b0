import { currentActor } from '../access/actor.ts';
import type { Fault } from '../contract/problem.ts';
import type { ListReviews, ReviewHistory, ReviewInput } from '../contract/reviews.ts';
import { AppError, notFound } from '../errors.ts';
import { searchFilter } from '../search/search-filter.ts';
import type { SearchStore } from '../search/search-store.ts';
import type { EventStore } from './event-store.ts';
import type { IntakeResult } from './intake.ts';
import type { PatchStoredReview } from './patch-review.ts';
import { reviewFilter } from './review-filter.ts';
import type { ReviewQuery, StoredReview } from './review-model.ts';
import type { ReviewStore } from './review-store.ts';
import type { TakeIn } from './take-in.ts';

export interface ReviewDeps {
  store: Pick<ReviewStore, 'byId' | 'byIds' | 'newest' | 'page'>;
  events: Pick<EventStore, 'of'>;
  takeIn: Pick<TakeIn, 'intake'>;
  patchReview: PatchStoredReview;
  search: SearchStore['search'];
  featureIds: () => readonly string[];
  now: () => Date;
}

/** What became of one review of a batch. */
export type BatchOutcome = { index: number; errors: Fault[] } | ({ index: number } & IntakeResult);

export type ReviewService = ReturnType<typeof createReviewService>;

/** A place in the list, and how many reviews from there on. */
type ListPaging = { after: { day: string; id: number } | undefined; limit: number };

/** A day is over everywhere on earth 14 hours before it is over in UTC at the latest. */
const AHEAD_MS = 14 * 3_600_000;

export function createReviewService({ store, events, takeIn, patchReview, search, featureIds, now }: ReviewDeps) {
  const dateFault = (review: ReviewInput): Fault | undefined =>
    review.date && Date.parse(review.date) > now().getTime() + AHEAD_MS
      ? { pointer: '/date', detail: `${review.date} is in the future` }
      : undefined;

  /** What is listed; words are found only where the current actor is shown them. */
  const listFilter = ({ q, facets: _, limit: __, cursor: ___, ...filters }: ListReviews): ReviewQuery => {
    const filter = reviewFilter(filters, featureIds());
    return q === undefined ? filter : { $and: [filter, searchFilter(q, !currentActor().seesPersonalData)] };
  };

  return {
    /** @throws AppError 422 for a date in the future */
    async post(review: ReviewInput): Promise<IntakeResult> {
      const fault = dateFault(review);
      if (fault) throw new AppError('invalid-body', 422, `${fault.pointer}: ${fault.detail}.`, { errors: [fault] });
      const [result] = await takeIn.intake([review], { occurrences: new Map(), atOnce: true });
      return result as IntakeResult;
    },

    /** Takes in what is valid; `parse` answers a review or its faults. */
    async postBatch(raw: readonly unknown[], parse: (raw: unknown) => ReviewInput | Fault[]): Promise<BatchOutcome[]> {
      const outcomes: BatchOutcome[] = [];
      const valid: { index: number; review: ReviewInput }[] = [];
      for (const [index, item] of raw.entries()) {
        const parsed = parse(item);
        const faults = Array.isArray(parsed) ? parsed : [dateFault(parsed)].filter((fault) => fault !== undefined);
        if (faults.length > 0) outcomes.push({ index, errors: faults });
        else valid.push({ index, review: parsed as ReviewInput });
      }
      const results =
        valid.length > 0
          ? await takeIn.intake(
              valid.map(({ review }) => review),
              { occurrences: new Map() },
            )
          : [];
      for (const [at, { index }] of valid.entries()) outcomes.push({ index, ...(results[at] as IntakeResult) });
      return outcomes.sort((x, y) => x.index - y.index);
    },

    async get(id: number): Promise<StoredReview> {
      const review = await store.byId(id);
      if (!review) throw notFound('review');
      return review;
    },

    async list(query: ListReviews, paging: ListPaging) {
      const filter = listFilter(query);
      const { q, facets: withFacets = false } = query;
      if (q === undefined && !withFacets) return { ...(await store.page(filter, paging)), facets: undefined };
      const { ids, total, facets } = await search(filter, { ...paging, withFacets });
      const reviews = new Map((await store.byIds(ids)).map((review) => [review._id, review]));
      return { items: ids.flatMap((id) => reviews.get(id) ?? []), total, facets };
    },

    /** What `list` answers, without anything being counted. */
    newest: (query: ListReviews, paging: ListPaging) => store.newest(listFilter(query), paging),

    patch: patchReview,

    async history(id: number): Promise<ReviewHistory> {
      const review = await this.get(id);
      const rows = await events.of(id);
      const created = {
        at: review.createdAt.toISOString(),
        actor: 'source',
        event: 'created',
        detail: null,
        version: 1,
      };
      return {
        items: [
          created,
          ...rows.map(({ at, actor, event, detail, version }) => ({
            at: at.toISOString(),
            actor,
            event,
            detail,
            version,
          })),
        ],
      };
    },
  };
}
