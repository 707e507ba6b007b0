import { actAs } from '../access/actor.ts';
import type { FeatureRow } from '../contract/analytics.ts';
import type { Filters } from '../contract/filters.ts';
import type { Extract, Summary } from '../contract/summary.ts';
import { notFound } from '../errors.ts';
import { reviewFilter } from '../reviews/review-filter.ts';
import type { StoredReview } from '../reviews/review-model.ts';
import { toReviewView } from '../reviews/review-view.ts';
import { averageOf, ratedOf } from './cells.ts';
import { averageEstimate } from './estimate.ts';
import { counted, type Figures, stated } from './figures.ts';
import type { QuoteDeps } from './quotes-service.ts';
import { rankRepresentative } from './rank-representative.ts';
import { featureRows, type LabelOf, starRows } from './tables.ts';
import { typicalMention } from './typical-mention.ts';

export interface SummaryDeps {
  figures: Figures;
  reviews: QuoteDeps['reviews'];
  featureIds: () => readonly string[];
  labelOf: LabelOf;
}

/** Who reads what is embedded in other sites. */
const ANYBODY = { name: 'Another site', mayReadPersonalData: false, seesPersonalData: false };

const MIN_N = 10;
const SHOWN = 5;
/** Newest reviews among which typical sentences are found, for all features at once; and for one that has none there. */
const POOL = { all: 200, one: 40 };
/** Of a feature one sentence is shown: none has to differ from it. */
const ONE = 1;

/** How much a row says: net sentiment, and how many say so. */
const weight = (row: FeatureRow) => Math.abs(row.net?.value ?? 0) * row.reviews;
const heaviest = (rows: FeatureRow[]) => rows.sort((x, y) => weight(y) - weight(x)).slice(0, SHOWN);

/** The most representative of the sentences by which the reviews judge so. */
function typicalExtract(pool: readonly StoredReview[], tag: string): Extract | null {
  const holders = pool.filter((review) => review.tags.includes(tag));
  const isWanted = (one: string) => one === tag;
  const sentences = holders.map((review) => typicalMention(review, isWanted));
  const first = rankRepresentative(
    holders.map(({ author }, index) => ({
      author,
      sentence: sentences[index]?.isClear ? sentences[index].text : null,
    })),
    ONE,
  ).find((index) => sentences[index] !== undefined);
  const chosen = holders[first ?? -1];
  if (!chosen) return null;
  // Personal data is masked in what is shown, which moves the offsets.
  const view = toReviewView(chosen);
  const sentence = typicalMention(view, isWanted);
  if (!sentence) return null;
  const { field, start, end, text } = sentence;
  return { review: view.id, ...{ field, start, end, text }, rating: view.rating, date: view.date };
}

/** A product, or all of them, in short. */
export function createSummaryService({ figures, reviews, featureIds, labelOf }: SummaryDeps) {
  const summary = async (query: Filters): Promise<Summary> => {
    const filters = counted(query);
    const [{ sum, days }, pool] = await Promise.all([
      figures.sumAndDays(filters),
      reviews.newest(reviewFilter(filters, featureIds()), { after: undefined, limit: POOL.all }),
    ]);
    const rows = featureRows(sum, labelOf).filter((row) => row.reviews >= MIN_N);
    const withSentence = async (row: FeatureRow, polarity: 'positive' | 'negative') => {
      const judged = reviewFilter({ ...filters, feature: [row.feature], polarity: [polarity] }, featureIds());
      const tag = `${row.feature}:${polarity}`;
      const sentence =
        typicalExtract(pool, tag) ??
        typicalExtract(await reviews.newest(judged, { after: undefined, limit: POOL.one }), tag);
      return { ...row, sentence };
    };
    const strengths = heaviest(rows.filter((row) => (row.net?.low ?? 0) > 0));
    const weaknesses = heaviest(rows.filter((row) => (row.net?.high ?? 0) < 0));
    return {
      ...stated(filters, days),
      product: filters.product ?? null,
      minN: MIN_N,
      reviews: sum.reviews,
      rated: ratedOf(sum),
      average: averageEstimate(sum.stars, averageOf(sum)),
      stars: starRows(sum),
      strengths: await Promise.all(strengths.map((row) => withSentence(row, 'positive'))),
      weaknesses: await Promise.all(weaknesses.map((row) => withSentence(row, 'negative'))),
    };
  };

  return {
    summary,

    /**
     * For other sites: counted once, all of its time, personal data masked whoever asks.
     * @throws AppError 404 for a product without published reviews
     */
    async productSummary(product: string): Promise<Summary> {
      const found = await actAs(ANYBODY, () => summary({ product }));
      if (found.reviews === 0) throw notFound('product');
      return found;
    },
  };
}

/** The same as schema.org has it: a Product with an AggregateRating where there are ratings. */
export function toStructuredData({ product, rated, reviews, average }: Summary): Record<string, unknown> {
  return {
    '@context': 'https://schema.org',
    '@type': 'Product',
    name: product,
    ...(average === null
      ? {}
      : {
          aggregateRating: {
            '@type': 'AggregateRating',
            ratingValue: Math.round(average.value * 100) / 100,
            bestRating: 5,
            worstRating: 1,
            ratingCount: rated,
            reviewCount: reviews,
          },
        }),
  };
}
