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

const closeness = (left: ContentWord, right: ContentWord): number => {
  if (left.word === right.word || (left.key !== 0 && left.key === right.key)) return 1;
  if (left.row < 0 || right.row < 0) return 0;
  const { vectors, dimensions } = meanings();
  return Math.min(0.99, cosineOfRows(vectors, dimensions, left.row, right.row));
};

/** Meets every word with the closest one of the other side; cost is the product of their numbers. */
export function matchWords(a: readonly ContentWord[], b: readonly ContentWord[]): WordMatch {
  const match = { a: new Float32Array(a.length), b: new Float32Array(b.length), shared: new Set<string>() };
  a.forEach((left, i) => {
    b.forEach((right, j) => {
      if (left.word === right.word) match.shared.add(left.word);
      const close = closeness(left, right);
      if (close > match.a[i]!) match.a[i] = close;
      if (close > match.b[j]!) match.b[j] = close;
    });
  });
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
    to.forEach((other, at) => {
      const close = cosine(vector, other.vector);
      if (close > best.closeness) Object.assign(best, { at, closeness: close });
    });
    return best;
  });
}
