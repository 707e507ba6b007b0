import { type Cue, negatorBefore } from '../sentiment/find-cues.ts';
import { judgeSpan, type Reading } from '../sentiment/judge.ts';
import type { Polarity } from '../sentiment/polarity.ts';
import { findHits, type Hit } from './find-hits.ts';

export interface Tag {
  feature: string;
  polarity: Polarity;
  /** Token indexes of the feature words, `to` exclusive. */
  from: number;
  to: number;
  cue?: { from: number; to: number };
  /** Whether the words alone decided. */
  decided: boolean;
}

const WEAK_NEEDS = 0.8;
const DECIDES = 0.45;

interface Verdict {
  hit: Hit;
  /** Positive, negative, or 0 for a fact; undefined while open. */
  score: number | undefined;
  cue?: Cue | { from: number; to: number } | undefined;
}

function judgeHit(reading: Reading, hit: Hit): Verdict | undefined {
  const { tokens, clauses } = reading;
  if (hit.kind === 'flat') return { hit, score: 0 };
  if (hit.kind === 'plus' || hit.kind === 'minus') {
    const negator = negatorBefore(tokens, clauses, hit.from);
    const sign = (hit.kind === 'plus' ? 1 : -1) * (negator >= 0 ? -1 : 1);
    return { hit, score: 2 * sign, cue: { from: negator >= 0 ? negator : hit.from, to: hit.to } };
  }
  const { score, cue, isTight } = judgeSpan(reading, hit.from, hit.to);
  if (hit.kind === 'weak') return isTight && Math.abs(score) >= WEAK_NEEDS ? { hit, score, cue } : undefined;
  if (Math.abs(score) >= DECIDES) return { hit, score, cue };
  const negator = negatorBefore(tokens, clauses, hit.from);
  if (negator >= 0) return { hit, score: -1, cue: { from: negator, to: negator + 1 } };
  return { hit, score: undefined };
}

const RANK = { plus: 3, minus: 3, flat: 2, strong: 1, weak: 0, veto: 0 } as const;

/** The verdict that stands for a feature in a clause: a wording that judges by itself before a name, the longer first. */
function strongest(a: Verdict, b: Verdict): Verdict {
  const rank = RANK[a.hit.kind] - RANK[b.hit.kind];
  if (rank !== 0) return rank > 0 ? a : b;
  const openness = (a.score === undefined ? 0 : 1) - (b.score === undefined ? 0 : 1);
  if (openness !== 0) return openness > 0 ? a : b;
  return b.hit.to - b.hit.from > a.hit.to - a.hit.from ? b : a;
}

/** One tag a feature and clause. `leaning` is the mood of the review, −1 to 1: it decides what the words leave open. */
export function tagFeatures(reading: Reading, leaning: number): Tag[] {
  const byPlace = new Map<string, Verdict>();
  for (const hit of findHits(reading.tokens)) {
    const verdict = judgeHit(reading, hit);
    if (!verdict) continue;
    const key = `${hit.feature} ${reading.clauses.clause[hit.from]}`;
    const known = byPlace.get(key);
    byPlace.set(key, known ? strongest(known, verdict) : verdict);
  }
  return [...byPlace.values()].map((verdict) => toTag(verdict, leaning));
}

function toTag({ hit, score, cue }: Verdict, leaning: number): Tag {
  const open = score === undefined;
  const value = open ? leaning : score;
  const polarity: Polarity = value > (open ? 0.3 : 0) ? 'positive' : value < (open ? -0.2 : 0) ? 'negative' : 'neutral';
  const tag: Tag = { feature: hit.feature, polarity, from: hit.from, to: hit.to, decided: !open };
  return cue ? { ...tag, cue: { from: cue.from, to: cue.to } } : tag;
}
