import { describe, expect, it } from 'vitest';
import { readMood } from '../../../nlp/sentiment/overall.ts';
import { read } from '../../../nlp/sentiment/read.ts';

const mood = (text: string, rating?: number, title?: string) =>
  readMood({ text: read(text), ...(title === undefined ? {} : { title: read(title) }) }, rating);

describe('readMood', () => {
  it.each([
    ['praise', 'The picture is excellent.', undefined, 'positive'],
    ['blame', 'The app is terrible.', undefined, 'negative'],
    ['no judgement', 'I bought it in May.', undefined, 'neutral'],
    ['the stars alone', 'I bought it in May.', 1, 'negative'],
    ['praise with few stars', 'The picture is excellent.', 1, 'negative'],
    ['both', 'The picture is excellent and great. The app is terrible and awful.', undefined, 'mixed'],
  ])('of %s: %s, %s stars → %s', (_, text, rating, label) => expect(mood(text, rating).label).toBe(label));

  it('is half words, half stars', () => {
    const { words } = mood('The picture is excellent.');
    for (const [rating, stars] of [
      [1, -1],
      [3, 0],
      [4, 0.5],
      [5, 1],
    ] as const) {
      expect(mood('The picture is excellent.', rating).score).toBeCloseTo((words + stars) / 2, 3);
    }
  });

  it('gives the title more weight', () => {
    expect(mood('I bought it in May.', undefined, 'Excellent').words).toBeGreaterThan(mood('Excellent').words);
  });
});
