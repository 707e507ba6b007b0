import type { Gap } from './align-words.ts';
import type { NumberedPair } from './number-pair.ts';

/** Fewer words than these on a side are words changed, not another story told. */
const STORY_WORDS = 6;
/** Gaps so close to one another that most of the words from one to the next are unmatched are one story. */
const STORY_DENSITY = 0.65;
/** Gaps that are tried together: bounds the cost. */
const STORY_GAPS = 12;

/** One side of a run of gaps: its unmatched words, from where to where they lie, their weight. */
interface Stretch {
  words: number;
  from: number;
  to: number;
  weight: number;
}

const stretch = (before: Stretch | undefined, gap: Gap, side: 'a' | 'b', pair: NumberedPair): Stretch => {
  const { numbers } = pair[side];
  const start = before ?? { words: 0, from: gap.from[side], to: -1, weight: 0 };
  const at = gap[side];
  return {
    words: start.words + at.length,
    from: start.from,
    to: Math.max(start.to, at.at(-1) ?? gap.from[side] - 1),
    weight: at.reduce((sum, i) => sum + pair.weights[numbers[i]!]!, start.weight),
  };
};

const isStory = ({ words, from, to }: Stretch): boolean =>
  words >= STORY_WORDS && words >= (to - from + 1) * STORY_DENSITY;

/** Largest part that stands in one place and differs altogether: the share of the text where it is smaller. */
export function shareReplaced(gaps: readonly Gap[], pair: NumberedPair): number {
  let most = 0;
  for (let first = 0; first < gaps.length; first += 1) {
    let left: Stretch | undefined;
    let right: Stretch | undefined;
    for (let last = first; last < gaps.length && last < first + STORY_GAPS; last += 1) {
      left = stretch(left, gaps[last]!, 'a', pair);
      right = stretch(right, gaps[last]!, 'b', pair);
      if (isStory(left) && isStory(right))
        most = Math.max(most, Math.min(left.weight / pair.a.weight, right.weight / pair.b.weight));
    }
  }
  return most;
}
