import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packNgrams } from '../../../nlp/text/pack-ngrams.ts';

const byte = fc.integer({ min: 0, max: 255 });
const ngramsOf = fc.dictionary(
  fc.string({ minLength: 1, maxLength: 6 }),
  fc.dictionary(byte.map(String), byte, { maxKeys: 6 }),
  { maxKeys: 40 },
);

describe('packed n-grams', () => {
  it('say what they said before, and nothing of others', () => {
    fc.assert(
      fc.property(ngramsOf, fc.string(), (ngrams, other) => {
        const packed = packNgrams(ngrams);
        for (const [ngram, scores] of Object.entries(ngrams)) expect(packed[ngram]).toEqual({ ...scores });
        if (!Object.hasOwn(ngrams, other)) expect(packed[other]).toBeUndefined();
        expect(Object.entries(packNgrams(packed))).toEqual(Object.entries(packed));
      }),
    );
  });

  it.each([256, -1, 0.5])('refuses a score of %s, which is no byte', (score) => {
    expect(() => packNgrams({ ab: { 1: score } })).toThrow(RangeError);
  });
});
