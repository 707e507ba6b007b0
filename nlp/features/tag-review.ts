import type { Cue } from '../sentiment/find-cues.ts';
import { cuesNear, type Reading } from '../sentiment/judge.ts';
import { type Mood, readMood } from '../sentiment/overall.ts';
import type { Polarity } from '../sentiment/polarity.ts';
import { decide } from './decide.ts';
import { type Evidence, visitEvidence } from './evidence.ts';
import { judgeFeatures, type Verdict } from './judge-features.ts';
import { recognise, shippedWeights, tellingWords } from './recognise.ts';
import { FEATURES } from './taxonomy.ts';
import { tallyWords, type WordTally } from './word-tally.ts';

export interface ReviewReading {
  title?: Reading | undefined;
  text: Reading;
  rating?: number | undefined;
}

export interface Tag {
  feature: string;
  polarity: Polarity;
  field: 'title' | 'text';
  /** Token indexes of the feature words in that field, `to` exclusive. */
  from: number;
  to: number;
  /** Token indexes of the words that decided. */
  cue?: { from: number; to: number };
  /** No wording of the lexicon: learned words alone told of it. */
  isHeard?: true;
}

export interface TaggedReview {
  mood: Mood;
  features: Record<string, Polarity>;
  tags: Tag[];
}

type Labels = Readonly<Record<string, Polarity | undefined>>;

interface Findings {
  mood: Mood;
  title: Verdict[];
  text: Verdict[];
  words: WordTally[];
}

/** All that the rules find in a review, before the decision: training reads it too. */
export function findFeatures(
  { title, text, rating }: ReviewReading,
  visit: (evidence: Evidence) => void,
  weights = shippedWeights(),
): Findings {
  const mood = readMood({ title, text }, rating);
  const found = { title: title ? judgeFeatures(title) : [], text: judgeFeatures(text) };
  const words = tallyWords(
    title ? recognise(title, { verdicts: found.title, isTitle: true }, weights) : [],
    recognise(text, { verdicts: found.text, isTitle: false }, weights),
  );
  visitEvidence({ ...found, mood, rating, tokens: text.tokens.length, words }, visit);
  return { ...found, mood, words };
}

/** A mention keeps its own judgement; where its words leave it open it takes the review's, unless that is mixed. */
function toTag(verdict: Verdict, field: 'title' | 'text', label: Polarity): Tag {
  const { hit, score, cue } = verdict;
  const open = label === 'mixed' ? 'neutral' : label;
  const polarity: Polarity = score === undefined ? open : score > 0 ? 'positive' : score < 0 ? 'negative' : 'neutral';
  const tag: Tag = { feature: hit.feature, polarity, field, from: hit.from, to: hit.to };
  if (cue) tag.cue = { from: cue.from, to: cue.to };
  return tag;
}

/** Adds the mentions of a field; loose ones count only where a feature has no firm one in that field. */
function addTags(tags: Tag[], verdicts: readonly Verdict[], field: 'title' | 'text', labels: Labels): void {
  let firm: Set<string> | undefined;
  for (const verdict of verdicts) {
    const { feature } = verdict.hit;
    const label = labels[feature];
    if (label === undefined) continue;
    if (verdict.isLoose) {
      firm ??= firmFeatures(verdicts);
      if (firm.has(feature)) continue;
    }
    tags.push(toTag(verdict, field, label));
  }
}

const firmFeatures = (verdicts: readonly Verdict[]): Set<string> =>
  new Set(verdicts.filter(({ isLoose }) => !isLoose).map(({ hit }) => hit.feature));

/** The mention of a feature that no wording of the lexicon names: the words that told of it, and what judges it there. */
function addHeardTag(tags: Tag[], feature: string, heard: WordTally, review: ReviewReading): void {
  const { best, bestSegment, isBestInTitle } = heard;
  const field = isBestInTitle ? 'title' : 'text';
  const reading = isBestInTitle ? review.title : review.text;
  if (!best || !bestSegment || !reading) return;
  const { praise, blame, fact } = best;
  const polarity = fact > praise && fact > blame ? 'neutral' : praise > blame ? 'positive' : 'negative';
  const tag: Tag = { feature, polarity, field, ...tellingWords(reading, bestSegment, best.feature), isHeard: true };
  const cue = polarity === 'neutral' ? undefined : loudest(reading, bestSegment, polarity === 'positive' ? 1 : -1);
  if (cue) tag.cue = { from: cue.from, to: cue.to };
  tags.push(tag);
}

/** The strongest judging words of a stretch that judge one way. */
function loudest(reading: Reading, { from, to }: { from: number; to: number }, sign: number): Cue | undefined {
  let most: Cue | undefined;
  for (const cue of cuesNear(reading, from, to)) {
    if (cue.valence * sign > 0 && Math.abs(cue.valence) > Math.abs(most?.valence ?? 0)) most = cue;
  }
  return most;
}

/** Labels a review's features, with every mention behind each label. */
export function tagReview(review: ReviewReading): TaggedReview {
  const features: Record<string, Polarity> = {};
  const { mood, title, text, words } = findFeatures(review, (evidence) => {
    const polarity = decide(evidence);
    if (polarity) features[evidence.feature] = polarity;
  });
  const tags: Tag[] = [];
  addTags(tags, title, 'title', features);
  addTags(tags, text, 'text', features);
  for (let index = 0; index < FEATURES.length; index += 1) {
    const { id } = FEATURES[index]!;
    if (features[id] && !tags.some(({ feature }) => feature === id)) addHeardTag(tags, id, words[index]!, review);
  }
  return { mood, features, tags };
}
