import { actAs, currentActor } from '../access/actor.ts';
import type { ListReviews, ReviewView } from '../contract/reviews.ts';
import { dayCursor } from '../http/cursor.ts';
import type { CsvRow } from '../http/stream-csv.ts';
import type { ReviewService } from './review-service.ts';
import { toReviewView } from './review-view.ts';

/** Reviews that are held in memory at a time. */
const CSV_PAGE = 500;

export const REVIEW_COLUMNS = [
  ...(['id', 'source', 'external_id', 'product', 'title', 'text', 'rating', 'author', 'date', 'date_known'] as const),
  ...([
    'verified',
    'language',
    'status',
    'status_reason',
    'sentiment',
    'features',
    'flags',
    'tags_checked_at',
  ] as const),
  ...(['cluster', 'counted_once', 'import', 'created_at', 'updated_at'] as const),
] as const;

/** What the list shows of a review, a cell a field; features and flags are separated by spaces. */
const toRow = (review: ReviewView): CsvRow<(typeof REVIEW_COLUMNS)[number]> => {
  const { id, source, product, title, text, rating, author, date, verified, language, status, cluster } = review;
  return {
    ...{ id, source, product, title, text, rating, author, date, verified, language, status, cluster },
    external_id: review.externalId,
    date_known: review.dateKnown,
    status_reason: review.statusReason,
    sentiment: review.sentiment.label,
    features: Object.entries(review.features)
      .map((judgement) => judgement.join(':'))
      .join(' '),
    flags: review.flags.map(({ check }) => check).join(' '),
    tags_checked_at: review.tagsCheckedAt,
    counted_once: review.countedOnce,
    import: review.importId,
    created_at: review.createdAt,
    updated_at: review.updatedAt,
  };
};

/**
 * All reviews that the list would show page by page from the cursor on, in pages of rows. They are as the current actor
 * may see them, whenever they are read: a stream goes on when the network has taken what came before.
 * @throws AppError 400 for a cursor of no list, at once
 */
export function reviewRows(service: Pick<ReviewService, 'newest'>, query: ListReviews) {
  const actor = currentActor();
  const from = dayCursor.decode(query.cursor);
  return (async function* () {
    for (let after = from; ; ) {
      const page = await actAs(actor, () => service.newest(query, { after, limit: CSV_PAGE }));
      yield actAs(actor, () => page.map(toReviewView).map(toRow));
      const last = page.at(-1);
      if (!last || page.length < CSV_PAGE) return;
      after = { day: last.day, id: last._id };
    }
  })();
}
