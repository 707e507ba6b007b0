import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { CompactOccurrences } from '../../../server/reviews/occurrences.ts';

const hashOf = (value: unknown) => createHash('sha256').update(String(value)).digest('base64url').slice(0, 22);

it('counts as a map does', () => {
  fc.assert(
    fc.property(fc.array(fc.nat({ max: 40 }), { maxLength: 600 }), fc.integer({ min: 1, max: 90 }), (keys, times) => {
      const [compact, map] = [new CompactOccurrences(), new Map<string, number>()];
      for (const key of keys.flatMap((one) => Array.from({ length: one === 7 ? times : 1 }, () => hashOf(one)))) {
        expect(compact.get(key)).toBe(map.get(key));
        for (const counted of [compact, map]) counted.set(key, (counted.get(key) ?? 0) + 1);
      }
    }),
  );
});

it('counts what stands more often than a byte holds', () => {
  const compact = new CompactOccurrences();
  for (let count = 1; count <= 1000; count += 1) compact.set(hashOf('often'), count);
  compact.set(hashOf('once'), 1);
  expect([compact.get(hashOf('often')), compact.get(hashOf('once')), compact.get(hashOf('never'))]).toEqual([
    1000,
    1,
    undefined,
  ]);
});

it('keeps 300,000 texts apart in 5 MB, ten times as many in ten times that at most', () => {
  const compact = new CompactOccurrences();
  for (let text = 0; text < 300_000; text += 1) compact.set(hashOf(text), 1 + (text % 3));
  let wrong = 0;
  for (let text = 0; text < 310_000; text += 1) {
    const wanted = text < 300_000 ? 1 + (text % 3) : undefined;
    wrong += Number(compact.get(hashOf(text)) !== wanted);
  }
  expect(wrong).toBe(0);
  expect(compact.bytes).toBeLessThan(5_000_000);
});

it('takes the hash whose first bits are all zero', () => {
  const compact = new CompactOccurrences();
  compact.set('AAAAAAAAAAAAAAAAAAAAAA', 2);
  expect(compact.get('AAAAAAAAAAAAAAAAAAAAAA')).toBe(2);
});
