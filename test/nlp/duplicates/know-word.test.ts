import { describe, expect, it } from 'vitest';
import { countKnown, knowWord, lengthOf, makeRoom, wordGeneration, wordOf } from '../../../nlp/duplicates/know-word.ts';
import { readWords } from '../../../nlp/duplicates/read-words.ts';

const manyWords = (mark: string): string =>
  Array.from({ length: 20_000 }, (_, i) => `${mark}${i.toString(36)}`).join(' ');

describe('knowWord', () => {
  it('keeps words of one hash apart', () => {
    const codes = Uint16Array.from('abcdab', (char) => char.charCodeAt(0));
    const [ab, cd, abcd, again] = [
      [0, 2],
      [2, 4],
      [0, 4],
      [4, 6],
    ].map(([from, to]) => knowWord(codes, from!, to!, 5));
    expect(again).toBe(ab);
    expect(new Set([ab, cd, abcd]).size).toBe(3);
    expect(wordOf(abcd!).text).toBe('abcd');
  });
});

describe('makeRoom', () => {
  it('forgets the words only when they have become too many', () => {
    readWords('a lantern on the porch');
    const [before, known] = [wordGeneration(), countKnown()];
    makeRoom();
    expect([wordGeneration(), countKnown()]).toEqual([before, known]);
    for (const mark of ['q', 'y', 'j']) readWords(manyWords(mark));
    expect(countKnown()).toBeGreaterThan(60_000);
    makeRoom();
    expect([wordGeneration(), countKnown()]).toEqual([before + 1, 0]);
    const { ids, generation } = readWords('a lantern on the porch');
    expect(generation).toBe(before + 1);
    expect(ids.map((id) => wordOf(id).text)).toEqual(['a', 'lantern', 'on', 'the', 'porch']);
    expect(ids.map(lengthOf)).toEqual([1, 7, 2, 3, 5]);
  });

  it('forgets them when they are few, but very long', () => {
    const before = wordGeneration();
    for (const letter of 'abc') readWords(letter.repeat(1_000_000));
    makeRoom();
    expect(wordGeneration()).toBe(before + 1);
  });
});
