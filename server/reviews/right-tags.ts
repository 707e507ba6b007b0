import type { Polarity, StoredReview } from './review-model.ts';

type Judged = Pick<StoredReview, 'found' | 'corrections' | 'checkedFound'>;

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

const withoutNulls = (judgements: Readonly<Record<string, Polarity | null>>): Record<string, Polarity> =>
  Object.fromEntries(Object.entries(judgements).filter((entry): entry is [string, Polarity] => entry[1] !== null));

/**
 * What corrections are laid over: what the tagger finds, but for the features that a person has checked what it had
 * found then. So a newer tagger changes nothing of what a person called right.
 */
export const standingFound = ({ found, checkedFound }: Pick<Judged, 'found' | 'checkedFound'>) =>
  withoutNulls({ ...featuresOfTags(found), ...checkedFound });

/** The judgements that count: those that stand, but for what a person corrected. */
export function rightTags(review: Judged): string[] {
  const corrected = Object.fromEntries(review.corrections.map(({ feature, right }) => [feature, right]));
  return tagsOfFeatures(withoutNulls({ ...standingFound(review), ...corrected }));
}

/**
 * What a person has looked at who calls the tags right: every feature of the taxonomy, null where nothing was found.
 * A feature that comes into the taxonomy later is not among them: nobody has said anything of it.
 */
export function checkFound(review: Judged, featureIds: readonly string[]): Record<string, Polarity | null> {
  const unmentioned = Object.fromEntries(featureIds.map((feature) => [feature, null]));
  return { ...unmentioned, ...review.checkedFound, ...standingFound(review) };
}

/** What the tagger finds now of a checked review, and what is right; both of the features that were checked only. */
export function measuredTags(review: Judged): { found: Record<string, Polarity>; right: Record<string, Polarity> } {
  const checked = new Set([
    ...Object.keys(review.checkedFound ?? {}),
    ...review.corrections.map(({ feature }) => feature),
  ]);
  const onlyChecked = (tags: readonly string[]) =>
    featuresOfTags(tags.filter((tag) => checked.has(tag.slice(0, tag.lastIndexOf(':')))));
  return { found: onlyChecked(review.found), right: onlyChecked(rightTags(review)) };
}
