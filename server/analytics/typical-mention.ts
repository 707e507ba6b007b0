import type { StoredMention, StoredReview } from '../reviews/review-model.ts';
import { sentenceAround } from './sentence-around.ts';

/** Words of a review about a feature, as they stand in `field`. */
export interface FoundSentence {
  field: 'title' | 'text';
  start: number;
  end: number;
  text: string;
}

export type SentenceSource = Pick<StoredReview, 'title' | 'text' | 'tags' | 'mentions'>;

/** Longest sentence that is shown; of a longer one only the mention itself. */
const MAX_LENGTH = 240;

/** The mention judges as its review does, by words that can be named. */
const isClear = ({ feature, polarity, cue }: StoredMention, tags: readonly string[]) =>
  cue !== undefined && tags.includes(`${feature}:${polarity}`);

/**
 * The sentence by which a review judges one of `tags` (`feature:polarity`; any without them): of clear mentions the
 * longest, since it says most. Undefined where none is clear.
 */
export function typicalMention(review: SentenceSource, tags?: readonly string[]): FoundSentence | undefined {
  const found = review.mentions
    .filter((mention) => isClear(mention, review.tags))
    .filter(({ feature, polarity }) => tags?.includes(`${feature}:${polarity}`) ?? true)
    .map((mention) => {
      const whole = (mention.field === 'title' ? review.title : review.text) ?? '';
      const around = sentenceAround(whole, mention);
      const { start, end } = around.end - around.start > MAX_LENGTH ? mention : around;
      return { field: mention.field, start, end, text: whole.slice(start, end) };
    });
  return found.sort((x, y) => y.text.length - x.text.length)[0];
}
