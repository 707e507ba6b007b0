import type { Polarity } from '../../server/contract/primitives.ts';
import type { Mention, ReviewView } from '../../server/contract/reviews.ts';
import { correctMentions } from '../state/corrections.ts';
import { cutRuns, type Found, type MarkedRun, markText } from '../state/marks.ts';
import { labelOf } from '../state/workspace.ts';
import { tellCorrected } from './tag-badge.tsx';

const CLASSES: Record<Polarity, string> = {
  positive: 'ev-pos',
  negative: 'ev-neg',
  neutral: 'ev-neutral',
  mixed: 'ev-mixed',
};

type MarkedTextProps = {
  review: ReviewView;
  /** The mentions to mark; all of the review unless told. */
  mentions?: readonly Mention[];
  field: Mention['field'];
  isCut?: boolean;
  /** Where it has what was searched for. */
  found?: readonly Found[];
};

/** "Night vision: negative, corrected, was positive": what stands in the tooltip of marked words. */
function tellRun({ features, polarity, isNegator }: MarkedRun, corrections: ReviewView['corrections']): string {
  const corrected = corrections.filter(({ feature, found, right }) => features.includes(feature) && found !== right);
  const told = corrected.map(({ feature, found }) =>
    features.length > 1 ? `${labelOf(feature)} ${tellCorrected(found)}` : tellCorrected(found),
  );
  const turned = isNegator ? ['this word turns it round'] : [];
  return [`${features.map(labelOf).join(', ')}: ${polarity}`, ...turned, ...told].join(', ');
}

/**
 * A review's text with what it says of features underlined, the deciding words set bold, and the word that turns them
 * round ("not") in a frame. The kind of line tells
 * the judgement besides its colour: solid praise, dashed blame, dotted neither. What a person said of a feature
 * counts for all its marks.
 */
export function MarkedText({ review, mentions = review.mentions, field, isCut = false, found = [] }: MarkedTextProps) {
  const runs = markText(review[field] ?? '', correctMentions(mentions, review.corrections), field, found);
  return (
    <>
      {(isCut ? cutRuns(runs) : runs).map((run, at) =>
        run.polarity === null ? (
          run.isFound ? (
            <mark key={at} class="found">
              {run.text}
            </mark>
          ) : (
            run.text
          )
        ) : (
          <mark
            key={at}
            class={`ev ${CLASSES[run.polarity]} ${run.isCue ? 'cue' : ''} ${run.isNegator ? 'negator' : ''} ${run.isFound ? 'found' : ''}`}
            title={tellRun(run, review.corrections)}
          >
            {run.text}
          </mark>
        ),
      )}
    </>
  );
}

/** What the lines under words mean. */
export const MarksKey = () => (
  <p class="marks-key">
    <span>
      <mark class="ev ev-pos">praise</mark>
    </span>
    <span>
      <mark class="ev ev-neg">blame</mark>
    </span>
    <span>
      <mark class="ev ev-neutral">neither</mark>
    </span>
    <span>
      <b>bold</b> decided it
    </span>
    <span>
      <mark class="ev negator">not</mark> turned it round
    </span>
  </p>
);
