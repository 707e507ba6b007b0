import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldText } from '../../../nlp/duplicates/fold-text.ts';

/** A letter that only Unicode's own rules can fold: what stands with it takes the long way. */
const FOREIGN = 'ж';

describe('foldText', () => {
  it.each([
    ["it's 1'.'5 m", 'its 1.5 m'],
    ['1.2.3', '1.2.3'],
    ['1..2 .5 5. a.5', '1 2 5 5 a 5'],
    ['\u201cWon\u2019t\u201d \u2014 it\u2019s\u2026 3\u20135\u00a0m', 'wont its 3 5 m'],
    ['1\u200b.\u00ad5', '1.5'],
    ['  \n.', ''],
  ])('%j → %j', (text, folded) => expect(foldText(text)).toBe(folded));

  it('comes to the same in one pass as by the rules of Unicode', () => {
    const letters = fc.constantFrom(
      ...'aZq09.,\'` \t\n-_"$^~\u2018\u2019\u201c\u201d\u2013\u2014\u2026\u00a0\u00ad\u200b\ufeff\u2022',
    );
    fc.assert(
      fc.property(fc.string({ unit: letters, maxLength: 40 }), (text) => {
        expect(`${foldText(text)} ${FOREIGN}`.trim()).toBe(foldText(`${text} ${FOREIGN}`));
      }),
      { numRuns: 3000 },
    );
  });

  it('is not confused by a long text before a short one', () => {
    const long = 'Ab. '.repeat(20_000);
    expect(foldText(long)).toBe(`${'ab '.repeat(19_999)}ab`);
    expect(foldText('Cd.')).toBe('cd');
  });
});
