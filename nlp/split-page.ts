import { explainOther, explainReview } from './page/explain.ts';
import { groupReviews, type PlacedLine } from './page/group-reviews.ts';
import { isSideTalk, labelBlocks } from './page/label-blocks.ts';
import { type Furniture, readFurniture } from './page/read-furniture.ts';
import { readLines } from './page/read-lines.ts';
import { scoreLine } from './page/score-line.ts';
import { splitMixed } from './page/split-mixed.ts';

/** A part of a scraped page; UTF-16 offsets into the page as given. */
export interface Passage {
  kind: 'review' | 'other';
  start: number;
  end: number;
  /** Exactly the characters from `start` to `end`. */
  text: string;
  /** Why it was taken for what it is, for a person: for example `policy: returns and refunds`. */
  reason: string;
}

/** A short line in a block of reviews is a review only where it judges: else it is a name, a date, a heading. */
const isWording = (furniture: Furniture | undefined, customerSum: number): boolean => {
  if (!furniture) return true;
  return (furniture.type === 'heading' || furniture.type === 'shop-heading') && customerSum > 0;
};

/**
 * Splits the visible text of a scraped shop page into customer reviews and the rest; the passages are in order, do not
 * overlap and cover all that is not white space. Every line is scored by the voice that speaks in it and then judged
 * with its neighbours (two-state Viterbi). Never throws; cost is linear in the page's length.
 */
export function splitPage(page: string): Passage[] {
  const lines = readLines(page).flatMap(splitMixed);
  const scored = lines.map(({ text, afterBlank }) => ({
    text,
    afterBlank,
    voice: scoreLine(text),
    furniture: readFurniture(text),
  }));
  const inReviews = labelBlocks(scored);
  const placed: PlacedLine[] = scored.map(({ text, furniture, afterBlank, voice }, i) => ({
    isReview: inReviews[i]! && !isSideTalk(voice) && isWording(furniture, voice.customerSum),
    inReviews: inReviews[i]!,
    furniture,
    afterBlank,
    length: text.length,
  }));

  const passages: Passage[] = [];
  const add = (kind: Passage['kind'], span: { start: number; end: number }, reason: string): void => {
    passages.push({ kind, ...span, text: page.slice(span.start, span.end), reason });
  };
  const reviews = new Map(groupReviews(placed).map((run) => [run.from, run]));
  let topic: string | undefined;
  for (let i = 0; i < lines.length; ) {
    const run = reviews.get(i);
    if (run) {
      const voices = scored.slice(run.from, run.to).map(({ voice }) => voice);
      add('review', { start: lines[i]!.start, end: lines[run.to - 1]!.end }, explainReview(voices));
      i = run.to;
      continue;
    }
    const { furniture, text, voice } = scored[i]!;
    if (furniture?.type === 'shop-heading') topic = furniture.topic;
    else if (furniture?.type === 'review-heading') topic = undefined;
    add('other', { start: lines[i]!.start, end: lines[i]!.end }, explainOther({ text, voice, furniture, topic }));
    i += 1;
  }
  return passages;
}
