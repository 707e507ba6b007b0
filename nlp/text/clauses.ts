import { COMMA, STOP, type Token } from './tokenize.ts';

/** Where each token stands: indexes of its sentence and of its clause, both counted from 0. */
export interface Clauses {
  sentence: Int32Array;
  clause: Int32Array;
  /** First token of each sentence, and the number of tokens at the end. */
  sentenceStarts: number[];
  /** First token of each clause, and the number of tokens at the end. */
  clauseStarts: number[];
}

/** Words that turn a sentence round: what stands behind them is judged on its own. */
export const CONTRAST = new Set(
  'but however although though except whereas unfortunately nevertheless nonetheless besides while otherwise'.split(
    ' ',
  ),
);

/** Words that do so only behind a comma. */
const MILD_CONTRAST = new Set('yet only still sadly alas mind apart then shame pity just'.split(' '));

/** Whether the token begins a clause that turns round. */
export function isTurn(token: Token): boolean {
  return CONTRAST.has(token.word.norm) || (token.gap >= COMMA && MILD_CONTRAST.has(token.word.norm));
}

/** A sentence is cut at stops, and into clauses at words of contrast. */
export function splitClauses(tokens: readonly Token[]): Clauses {
  const sentence = new Int32Array(tokens.length);
  const clause = new Int32Array(tokens.length);
  const sentenceStarts: number[] = [];
  const clauseStarts: number[] = [];
  let last = 0;
  for (let i = 0; i < tokens.length; i += 1) {
    const token = tokens[i]!;
    if (token.gap >= STOP || i === 0) {
      sentenceStarts.push(i);
      clauseStarts.push(i);
      last = i;
    } else if (i > last && isTurn(token)) {
      last = turnStart(tokens, i, last);
      clauseStarts.push(last);
      clause.fill(clauseStarts.length - 1, last, i);
    }
    sentence[i] = sentenceStarts.length - 1;
    clause[i] = clauseStarts.length - 1;
  }
  sentenceStarts.push(tokens.length);
  clauseStarts.push(tokens.length);
  return { sentence, clause, sentenceStarts, clauseStarts };
}

const SUBJECT_WORDS = 4;
const BEING = new Set('is are was were isnt wasnt arent seems looks feels has had does doesnt'.split(' '));

/** "…, the keyboard however is": the turn begins with its subject, at the comma before it. */
function turnStart(tokens: readonly Token[], at: number, clauseStart: number): number {
  const next = tokens[at + 1];
  if (!next || !BEING.has(next.word.norm) || tokens[at]!.gap >= COMMA) return at;
  for (let i = at - 1; i > clauseStart && i >= at - SUBJECT_WORDS; i -= 1) if (tokens[i]!.gap >= COMMA) return i;
  return at;
}
