import { isNegator } from '../sentiment/find-cues.ts';
import type { Reading } from '../sentiment/judge.ts';
import type { Vocabulary } from '../text/vocabulary.ts';
import type { Verdict } from './judge-features.ts';
import { loudness, Marks } from './marks.ts';
import { type Segment, splitSegments } from './segments.ts';

/** What a segment is made of, as numbers of a vocabulary, each once. */
export interface SegmentTerms extends Segment {
  /** Words, pairs of words, and what the lexicon found here and beside. */
  naming: number[];
  /** What speaks for a judgement: denied words, judging words, judged names. */
  judging: number[];
}

const NEGATION_REACH = 5;
const MANY = 3;

/** Judging words of a stretch, praise and blame summed up apart. */
interface Voices {
  up: number;
  down: number;
}

/** When each term was last added, by number: the run of the list that it was added to. */
let stamps = new Int32Array(1024);
let run = 0;

/** Adds a term once, leaving out those that the vocabulary does not have. */
function add(terms: number[], id: number): void {
  if (id < 0 || stamps[id] === run) return;
  if (id >= stamps.length) {
    const longer = new Int32Array(id * 2);
    longer.set(stamps);
    stamps = longer;
  }
  stamps[id] = run;
  terms.push(id);
}

function addWords(reading: Reading, vocabulary: Vocabulary, { from, to, naming, judging }: SegmentTerms): void {
  const { tokens } = reading;
  let denied = 0;
  for (let i = from; i < to; i += 1) {
    const { word } = tokens[i]!;
    const terms = vocabulary.termsOf(word);
    add(naming, terms.stem);
    if (i + 1 < to) add(naming, vocabulary.pairOf(word, tokens[i + 1]!.word));
    if (isNegator(tokens[i]!)) denied = NEGATION_REACH;
    else if (denied > 0) {
      add(judging, terms.denied);
      denied -= 1;
    }
  }
}

function addVerdicts(verdicts: readonly Verdict[], marks: Marks, { naming, judging }: SegmentTerms): void {
  for (const verdict of verdicts) {
    const terms = marks.verdictTerms(verdict);
    for (const term of terms.naming) add(naming, term);
    for (const term of terms.judging) add(judging, term);
  }
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

function addNeighbours({ verdicts }: Gathered, index: number, marks: Marks, naming: number[]): void {
  for (const verdict of verdicts[index - 1] ?? []) add(naming, marks.before[marks.featureOf(verdict)]!);
  for (const verdict of verdicts[index + 1] ?? []) add(naming, marks.after[marks.featureOf(verdict)]!);
  let named = 0;
  for (const verdict of verdicts[index]!) named |= 1 << marks.featureOf(verdict);
  let count = 0;
  for (; named !== 0 && count < MANY; named &= named - 1) count += 1;
  add(naming, marks.names[count]!);
}

function addVoices(own: Voices, whole: Voices, marks: Marks, judging: number[]): void {
  add(judging, marks.cue[loudness(own.up) * 4 + loudness(own.down)]!);
  add(judging, marks.beside[loudness(whole.up - own.up) * 4 + loudness(whole.down - own.down)]!);
}

const marksOf = new WeakMap<Vocabulary, Marks>();

function marksFor(vocabulary: Vocabulary): Marks {
  const known = marksOf.get(vocabulary) ?? new Marks(vocabulary);
  marksOf.set(vocabulary, known);
  return known;
}

const terms: SegmentTerms = { from: 0, to: 0, naming: [], judging: [] };

/**
 * Goes through the terms of each segment of a field. What the visitor gets is filled anew for every segment: it must
 * copy what it keeps.
 */
export function visitTerms(
  reading: Reading,
  found: { verdicts: readonly Verdict[]; isTitle: boolean },
  vocabulary: Vocabulary,
  visit: (terms: SegmentTerms) => void,
): void {
  const segments = splitSegments(reading);
  const gathered = gather(reading, segments, found.verdicts);
  const marks = marksFor(vocabulary);
  const { naming, judging } = terms;
  for (let index = 0; index < segments.length; index += 1) {
    const { from, to } = segments[index]!;
    run += 1;
    terms.from = from;
    terms.to = to;
    naming.length = 0;
    judging.length = 0;
    add(naming, marks.always);
    addWords(reading, vocabulary, terms);
    if (from === 0) add(naming, marks.first);
    if (found.isTitle) add(naming, marks.title);
    add(naming, marks.long[Math.min(5, 31 - Math.clz32(to - from))]!);
    addVerdicts(gathered.verdicts[index]!, marks, terms);
    addNeighbours(gathered, index, marks, naming);
    const whole = gathered.sentences[reading.clauses.sentence[from]!]!;
    addVoices(gathered.voices[index]!, whole, marks, judging);
    if (reading.tokens[to - 1]!.asks) add(judging, marks.asks);
    visit(terms);
  }
}
