import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diffTexts, isAlike, sharedPhrases } from '../../../client/state/text-diff.ts';

const marked = (parts: { text: string; mark: string }[], mark: string) =>
  parts.filter((part) => part.mark === mark).map((part) => part.text.trim());
const join = (parts: { text: string }[]) => parts.map((part) => part.text).join('');
const words = fc.array(fc.constantFrom('night', 'View', 'is', 'clear', 'not', 'clear,', '\n', 'İ'), { maxLength: 25 });
const text = words.map((list) => list.join(' '));

describe('word differences', () => {
  it.each([
    ['over the barn door', 'over the garage door', ['barn'], ['garage']],
    ['a number plate', 'a licence plate', ['number'], ['licence']],
    ['it works', 'it works', [], []],
    ['it works', 'it works. Great value.', ['works'], ['works. Great value.']],
    ['IT WORKS AT NIGHT', 'it works at night', [], []],
    ['read old number plates', 'read new licence plates', ['old number'], ['new licence']],
  ])('of %j and %j', (keep, copy, removed, added) => {
    const diff = diffTexts(keep, copy);
    if (added[0] !== 'works. Great value.') expect(marked(diff.keep, 'removed')).toEqual(removed);
    if (added[0] !== 'works. Great value.') expect(marked(diff.copy, 'added')).toEqual(added);
    else expect(marked(diff.copy, 'added').join(' ')).toContain('Great value.');
  });

  it('lose nothing of either text', () =>
    fc.assert(
      fc.property(text, text, (keep, copy) => {
        const diff = diffTexts(keep, copy);
        expect(join(diff.keep)).toBe(keep);
        expect(join(diff.copy)).toBe(copy);
        expect(diff.keep.every((part) => part.mark !== 'added')).toBe(true);
        expect(diff.copy.every((part) => part.mark !== 'removed')).toBe(true);
      }),
    ));

  it('are not looked for in texts too long to compare', () =>
    expect(diffTexts('a '.repeat(30_000), 'b').isMarked).toBe(false));

  it('are worth marking only between texts that are alike', () => {
    expect(isAlike(diffTexts('we put it over the barn door', 'we put it over the garage door'))).toBe(true);
    expect(isAlike(diffTexts('sound is fine but the app is slow', 'great value for money at that price'))).toBe(false);
    expect(isAlike(diffTexts('', ''))).toBe(true);
  });
});

describe('shared phrases', () => {
  it('are found wherever they stand, in any case', () => {
    const parts = sharedPhrases('I read the number plate. Good.', 'Good, and at night I READ the number plate');
    expect(parts.filter((part) => part.isShared).map((part) => part.text)).toEqual(['I read the number plate']);
  });
  it('have at least three words', () =>
    expect(sharedPhrases('very good camera', 'very good lamp').some((part) => part.isShared)).toBe(false));
  it('lose nothing of the text', () =>
    fc.assert(
      fc.property(text, text, (one, other) => {
        expect(join(sharedPhrases(one, other))).toBe(one);
      }),
    ));
  it('of a text with itself are all of its words', () =>
    expect(sharedPhrases('one two three four', 'one two three four')).toEqual([
      { text: 'one two three four', isShared: true },
    ]));
});
