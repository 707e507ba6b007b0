import type {
  CopiesEffect,
  DuplicatesEffect,
  FeatureRow,
  FeatureTable,
  Moderation,
  Products,
  Quotes,
  Ratings,
  Trend,
} from '../contract/analytics.ts';
import type { Estimate } from '../contract/primitives.ts';

const netColumns = (net: Estimate | null) => ({ net: net?.value, net_low: net?.low, net_high: net?.high });

/** Both countings of a figure, where they were asked for. */
export const effectColumns = (effect: CopiesEffect | undefined) =>
  effect
    ? {
        reviews_once: effect.once.reviews,
        net_once: effect.once.net?.value,
        reviews_all: effect.all.reviews,
        net_all: effect.all.net?.value,
      }
    : {};

export const featureColumns = ({ feature, label, positive, negative, neutral, mixed, reviews, net }: FeatureRow) => ({
  ...{ feature, label, positive, negative, neutral, mixed, reviews },
  ...netColumns(net),
});

export const featureTable = (answer: FeatureTable) =>
  answer.rows.map((row) => ({
    ...featureColumns(row),
    ...effectColumns(row.effect),
  }));

/** One row an interval and feature. */
export const trend = (answer: Trend) =>
  answer.series.flatMap(({ feature, label, points }) =>
    points.map(({ net, effect, ...point }, index) => ({
      feature,
      label,
      ...point,
      ...netColumns(net),
      ...effectColumns(effect),
      all_reviews: answer.stars[index]?.reviews,
      average_stars: answer.stars[index]?.average,
      ...Object.fromEntries(
        (answer.stars[index]?.distribution ?? []).map((row) => [`stars_${row.stars}`, row.reviews]),
      ),
    })),
  );

export const ratings = (answer: Ratings) => [
  ...answer.rows.map(({ stars, reviews, share }) => ({
    stars: String(stars),
    reviews,
    share: share?.value,
    share_low: share?.low,
    share_high: share?.high,
  })),
  { stars: 'none', reviews: answer.unrated, share: null, share_low: null, share_high: null },
];

/** One row a product and feature; a product without any has one row of its own. */
export const products = (answer: Products) =>
  answer.rows.flatMap(({ product, reviews, average, features }) => {
    const own = { product, product_reviews: reviews, average_stars: average };
    if (features.length === 0) return [own];
    return features.map((row) => ({ ...own, ...featureColumns(row), ...effectColumns(row.effect) }));
  });

export const quotes = (answer: Quotes) =>
  answer.items.map(({ review, mentions }) => ({
    id: review.id,
    product: review.product,
    source: review.source,
    date: review.date,
    rating: review.rating,
    author: review.author,
    title: review.title,
    text: review.text,
    mentions: mentions.map((mention) => `${mention.feature} ${mention.polarity}: ${mention.quote}`).join(' | '),
  }));

export const duplicatesEffect = (answer: DuplicatesEffect) =>
  (['once', 'all'] as const).map((counting) => {
    const { reviews, rated, average, net, stars } = answer[counting];
    const byStar = Object.fromEntries(stars.map((row) => [`stars_${row.stars}`, row.reviews]));
    return { counting, reviews, rated, average_stars: average, ...netColumns(net), ...byStar };
  });

export const moderation = (answer: Moderation) => answer.rows;
