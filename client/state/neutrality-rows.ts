import type { Neutrality } from '../../server/contract/moderation.ts';

/** Ratings from 1 to this are low, as in the tests of the server. */
const LOW = 2;

export type RateRow = {
  label: string;
  decided: number;
  removed: number;
  rate: { value: number; low: number; high: number } | null;
};

/** Removal rates, one star first; the scale ends at a round figure above the widest interval. */
export function rateRows({ byStars }: Pick<Neutrality, 'byStars'>): { rows: RateRow[]; most: number } {
  const rows = byStars.map(({ stars, decided, removed, rate }) => ({
    label: stars === null ? 'No stars' : stars === 1 ? '1 star' : `${stars} stars`,
    decided,
    removed,
    rate,
  }));
  const widest = Math.max(0, ...rows.map(({ rate }) => rate?.high ?? 0));
  return { rows, most: Math.max(0.1, Math.ceil(widest * 10) / 10) };
}

export type RemovalRow = { moderator: string; reason: string; stars: number[]; unrated: number; removed: number };

/** Removals by moderator and reason, those with most removals first. */
export const removalRows = ({ removals }: Pick<Neutrality, 'removals'>): RemovalRow[] =>
  [...removals].sort((a, b) => b.removed - a.removed || a.moderator.localeCompare(b.moderator));

export type TimeRow = {
  from: string;
  to: string;
  low: number;
  other: number;
  unrated: number;
  removed: number;
  average: number | null;
};

/** What was removed in each interval, the newest first: low ratings, all others, and those without stars. */
export function timeRows({ overTime }: Pick<Neutrality, 'overTime'>): { rows: TimeRow[]; most: number } {
  const rows = overTime
    .map(({ from, to, removed, averageStars, stars, unrated }) => {
      const low = stars.slice(0, LOW).reduce((sum, count) => sum + count, 0);
      return { from, to, low, other: removed - low - unrated, unrated, removed, average: averageStars };
    })
    .sort((a, b) => (a.from < b.from ? 1 : -1));
  return { rows, most: Math.max(1, ...rows.map(({ removed }) => removed)) };
}
