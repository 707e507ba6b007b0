import type {
  Changes,
  ChangesQuery,
  CompareQuery,
  Comparison,
  Drivers,
  DriversQuery,
  FeatureMap,
  MapQuery,
  Period,
} from '../contract/insights.ts';
import { ChangeMetric } from '../contract/insights.ts';
import { sumCells } from './cells.ts';
import { CHANGE_METHOD, type FoundChange, findChanges, type PeriodCounts } from './changes.ts';
import { type ComparedColumn, compareColumns } from './comparison.ts';
import { mapBoth, readCountings } from './copies-effect.ts';
import { DRIVER_FORMULA, driverRows } from './drivers.ts';
import { featureMap } from './feature-map.ts';
import { type CountedFilters, counted, type Figures, stated } from './figures.ts';
import { filterParams } from './filter-params.ts';
import { comparedPeriods, daysIn } from './periods.ts';
import type { LabelOf } from './tables.ts';
import { tellChange } from './tell-change.ts';

export interface InsightDeps {
  figures: Figures;
  labelOf: LabelOf;
  now: () => Date;
}

const MIN_N = 10;
const SHOWN_CHANGES = 100;
const STARS = ['1', '2', '3', '4', '5'] as const;

/** `feature` chooses rows; only together with `polarity` it narrows the reviews. */
const narrowed = ({ feature, polarity, ...filters }: CountedFilters): CountedFilters =>
  polarity === undefined ? filters : { ...filters, polarity, ...(feature ? { feature } : {}) };

/** Parameters that select the reviews behind one side of a change. */
function selectionOf({ metric, product, feature }: FoundChange, filters: CountedFilters, period: Period) {
  const rated = (filters.rating ?? STARS).filter((star) => star !== 'none');
  return filterParams({
    ...filters,
    ...period,
    ...(product === null ? {} : { product }),
    ...(feature === null ? {} : { feature: [feature] }),
    ...(metric === 'stars' ? { rating: rated } : {}),
  });
}

/** What changed, what moves the stars, what to look at first, and products or periods side by side. */
export function createInsightsService({ figures, labelOf, now }: InsightDeps) {
  const today = () => now().toISOString().slice(0, 10);

  const countsIn = async (filters: CountedFilters, period: Period): Promise<PeriodCounts> => {
    const { products } = await figures.byProduct({ ...filters, ...period });
    // Every review is of one product.
    const all = filters.product === undefined ? sumCells(products.values()) : null;
    return { all, products, days: daysIn(period) };
  };

  return {
    /** @throws AppError 400 for days out of order */
    async changes({ compareFrom, compareTo, minN = MIN_N, metric, limit, ...query }: ChangesQuery): Promise<Changes> {
      const asked = counted(query);
      const { period, compared } = comparedPeriods({ ...query, compareFrom, compareTo }, today());
      const filters = narrowed(asked);
      const [before, after] = await Promise.all([countsIn(filters, compared), countsIn(filters, period)]);
      const metrics = metric ?? ChangeMetric.options;
      const found = findChanges(before, after, { minN, metrics, features: query.feature });
      const days = { before: before.days, after: after.days };
      return {
        ...stated(filters, period),
        ...{ days: period, period, compared, minN, method: CHANGE_METHOD },
        total: found.length,
        tested: found.filter((change) => !change.tooFew).length,
        rows: found.slice(0, limit ?? SHOWN_CHANGES).map((change) => {
          const label = change.feature === null ? null : labelOf(change.feature);
          return {
            ...change,
            label,
            filter: {
              before: selectionOf(change, filters, compared),
              after: selectionOf(change, filters, period),
            },
            sentence: tellChange(change, { label, days }),
          };
        }),
      };
    },

    async drivers({ minN = MIN_N, effect, ...query }: DriversQuery): Promise<Drivers> {
      const filters = narrowed(counted(query));
      const [{ shown: ratings, both }, { days }] = await Promise.all([
        readCountings(filters, effect, figures.judgedRatings),
        figures.sumAndDays(filters),
      ]);
      const all = ratings.all();
      return {
        ...stated(filters, days),
        rated: all.n,
        average: all.n > 0 ? all.sum / all.n : null,
        minN,
        formula: DRIVER_FORMULA,
        rows: driverRows({ shown: ratings, both }, { features: query.feature, minN, labelOf }),
      };
    },

    async map({ minN = MIN_N, effect, ...query }: MapQuery): Promise<FeatureMap> {
      const filters = counted(query);
      const { shown, both } = await readCountings(filters, effect, figures.sumAndDays);
      const sums = { shown: shown.sum, both: both && mapBoth(both, ({ sum }) => sum) };
      return { ...stated(filters, shown.days), ...featureMap(sums, { minN, labelOf }) };
    },

    /** @throws AppError 400 for days out of order */
    async compare(asked: CompareQuery): Promise<Comparison> {
      const { compareFrom, compareTo, minN = MIN_N, products, effect, ...query } = asked;
      const filters = narrowed(counted(query));
      const column = async (own: CountedFilters): Promise<ComparedColumn> => {
        const { shown, both } = await readCountings(own, effect, figures.sumAndDays);
        const sums = both && mapBoth(both, ({ sum }) => sum);
        return { product: own.product ?? null, days: stated(own, shown.days).days, sum: shown.sum, both: sums };
      };
      const scope = { minN, features: query.feature, labelOf };
      if (products !== undefined) {
        const columns = await Promise.all(products.map((product) => column({ ...filters, product })));
        const ends = columns.flatMap(({ days }) => [days.from ?? [], days.to ?? []].flat()).sort();
        const days = { from: ends[0] ?? null, to: ends.at(-1) ?? null };
        return { ...stated(filters, days), ...compareColumns(columns, scope) };
      }
      const { period, compared } = comparedPeriods({ ...query, compareFrom, compareTo }, today());
      const columns = await Promise.all([compared, period].map((days) => column({ ...filters, ...days })));
      return { ...stated(filters, period), days: period, ...compareColumns(columns, scope) };
    },
  };
}
