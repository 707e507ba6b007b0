import type { Polarity } from '../contract/primitives.ts';
import { sentenceAround } from './sentence-around.ts';

/** Words of a review about a feature, as they stand in `field`. */
export interface FoundSentence {
  field: 'title' | 'text';
  start: number;
  end: number;
  text: string;
  /** Whether the words that decided can be named. */
  isClear: boolean;
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
 * The sentence by which a review judges as `isWanted` has it: one with words that can be named (`cue`) before others,
 * the longest of them, since it says most. Undefined where there is none.
 */
export function typicalMention(
  { title, text, mentions }: SentenceSource,
  isWanted: (tag: string) => boolean,
): FoundSentence | undefined {
  return mentions
    .filter(({ feature, polarity }) => isWanted(`${feature}:${polarity}`))
    .map((mention) => {
      const whole = (mention.field === 'title' ? title : text) ?? '';
      const around = sentenceAround(whole, mention);
      const { start, end } = around.end - around.start > MAX_LENGTH ? mention : around;
      const { field, cue } = mention;
      return { field, start, end, text: whole.slice(start, end), isClear: cue !== undefined };
    })
    .sort((x, y) => Number(y.isClear) - Number(x.isClear) || y.text.length - x.text.length)[0];
}
