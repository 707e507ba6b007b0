import type { Connection, PipelineStage, QueryFilter } from 'mongoose';
import type { Polarity } from '../contract/primitives.ts';
import { reviewModel, type StoredReview } from '../reviews/review-model.ts';
import { type Cell, emptyCell, emptyTally } from './cells.ts';
import { createJudgedRatings, type JudgedRatings } from './judged-ratings.ts';

interface DayRow {
  _id: { product: string | null; day: string; star: number };
  reviews: number;
  ratingSum: number;
  mentioning: number;
}

interface TagRow {
  _id: { product: string | null; day: string; tag: string };
  reviews: number;
}

interface RatingRow {
  _id: { tag?: string; rating: number };
  reviews: number;
}

/** Whole star that a rating counts for; 0 for none. The same as `starOf`. */
const starStage = {
  $cond: [{ $eq: ['$rating', null] }, 0, { $min: [5, { $floor: { $add: ['$rating', 0.5] } }] }],
};

/** Stages for the counts of reviews by day and star. */
const dayStages = (match: QueryFilter<StoredReview>, byProduct: boolean, tags?: readonly string[]): PipelineStage[] => [
  { $match: match as Record<string, unknown> },
  {
    $group: {
      _id: { product: byProduct ? '$product' : null, day: '$day', star: starStage },
      reviews: { $sum: 1 },
      ratingSum: { $sum: { $round: [{ $multiply: [{ $ifNull: ['$rating', 0] }, 100] }, 0] } },
      mentioning: {
        $sum: { $cond: [{ $gt: [{ $size: tags ? { $setIntersection: ['$tags', [...tags]] } : '$tags' }, 0] }, 1, 0] },
      },
    },
  },
];

const inHundredths = { $round: [{ $multiply: ['$rating', 100] }, 0] };

/** Stages for the counts of ratings, all together or by judgement. */
const ratingStages = (
  match: QueryFilter<StoredReview>,
  by: 'all' | 'tag',
  tags?: readonly string[],
): PipelineStage[] => [
  { $match: { $and: [match, { rating: { $ne: null } }] } as Record<string, unknown> },
  ...(by === 'all' ? [] : [{ $project: { rating: 1, tags: 1 } }, { $unwind: '$tags' }]),
  ...(by === 'tag' && tags ? [{ $match: { tags: { $in: [...tags] } } }] : []),
  { $group: { _id: { ...(by === 'tag' ? { tag: '$tags' } : {}), rating: inHundredths }, reviews: { $sum: 1 } } },
];

/** Stages for the counts of judgements by day; `tags` limits them to the selected ones. */
const tagStages = (match: QueryFilter<StoredReview>, byProduct: boolean, tags?: readonly string[]): PipelineStage[] => [
  { $match: match as Record<string, unknown> },
  { $project: { product: 1, day: 1, tags: 1 } },
  { $unwind: '$tags' },
  ...(tags ? [{ $match: { tags: { $in: [...tags] } } }] : []),
  { $group: { _id: { product: byProduct ? '$product' : null, day: '$day', tag: '$tags' }, reviews: { $sum: 1 } } },
];

export type LiveStore = ReturnType<typeof createLiveStore>;

/** Counts reviews one by one: for filters that the roll-ups do not cover, with the same cells as answer. */
export function createLiveStore(connection: Connection) {
  const Review = reviewModel(connection);

  const cellsBy = async (match: QueryFilter<StoredReview>, byProduct: boolean, tags?: readonly string[]) => {
    const [days, judgements] = await Promise.all([
      Review.aggregate<DayRow>(dayStages(match, byProduct, tags)),
      Review.aggregate<TagRow>(tagStages(match, byProduct, tags)),
    ]);
    const products = new Map<string, Map<string, Cell>>();
    const cellAt = (product: string | null, day: string) => {
      const cells = products.get(product ?? '') ?? new Map<string, Cell>();
      products.set(product ?? '', cells);
      const cell = cells.get(day) ?? emptyCell(day);
      cells.set(day, cell);
      return cell;
    };
    for (const row of days) {
      const cell = cellAt(row._id.product, row._id.day);
      cell.reviews += row.reviews;
      cell.mentioning += row.mentioning;
      cell.ratingSum += row.ratingSum;
      cell.stars[row._id.star] = row.reviews;
    }
    for (const row of judgements) {
      const colon = row._id.tag.lastIndexOf(':');
      const feature = row._id.tag.slice(0, colon);
      const features = cellAt(row._id.product, row._id.day).features;
      features[feature] ??= emptyTally();
      features[feature][row._id.tag.slice(colon + 1) as Polarity] = row.reviews;
    }
    return new Map(
      [...products].map(([product, cells]) => [product, [...cells.values()].sort((x, y) => (x.day < y.day ? -1 : 1))]),
    );
  };

  return {
    /** Days with matching reviews, oldest first. `tags` limits the judgements that are counted. */
    async cells(match: QueryFilter<StoredReview>, tags?: readonly string[]): Promise<Cell[]> {
      return (await cellsBy(match, false, tags)).get('') ?? [];
    },
    async cellsByProduct(match: QueryFilter<StoredReview>, tags?: readonly string[]): Promise<Map<string, Cell[]>> {
      return cellsBy(match, true, tags);
    },
    /** Ratings of the matching reviews by judgement; `tags` limits those. */
    async judgedRatings(match: QueryFilter<StoredReview>, tags?: readonly string[]): Promise<JudgedRatings> {
      const [all, judged] = await Promise.all([
        Review.aggregate<RatingRow>(ratingStages(match, 'all')),
        Review.aggregate<RatingRow>(ratingStages(match, 'tag', tags)),
      ]);
      const sum = createJudgedRatings();
      for (const row of all) sum.add(undefined, row._id.rating, row.reviews);
      for (const { _id, reviews } of judged) {
        const tag = _id.tag ?? '';
        const colon = tag.lastIndexOf(':');
        sum.add({ feature: tag.slice(0, colon), polarity: tag.slice(colon + 1) as Polarity }, _id.rating, reviews);
      }
      return sum;
    },
  };
}
