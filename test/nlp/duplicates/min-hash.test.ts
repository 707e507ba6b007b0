import { describe, expect, it } from 'vitest';
import { BANDS, bandKeys } from '../../../nlp/duplicates/min-hash.ts';
import { readWords } from '../../../nlp/duplicates/read-words.ts';

const bandsOf = (text: string): number[] => [...bandKeys(readWords(text).ids)];
const countShared = (a: string, b: string): number => {
  const ofA = new Set(bandsOf(a));
  return bandsOf(b).filter((band) => ofA.has(band)).length;
};
/** So many words that no other text has. */
const wordsOf = (mark: string, count: number): string[] =>
  Array.from({ length: count }, (_, i) => `${String.fromCharCode(97 + (i % 26), 97 + Math.floor(i / 26))}${mark}7`);

describe('bandKeys', () => {
  it('depends on the text alone', () => {
    const texts = ['Ludmila saw a fox', wordsOf('zz', 90).join(' '), 'The parrot learned the chime within a week.'];
    const first = texts.map(bandsOf);
    expect(texts.toReversed().map(bandsOf).toReversed()).toEqual(first);
    for (const bands of first) expect(new Set(bands).size).toBe(BANDS);
  });

  it('has none for a text that tells nothing', () => expect(bandsOf('it is what it is and that was that')).toEqual([]));

  it.each([3, 8, 20, 60, 600])('shares none between unrelated texts of %d words', (count) => {
    let shared = 0;
    for (let i = 0; i < 20; i += 1)
      shared += countShared(wordsOf(`q${i}`, count).join(' '), wordsOf(`v${i}`, count).join(' '));
    expect(shared).toBeLessThanOrEqual(1);
  });

  it.each([
    [12, 1],
    [40, 8],
    [90, 30],
  ])('shares about as many bands as the square of the overlap: %d words, %d replaced', (count, replaced) => {
    let shared = 0;
    for (let i = 0; i < 60; i += 1) {
      const words = wordsOf(`q${i}`, count);
      shared += countShared(words.join(' '), [...words.slice(replaced), ...wordsOf(`v${i}`, replaced)].join(' '));
    }
    const kept = 2 * (count - replaced) - 1;
    const overlap = kept / (2 * (2 * count - 1) - kept);
    expect(shared / 60 / BANDS).toBeGreaterThan(overlap ** 2 - 0.12);
    expect(shared / 60 / BANDS).toBeLessThan(overlap ** 2 + 0.12);
  });
});
