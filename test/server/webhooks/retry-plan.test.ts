import { expect, it } from 'vitest';
import { delayAfter } from '../../../server/webhooks/retry-plan.ts';

it('tries eight times over a day, ever more seldom', () => {
  const delays = [1, 2, 3, 4, 5, 6, 7, 8].map((tries) => delayAfter(tries, 0.5));
  expect(delays[7]).toBeUndefined();
  const known = delays.slice(0, 7) as number[];
  expect(known).toEqual([...known].sort((x, y) => x - y));
  const hours = known.reduce((sum, delay) => sum + delay, 0) / 3_600_000;
  expect(hours).toBeGreaterThan(22);
  expect(hours).toBeLessThan(26);
});

it.each([
  [0, 8000],
  [0.5, 10_000],
  [1, 12_000],
])('spreads by chance: %d → %d ms', (random, delay) => {
  expect(delayAfter(1, random)).toBe(delay);
});
