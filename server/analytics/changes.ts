import type { Change, ChangeMetric } from '../contract/insights.ts';
import { averageOf, type Cell, emptyCell, ratedOf } from './cells.ts';
import {
  benjaminiHochberg,
  type Difference,
  hasFewRatings,
  netDifference,
  rateDifference,
  shareDifference,
  starsDifference,
  tallyOf,
} from './difference.ts';
import { netEstimate, tallyTotal } from './estimate.ts';

/** A change before it is told: what of which product and feature, its test and its rank. */
export type FoundChange = Omit<Change, 'label' | 'filter' | 'sentence'>;

/** Counts of a period: all products together (null where one is asked for), and each by itself. */
export interface PeriodCounts {
  all: Cell | null;
  products: ReadonlyMap<string, Cell>;
  days: number;
}

export interface ChangeScope {
  minN: number;
  metrics: readonly ChangeMetric[];
  features: readonly string[] | undefined;
}

/** Largest share of findings that may be chance. */
const FALSE_SHARE = 0.05;

export const CHANGE_METHOD =
  'Differences with 95 % intervals by squaring and adding the distances to the ends of both intervals (Newcombe 1998; Zou and Donner 2008): ' +
  'Wilson for shares, Bonett and Price for net sentiment (from positive, negative and other counts), normal for mean stars, Poisson score for reviews a day. ' +
  'Clear: p at most 0.05 after Benjamini and Hochberg over all rows that are compared.';

/** One change that may be tested: `span` is the largest difference there can be. */
interface Draft {
  metric: ChangeMetric;
  product: string | null;
  feature: string | null;
  before: FoundChange['before'];
  after: FoundChange['after'];
  tooFew: boolean;
  span: number;
  test: () => Difference | null;
}

interface Pair {
  product: string | null;
  before: Cell;
  after: Cell;
}

function starsDraft({ product, before, after }: Pair, { minN }: ChangeScope): Draft {
  return {
    metric: 'stars',
    product,
    feature: null,
    span: 4,
    before: { value: averageOf(before), n: ratedOf(before) },
    after: { value: averageOf(after), n: ratedOf(after) },
    tooFew: hasFewRatings(before, minN) || hasFewRatings(after, minN),
    test: () => starsDifference(before, after),
  };
}

function volumeDraft({ product, before, after }: Pair, days: { before: number; after: number }, minN: number): Draft {
  const [x, y] = [before.reviews / days.before, after.reviews / days.after];
  return {
    metric: 'volume',
    product,
    feature: null,
    span: 2 * Math.max(x, y),
    before: { value: x, n: before.reviews },
    after: { value: y, n: after.reviews },
    tooFew: Math.max(before.reviews, after.reviews) < minN,
    test: () =>
      rateDifference({ count: before.reviews, days: days.before }, { count: after.reviews, days: days.after }),
  };
}

function featureDrafts({ product, before, after }: Pair, feature: string, minN: number): Draft[] {
  const [x, y] = [tallyOf(before, feature), tallyOf(after, feature)];
  const [from, to] = [tallyTotal(x), tallyTotal(y)];
  if (from + to === 0) return [];
  const share = (count: number, { reviews }: Cell) => ({ value: reviews > 0 ? count / reviews : null, n: reviews });
  return [
    {
      metric: 'net',
      product,
      feature,
      span: 2,
      tooFew: from < minN || to < minN,
      before: { value: netEstimate(x)?.value ?? null, n: from },
      after: { value: netEstimate(y)?.value ?? null, n: to },
      test: () => netDifference(x, y),
    },
    {
      metric: 'share',
      product,
      feature,
      span: 1,
      before: share(from, before),
      after: share(to, after),
      tooFew: before.reviews < minN || after.reviews < minN,
      test: () => shareDifference({ count: from, of: before.reviews }, { count: to, of: after.reviews }),
    },
  ];
}

function draftsOf(before: PeriodCounts, after: PeriodCounts, scope: ChangeScope): Draft[] {
  const names = [...new Set([...before.products.keys(), ...after.products.keys()])].sort();
  const pairs: Pair[] = [
    ...(before.all && after.all ? [{ product: null, before: before.all, after: after.all }] : []),
    ...names.map((product) => ({
      product,
      before: before.products.get(product) ?? emptyCell(''),
      after: after.products.get(product) ?? emptyCell(''),
    })),
  ];
  const days = { before: before.days, after: after.days };
  return pairs.flatMap((pair) => {
    const features = [...new Set([...Object.keys(pair.before.features), ...Object.keys(pair.after.features)])].sort();
    return [
      starsDraft(pair, scope),
      volumeDraft(pair, days, scope.minN),
      ...features
        .filter((feature) => scope.features?.includes(feature) ?? true)
        .flatMap((feature) => featureDrafts(pair, feature, scope.minN)),
    ];
  });
}

/** The end of an interval that is nearer to zero, without its sign; 0 where it holds zero. */
const certain = ({ low, high }: { low: number; high: number }) => (low > 0 ? low : high < 0 ? -high : 0);

const byRank = (x: FoundChange, y: FoundChange) =>
  Number(x.tooFew) - Number(y.tooFew) ||
  Number(y.isClear) - Number(x.isClear) ||
  (x.isClear ? y.score - x.score : 0) ||
  (x.p ?? 1) - (y.p ?? 1) ||
  y.after.n - x.after.n ||
  y.before.n - x.before.n;

/** Every change between two periods with its test, clear ones first; see `Change` for the fields. */
export function findChanges(before: PeriodCounts, after: PeriodCounts, scope: ChangeScope): FoundChange[] {
  const drafts = draftsOf(before, after, scope).filter(({ metric }) => scope.metrics.includes(metric));
  const tested = drafts.map((draft) => (draft.tooFew ? null : draft.test()));
  const adjusted = benjaminiHochberg(tested.flatMap((found) => (found ? [found.p] : [])));
  let at = 0;
  return drafts
    .map(({ metric, product, feature, before: from, after: to, span }, index): FoundChange => {
      const found = tested[index] ?? null;
      const q = found ? (adjusted[at++] as number) : null;
      return {
        metric,
        product,
        feature,
        before: from,
        after: to,
        tooFew: found === null,
        difference: found?.difference ?? null,
        p: found?.p ?? null,
        adjusted: q,
        isClear: q !== null && q <= FALSE_SHARE,
        score: found && span > 0 ? certain(found.difference) / span : 0,
      };
    })
    .sort(byRank);
}
