import type { Furniture } from './read-furniture.ts';

export interface PlacedLine {
  isReview: boolean;
  /** Whether it lies in a block of reviews, a review or not. */
  inReviews: boolean;
  furniture: Furniture | undefined;
  afterBlank: boolean;
  /** Characters. */
  length: number;
}

/** More lines than this between two star lines are reviews of their own, not paragraphs of one. */
const MOST_PARAGRAPHS = 8;
/** A group of lines between empty lines is one review up to this many lines. */
const MOST_LINES = 6;

interface Run {
  from: number;
  /** Exclusive. */
  to: number;
}

const runsOf = (from: number, to: number, isBreak: (i: number) => boolean): Run[] => {
  const runs: Run[] = [];
  for (let i = from; i < to; i += 1) {
    const last = runs.at(-1);
    if (last && last.to === i && !isBreak(i)) last.to = i + 1;
    else runs.push({ from: i, to: i + 1 });
  }
  return runs;
};

const isSide = (line: PlacedLine | undefined): boolean => line?.furniture?.type === 'side' && !line.isReview;

/** Whether stars, names or dates stand between the reviews of a block and so show where each begins. */
const areHeaded = (lines: readonly PlacedLine[], runs: readonly Run[]): boolean => {
  const beside = runs.filter(({ from, to }) => isSide(lines[from - 1]) || isSide(lines[to]));
  return beside.length >= 2 && beside.length >= runs.length * 0.6;
};

/** Runs of the review lines of one block, parted by lines of another kind. */
const reviewRuns = (lines: readonly PlacedLine[], block: Run): Run[] => {
  const runs: Run[] = [];
  for (let i = block.from; i < block.to; i += 1) {
    if (!lines[i]!.isReview) continue;
    const last = runs.at(-1);
    if (last?.to === i) last.to = i + 1;
    else runs.push({ from: i, to: i + 1 });
  }
  return runs;
};

const single = ({ from, to }: Run): Run[] =>
  Array.from({ length: to - from }, (_, k) => ({ from: from + k, to: from + k + 1 }));

/** Empty lines part the reviews where they make several groups and a group is no long list. */
const byBlankLines = (lines: readonly PlacedLine[], runs: readonly Run[]): Run[] => {
  const groups = runs.flatMap(({ from, to }) => runsOf(from, to, (i) => lines[i]!.afterBlank));
  const longest = groups.reduce((most, { from, to }) => Math.max(most, to - from), 0);
  const parted = groups.filter(({ from }, g) =>
    lines.slice(groups[g - 1]?.to ?? from, from + 1).some(({ afterBlank }) => afterBlank),
  ).length;
  const areParted = groups.length >= 2 && parted >= groups.length * 0.6 && longest <= MOST_LINES;
  return areParted ? groups : groups.flatMap(single);
};

const groupBlock = (lines: readonly PlacedLine[], block: Run): Run[] => {
  const runs = reviewRuns(lines, block);
  if (!areHeaded(lines, runs)) return byBlankLines(lines, runs);
  return runs.flatMap((run) => (run.to - run.from <= MOST_PARAGRAPHS ? [run] : single(run)));
};

/**
 * Which lines make one review each: where stars, names or dates stand between reviews, the lines from one to the next;
 * else the lines between empty lines; else every line. Answers ranges of lines, in order.
 */
export function groupReviews(lines: readonly PlacedLine[]): Run[] {
  const blocks: Run[] = [];
  lines.forEach((line, i) => {
    if (!line.inReviews) return;
    const last = blocks.at(-1);
    if (last?.to === i) last.to = i + 1;
    else blocks.push({ from: i, to: i + 1 });
  });
  return blocks.flatMap((block) => groupBlock(lines, block));
}
