import { CONTROLS, NAME_AND_DATE, REVIEW_HEADING, REVIEW_SIDE, SHOP_HEADING } from '../lexicons/page-furniture.ts';

/**
 * What a line is that is no sentence of anybody:
 * `side` stands beside a review (stars, author, date), `control` is part of the page, headings open a block.
 */
export type Furniture =
  | { type: 'side' | 'control' | 'review-heading' | 'heading'; label: string }
  | { type: 'shop-heading'; label: string; topic: string };

/** Longest line, in characters, that can be furniture. */
const FURNITURE_CHARS = 140;
const HEADING_WORDS = 9;
const SMALL = /^(?:a|an|and|the|of|for|to|in|on|at|by|or|with|from|vs\.?|&|is|your|our|\W+)$/i;

const isTitleCase = (words: readonly string[]): boolean => {
  const counted = words.filter((word) => !SMALL.test(word));
  return counted.length > 0 && counted.every((word) => /^[^\p{L}]*[\p{Lu}\p{N}]/u.test(word));
};

/** Short, in capitals or title case or closed by a colon, and not a sentence. */
const looksLikeHeading = (text: string): boolean => {
  const words = text.split(/\s+/);
  if (words.length > HEADING_WORDS || /[.!,;…]$/.test(text)) return false;
  if (/[:：]$/.test(text)) return true;
  const letters = text.replace(/[^\p{L}]/gu, '');
  if (letters.length > 3 && letters === letters.toUpperCase() && letters !== letters.toLowerCase()) return true;
  return isTitleCase(words) || words.length <= 3;
};

/** The topic of a heading of the shop, such as `shipping`. */
export const readTopic = (text: string): string | undefined =>
  SHOP_HEADING.find(([, pattern]) => pattern.test(text))?.[0];

/** What part of the page's furniture a line is, by its form alone; undefined for running text. */
export function readFurniture(text: string): Furniture | undefined {
  if (text.length > FURNITURE_CHARS) return undefined;
  if (REVIEW_HEADING.test(text)) return { type: 'review-heading', label: 'heading of the reviews' };
  for (const [label, pattern] of REVIEW_SIDE) if (pattern.test(text)) return { type: 'side', label };
  if (CONTROLS.some((pattern) => pattern.test(text))) return { type: 'control', label: 'control or menu entry' };
  if (NAME_AND_DATE.test(text) && text.split(/\s+/).length <= 10) return { type: 'side', label: 'author and date' };
  if (!/[\p{L}\p{N}]/u.test(text) && !/\p{Extended_Pictographic}/u.test(text))
    return { type: 'control', label: 'line of signs' };
  if (!looksLikeHeading(text)) return undefined;
  const topic = readTopic(text);
  return topic
    ? { type: 'shop-heading', label: `heading: ${topic}`, topic }
    : { type: 'heading', label: 'heading or menu entry' };
}
