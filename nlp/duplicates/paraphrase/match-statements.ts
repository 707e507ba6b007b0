import { meanings } from './meanings.ts';
import type { ContentWord, Statement } from './read-statements.ts';
import { cosine, cosineOfRows } from './vector.ts';

/** How well each content word of either side is met on the other, 0 to 1. */
export interface WordMatch {
  a: Float32Array;
  b: Float32Array;
  /** Words that both sides have. */
  shared: ReadonlySet<string>;
}

/** Closest that two other words can be. */
const CLOSEST = 0.99;

/** Meets every word with the closest one of the other side; cost is the product of their numbers. */
export function matchWords(a: readonly ContentWord[], b: readonly ContentWord[]): WordMatch {
  const { vectors, dimensions } = meanings();
  const match = { a: new Float32Array(a.length), b: new Float32Array(b.length), shared: new Set<string>() };
  for (let i = 0; i < a.length; i += 1) {
    const left = a[i]!;
    for (let j = 0; j < b.length; j += 1) {
      const right = b[j]!;
      let close = 0;
      if (left.word === right.word) match.shared.add(left.word);
      if (left.word === right.word || (left.key !== 0 && left.key === right.key)) close = 1;
      else if (left.row >= 0 && right.row >= 0)
        close = Math.min(CLOSEST, cosineOfRows(vectors, dimensions, left.row, right.row));
      if (close > match.a[i]!) match.a[i] = close;
      if (close > match.b[j]!) match.b[j] = close;
    }
  }
  return match;
}

/** The statement of the other side that is closest to one. */
export interface Nearest {
  at: number;
  closeness: number;
}

/** For each statement the closest one of the other side. */
export function matchStatements(from: readonly Statement[], to: readonly Statement[]): Nearest[] {
  return from.map(({ vector }) => {
    const best: Nearest = { at: 0, closeness: -1 };
    for (let at = 0; at < to.length; at += 1) {
      const close = cosine(vector, to[at]!.vector);
      if (close <= best.closeness) continue;
      best.at = at;
      best.closeness = close;
    }
    return best;
  });
}
