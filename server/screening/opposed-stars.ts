import type { Finding } from './checks.ts';
import type { ScreenedReview } from './screened-review.ts';

/** How clear the words must be, −1 to 1, and how many judgements must stand behind them. */
const CLEAR = 0.45;
const MIN_MENTIONS = 2;

/**
 * Stars that say the opposite of the words. The tagger's score of a review with stars is half stars, half words (nlp:
 * sentiment/overall.ts); the words' half is taken out of it.
 */
export function findOpposedStars({ rating, analysis, text }: ScreenedReview): Finding | undefined {
  if (rating === undefined || (rating > 2 && rating < 4)) return undefined;
  const stars = (rating - 3) / 2;
  const words = 2 * analysis.sentiment.score - stars;
  if (words * stars >= 0 || Math.abs(words) < CLEAR) return undefined;
  const polarity = words > 0 ? 'positive' : 'negative';
  const behind = analysis.mentions.filter((mention) => mention.polarity === polarity);
  const against = analysis.mentions.filter(
    (mention) => mention.polarity !== polarity && mention.polarity !== 'neutral',
  );
  if (against.length > 0 || (behind.length < MIN_MENTIONS && Math.abs(words) < 0.6)) return undefined;
  const spans = behind.map(({ field, start, end, cue }) => ({ field, ...(cue ?? { start, end }) }));
  return {
    detail: `${rating} ${rating === 1 ? 'star' : 'stars'}, but the text ${words > 0 ? 'praises' : 'blames'}.`,
    spans: spans.length > 0 ? spans : [{ field: 'text', start: 0, end: text.length }],
  };
}
