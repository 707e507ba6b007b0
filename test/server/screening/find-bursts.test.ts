import { describe, expect, it } from 'vitest';
import type { AnalysedReview } from '../../../server/analysis/analyse-pool.ts';
import { findBursts } from '../../../server/screening/find-bursts.ts';

interface Wave {
  authors?: (string | null)[];
  days?: number[];
  /** Look-up keys by place. */
  bands?: (at: number) => number[];
}

const FIVE = ['Ann', 'Ben', 'Cleo', 'Dan', 'Eve'];

const burst = ({ authors = FIVE, days = [1, 3, 5, 8, 9], bands = () => [7] }: Wave) => {
  const reviews = authors.map((author, at) => ({ author, date: `2026-03-${String(days[at] ?? 1).padStart(2, '0')}` }));
  const analysed = authors.map((_, at) => ({ fingerprint: { bands: bands(at) } }) as AnalysedReview);
  return [...findBursts(reviews, analysed).keys()];
};

describe('a wave of alike texts', () => {
  it.each<[string, Wave, number[]]>([
    ['under five names over a week', {}, [0, 1, 2, 3, 4]],
    ['over some days only', { days: [1, 3, 5, 6, 7] }, []],
    ['under four names, one of them in another case', { authors: ['Ann', 'ann', 'Ben', 'Cleo', 'Dan'] }, []],
    ['some of them without a name', { authors: [...FIVE.slice(0, 4), null] }, []],
    ['beside another text', { authors: [...FIVE, 'Finn'], bands: (at) => [at === 2 ? 1 : 7] }, [0, 1, 3, 4, 5]],
    ['texts of their own', { bands: (at) => [at] }, []],
    ['generic ones, without keys', { bands: () => [] }, []],
  ])('%s', (_, wave, wanted) => {
    const days = wave.authors?.length === 6 ? [1, 3, 5, 8, 9, 10] : undefined;
    expect(burst({ ...(days ? { days } : {}), ...wave })).toEqual(wanted);
  });
});
