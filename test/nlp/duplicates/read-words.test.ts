import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldText, undisguise } from '../../../nlp/duplicates/fold-text.ts';
import { toHex } from '../../../nlp/duplicates/hash-text.ts';
import { wordOf } from '../../../nlp/duplicates/know-word.ts';
import { readWords } from '../../../nlp/duplicates/read-words.ts';
import { makeKey } from '../../../nlp/duplicates/telling-key.ts';

const read = (text: string): string[] => readWords(text).ids.map((id) => wordOf(id).text);
const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 120 }),
  fc.string({ unit: fc.constantFrom(...'abCD 12.é’\ud83d\ude00'), maxLength: 120 }),
);

describe('readWords', () => {
  it('finds the words of the folded text', () => {
    fc.assert(
      fc.property(text, (written) => {
        const folded = undisguise(foldText(written));
        expect(read(written)).toEqual(folded.split(' ').filter((word) => word !== ''));
      }),
      { numRuns: 1000 },
    );
  });

  it('gives a word one id, other words others', () => {
    const [a, b, c, d] = readWords('lantern Lantern lanterns lantern.').ids;
    expect([b, d]).toEqual([a, a]);
    expect(c).not.toBe(a);
  });

  it('lists each telling key once', () => {
    const { keys } = readWords('The walrus and the walruses, the accordion and a walrus.');
    const wanted = ['walrus', 'accordion'].map((word) => makeKey(word)!.hash);
    expect(keys).toEqual(wanted);
  });

  it.each([
    ['well-made', 'Well made!', true],
    ['wellmade', 'Well made!', true],
    ['1.5 m', '15 m', false],
    ['a'.repeat(40_000), `${'a'.repeat(40_000)}.`, true],
    ['a'.repeat(40_000), 'a'.repeat(39_999), false],
    ['naïve', 'naive', false],
    ['', '!?', true],
  ])('%#: the hash tells exact copies', (a, b, same) => {
    expect(toHex(readWords(a).exact) === toHex(readWords(b).exact)).toBe(same);
  });

  it('reads twenty thousand words at most, and hashes all', () => {
    const many = 'fox '.repeat(25_000);
    expect(readWords(many).ids).toHaveLength(20_000);
    expect(readWords(many).exact).not.toEqual(readWords(`${many} owl`).exact);
  });
});
