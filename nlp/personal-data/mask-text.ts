interface Range {
  start: number;
  end: number;
}

/** A text with masks in place of spans, and where a span of the original lies in it. */
export interface MaskedText {
  text: string;
  /** A span that begins or ends within a mask takes in the whole mask. Offsets are UTF-16 units on both sides. */
  mapSpan: (span: Range) => Range;
}

/**
 * Puts `[kind]` in place of each span. The spans are in order and do not overlap.
 * @param spans of the text, UTF-16 offsets; what lies outside of it is left out
 */
export function maskText(text: string, spans: readonly (Range & { kind: string })[]): MaskedText {
  const cuts: { start: number; end: number; from: number; to: number }[] = [];
  let masked = '';
  let done = 0;
  for (const { start, end, kind } of spans) {
    if (start < done || end <= start || end > text.length) continue;
    masked += text.slice(done, start);
    cuts.push({ start, end, from: masked.length, to: masked.length + kind.length + 2 });
    masked += `[${kind}]`;
    done = end;
  }
  masked += text.slice(done);
  const map = (offset: number, side: 'from' | 'to'): number => {
    let shift = 0;
    for (const cut of cuts) {
      if (offset <= cut.start) break;
      if (offset < cut.end) return cut[side];
      shift = cut.to - cut.end;
    }
    return offset + shift;
  };
  return { text: masked, mapSpan: ({ start, end }) => ({ start: map(start, 'from'), end: map(end, 'to') }) };
}
