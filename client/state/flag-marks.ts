import type { ReviewFlag } from '../../server/contract/review-flags.ts';

/** A run of a text, and the places in the list of flags of what is held against it; none for the rest. */
export type FlagRun = { text: string; flags: number[] };

/** Cuts a field of a review where spans of its flags begin and end. Spans may overlap. */
export function markFlags(text: string, flags: readonly ReviewFlag[], field: 'title' | 'text'): FlagRun[] {
  const spans = flags.flatMap((flag, at) =>
    flag.spans
      .filter((span) => span.field === field && span.start < span.end)
      .map(({ start, end }) => ({ at, start: Math.max(0, start), end: Math.min(end, text.length) })),
  );
  const cuts = [...new Set([0, text.length, ...spans.flatMap(({ start, end }) => [start, end])])].sort((a, b) => a - b);
  return cuts.slice(0, -1).flatMap((start, index) => {
    const end = cuts[index + 1] ?? text.length;
    if (end <= start) return [];
    const on = spans.filter((span) => span.start <= start && span.end >= end).map(({ at }) => at);
    return [{ text: text.slice(start, end), flags: [...new Set(on)] }];
  });
}
