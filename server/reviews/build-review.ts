import type { AnalysedReview } from '../analysis/analyse-pool.ts';
import type { ReviewInput } from '../contract/reviews.ts';
import { lookupKeys } from '../duplicates/lookup-keys.ts';
import { type StoredFlag, withStatusOfFlags } from '../screening/stored-flag.ts';
import { normaliseDate } from './identity.ts';
import type { StoredReview } from './review-model.ts';
import { rightTags, tagsOfFeatures } from './right-tags.ts';

type Content = Pick<StoredReview, 'product' | 'title' | 'text' | 'rating' | 'author' | 'date' | 'verified'>;

/** What the caller said of the review, in the form it is stored. */
export function contentOf(input: ReviewInput): Content {
  return {
    product: input.product,
    title: input.title?.trim() || null,
    text: input.text.trim(),
    rating: input.rating ?? null,
    author: input.author?.trim() || null,
    date: normaliseDate(input.date),
    verified: input.verified ?? null,
  };
}

const contentFields = ['product', 'title', 'text', 'rating', 'author', 'date', 'verified'] as const;

export const hasSameContent = (stored: Content, content: Content) =>
  contentFields.every((field) => stored[field] === content[field]);

type Analysed = Pick<
  StoredReview,
  'language' | 'sentiment' | 'tags' | 'found' | 'mentions' | 'exact' | 'taggedWith' | 'maskedWords'
> & {
  flags: StoredFlag[];
};

/**
 * What the analysis says of the review, in the form it is stored, and the tags that count after what people said of
 * it (`said`); quotes are cut from the text when it is shown.
 */
export function analysedFields(
  { analysis, fingerprint, taggedWith, flags = [], maskedWords = undefined }: AnalysedReview,
  said: Pick<StoredReview, 'corrections' | 'checkedFound' | 'flags'>,
): Analysed {
  const found = tagsOfFeatures(analysis.features);
  return {
    language: analysis.language,
    sentiment: analysis.sentiment,
    tags: rightTags({ ...said, found }),
    found,
    mentions: analysis.mentions.map(({ feature, polarity, field, start, end, cue, negator }) => ({
      feature,
      polarity,
      field,
      start,
      end,
      ...(cue ? { cue: { start: cue.start, end: cue.end } } : {}),
      ...(negator ? { negator: { start: negator.start, end: negator.end } } : {}),
    })),
    exact: fingerprint.exact,
    taggedWith,
    maskedWords: maskedWords ?? null,
    // Of the reviews it came in with, only the intake knows.
    flags: [...flags, ...(said.flags ?? []).filter(({ check }) => check === 'burst')],
  };
}

/** What was said of a review that nobody has looked at. */
export const NOTHING_SAID = {
  corrections: [],
  tagsCheckedAt: null,
  checkedFound: null,
  screenCleared: false,
  flags: [],
} satisfies Partial<StoredReview>;

/** A review that is stored for the first time; `hasEarlierTwin` when an earlier one holds the look-up keys of its text. */
export function newReview(request: {
  id: number;
  identity: string;
  input: ReviewInput;
  analysed: AnalysedReview;
  importId: number | undefined;
  hasEarlierTwin: boolean;
  now: Date;
}): StoredReview {
  const { id, identity, input, analysed, now } = request;
  const { fingerprint } = analysed;
  const content = contentOf(input);
  return withStatusOfFlags({
    _id: id,
    identity,
    source: input.source,
    externalId: input.externalId ?? null,
    ...content,
    day: (content.date ?? now.toISOString()).slice(0, 10),
    ...NOTHING_SAID,
    ...analysedFields(analysed, NOTHING_SAID),
    bands: request.hasEarlierTwin && !fingerprint.generic ? [] : lookupKeys(fingerprint, content.author),
    status: 'published',
    statusReason: null,
    copyOf: null,
    cluster: null,
    once: true,
    importId: request.importId ?? null,
    createdAt: now,
    updatedAt: now,
    version: 1,
  });
}
