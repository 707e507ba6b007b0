import { splitClauses } from '../text/clauses.ts';
import { tokenize } from '../text/tokenize.ts';
import { findBlankets, findCues } from './find-cues.ts';
import { findWordings } from './find-wordings.ts';
import type { Reading } from './judge.ts';
import { findAsides } from './other-products.ts';
import { findStatements } from './statements.ts';

/** Reads one field: tokens, clauses, and the words that judge. */
export function read(text: string): Reading {
  const tokens = tokenize(text);
  const clauses = splitClauses(tokens);
  const { signs, opinions } = findWordings(tokens);
  const blankets = findBlankets(tokens, clauses, signs);
  return {
    tokens,
    clauses,
    blankets,
    asides: findAsides(tokens, signs),
    statements: findStatements(signs, clauses),
    cues: findCues({ tokens, clauses }, opinions, blankets),
  };
}
