import { COMMA, type Token } from '../text/tokenize.ts';
import weights from './aspects.weights.json' with { type: 'json' };
import { isNegator } from './find-cues.ts';
import { cuesNear, judgeSpan, type Reading } from './judge.ts';

/** How a writer judges what a span names. */
export type AspectPolarity = 'positive' | 'negative' | 'neutral';

export const ASPECT_POLARITIES: readonly AspectPolarity[] = ['positive', 'negative', 'neutral'];

/** Tokens, `to` exclusive. */
interface TokenSpan {
  from: number;
  to: number;
}

const WAYS = ASPECT_POLARITIES.length;
/** Words this near are noted with their side. */
const NEAR = 4;
/** Words further off are not looked at. */
const FAR = 25;
const NEGATION_REACH = 5;

/** Where the part of the sentence that holds the span begins and ends: commas and joining words cut it. */
function partAround({ tokens, clauses }: Reading, { from, to }: TokenSpan): TokenSpan {
  const clause = clauses.clause[from]!;
  const isCut = ({ gap, word }: Token) => gap >= COMMA || word.norm === 'and';
  let start = from;
  while (start > clauses.clauseStarts[clause]! && start > from - FAR && !isCut(tokens[start]!)) start -= 1;
  let end = to;
  const last = Math.min(clauses.clauseStarts[clauses.clause[to - 1]! + 1]!, to + FAR);
  while (end < last && !isCut(tokens[end]!)) end += 1;
  return { from: start, to: end };
}

/** The words of a stretch, plain or denied, and its pairs, each name with a prefix that says where it stands. */
function addStretch(names: Set<string>, tokens: readonly Token[], { from, to }: TokenSpan, prefix: string): void {
  let denied = 0;
  for (let i = from; i < to; i += 1) {
    const { stem } = tokens[i]!.word;
    names.add(`${prefix}${denied > 0 ? '!' : ''}${stem}`);
    if (i + 1 < to) names.add(`${prefix}${stem} ${tokens[i + 1]!.word.stem}`);
    denied = isNegator(tokens[i]!) ? NEGATION_REACH : denied - 1;
  }
}

/** What the rules say: the sum of the judging words, weakened by distance. */
function levelOf(score: number): string {
  const level = Math.min(3, Math.round(Math.abs(score)));
  return level === 0 ? '0' : `${score > 0 ? '+' : '-'}${level}`;
}

/** Names of what stands around a span: the words of its part of the sentence, those nearest by side, and the rules' judgement. */
export function aspectTerms(reading: Reading, span: TokenSpan): string[] {
  const { tokens, clauses } = reading;
  const sentence = clauses.sentence[span.from]!;
  const start = Math.max(clauses.sentenceStarts[sentence]!, span.from - FAR);
  const end = Math.min(clauses.sentenceStarts[clauses.sentence[span.to - 1]! + 1]!, span.to + FAR);
  const names = new Set<string>(['']);
  const part = partAround(reading, span);
  addStretch(names, tokens, part, 'p:');
  addStretch(names, tokens, { from: Math.max(start, span.from - NEAR), to: span.from }, 'b:');
  addStretch(names, tokens, { from: span.to, to: Math.min(end, span.to + NEAR) }, 'a:');
  for (let i = span.from; i < span.to; i += 1) names.add(`i:${tokens[i]!.word.stem}`);
  const { score, cue, isTight } = judgeSpan(reading, span.from, span.to);
  names.add(`rule:${levelOf(score)}`);
  names.add(`rule:${cue ? (isTight ? 'tight' : 'loose') : 'none'}${levelOf(score)}`);
  let sum = 0;
  for (const { valence } of cuesNear(reading, start, end)) sum += valence;
  names.add(`sentence:${levelOf(sum / 2)}`);
  if (tokens[end - 1]!.asks) names.add('asks');
  return [...names];
}

interface AspectWeights {
  ids: ReadonlyMap<string, number>;
  /** By term × 3 + way. */
  values: Float32Array;
}

/** Weights are stored as whole hundredths. */
export const ASPECT_SCALE = 100;

/** Reads the lines of a weights file: name, and three weights. */
export function readAspectWeights(lines: readonly string[]): AspectWeights {
  const values = new Float32Array(lines.length * WAYS);
  const ids = new Map<string, number>();
  lines.forEach((line, id) => {
    const [name = '', row = ''] = line.split('\t');
    ids.set(name, id);
    values.set(
      row.split(',').map((value) => Number(value) / ASPECT_SCALE),
      id * WAYS,
    );
  });
  return { ids, values };
}

let shipped: AspectWeights | undefined;

/**
 * How the writer judges what a span of any product's review names: a linear model (softmax regression) over the words
 * around it and the rules' judgement, trained by test/eval/tags-train.ts.
 */
export function judgeAspect(reading: Reading, span: TokenSpan, weighed?: AspectWeights): AspectPolarity {
  shipped ??= readAspectWeights(weights.terms.splice(0));
  const { ids, values } = weighed ?? shipped;
  const sums = [0, 0, 0];
  for (const name of aspectTerms(reading, span)) {
    const id = ids.get(name);
    if (id === undefined) continue;
    for (let way = 0; way < WAYS; way += 1) sums[way]! += values[id * WAYS + way]!;
  }
  return ASPECT_POLARITIES[sums.indexOf(Math.max(...sums))]!;
}
