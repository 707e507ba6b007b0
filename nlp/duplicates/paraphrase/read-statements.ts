import { FUNCTION_WORDS } from '../../lexicons/dup-words.ts';
import { foldText, undisguise } from '../fold-text.ts';
import { judgeWord } from '../know-word.ts';
import { makeKey } from '../telling-key.ts';
import { signAt } from '../weigh-opposites.ts';
import { meanings, RARITY_UNKNOWN, scaleToUnit } from './meanings.ts';

/** A word that tells what a text is about. */
export interface ContentWord {
  word: string;
  /** Equal for bent forms and synonyms; nought for none. */
  key: number;
  /** Row of its vector, −1 where it has none. */
  row: number;
  rarity: number;
}

/** A clause or sentence that tells one thing. */
export interface Statement {
  text: string;
  /** Unit vector. */
  vector: Float32Array;
  /** Sum of the rarities of its content words. */
  weight: number;
  /** Words that praise less words that blame, as negations turn them. */
  sign: number;
}

/** A text as what it tells. */
export interface Statements {
  content: ContentWord[];
  weight: number;
  /** Unit vector of the whole. */
  vector: Float32Array;
  statements: Statement[];
  numbers: ReadonlySet<string>;
  text: string;
}

const BREAK = /(?<![.!?;:\n])[.!?;:\n]+(?=\s|$|[A-Z])|, (?=and |but |so |then )|\s(?=but |because |although )/;
/** Content beyond these many words is left out: the cost of a comparison grows with their product. */
const MOST_CONTENT = 400;
/** Of a statement of function words only. */
const LEAST_WEIGHT = 0.1;

const signOf = (words: readonly string[]): number => {
  const judged = words.map(judgeWord);
  return judged.reduce((sum, _, at) => sum + signAt(judged, at), 0);
};

/** Adds the vectors of the words; they are not of unit length yet. */
const addMeanings = (words: readonly string[], sum: Float32Array): void => {
  const { dimensions, indexOf, vectors, force } = meanings();
  for (const word of words) {
    const row = indexOf.get(word);
    if (row === undefined) continue;
    for (let d = 0; d < dimensions; d += 1) sum[d]! += force[row]! * vectors[row * dimensions + d]!;
  }
};

/** Unit vector of a text: the sum of the vectors of its words, function words included. */
export function vectorOf(words: readonly string[]): Float32Array {
  const sum = new Float32Array(meanings().dimensions);
  addMeanings(words, sum);
  scaleToUnit(sum);
  return sum;
}

/** Words come again and again; the memory is emptied when it is full. */
const REMEMBERED = 20_000;
const LONGEST_REMEMBERED = 40;
const remembered = new Map<string, ContentWord>();

const readContent = (word: string): ContentWord => {
  const known = remembered.get(word);
  if (known) return known;
  const { indexOf, rarity } = meanings();
  const row = indexOf.get(word) ?? -1;
  const read = { word, key: makeKey(word)?.hash ?? 0, row, rarity: row < 0 ? RARITY_UNKNOWN : rarity[row]! };
  if (remembered.size >= REMEMBERED) remembered.clear();
  if (word.length <= LONGEST_REMEMBERED) remembered.set(word, read);
  return read;
};

/** Words of a text as they are compared. */
export const wordsOf = (text: string): string[] => {
  const folded = undisguise(foldText(text));
  return folded === '' ? [] : folded.split(' ');
};

/** Reads a text for a comparison of what it tells. Cost is linear in the length. */
export function readStatements(text: string): Statements {
  const content: ContentWord[] = [];
  const statements: Statement[] = [];
  for (const part of text.split(BREAK)) {
    const words = wordsOf(part);
    if (words.length === 0 || content.length >= MOST_CONTENT) continue;
    const own = words.filter((word) => !FUNCTION_WORDS.has(word)).map(readContent);
    content.push(...own);
    const weight = own.reduce((sum, { rarity }) => sum + rarity, LEAST_WEIGHT);
    statements.push({ text: part.trim(), vector: vectorOf(words), weight, sign: signOf(words) });
  }
  const words = wordsOf(text);
  return {
    content,
    weight: content.reduce((sum, { rarity }) => sum + rarity, 0),
    vector: vectorOf(words),
    statements,
    numbers: new Set(words.filter((word) => /\d/.test(word))),
    text,
  };
}
