import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BandTable } from '../../../nlp/duplicates/band-table.ts';

/** The same with maps and sorting: all earlier reviews by the bands they share. */
const rank = (all: readonly (readonly number[])[], at: number, oldest = 40): number[] => {
  const shared = new Map<number, number>();
  for (const band of all[at]!) {
    const holders = all.flatMap((bands, i) => (i < at && bands.includes(band) ? [i] : [])).slice(0, oldest);
    for (const holder of holders) shared.set(holder, (shared.get(holder) ?? 0) + 1);
  }
  return [...shared].sort(([a, n], [b, m]) => m - n || a - b).map(([i]) => i);
};

const bands = fc.uniqueArray(fc.oneof(fc.integer({ min: -9, max: 9 }), fc.integer()), { maxLength: 24 });

describe('BandTable', () => {
  it('ranks earlier reviews by the bands they share, then by age', () => {
    fc.assert(
      fc.property(fc.array(bands, { maxLength: 80 }), (all) => {
        const table = new BandTable();
        all.forEach((list, at) => {
          expect(table.add(at, Int32Array.from(list))).toEqual(rank(all, at).slice(0, 30));
        });
      }),
      { numRuns: 150 },
    );
  });

  it('keeps the oldest forty of a band, and names thirty', () => {
    const table = new BandTable();
    const found = Array.from({ length: 60 }, (_, at) => table.add(at, Int32Array.of(7, at + 100)));
    expect(found[20]).toHaveLength(20);
    expect(found[59]).toEqual(Array.from({ length: 30 }, (_, i) => i));
    expect(table.add(60, Int32Array.of(7, 139))[0]).toBe(39);
    expect(table.add(61, Int32Array.of(7, 140))[0]).toBe(0);
    expect(table.add(62, Int32Array.of(140))).toEqual([40, 61]);
  });

  it('finds all when it has grown many times', () => {
    const table = new BandTable();
    const listOf = (i: number): Int32Array =>
      Int32Array.from({ length: 8 }, (_, k) => Math.imul(i * 8 + k, 0x9e3779b1));
    for (let i = 0; i < 5000; i += 1) expect(table.add(i, listOf(i))).toEqual([]);
    for (let i = 0; i < 5000; i += 97) expect(table.add(5000 + i, listOf(i))).toEqual([i]);
    expect(table.bytes()).toBeLessThan(5000 * 8 * 50);
  });
});
