import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { KeySet } from '../../../nlp/duplicates/key-set.ts';

const key = fc.oneof(fc.integer({ min: -40, max: 40 }), fc.integer());

describe('KeySet', () => {
  const set = new KeySet();

  it('is a set, again and again', () => {
    fc.assert(
      fc.property(fc.array(key, { maxLength: 400 }), fc.array(key), (added, asked) => {
        const wanted = new Set<number>();
        set.clear();
        for (const one of added) {
          expect(set.add(one)).toBe(!wanted.has(one));
          wanted.add(one);
        }
        for (const one of [...added, ...asked]) expect(set.has(one)).toBe(wanted.has(one));
        expect(set.size).toBe(wanted.size);
      }),
      { numRuns: 200 },
    );
  });

  it('tells whether two lists overlap enough', () => {
    const list = fc.uniqueArray(fc.nat(30), { maxLength: 25 });
    fc.assert(
      fc.property(list, list, (a, b) => {
        set.fill(a);
        const shared = b.filter((one) => a.includes(one)).length;
        expect(set.overlaps(b, 0.4)).toBe(shared > 0 && (2 * shared) / (a.length + b.length) >= 0.4 - 1e-12);
      }),
      { numRuns: 1000 },
    );
  });
});
