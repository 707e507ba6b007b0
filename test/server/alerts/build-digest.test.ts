import { describe, expect, it } from 'vitest';
import { buildDigest } from '../../../server/alerts/build-digest.ts';
import { type Cell, emptyCell, emptyTally, type Tally } from '../../../server/analytics/cells.ts';
import type { Filters } from '../../../server/contract/filters.ts';

const tally = (positive: number, negative: number): Tally => ({ ...emptyTally(), positive, negative });
const cell = (day: string, features: Record<string, Tally>): Cell => ({ ...emptyCell(day), reviews: 60, features });

/** Of a Monday: the week up to Sunday, and the one before. */
const digestOf = async (now: Record<string, Tally>, before: Record<string, Tally> = {}) => {
  const asked: Filters[] = [];
  const { parts } = await buildDigest(
    {
      cells: async () => [cell('2026-05-10', before), cell('2026-05-11', now)],
      quote: async (filters) => {
        asked.push(filters);
        return `of ${filters.feature}`;
      },
      openDuplicates: async () => 0,
      labelOf: (feature) => feature,
      publicUrl: 'https://reviews.example.com',
    },
    [],
    new Date('2026-05-18T08:00:00Z'),
  );
  return { part: parts[0], asked };
};

describe('the digest names', () => {
  it('what is praised or blamed for certain, the surest first, each with a sentence of the week', async () => {
    const { part, asked } = await digestOf({
      ...{ liked: tally(19, 1), split: tally(6, 4), few: tally(4, 0), loved: tally(40, 0) },
      ...{ disliked: tally(2, 12), hated: tally(0, 30) },
    });
    expect(part?.strengths.map(({ feature }) => feature)).toEqual(['loved', 'liked']);
    expect(part?.weaknesses.map(({ feature, quote }) => `${feature}, ${quote}`)).toEqual([
      'hated, of hated',
      'disliked, of disliked',
    ]);
    const week = { from: '2026-05-11', to: '2026-05-17', counting: 'once' };
    expect(asked).toContainEqual({ ...week, product: undefined, feature: ['loved'], polarity: ['positive'] });
    expect(asked).toContainEqual({ ...week, product: undefined, feature: ['hated'], polarity: ['negative'] });
  });

  it('what moved, the least likely by chance first, where both weeks have enough to say', async () => {
    const { part } = await digestOf(
      { better: tally(20, 2), worse: tally(8, 7), same: tally(9, 1), new: tally(9, 1), rare: tally(9, 1) },
      { better: tally(2, 20), worse: tally(14, 1), same: tally(9, 1), rare: tally(0, 4) },
    );
    expect(part?.movers.map(({ feature, n, beforeN }) => [feature, n, beforeN])).toEqual([
      ['better', 22, 22],
      ['worse', 15, 15],
    ]);
  });
});
