import { foldText, undisguise } from './fold-text.ts';
import { type TellingKey, tellingKey } from './telling-key.ts';
import { FUNCTION_WEIGHT, weighWord } from './weigh-word.ts';

/** A folded text as words with their weight: how much a word tells one review from another. */
export interface Words {
  /** Folded text without disguise. */
  folded: string;
  /** Letters and digits only: equal for exact copies. */
  bare: string;
  words: string[];
  /** One for each word: 0.3 for a function word, 0.8 for a common one, 1.5 for an everyday one, 2 for any other. */
  weights: Float32Array;
  /** Keys of the words that tell something, in order. */
  keys: TellingKey[];
  /** Their distinct hashes. */
  keySet: ReadonlySet<number>;
  /** Sum of the weights of the distinct words that are no function words, counted up to `ENOUGH`. */
  specificity: number;
}

/** Beyond these many words nothing is compared; the exact hash still covers the whole text. */
const MOST_WORDS = 20_000;

/** A text whose words weigh more is as little generic as any. */
const ENOUGH = 12;

export function readWords(text: string): Words {
  const exact = foldText(text);
  const folded = undisguise(exact);
  const words = folded === '' ? [] : folded.split(' ', MOST_WORDS);
  const weights = new Float32Array(words.length);
  const keys: TellingKey[] = [];
  const counted = new Set<string>();
  let specificity = 0;
  words.forEach((word, i) => {
    const weight = weighWord(word);
    weights[i] = weight;
    if (weight !== FUNCTION_WEIGHT && specificity < ENOUGH && !counted.has(word)) {
      counted.add(word);
      specificity += weight;
    }
    const key = tellingKey(word);
    if (key) keys.push(key);
  });
  const keySet = new Set(keys.map(({ hash }) => hash));
  return { folded, bare: exact.replaceAll(' ', ''), words, weights, keys, keySet, specificity };
}
