import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Vocabulary } from '../../../nlp/text/vocabulary.ts';
import { wordOf } from '../../../nlp/text/word.ts';

describe('Vocabulary', () => {
  it('knows only what it was made with, unless it grows', () => {
    const fixed = new Vocabulary(['', 'u:zoom', 'b:dial zoom'], { grows: false });
    expect(fixed.idOf('u:zoom')).toBe(1);
    expect(fixed.idOf('u:strap')).toBe(-1);
    expect(fixed.termsOf(wordOf('zoom')).stem).toBe(1);
    expect(fixed.pairOf(wordOf('dial'), wordOf('zoom'))).toBe(2);
    expect(fixed.pairOf(wordOf('zoom'), wordOf('dial'))).toBe(-1);
    expect(fixed.pairOf(wordOf('zoom'), wordOf('strap'))).toBe(-1);
  });

  it('takes numbers for one another', () => {
    const fixed = new Vocabulary(['u:#', 'b:# week'], { grows: false });
    expect(fixed.termsOf(wordOf('45')).stem).toBe(0);
    expect(fixed.pairOf(wordOf('30'), wordOf('week'))).toBe(1);
  });

  it('gives each pair one number, however many there are', () => {
    const words = Array.from({ length: 60 }, (_, index) =>
      wordOf(`q${'abcdefghij'[index % 10]}x${'klmnop'[index % 6]}${index}z`),
    );
    const vocabulary = new Vocabulary([], { grows: true });
    const ids = words.flatMap((first) => words.map((second) => vocabulary.pairOf(first, second)));
    expect(new Set(ids).size).toBe(words.length ** 2);
    expect(words.flatMap((first) => words.map((second) => vocabulary.pairOf(first, second)))).toEqual(ids);
  });

  it('finds all that it grew by when it is made anew', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('lens', 'strap', 'sharp', 'is', 'not'), { minLength: 2 }), (forms) => {
        const grown = new Vocabulary([], { grows: true });
        const words = forms.map(wordOf);
        const pairs = (vocabulary: Vocabulary) =>
          words.slice(1).map((word, index) => vocabulary.pairOf(words[index]!, word));
        const ids = pairs(grown);
        expect(pairs(new Vocabulary(grown.names, { grows: false }))).toEqual(ids);
      }),
    );
  });
});
