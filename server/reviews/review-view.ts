import type { Polarity } from '../contract/primitives.ts';
import type { ReviewView } from '../contract/reviews.ts';
import { clusterId, reviewId } from '../public-ids.ts';
import type { StoredCorrection, StoredReview } from './review-model.ts';

/** `['night_vision:positive']` → `{ night_vision: 'positive' }`. */
export const featuresOfTags = (tags: readonly string[]): Record<string, Polarity> =>
  Object.fromEntries(
    tags.map((tag) => {
      const colon = tag.lastIndexOf(':');
      return [tag.slice(0, colon), tag.slice(colon + 1) as Polarity];
    }),
  );

export const tagsOfFeatures = (features: Readonly<Record<string, string>>): string[] =>
  Object.entries(features).map(([feature, polarity]) => `${feature}:${polarity}`);

/** The judgements that count: what the tagger found, but for what a person corrected. */
export function correctedTags(found: readonly string[], corrections: readonly StoredCorrection[]): string[] {
  const features: Record<string, string> = featuresOfTags(found);
  for (const { feature, right } of corrections) {
    if (right === null) delete features[feature];
    else features[feature] = right;
  }
  return tagsOfFeatures(features);
}

/** What a caller sees of a stored review. */
export function toReviewView(review: StoredReview): ReviewView {
  return {
    id: reviewId(review._id),
    source: review.source,
    externalId: review.externalId,
    product: review.product,
    title: review.title,
    text: review.text,
    rating: review.rating,
    author: review.author,
    date: review.date ?? review.day,
    dateKnown: review.date !== null,
    verified: review.verified,
    language: review.language,
    status: review.status,
    statusReason: review.statusReason,
    sentiment: review.sentiment,
    features: featuresOfTags(review.tags),
    mentions: review.mentions.map((mention) => ({
      ...mention,
      quote: ((mention.field === 'title' ? review.title : review.text) ?? '').slice(mention.start, mention.end),
    })),
    corrections: review.corrections.map(({ feature, right, actor, at }) => ({
      feature,
      found: featuresOfTags(review.found)[feature] ?? null,
      right,
      actor,
      at: at.toISOString(),
    })),
    tagsCheckedAt: review.tagsCheckedAt?.toISOString() ?? null,
    cluster: review.cluster === null ? null : clusterId(review.cluster),
    countedOnce: review.status === 'published' && review.once,
    importId: review.importId === null ? null : `I-${review.importId}`,
    createdAt: review.createdAt.toISOString(),
    updatedAt: review.updatedAt.toISOString(),
    version: review.version,
  };
}
