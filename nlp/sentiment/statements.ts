import type { Clauses } from '../text/clauses.ts';
import type { Sign } from './find-wordings.ts';

/** Indexes of clauses that tell a fact flatly (`plain`) or in which the writer has no opinion yet (`untried`). */
export interface Statements {
  plain: ReadonlySet<number>;
  untried: ReadonlySet<number>;
}

/** The clauses of a text that judge nothing by how they are built; words of judgement in them still count. */
export function findStatements(signs: readonly Sign[], clauses: Clauses): Statements {
  const found = { plain: new Set<number>(), untried: new Set<number>() };
  for (const { from, value } of signs) {
    if (value === 'plain' || value === 'untried') found[value].add(clauses.clause[from]!);
  }
  return found;
}
