import type { Reading } from '../sentiment/judge.ts';
import { type Mood, readMood } from '../sentiment/overall.ts';
import type { Polarity } from '../sentiment/polarity.ts';
import { decide } from './decide.ts';
import { type Evidence, gatherEvidence } from './evidence.ts';
import { judgeFeatures, type Verdict } from './judge-features.ts';
import { FEATURES } from './taxonomy.ts';

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
}

export interface TaggedReview {
  mood: Mood;
  features: Record<string, Polarity>;
  tags: Tag[];
}

interface Findings {
  mood: Mood;
  title: Verdict[];
  text: Verdict[];
  evidence: Evidence[];
}

/** All that the rules find in a review, before the decision: training reads it too. */
export function findFeatures({ title, text, rating }: ReviewReading): Findings {
  const mood = readMood({ title, text }, rating);
  const found = { title: title ? judgeFeatures(title) : [], text: judgeFeatures(text) };
  return { ...found, mood, evidence: gatherEvidence({ ...found, mood, rating, tokens: text.tokens.length }) };
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

function tagsOf(verdicts: readonly Verdict[], field: 'title' | 'text', labels: ReadonlyMap<string, Polarity>): Tag[] {
  const firm = new Set(verdicts.filter((verdict) => !verdict.isLoose).map(({ hit }) => hit.feature));
  const tags: Tag[] = [];
  for (const verdict of verdicts) {
    const label = labels.get(verdict.hit.feature);
    if (label === undefined || (verdict.isLoose && firm.has(verdict.hit.feature))) continue;
    tags.push(toTag(verdict, field, label));
  }
  return tags;
}

/** Labels a review's features, with every mention behind each label. */
export function tagReview(review: ReviewReading): TaggedReview {
  const { mood, title, text, evidence } = findFeatures(review);
  const labels = new Map<string, Polarity>();
  for (const item of evidence) {
    const polarity = decide(item);
    if (polarity) labels.set(item.feature, polarity);
  }
  const features: Record<string, Polarity> = {};
  for (const { id } of FEATURES) {
    const label = labels.get(id);
    if (label) features[id] = label;
  }
  return { mood, features, tags: [...tagsOf(title, 'title', labels), ...tagsOf(text, 'text', labels)] };
}
