import { COMMON_WORDS, EVERYDAY_WORDS, FUNCTION_WORDS } from '../lexicons/dup-words.ts';
import { foldText, undisguise } from './fold-text.ts';

/** A folded text as words with their weight: how much a word tells one review from another. */
export interface Words {
  /** Folded text without disguise. */
  folded: string;
  /** Letters and digits only: equal for exact copies. */
  bare: string;
  words: string[];
  /** One for each word: 0.3 for a function word, 0.8 for a common one, 1.5 for an everyday one, 2 for any other. */
  weights: Float32Array;
  /** Sum of the weights of the distinct words that are no function words. */
  specificity: number;
}

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

/** Beyond these many words nothing is compared; the exact hash still covers the whole text. */
const MOST_WORDS = 20_000;

export function readWords(text: string): Words {
  const exact = foldText(text);
  const folded = undisguise(exact);
  const words = folded === '' ? [] : folded.split(' ', MOST_WORDS);
  const weights = new Float32Array(words.length);
  const counted = new Set<string>();
  let specificity = 0;
  words.forEach((word, i) => {
    const weight = weighWord(word);
    weights[i] = weight;
    if (weight !== FUNCTION_WEIGHT && !counted.has(word)) {
      counted.add(word);
      specificity += weight;
    }
  });
  return { folded, bare: exact.replaceAll(' ', ''), words, weights, specificity };
}
