import { applyTaxonomy, type Taxonomy } from './features/own-words.ts';
import { type Tag, tagReview } from './features/tag-review.ts';
import { negatorIn } from './sentiment/find-cues.ts';
import type { Reading } from './sentiment/judge.ts';
import { judgeAspect } from './sentiment/judge-aspects.ts';
import type { Polarity } from './sentiment/polarity.ts';
import { read } from './sentiment/read.ts';
import { detectLanguage } from './text/language.ts';
import type { Token } from './text/tokenize.ts';

export { compileTaxonomy, type Taxonomy } from './features/own-words.ts';
export { FEATURES } from './features/taxonomy.ts';
export type { Polarity } from './sentiment/polarity.ts';

/** Half-open range of UTF-16 offsets. */
export interface Span {
  start: number;
  end: number;
}

export type Field = 'title' | 'text';

/**
 * A span of `title` or `text` that speaks of a feature, with the words that decided the polarity (`cue`, same field) and
 * among them the one that turned them round (`negator`).
 */
export interface Mention extends Span {
  feature: string;
  polarity: Polarity;
  field: Field;
  /** Exactly the characters from `start` to `end`. */
  quote: string;
  cue?: Span;
  negator?: Span;
}

export interface AnalyzeInput {
  title?: string | undefined;
  text: string;
  /** Stars, 1 to 5: weak evidence where the words leave the judgement open. */
  rating?: number | undefined;
  /** Spans of `text` whose polarity is asked for, whatever the taxonomy. */
  aspects?: readonly Span[] | undefined;
}

export interface Analysis {
  /** ISO 639-1 code, or `und` where the text gives too little to tell. */
  language: string;
  /** Of the review as a whole; score from −1 to 1. */
  sentiment: { label: Polarity; score: number };
  /** One label a feature a review, summed up from its mentions. */
  features: Record<string, Polarity>;
  mentions: Mention[];
  aspects?: (Span & { polarity: Polarity })[];
}

function toMention(tag: Tag, reading: Reading, source: string): Mention {
  const { tokens } = reading;
  const start = tokens[tag.from]!.start;
  const end = tokens[tag.to - 1]!.end;
  const mention: Mention = {
    feature: tag.feature,
    polarity: tag.polarity,
    field: tag.field,
    start,
    end,
    quote: source.slice(start, end),
  };
  if (tag.cue) mention.cue = { start: tokens[tag.cue.from]!.start, end: tokens[tag.cue.to - 1]!.end };
  const turned = tag.cue && negatorIn(tokens, tag.cue);
  if (turned) mention.negator = { start: turned.start, end: turned.end };
  return mention;
}

/** Index of the token at an offset, or of the next one; the last one where there is none. */
function tokenAt(tokens: readonly Token[], offset: number): number {
  let low = 0;
  let high = Math.max(0, tokens.length - 1);
  while (low < high) {
    const middle = (low + high) >> 1;
    if (tokens[middle]!.end <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Index of the first token behind an offset. */
function tokenBehind(tokens: readonly Token[], from: number, offset: number): number {
  let to = from + 1;
  while (to < tokens.length && to < from + LONGEST_ASPECT && tokens[to]!.start < offset) to += 1;
  return to;
}

/** Longer spans are judged by their beginning, so that the cost stays linear in the number of spans. */
const LONGEST_ASPECT = 40;

function judgeAspects(reading: Reading, aspects: readonly Span[]): (Span & { polarity: Polarity })[] {
  const { tokens } = reading;
  return aspects.map(({ start, end }) => {
    if (tokens.length === 0) return { start, end, polarity: 'neutral' };
    const from = tokenAt(tokens, start);
    return { start, end, polarity: judgeAspect(reading, { from, to: tokenBehind(tokens, from, end) }) };
  });
}

/**
 * Tags one review with the default features, or with those of a taxonomy. Never throws, whatever the text; cost is
 * linear in its length.
 */
export function analyze(input: AnalyzeInput, taxonomy?: Taxonomy): Analysis {
  const text = read(input.text);
  const title = input.title ? read(input.title) : undefined;
  const language = detectLanguage(input.text, text.tokens);
  const aspects = input.aspects ? { aspects: judgeAspects(text, input.aspects) } : {};
  if (language !== 'en' && language !== 'und') {
    return { language, sentiment: { label: 'neutral', score: 0 }, features: {}, mentions: [], ...aspects };
  }
  const reading = { title, text, rating: input.rating };
  const tagged = tagReview(reading);
  const { mood, features, tags } = taxonomy ? applyTaxonomy(reading, tagged, taxonomy) : tagged;
  const mentions = tags.map((tag) =>
    tag.field === 'title' && title ? toMention(tag, title, input.title ?? '') : toMention(tag, text, input.text),
  );
  return { language, sentiment: { label: mood.label, score: mood.score }, features, mentions, ...aspects };
}
