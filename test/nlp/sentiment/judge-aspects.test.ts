import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyze } from '../../../nlp/analyze.ts';

/** Judges the spans in angle brackets. */
function judged(marked: string): string[] {
  const text = marked.replaceAll(/[<>]/g, '');
  const aspects = [...marked.matchAll(/<([^>]+)>/g)].map(({ 1: words = '' }) => {
    const start = text.indexOf(words);
    return { start, end: start + words.length };
  });
  return analyze({ text, aspects }).aspects!.map(({ polarity }) => polarity);
}

describe('aspects: the judgement of given spans, whatever the product', () => {
  it.each([
    ['The <keyboard> is a joy to type on.', ['positive']],
    ['The <soup> was cold and tasted of nothing.', ['negative']],
    ['Great <screen>, terrible <speakers>.', ['positive', 'negative']],
    ['The <staff> were friendly but the <dessert> was dry.', ['positive', 'negative']],
    ['We came for the <lunch menu> on a Tuesday.', ['neutral']],
  ])('%s', (marked, wanted) => expect(judged(marked)).toEqual(wanted));

  it('answers every span, wherever it lies', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 200 }),
        fc.array(fc.record({ start: fc.integer({ min: -5, max: 300 }), end: fc.integer({ min: -5, max: 300 }) })),
        (text, aspects) => {
          const found = analyze({ text, aspects }).aspects!;
          expect(found.map(({ start, end }) => ({ start, end }))).toEqual(aspects);
        },
      ),
    );
  });
});
