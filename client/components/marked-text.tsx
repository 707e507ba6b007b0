import type { Polarity } from '../../server/contract/primitives.ts';
import type { Mention } from '../../server/contract/reviews.ts';
import { cutRuns, markText } from '../state/marks.ts';
import { labelOf } from '../state/workspace.ts';

const CLASSES: Record<Polarity, string> = {
  positive: 'ev-pos',
  negative: 'ev-neg',
  neutral: 'ev-neutral',
  mixed: 'ev-mixed',
};

type MarkedTextProps = { text: string; mentions: readonly Mention[]; field: Mention['field']; isCut?: boolean };

/**
 * A review's text with what it says of features underlined and the deciding words set bold. The kind of line tells
 * the judgement besides its colour: solid praise, dashed blame, dotted neither.
 */
export function MarkedText({ text, mentions, field, isCut = false }: MarkedTextProps) {
  const runs = markText(text, mentions, field);
  return (
    <>
      {(isCut ? cutRuns(runs) : runs).map((run, at) =>
        run.polarity === null ? (
          run.text
        ) : (
          <mark
            key={at}
            class={`ev ${CLASSES[run.polarity]} ${run.isCue ? 'cue' : ''}`}
            title={`${run.features.map(labelOf).join(', ')}: ${run.polarity}`}
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
  </p>
);
