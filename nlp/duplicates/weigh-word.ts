import { COMMON_WORDS, EVERYDAY_WORDS, FUNCTION_WORDS } from '../lexicons/dup-words.ts';

/** Weights of words: how much a word tells one review from another. */
export const FUNCTION_WEIGHT = 0.3;
export const COMMON_WEIGHT = 0.8;
const EVERYDAY_WEIGHT = 1.5;
/** Of a word that is in no list: a name, a number, a thing of one's own. */
export const OWN_WEIGHT = 2;

const KNOWN = new Map<string, number>([
  ...[...EVERYDAY_WORDS].map((word) => [word, EVERYDAY_WEIGHT] as const),
  ...[...COMMON_WORDS].map((word) => [word, COMMON_WEIGHT] as const),
  ...[...FUNCTION_WORDS].map((word) => [word, FUNCTION_WEIGHT] as const),
]);

/** All words that are in a list. */
export const listedWords = (): ReadonlySet<string> => new Set(KNOWN.keys());

/** Weight of a folded word. */
export const weighWord = (word: string): number => KNOWN.get(word) ?? OWN_WEIGHT;
