import { type PersonalView, viewPersonal } from '../access/mask-personal.ts';
import type { ReviewFlag } from '../contract/review-flags.ts';
import type { Mention, ReviewView } from '../contract/reviews.ts';
import { clusterId, reviewId } from '../public-ids.ts';
import type { StoredFlag } from '../screening/stored-flag.ts';
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

/** The mention in the text as it is shown. */
function mentionIn({ cue, negator, ...mention }: StoredMention, { text, mapSpan }: PersonalView): Mention {
  const span = mapSpan(mention);
  return {
    ...mention,
    ...span,
    quote: text.slice(span.start, span.end),
    ...(cue ? { cue: mapSpan(cue) } : {}),
    ...(negator ? { negator: mapSpan(negator) } : {}),
  };
}

type ShownFields = Record<'title' | 'text', PersonalView | null>;

/** What the settings make something of; a failed check always. */
const flagViews = (flags: readonly StoredFlag[], shown: ShownFields): ReviewFlag[] =>
  flags.flatMap(({ level, spans, ...flag }) =>
    level === 'off'
      ? []
      : [
          {
            ...flag,
            level,
            spans: spans.map(({ field, ...span }) => ({ field, ...(shown[field]?.mapSpan(span) ?? span) })),
          },
        ],
  );

/** What a caller sees of a stored review: personal data masked, unless the current actor is shown it. */
export function toReviewView(review: StoredReview): ReviewView {
  const shown = {
    title: review.title === null ? null : viewPersonal(review.title),
    text: viewPersonal(review.text),
    author: review.author === null ? null : viewPersonal(review.author),
  };
  const fields = Object.values(shown).filter((view) => view !== null);
  return {
    id: reviewId(review._id),
    source: review.source,
    externalId: review.externalId,
    product: review.product,
    title: shown.title?.text ?? null,
    text: shown.text.text,
    rating: review.rating,
    author: shown.author?.text ?? null,
    date: review.date ?? review.day,
    dateKnown: review.date !== null,
    verified: review.verified,
    language: review.language,
    status: review.status,
    statusReason: review.statusReason,
    flags: flagViews(review.flags ?? [], shown),
    masked: [...new Set(fields.flatMap(({ kinds }) => kinds))],
    sentiment: review.sentiment,
    features: featuresOfTags(review.tags),
    mentions: standingMentions(review).flatMap((mention) => {
      const view = shown[mention.field];
      return view ? [mentionIn(mention, view)] : [];
    }),
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
