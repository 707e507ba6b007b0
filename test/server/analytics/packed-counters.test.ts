import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addToPacked, packCounters, visitPacked } from '../../../server/analytics/packed-counters.ts';

const key = fc.oneof(
  fc.nat({ max: 300 }),
  fc.nat({ max: 2 ** 31 - 1 }),
  fc.maxSafeNat().map((n) => n % 2 ** 48),
);
const count = fc.oneof(fc.integer({ min: -3, max: 3 }), fc.integer());
const sums = fc.array(fc.tuple(key, count), { maxLength: 60 }).map((entries) => new Map(entries));

function read(bytes: Uint8Array): [number, number][] {
  const found: [number, number][] = [];
  visitPacked(bytes, (at, value) => {
    found.push([at, value]);
    return true;
  });
  return found;
}

describe('packed counters', () => {
  it('come back as they were, in the order of their keys, and add up', () => {
    fc.assert(
      fc.property(fc.array(sums, { maxLength: 5 }), (all) => {
        const wanted = new Map<number, number>();
        let bytes: Uint8Array = new Uint8Array();
        for (const added of all) {
          bytes = addToPacked(bytes, added);
          for (const [at, value] of added) wanted.set(at, (wanted.get(at) ?? 0) + value);
        }
        const left = [...wanted].filter(([, value]) => value !== 0).sort(([x], [y]) => x - y);
        expect(read(bytes)).toEqual(left);
      }),
    );
  });

  it('take two bytes each where keys lie close and counts are small', () => {
    const keys = Array.from({ length: 100 }, (_, n) => 3 * n);
    expect(packCounters({ keys, counts: keys.map(() => 5) })).toHaveLength(200);
  });

  it('are not read on once enough is known', () => {
    const bytes = packCounters({ keys: [1, 2, 3], counts: [1, 1, 1] });
    const seen: number[] = [];
    visitPacked(bytes, (at) => {
      seen.push(at);
      return at < 2;
    });
    expect(seen).toEqual([1, 2]);
  });
});
