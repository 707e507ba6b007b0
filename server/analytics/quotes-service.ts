import type { Quotes, QuotesQuery } from '../contract/analytics.ts';
import { reviewFilter, selectedTags } from '../reviews/review-filter.ts';
import type { ReviewQuery, StoredReview } from '../reviews/review-model.ts';
import { toReviewView } from '../reviews/review-view.ts';
import { tallyOf } from './difference.ts';
import { type CountedFilters, counted, type Figures, isCovered, stated } from './figures.ts';
import { rankRepresentative } from './rank-representative.ts';
import { typicalMention } from './typical-mention.ts';

/** The place of a review in a list that is sorted by day and id, newest first. */
export interface DayPlace {
  day: string;
  id: number;
}

/** Where a list of quotes goes on: behind a review, or at a place of the ranked ones, which begin with `first`. */
export type QuotePosition = { after: DayPlace } | { first: DayPlace; at: number };

export interface QuoteDeps {
  reviews: {
    newest(filter: ReviewQuery, paging: { after: DayPlace | undefined; limit: number }): Promise<StoredReview[]>;
    countMatching(filter: ReviewQuery): Promise<number>;
  };
  figures: Figures;
  featureIds: () => readonly string[];
}

/** Newest reviews of a bar among which the representative ones are found. */
const RANKED = 200;

const placeOf = ({ day, _id }: StoredReview): DayPlace => ({ day, id: _id });

type QuotesPage = Omit<Quotes, 'next'> & { next: QuotePosition | null };

/** The reviews behind a number. */
export function createQuotesService({ reviews, figures, featureIds }: QuoteDeps) {
  /** The bar itself where it says how many reviews it has: counting them would take as long as they are many. */
  const countBehind = async (filters: CountedFilters): Promise<number> => {
    const { feature, polarity, ...rest } = filters;
    const [only, ...others] = feature ?? [];
    if (!isCovered(rest) || others.length > 0 || (only === undefined && polarity !== undefined)) {
      return reviews.countMatching(reviewFilter(filters, featureIds()));
    }
    const sum = await figures.sum(rest);
    if (only === undefined) return sum.reviews;
    const tally = tallyOf(sum, only);
    const polarities = polarity ?? (['positive', 'negative', 'neutral', 'mixed'] as const);
    return polarities.reduce((count, judged) => count + tally[judged], 0);
  };

  const inOrder = async (filter: ReviewQuery, after: DayPlace | undefined, limit: number) => {
    const items = await reviews.newest(filter, { after, limit });
    const last = items.at(-1);
    return { items, next: last && items.length === limit ? { after: placeOf(last) } : null };
  };

  /** The newest are ranked; behind them come the others, newest first. */
  const ranked = async (
    filter: ReviewQuery,
    position: { first: DayPlace; at: number } | undefined,
    { limit, tags }: { limit: number; tags: readonly string[] | undefined },
  ): Promise<{ items: StoredReview[]; next: QuotePosition | null }> => {
    const from = position && { day: position.first.day, id: position.first.id + 1 };
    const pool = await reviews.newest(filter, { after: from, limit: RANKED });
    const [first, last] = [pool[0], pool.at(-1)];
    if (!first || !last) return { items: [], next: null };
    const order = rankRepresentative(
      pool.map((review) => {
        // The mention has to judge as the review does.
        const isWanted = (tag: string) => review.tags.includes(tag) && (tags?.includes(tag) ?? true);
        const found = typicalMention(review, isWanted);
        return { author: review.author, sentence: found?.isClear ? found.text : null };
      }),
    );
    const at = position?.at ?? 0;
    const items = order.slice(at, at + limit).map((index) => pool[index] as StoredReview);
    if (at + limit < pool.length) return { items, next: { first: placeOf(first), at: at + limit } };
    if (pool.length < RANKED) return { items, next: null };
    if (items.length === limit) return { items, next: { after: placeOf(last) } };
    const more = await inOrder(filter, placeOf(last), limit - items.length);
    return { items: [...items, ...more.items], next: more.next };
  };

  return {
    /** Each review with only the mentions that were asked for; `total` is what the bar says. */
    async quotes(
      { order = 'newest', limit: _, cursor: __, ...query }: QuotesQuery,
      { position, limit }: { position: QuotePosition | undefined; limit: number },
    ): Promise<QuotesPage> {
      const filters = counted(query);
      const filter = reviewFilter(filters, featureIds());
      const tags = selectedTags(filters, featureIds());
      const isRanked = order === 'representative' && !(position && 'after' in position);
      const [total, { items, next }] = await Promise.all([
        countBehind(filters),
        isRanked
          ? ranked(filter, position && 'first' in position ? position : undefined, { limit, tags })
          : inOrder(filter, position && 'after' in position ? position.after : undefined, limit),
      ]);
      const wanted = new Set(tags ?? []);
      const isAsked = (review: StoredReview, feature: string) =>
        wanted.size === 0 || review.tags.some((tag) => wanted.has(tag) && tag.startsWith(`${feature}:`));
      return {
        ...stated(filters, { from: null, to: null }),
        total,
        order,
        items: items.map((review) => {
          const view = toReviewView(review);
          return { review: view, mentions: view.mentions.filter((mention) => isAsked(review, mention.feature)) };
        }),
        next,
      };
    },
  };
}
