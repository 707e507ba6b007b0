import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tokenize } from '../../../nlp/text/tokenize.ts';

const norms = (text: string) => tokenize(text).map(({ word }) => word.norm);

describe('tokenize', () => {
  it.each([
    ['Doesn’t work', ['doesnt', 'work']],
    ["It's the camera's lens", ['its', 'the', 'camera', 'lens']],
    ["We're glad, I'd buy it", ['we', 'glad', "i'd", 'buy', 'it']],
    ['WiFi sooooo GOOD', ['wifi', 'soo', 'good']],
    ['costs $3.50, 100%', ['costs', '$', '3.50', '100', '%']],
    ['fine 😊 :) :(', ['fine', '😊', ':)', ':(']],
    ['fast&amp;easy<br/>Next', ['fast', 'easy', 'next']],
    ['caméra ﬁne', ['camera', 'fine']],
    ['', []],
  ])('%s → %j', (text, wanted) => expect(norms(text)).toEqual(wanted));

  it.each([
    ['a b', 0],
    ['a-b', 1],
    ['a, b', 2],
    ['a - b', 2],
    ['a. b', 3],
    ['a<br>b', 3],
    ['a\nb', 3],
  ])('%j has a break of %i before its second word', (text, gap) => expect(tokenize(text)[1]?.gap).toBe(gap));

  it('keeps a number and an address in one piece', () => {
    expect(
      tokenize('1.5 m, see shop.com now')
        .slice(1)
        .map(({ gap }) => gap),
    ).not.toContain(3);
  });

  it('answers tokens in order, inside the text and not empty, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        let last = 0;
        for (const { start, end } of tokenize(text)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          last = end;
        }
      }),
    );
  });
});
