import { describe, expect, it } from 'vitest';
import { partOfSpeech } from '../../../nlp/text/part-of-speech.ts';
import { tokenize } from '../../../nlp/text/tokenize.ts';

describe('partOfSpeech', () => {
  it.each([
    ['The light is very weak', 'noun'],
    ['A very light camera for travel', 'adjective'],
    ['They light up the whole yard', 'verb'],
  ])('light in "%s" is a %s', (text, wanted) => {
    const tokens = tokenize(text);
    const at = tokens.findIndex(({ word }) => word.norm === 'light');
    expect(partOfSpeech(tokens, at)).toBe(wanted);
  });
});
