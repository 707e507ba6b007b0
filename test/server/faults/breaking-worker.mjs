import { setTimeout as sleep } from 'node:timers/promises';

/** Stands in for the analysis: a text with this word takes its thread with it. */
export async function analyseReviews({ reviews }) {
  await sleep(1);
  if (reviews.some(({ text }) => text.includes('KILLER'))) process.exit(1);
  return reviews.map(({ text }) => ({
    analysis: {
      ...{ language: 'en', sentiment: { label: 'positive', score: 0.5 } },
      ...{ features: { clarity: 'positive' }, mentions: [] },
    },
    fingerprint: { exact: text.length.toString(16).padStart(32, '0'), bands: [], generic: false },
    findings: [],
  }));
}

export const readMark = () => 'breaking';
export function readMeanings(texts) {
  if (texts.some((text) => text.includes('KILLER'))) process.exit(1);
  return texts.map(() => null);
}
