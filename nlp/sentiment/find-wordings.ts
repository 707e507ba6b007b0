import { BLAME_OPENINGS, OPEN_OPENINGS, OTHER_PRODUCTS, PLAIN_STATEMENTS, UNTRIED } from '../lexicons/blankets.ts';
import { OPINION_LINES } from '../lexicons/opinion-words.ts';
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

/** Wordings that judge, with their valence. */
export type Opinion = Match<number>;

/** One matcher for both: a pass over the tokens costs more than what it finds. */
const matcher = createMatcher<SignKind | number>([
  ...LINES.flatMap(([kind, lines]) => compilePatterns<SignKind | number>(lines, () => kind, WORD_CLASSES)),
  ...OPINION_LINES.flatMap(({ valence, lines }) =>
    compilePatterns<SignKind | number>(lines, () => valence, WORD_CLASSES),
  ),
]);

const isOpinion = (match: Match<SignKind | number>): match is Opinion => typeof match.value === 'number';

/** All wordings of a text that judge, or that tell how judgements are meant, each in the order of their first token. */
export function findWordings(tokens: readonly Token[]): { signs: Sign[]; opinions: Opinion[] } {
  const signs: Sign[] = [];
  const opinions: Opinion[] = [];
  for (const match of matcher.match(tokens)) {
    if (isOpinion(match)) opinions.push(match);
    else signs.push(match as Sign);
  }
  return { signs, opinions };
}
