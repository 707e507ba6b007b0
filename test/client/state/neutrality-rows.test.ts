import { describe, expect, it } from 'vitest';
import { rateRows, removalRows, timeRows } from '../../../client/state/neutrality-rows.ts';

describe('rates by stars', () => {
  const rate = (high: number) => ({ value: 0.1, low: 0, high });
  it('are named, and stand on a scale that holds the widest interval', () => {
    const { rows, most } = rateRows({
      byStars: [
        { stars: 1, decided: 10, removed: 1, rate: rate(0.34) },
        { stars: 2, decided: 0, removed: 0, rate: null },
        { stars: null, decided: 5, removed: 1, rate: rate(0.2) },
      ],
    });
    expect(rows.map(({ label }) => label)).toEqual(['1 star', '2 stars', 'No stars']);
    expect(most).toBe(0.4);
  });
  it('have a scale where nothing was decided', () => expect(rateRows({ byStars: [] }).most).toBe(0.1));
});

describe('removals', () => {
  it('stand by how many they are', () => {
    const row = (moderator: string, removed: number) => ({
      ...{ moderator, reason: 'spam' as const, removed, stars: [0, 0, 0, 0, removed], unrated: 0 },
    });
    const rows = removalRows({ removals: [row('Ben', 1), row('Ann', 4), row('Abe', 1)] });
    expect(rows.map(({ moderator }) => moderator)).toEqual(['Ann', 'Abe', 'Ben']);
  });

  it('over time are told apart by low and other ratings, the newest first', () => {
    const at = (from: string, stars: number[], unrated: number) => ({
      ...{ from, to: from, stars, unrated, averageStars: 3 },
      removed: stars.reduce((sum, count) => sum + count, unrated),
    });
    const { rows, most } = timeRows({
      overTime: [at('2026-01-01', [1, 2, 0, 0, 4], 1), at('2026-01-08', [0, 0, 1, 0, 0], 0)],
    });
    expect(rows.map(({ from, low, other, unrated }) => [from, low, other, unrated])).toEqual([
      ['2026-01-08', 0, 1, 0],
      ['2026-01-01', 3, 4, 1],
    ]);
    expect(most).toBe(8);
  });
});
