import { describe, expect, it } from 'vitest';
import { read } from '../../../nlp/sentiment/read.ts';

describe('findAsides', () => {
  it.each([
    ['My old camera was blurry.', 'old camera was blurry', false],
    ['My old camera was always blurry, this one is not.', 'old camera was always blurry', true],
    ['My old camera had a sharp picture, this one does not.', 'old camera had a sharp picture', true],
    ['My old camera was blurry, this is a sharp one.', 'old camera was blurry', false],
    ['The previous camera was blurry at night, but I liked it.', 'previous camera was blurry at night', false],
  ])('%s → "%s", turned: %s', (text, words, isTurned) => {
    const { tokens, asides } = read(text);
    const told = asides.map((aside) => ({
      words: tokens
        .slice(aside.from, aside.to)
        .map(({ word }) => word.norm)
        .join(' '),
      isTurned: aside.isTurned,
    }));
    expect(told).toEqual([{ words, isTurned }]);
  });

  it.each(['The picture is sharper than on my old camera.', 'It replaced my old camera.'])('%s compares', (text) => {
    expect(read(text).asides).toEqual([]);
  });
});
