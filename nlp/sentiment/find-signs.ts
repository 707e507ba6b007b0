import { BLAME_OPENINGS, OPEN_OPENINGS, OTHER_PRODUCTS, PLAIN_STATEMENTS, UNTRIED } from '../lexicons/blankets.ts';
import { WORD_CLASSES } from '../lexicons/word-classes.ts';
import { createMatcher, type Match } from '../text/match-patterns.ts';
import { compilePatterns } from '../text/pattern.ts';
import type { Token } from '../text/tokenize.ts';

/** Wordings that tell how what stands by them is meant: see lexicons/blankets.ts. */
export type SignKind = 'blamed' | 'open' | 'other-product' | 'plain' | 'untried';
export type Sign = Match<SignKind>;

const LINES: readonly (readonly [SignKind, string])[] = [
  ['blamed', BLAME_OPENINGS],
  ['open', OPEN_OPENINGS],
  ['other-product', OTHER_PRODUCTS],
  ['plain', PLAIN_STATEMENTS],
  ['untried', UNTRIED],
];

const matcher = createMatcher(LINES.flatMap(([kind, lines]) => compilePatterns(lines, () => kind, WORD_CLASSES)));

/** All such wordings of a text, in the order of their first token: one pass for all kinds. */
export const findSigns = (tokens: readonly Token[]): Sign[] => matcher.match(tokens);
