import type { ReviewView } from '../contract/reviews.ts';
import { clusterId, reviewId } from '../public-ids.ts';
import type { StoredMention, StoredReview } from './review-model.ts';
import { featuresOfTags, standingFound } from './right-tags.ts';

/**
 * Where the review speaks of features, with the judgements that count where a person checked another tagger's work:
 * a mark must not say what its tag does not.
 */
function standingMentions(review: StoredReview): StoredMention[] {
  const found = featuresOfTags(review.found);
  const standing = standingFound(review);
  const right = featuresOfTags(review.tags);
  return review.mentions.flatMap((mention) => {
    const { feature } = mention;
    if (found[feature] === standing[feature]) return [mention];
    const polarity = right[feature];
    return polarity ? [{ ...mention, polarity }] : [];
  });
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
    flags: [],
    masked: [],
    sentiment: review.sentiment,
    features: featuresOfTags(review.tags),
    mentions: standingMentions(review).map((mention) => ({
      ...mention,
      quote: ((mention.field === 'title' ? review.title : review.text) ?? '').slice(mention.start, mention.end),
    })),
    corrections: review.corrections.map(({ feature, right, actor, at }) => ({
      feature,
      found: standingFound(review)[feature] ?? null,
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
