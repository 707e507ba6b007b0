import type { FeatureTable } from '../contract/analytics.ts';
import type { Filters } from '../contract/filters.ts';
import type { Counting } from '../contract/primitives.ts';
import { reviewFilter, selectedTags } from '../reviews/review-filter.ts';
import { type Cell, sumCells } from './cells.ts';
import type { JudgedRatings } from './judged-ratings.ts';
import type { LiveStore } from './live-store.ts';
import type { RollupStore } from './rollup-store.ts';
import type { RollupSumStore } from './rollup-sum-store.ts';

export type CountedFilters = Filters & { counting: Counting };

/** What every answer says of itself. */
export type Stated = Pick<FeatureTable, 'counting' | 'timeZone' | 'days'>;

export interface FigureDeps {
  rollups: Pick<RollupStore, 'cells'>;
  sums: RollupSumStore;
  live: LiveStore;
  featureIds: () => readonly string[];
}

/** Copies count once unless the caller asks for all. */
export const counted = (filters: Filters): CountedFilters => ({ ...filters, counting: filters.counting ?? 'once' });

export const stated = (filters: CountedFilters, days: Stated['days']): Stated => ({
  counting: filters.counting,
  timeZone: 'UTC',
  days: { from: filters.from ?? days.from, to: filters.to ?? days.to },
});

const ends = (cells: readonly Cell[]): Stated['days'] => ({
  from: cells[0]?.day ?? null,
  to: cells.at(-1)?.day ?? null,
});

/** Roll-ups are kept by product, source and day; anything else needs the reviews themselves. */
export const isCovered = (filters: Filters): boolean =>
  [filters.rating, filters.verified, filters.feature, filters.polarity].every((filter) => filter === undefined);

export type Figures = ReturnType<typeof createFigures>;

/** Counts behind the charts: from the roll-ups where they cover the filters, else by counting the reviews. */
export function createFigures({ rollups, sums, live, featureIds }: FigureDeps) {
  const asMatch = (filters: CountedFilters) =>
    [reviewFilter(filters, featureIds()), selectedTags(filters, featureIds())] as const;
  const cells = async (filters: CountedFilters): Promise<Cell[]> =>
    isCovered(filters) ? rollups.cells(filters) : live.cells(...asMatch(filters));
  const isOpen = (filters: Filters) => filters.from === undefined || filters.to === undefined;

  return {
    /** Days with reviews, oldest first. */
    cells,

    /** All days in one. */
    async sum(filters: CountedFilters): Promise<Cell> {
      return isCovered(filters) ? sums.sum(filters) : sumCells(await cells(filters));
    },

    /** The same, with the first and last day that were counted. */
    async sumAndDays(filters: CountedFilters): Promise<{ sum: Cell; days: Stated['days'] }> {
      if (!isCovered(filters)) {
        const found = await cells(filters);
        return { sum: sumCells(found), days: ends(found) };
      }
      const [sum, days] = await Promise.all([
        sums.sum(filters),
        isOpen(filters) ? sums.range(filters) : { from: null, to: null },
      ]);
      return { sum, days };
    },

    /** Each product by itself, and the first and last day of all. */
    async byProduct(filters: CountedFilters): Promise<{ products: Map<string, Cell>; days: Stated['days'] }> {
      if (!isCovered(filters)) {
        const products = await live.cellsByProduct(...asMatch(filters));
        const days = [...products.values()]
          .flat()
          .map((cell) => cell.day)
          .sort();
        return {
          products: new Map([...products].map(([product, found]) => [product, sumCells(found)])),
          days: { from: days[0] ?? null, to: days.at(-1) ?? null },
        };
      }
      const [products, days] = await Promise.all([
        sums.sumBy('product', filters),
        isOpen(filters) ? sums.range(filters) : { from: null, to: null },
      ]);
      return { products, days };
    },

    /** Ratings by what the reviews say of each feature. */
    async judgedRatings(filters: CountedFilters): Promise<JudgedRatings> {
      return isCovered(filters) ? sums.judgedRatings(filters) : live.judgedRatings(...asMatch(filters));
    },
  };
}
