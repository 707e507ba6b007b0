import type { Reading } from './judge.ts';
import type { Polarity } from './polarity.ts';

export interface Mood {
  label: Polarity;
  /** −1 to 1. */
  score: number;
  /** By the words alone, −1 to 1. */
  words: number;
}

const TITLE_WEIGHT = 1.5;
const SOFTENING = 4;

/** Sentiment of a whole review: its judging words, the title's weighing more, and the stars as one voice among them. */
export function readMood(readings: { title?: Reading | undefined; text: Reading }, rating: number | undefined): Mood {
  let positive = 0;
  let negative = 0;
  const add = (reading: Reading, weight: number) => {
    for (const { valence } of reading.cues) {
      if (valence > 0) positive += valence * weight;
      else negative -= valence * weight;
    }
  };
  add(readings.text, 1);
  if (readings.title) add(readings.title, TITLE_WEIGHT);
  const words = (positive - negative) / (positive + negative + SOFTENING);
  const stars = rating === undefined ? 0 : Math.max(-1, Math.min(1, (rating - 3) / 2));
  const score = rating === undefined ? words : words * 0.5 + stars * 0.5;
  return { label: moodLabel(score, positive, negative), score: Math.round(score * 1000) / 1000, words };
}

function moodLabel(score: number, positive: number, negative: number): Polarity {
  if (score > 0.15) return 'positive';
  if (score < -0.15) return 'negative';
  return positive > 2 && negative > 2 ? 'mixed' : 'neutral';
}
