import type { RecognisedSegment, Recognition } from './recognise.ts';
import { FEATURES } from './taxonomy.ts';

/** What the words of a review say of one feature, summed up over its segments. */
export interface WordTally {
  /** The recognition with the highest score, and its segment; undefined where no segment speaks of the feature. */
  best: Recognition | undefined;
  bestSegment: RecognisedSegment | undefined;
  isBestInTitle: boolean;
  second: number;
  title: number;
  /** Sum of the chances of all segments, and number of segments where it is likely. */
  sum: number;
  likely: number;
  /** Highest chance of praise, blame and flat fact of any segment, and their sums. */
  most: Ways;
  total: Ways;
}

export interface Ways {
  praise: number;
  blame: number;
  fact: number;
}

/** Below any score that a segment may have. */
export const UNHEARD = -9;
const LIKELY = -1.5;
/** Where the odds are even: labels count from chances below one half, so that scores are read generously. */
const SHIFT = 1;

const noWays = (): Ways => ({ praise: 0, blame: 0, fact: 0 });

const emptyTally = (): WordTally => ({
  best: undefined,
  bestSegment: undefined,
  isBestInTitle: false,
  second: UNHEARD,
  title: UNHEARD,
  sum: 0,
  likely: 0,
  most: noWays(),
  total: noWays(),
});

export const chanceOf = (score: number): number => 1 / (1 + Math.exp(-score - SHIFT));

function count(tally: WordTally, recognition: Recognition, segment: RecognisedSegment, isTitle: boolean): void {
  const { score, praise, blame, fact } = recognition;
  const chance = chanceOf(score);
  if (score > (tally.best?.score ?? UNHEARD)) {
    tally.second = tally.best?.score ?? UNHEARD;
    tally.best = recognition;
    tally.bestSegment = segment;
    tally.isBestInTitle = isTitle;
  } else tally.second = Math.max(tally.second, score);
  if (isTitle) tally.title = Math.max(tally.title, score);
  tally.sum += chance;
  if (score > LIKELY) tally.likely += 1;
  const { most, total } = tally;
  most.praise = Math.max(most.praise, chance * praise);
  most.blame = Math.max(most.blame, chance * blame);
  most.fact = Math.max(most.fact, chance * fact);
  total.praise += chance * praise;
  total.blame += chance * blame;
  total.fact += chance * fact;
}

/** Stands for all features that no segment speaks of. */
const NOTHING = Object.freeze(emptyTally());

function countAll(tallies: WordTally[], segments: readonly RecognisedSegment[], isTitle: boolean): void {
  for (const segment of segments) {
    for (const found of segment.found) {
      const { feature } = found;
      if (tallies[feature] === NOTHING) tallies[feature] = emptyTally();
      count(tallies[feature]!, found, segment, isTitle);
    }
  }
}

/** One tally a feature, in the order of FEATURES. */
export function tallyWords(title: readonly RecognisedSegment[], text: readonly RecognisedSegment[]): WordTally[] {
  const tallies = FEATURES.map(() => NOTHING as WordTally);
  countAll(tallies, title, true);
  countAll(tallies, text, false);
  return tallies;
}
