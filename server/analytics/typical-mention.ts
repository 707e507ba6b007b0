import type { Polarity } from '../contract/primitives.ts';
import { sentenceAround } from './sentence-around.ts';

/** Words of a review about a feature, as they stand in `field`. */
export interface FoundSentence {
  field: 'title' | 'text';
  start: number;
  end: number;
  text: string;
}

/** A review as it is stored, or as it is shown; `judges` tells what it says of a feature as a whole. */
export interface SentenceSource {
  title: string | null;
  text: string;
  mentions: readonly {
    feature: string;
    polarity: Polarity;
    field: 'title' | 'text';
    start: number;
    end: number;
    cue?: { start: number; end: number } | undefined;
  }[];
}

/** Longest sentence that is shown; of a longer one only the mention itself. */
const MAX_LENGTH = 240;

/**
 * The sentence by which a review judges. Taken are mentions that judge as `isWanted` has it, by words that can be named
 * (`cue`); of those the longest, since it says most. Undefined where there is none.
 */
export function typicalMention(
  { title, text, mentions }: SentenceSource,
  isWanted: (tag: string) => boolean,
): FoundSentence | undefined {
  return mentions
    .filter(({ cue, feature, polarity }) => cue !== undefined && isWanted(`${feature}:${polarity}`))
    .map((mention) => {
      const whole = (mention.field === 'title' ? title : text) ?? '';
      const around = sentenceAround(whole, mention);
      const { start, end } = around.end - around.start > MAX_LENGTH ? mention : around;
      return { field: mention.field, start, end, text: whole.slice(start, end) };
    })
    .sort((x, y) => y.text.length - x.text.length)[0];
}
