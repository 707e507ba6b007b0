import { isNegator } from '../sentiment/find-cues.ts';
import type { Reading } from '../sentiment/judge.ts';
import type { Verdict } from './judge-features.ts';
import type { Segment } from './segments.ts';
import type { Vocabulary } from './vocabulary.ts';

/** What a segment is made of, as numbers of a vocabulary, each once. */
export interface SegmentTerms extends Segment {
  /** Words, pairs of words, and what the lexicon found here and beside. */
  naming: number[];
  /** What speaks for a judgement: denied words, judging words, judged names. */
  judging: number[];
}

/** The term that every segment has. */
export const ALWAYS = '';

const NEGATION_REACH = 5;
const MANY = 3;

/** Judging words of a stretch, praise and blame summed up apart. */
interface Voices {
  up: number;
  down: number;
}

/** How loud: 0 nothing, 1 faint, 2 clear, 3 strong. */
function loudness(sum: number): number {
  if (sum < 0.05) return 0;
  if (sum < 1) return 1;
  return sum < 2.5 ? 2 : MANY;
}

function signOf({ score }: Verdict): string {
  if (score === undefined) return 'o';
  if (score === 0) return '0';
  return score > 0 ? '+' : '-';
}

/** When each term was last added, by number: the run of the list that it was added to. */
let stamps = new Int32Array(1024);
let runs = 0;

/** Adds terms once each, leaving out those that the vocabulary does not have. */
class TermList {
  readonly ids: number[] = [];
  private readonly vocabulary: Vocabulary;
  private readonly run: number;

  constructor(vocabulary: Vocabulary) {
    this.vocabulary = vocabulary;
    runs += 1;
    this.run = runs;
  }

  add(id: number): void {
    if (id < 0 || stamps[id] === this.run) return;
    if (id >= stamps.length) {
      const longer = new Int32Array(id * 2);
      longer.set(stamps);
      stamps = longer;
    }
    stamps[id] = this.run;
    this.ids.push(id);
  }

  mark(name: string): void {
    this.add(this.vocabulary.idOf(name));
  }
}

function addWords(reading: Reading, { from, to }: Segment, vocabulary: Vocabulary, lists: Lists): void {
  const { tokens } = reading;
  let denied = 0;
  for (let i = from; i < to; i += 1) {
    const { word } = tokens[i]!;
    const terms = vocabulary.termsOf(word);
    lists.naming.add(terms.stem);
    lists.naming.add(terms.form);
    if (i + 1 < to) lists.naming.add(vocabulary.pairOf(word, tokens[i + 1]!.word));
    if (isNegator(tokens[i]!)) denied = NEGATION_REACH;
    else if (denied > 0) {
      lists.judging.add(terms.denied);
      denied -= 1;
    }
  }
}

function addVerdicts(verdicts: readonly Verdict[], { naming, judging }: Lists): void {
  for (const verdict of verdicts) {
    const { feature, kind, line } = verdict.hit;
    const sign = signOf(verdict);
    naming.mark(`h:${feature}:${kind}${verdict.isLoose ? 'L' : ''}`);
    naming.mark(`l:${feature}:${line}`);
    judging.mark(`v:${feature}:${sign}`);
    judging.mark(`v:${sign}`);
    judging.mark(`vl:${feature}:${line}:${sign}`);
    if (verdict.blanket) judging.mark(`bl:${verdict.blanket}`);
    if (verdict.stated) judging.mark(`st:${verdict.stated}`);
    if (verdict.isCountered) judging.mark('countered');
  }
}

interface Lists {
  naming: TermList;
  judging: TermList;
}

interface Gathered {
  verdicts: Verdict[][];
  voices: Voices[];
  /** By sentence. */
  sentences: Voices[];
}

function addVoice(voices: Voices, valence: number): void {
  if (valence > 0) voices.up += valence;
  else voices.down -= valence;
}

/** Sorts what was found into the segments, in one pass. */
function gather(reading: Reading, segments: readonly Segment[], verdicts: readonly Verdict[]): Gathered {
  const at = new Int32Array(reading.tokens.length);
  segments.forEach(({ from, to }, index) => {
    at.fill(index, from, to);
  });
  const silent = (): Voices => ({ up: 0, down: 0 });
  const gathered: Gathered = {
    verdicts: segments.map(() => []),
    voices: segments.map(silent),
    sentences: reading.clauses.sentenceStarts.map(silent),
  };
  for (const verdict of verdicts) gathered.verdicts[at[verdict.hit.from]!]!.push(verdict);
  for (const { from, valence } of reading.cues) {
    addVoice(gathered.voices[at[from]!]!, valence);
    addVoice(gathered.sentences[reading.clauses.sentence[from]!]!, valence);
  }
  return gathered;
}

function addNeighbours(gathered: Gathered, index: number, naming: TermList): void {
  for (const { hit } of gathered.verdicts[index - 1] ?? []) naming.mark(`ph:${hit.feature}`);
  for (const { hit } of gathered.verdicts[index + 1] ?? []) naming.mark(`nh:${hit.feature}`);
  const named = new Set(gathered.verdicts[index]!.map(({ hit }) => hit.feature));
  naming.mark(`names:${Math.min(MANY, named.size)}`);
}

/** The terms of each segment of a field. */
export function collectTerms(
  reading: Reading,
  segments: readonly Segment[],
  found: { verdicts: readonly Verdict[]; isTitle: boolean },
  vocabulary: Vocabulary,
): SegmentTerms[] {
  const gathered = gather(reading, segments, found.verdicts);
  return segments.map((segment, index) => {
    const { from, to } = segment;
    const lists: Lists = { naming: new TermList(vocabulary), judging: new TermList(vocabulary) };
    lists.naming.mark(ALWAYS);
    addWords(reading, segment, vocabulary, lists);
    if (from === 0) lists.naming.mark('first');
    if (found.isTitle) lists.naming.mark('title');
    lists.naming.mark(`long:${Math.min(5, Math.floor(Math.log2(to - from)))}`);
    addVerdicts(gathered.verdicts[index]!, lists);
    addNeighbours(gathered, index, lists.naming);
    const own = gathered.voices[index]!;
    const whole = gathered.sentences[reading.clauses.sentence[from]!]!;
    lists.judging.mark(`cue:${loudness(own.up)}${loudness(own.down)}`);
    lists.judging.mark(`beside:${loudness(whole.up - own.up)}${loudness(whole.down - own.down)}`);
    if (reading.tokens[to - 1]!.asks) lists.judging.mark('asks');
    return { from, to, naming: lists.naming.ids, judging: lists.judging.ids };
  });
}
