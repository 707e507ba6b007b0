import type { Polarity } from '../../server/contract/primitives.ts';
import type { Mention, PatchReview, ReviewView } from '../../server/contract/reviews.ts';

/** What can be said of a feature in a review: a judgement, or null where the review does not speak of it. */
export type Choice = Polarity | null;

export const CHOICES: readonly Choice[] = ['positive', 'negative', 'neutral', 'mixed', null];

export const wordOf = (choice: Choice) => choice ?? 'not mentioned';

/** `was` is what the tagger had found, where a person said otherwise; `quotes` are the words that name the feature. */
export type Tag = { feature: string; choice: Choice; was: Choice | undefined; quotes: string[] };

type Tagged = Pick<ReviewView, 'features' | 'mentions' | 'corrections'>;
/** A change to a review, still without the version that it is for. */
export type Change = Omit<PatchReview, 'version'>;

/**
 * The tags of a review as they count, and those that a person took out of it. They keep their order when they are
 * corrected: that of the text, then those that were added.
 */
export function listTags({ features, mentions, corrections }: Tagged): Tag[] {
  const order = new Set([
    ...mentions.map(({ feature }) => feature),
    ...Object.keys(features),
    ...corrections.map(({ feature }) => feature),
  ]);
  return [...order].flatMap((feature) => {
    const correction = corrections.find((other) => other.feature === feature);
    const choice = features[feature] ?? null;
    if (choice === null && correction?.right !== null) return [];
    const was = correction && correction.found !== correction.right ? correction.found : undefined;
    if (choice === null && was === undefined) return [];
    const quotes = mentions.filter((mention) => mention.feature === feature).map(({ quote }) => quote);
    return [{ feature, choice, was, quotes: [...new Set(quotes)] }];
  });
}

/** The tags a quote is listed for: those of the features that were asked for, else of the judgements, else all. */
export function listAsked(review: Tagged, asked: { feature?: string; polarity?: string }): Tag[] {
  const features = asked.feature?.split(',');
  const judgements = asked.polarity?.split(',');
  return listTags(review).filter((tag) => {
    if (features) return features.includes(tag.feature);
    return judgements === undefined || tag.was !== undefined || judgements.includes(wordOf(tag.choice));
  });
}

/** Mentions with the judgement that a person gave their feature; without those of features that are not mentioned. */
export function correctMentions(mentions: readonly Mention[], corrections: Tagged['corrections']): Mention[] {
  return mentions.flatMap((mention) => {
    const correction = corrections.find((other) => other.feature === mention.feature);
    if (!correction || correction.found === correction.right) return [mention];
    return correction.right === null ? [] : [{ ...mention, polarity: correction.right }];
  });
}

/** Says of a feature what a person chose. Saying what was found anyway takes the correction back. */
export function toChange({ features, corrections }: Tagged, feature: string, choice: Choice): Change {
  const correction = corrections.find((other) => other.feature === feature);
  const found = correction ? correction.found : (features[feature] ?? null);
  return found === choice ? { asFound: [feature] } : { features: { [feature]: choice } };
}

/** What brings a feature back to how it is now, once something else has been said of it. */
export function toUndo({ corrections }: Tagged, feature: string): Change {
  const correction = corrections.find((other) => other.feature === feature);
  return correction ? { features: { [feature]: correction.right } } : { asFound: [feature] };
}
