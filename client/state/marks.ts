import type { Polarity } from '../../server/contract/primitives.ts';
import type { Mention } from '../../server/contract/reviews.ts';

/** A run of a review's text: what it says of features there, and whether these words decided it or turned it round. */
export type MarkedRun = {
  text: string;
  polarity: Polarity | null;
  isCue: boolean;
  isNegator: boolean;
  features: string[];
  /** It is what was searched for. */
  isFound?: true;
};

/** Where a text has what was searched for, in UTF-16 offsets. */
export type Found = { start: number; end: number };

type Field = Mention['field'];

/** Splits a text at the edges of its mentions, cues and negators. Joined, the runs are the text again. */
export function markText(
  text: string,
  mentions: readonly Mention[],
  field: Field,
  found: readonly Found[] = [],
): MarkedRun[] {
  const here = mentions.filter((mention) => mention.field === field && mention.start < mention.end);
  const edges = new Set([0, text.length]);
  for (const { start, end, cue, negator } of here) {
    for (const span of [{ start, end }, cue, negator]) {
      for (const edge of span ? [span.start, span.end] : []) if (edge > 0 && edge < text.length) edges.add(edge);
    }
  }
  for (const { start, end } of found) edges.add(start).add(end);
  const sorted = [...edges].sort((a, b) => a - b);
  const runs: MarkedRun[] = [];
  for (let index = 0; index + 1 < sorted.length; index += 1) {
    const start = sorted[index] ?? 0;
    const end = sorted[index + 1] ?? text.length;
    if (start >= end) continue;
    const run = describeRun(text.slice(start, end), here, start);
    const isFound = found.some((span) => span.start <= start && start < span.end);
    runs.push(isFound ? { ...run, isFound } : run);
  }
  return runs;
}

function describeRun(text: string, mentions: readonly Mention[], at: number): MarkedRun {
  const spoken = mentions.filter((mention) => mention.start <= at && at < mention.end);
  const isAt = (span: Found | undefined) => span !== undefined && span.start <= at && at < span.end;
  const deciding = mentions.filter(({ cue }) => isAt(cue));
  const around = [...spoken, ...deciding];
  const polarities = [...new Set(around.map((mention) => mention.polarity))];
  return {
    text,
    polarity: polarities.length === 0 ? null : polarities.length === 1 ? (polarities[0] ?? null) : 'mixed',
    isCue: deciding.length > 0,
    isNegator: mentions.some(({ negator }) => isAt(negator)),
    features: [...new Set(around.map((mention) => mention.feature))],
  };
}

/** Longest quote in a list, in UTF-16 units, and what is left around its marks when it is cut. */
const QUOTE_LENGTH = 420;
const AROUND = 120;

/** Cuts long plain stretches out of marked runs, at words, so that a quote shows what it is quoted for. */
export function cutRuns(runs: readonly MarkedRun[], maxLength = QUOTE_LENGTH): MarkedRun[] {
  const length = runs.reduce((sum, run) => sum + run.text.length, 0);
  if (length <= maxLength) return [...runs];
  const hasMarks = runs.some((run) => run.polarity !== null || run.isFound);
  if (!hasMarks) {
    const text = runs.map((run) => run.text).join('');
    return [{ text: `${cutEnd(text, maxLength)}…`, polarity: null, isCue: false, isNegator: false, features: [] }];
  }
  return runs.map((run, index) => {
    if (run.polarity !== null || run.isFound) return run;
    const isFirst = index === 0;
    const isLast = index === runs.length - 1;
    const room = isFirst || isLast ? AROUND : 2 * AROUND;
    if (run.text.length <= room + 20) return run;
    const head = isFirst ? '' : cutEnd(run.text, AROUND);
    const tail = isLast ? '' : cutStart(run.text, AROUND);
    return { ...run, text: `${head}…${tail}` };
  });
}

function cutEnd(text: string, length: number): string {
  const cut = text.slice(0, length);
  const space = cut.lastIndexOf(' ');
  return space > length / 2 ? cut.slice(0, space) : cut;
}

function cutStart(text: string, length: number): string {
  const cut = text.slice(-length);
  const space = cut.indexOf(' ');
  return space !== -1 && space < length / 2 ? cut.slice(space + 1) : cut;
}
