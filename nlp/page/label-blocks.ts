import type { Furniture } from './read-furniture.ts';
import type { VoiceScore } from './score-line.ts';

export interface ScoredLine {
  voice: VoiceScore;
  furniture: Furniture | undefined;
  afterBlank: boolean;
}

/** Log odds that it costs to go from the shop's block into the reviews or back without a sign for it. */
const SWITCH = 1.8;
/** With an empty line between, a change of voice is a little likelier. */
const SWITCH_AFTER_BLANK = 1.5;
/** No single line outweighs its whole neighbourhood. */
const EVIDENCE_CAP = 6;

/** A shop's answer or a question of the page stands among reviews and ends them not. */
const SIDE_TALK = new Set(['answers-customer', 'asked-answered']);

/** Whether a line is talk of the shop wherever it stands. */
export const isSideTalk = ({ shop, shopSum }: VoiceScore): boolean =>
  shop !== undefined && SIDE_TALK.has(shop.id) && shopSum <= -4;

/** What a line says for a block of reviews, in log odds. */
const evidence = ({ voice, furniture }: ScoredLine): number => {
  if (isSideTalk(voice)) return -1;
  switch (furniture?.type) {
    case 'side':
      return 1;
    case 'control':
      return -0.3;
    case 'review-heading':
      return 0;
    case 'shop-heading':
      return voice.customerSum >= 1.5 ? voice.score : -2;
    case 'heading':
      return voice.customerSum > 0 ? Math.max(-1, voice.score) : -0.5;
    default:
      return Math.max(-EVIDENCE_CAP, Math.min(EVIDENCE_CAP, voice.score - 0.4));
  }
};

/** Costs of leaving the shop's block and of leaving the reviews before this line. */
const switchCosts = (line: ScoredLine, before: ScoredLine | undefined): { enter: number; leave: number } => {
  const usual = line.afterBlank ? SWITCH_AFTER_BLANK : SWITCH;
  if (before?.furniture?.type === 'review-heading') return { enter: 0, leave: usual + 0.8 };
  if (before?.furniture?.type === 'side') return { enter: usual - 1, leave: usual + 0.5 };
  if (line.furniture?.type === 'shop-heading') return { enter: usual + 0.5, leave: 0.6 };
  if (line.furniture?.type === 'side') return { enter: usual - 1.2, leave: usual };
  return { enter: usual, leave: usual };
};

/**
 * Whether each line lies in a block of reviews: the likeliest path through the two states (Viterbi), so that a line is
 * judged with its neighbours. Linear in the number of lines.
 */
export function labelBlocks(lines: readonly ScoredLine[]): boolean[] {
  let review = -1;
  let other = 0;
  const cameFrom: { review: boolean; other: boolean }[] = [];
  lines.forEach((line, i) => {
    const { enter, leave } = switchCosts(line, lines[i - 1]);
    const worth = evidence(line);
    const heading = lines[i - 1]?.furniture?.type === 'review-heading' ? 1.2 : 0;
    const step = { review: review >= other - enter, other: review - leave > other };
    const nextReview = Math.max(review, other - enter) + worth / 2 + heading;
    const nextOther = Math.max(other, review - leave) - worth / 2;
    cameFrom.push(step);
    review = nextReview;
    other = nextOther;
  });
  const inReviews: boolean[] = new Array(lines.length).fill(false);
  let state = review > other;
  for (let i = lines.length - 1; i >= 0; i -= 1) {
    inReviews[i] = state;
    state = state ? cameFrom[i]!.review : cameFrom[i]!.other;
  }
  return inReviews;
}
