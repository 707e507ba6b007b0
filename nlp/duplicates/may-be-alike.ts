import { KeySet } from './key-set.ts';

/** Least overlap (Dice) of the telling words, in any order, for an alignment to pay: of 20,000 edited copies none is lost by it. */
export const WORTH_A_LOOK = 0.4;

const keysOfA = new KeySet();

/** Whether two texts share enough of their distinct keys: slips and synonyms count as the same. */
export function mayBeAlike(a: readonly number[], b: readonly number[]): boolean {
  keysOfA.fill(a);
  return keysOfA.overlaps(b, WORTH_A_LOOK);
}
