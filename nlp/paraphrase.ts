import type { ComparedReview, Comparison } from './compare.ts';
import { compareContents } from './duplicates/paraphrase/judge-statements.ts';
import { readStatements, type Statements } from './duplicates/paraphrase/read-statements.ts';

export { findAlike, type Meaning, readMeaning, topicsToAsk } from './duplicates/paraphrase/find-alike.ts';
export { meaningsMark } from './duplicates/paraphrase/meanings.ts';

/** What a comparison of contents needs of a review: its tags are part of what it says. */
export type TaggedReview = ComparedReview & Required<Pick<ComparedReview, 'features'>>;

/** The text read last: a look-up compares one review with many. */
let last: { text: string; statements: Statements } | undefined;

const readAgain = (text: string): Statements => {
  if (last?.text !== text) last = { text, statements: readStatements(text) };
  return last.statements;
};

/**
 * Whether `b` tells in other words what `a` tells; undefined when it does not, when they share so many words that
 * `compare` is to decide, or when either is too short to tell anything of its own. Bounded cost, about a third of a
 * millisecond. Never throws.
 * @param crowd from `findAlike` of either review: among many like reviews closeness says little
 */
export function compareContent(a: TaggedReview, b: TaggedReview, crowd: number): Comparison | undefined {
  return compareContents(
    { review: a, statements: readStatements(a.text) },
    { review: b, statements: readAgain(b.text) },
    crowd,
  );
}
