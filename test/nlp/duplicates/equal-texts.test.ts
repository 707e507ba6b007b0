import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EqualTexts } from '../../../nlp/duplicates/equal-texts.ts';
import type { Hash } from '../../../nlp/duplicates/hash-text.ts';

const hashOf = (n: number): Hash => [n % 5, n, 1, 2];

describe('EqualTexts', () => {
  it('knows the earlier members of a group: all of a small one, the first of a large one', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(25), { maxLength: 400 }), (list) => {
        const groups = new EqualTexts();
        list.forEach((n, at) => {
          const before = list.flatMap((other, i) => (i < at && other === n ? [i] : []));
          const wanted = before.length === 0 ? undefined : before.length <= 8 ? before : before.slice(0, 1);
          expect(groups.add(at, hashOf(n))).toEqual(wanted);
        });
      }),
      { numRuns: 100 },
    );
  });

  it('keeps groups apart when it has grown', () => {
    const groups = new EqualTexts();
    for (let n = 0; n < 3000; n += 1) expect(groups.add(n, hashOf(n))).toBeUndefined();
    for (let n = 0; n < 3000; n += 1) expect(groups.add(3000 + n, hashOf(n))).toEqual([n]);
    expect(groups.bytes()).toBeLessThan(6000 * 60);
  });
});
